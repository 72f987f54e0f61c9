import { isMessage } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { type Line, lineAfterLine, nextLine, writeLine } from '../engagement/journal/chain.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'

export const countOf = (lines: Buffer): number => lines.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0)

/** Whole lines at the beginning. */
export const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)

/**
 * As many whole lines as one request takes, and at least one: half a line at the end of a log would lock out everyone else.
 * @param most bytes of a request
 */
export function blockOf(lines: Buffer, most: number): Buffer {
  if (lines.length <= most) return lines
  const end = lines.lastIndexOf(0x0a, most - 1)
  return lines.subarray(0, (end < 0 ? lines.indexOf(0x0a) : end) + 1)
}

/** Findings as lines after these; undefined if no line can follow the last one. */
export function recoveredLines(lines: Buffer, recovered: readonly ContentOf<'recovered'>[], now: number): Buffer | undefined {
  let last = lastOf(lines)
  if (lines.length > 0 && !last) return undefined
  const written = recovered.map((content) => {
    last = nextLine(last, 'recovered', content, now)
    return `${writeLine(last)}\n`
  })
  return Buffer.from(written.join(''))
}

/** Members of an entry that name another line by its number. */
const NAMES_A_LINE = ['started', 'reading']

/**
 * The same entries, in order and with their times, chained to other lines. Skips entries that another computer with the same lines has
 * added already.
 * @returns numbers of written and of missing entries
 */
export function chainedAgain(before: Buffer, lines: Buffer): { readonly bytes: Buffer; readonly count: number; readonly missing: number } {
  const texts = textsOf(lines)
  const existing = numbersOf(before)
  const check = lineAfterLine(beforeThat(texts[0]))
  let last = lastOf(before)
  const numbers = new Map<unknown, number>()
  const written: string[] = []
  let missing = 0
  for (const [index, text] of texts.entries()) {
    const line = check(text)
    if (isMessage(line)) {
      // Invalid lines are in the file beside it.
      missing += texts.length - index
      break
    }
    const there = existing.get(entryOf(line))?.shift()
    if (there !== undefined) {
      numbers.set(line.sequence, there)
      continue
    }
    missing += 1
    const renamed = NAMES_A_LINE.flatMap((name) => {
      const number = numbers.get(line.content[name])
      return number === undefined ? [] : [[name, number] as const]
    })
    last = nextLine(last, line.kind, { ...line.content, ...Object.fromEntries(renamed) }, line.at)
    numbers.set(line.sequence, last.sequence)
    written.push(`${writeLine(last)}\n`)
  }
  return { bytes: Buffer.from(written.join('')), count: written.length, missing }
}

/** Part of a line that doesn't depend on the lines before. */
const entryOf = ({ at, kind, content }: Pick<Line, 'at' | 'kind' | 'content'>): string =>
  JSON.stringify([at, kind, Object.entries(content).filter(([name]) => !NAMES_A_LINE.includes(name))])

/** Line numbers by entry, ascending. */
function numbersOf(lines: Buffer): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const text of textsOf(lines)) {
    const line = lineOf(text)
    if (!line) continue
    const entry = entryOf(line)
    const numbers = found.get(entry)
    if (numbers) numbers.push(line.sequence)
    else found.set(entry, [line.sequence])
  }
  return found
}

const textsOf = (lines: Buffer): readonly string[] => lines.toString('utf8').split('\n').slice(0, -1)

/** Parses a line without checking its chain. */
function lineOf(text: string): Line | undefined {
  const line = lineAfterLine(beforeThat(text))(text)
  return isMessage(line) ? undefined : line
}

function beforeThat(text = ''): { readonly sequence: number; readonly hash: string } | undefined {
  const { sequence, previous } = parsed(text)
  return typeof sequence === 'number' && sequence > 1 && typeof previous === 'string'
    ? { sequence: sequence - 1, hash: previous }
    : undefined
}

const lastTextOf = (lines: Buffer): string =>
  lines
    .subarray(lines.lastIndexOf(0x0a, lines.length - 2) + 1)
    .toString('utf8')
    .trimEnd()

const lastOf = (lines: Buffer): Line | undefined => lineOf(lastTextOf(lines))

const parsed = (text: string): Readonly<Record<string, unknown>> => Object(parsedJson(text))
