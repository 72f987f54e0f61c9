import * as z from 'zod/mini'
import { type DisplayText, isMessage, type Message } from '../../../machines/messages/message.ts'
import { canonicalJson, digestOf } from '../../../services/canonical-json.ts'
import { chainMessages as messages } from './messages.ts'

/**
 * One line of the journal. The chain knows nothing of what the lines say, so that a line of a newer version can be checked
 * by an older one.
 */
const line = z.strictObject({
  /** From 1, without a gap. The order of the journal is this, and never the time. */
  sequence: z.int().check(z.positive()),
  /** As the clock read, milliseconds since 1970-01-01T00:00:00Z. */
  at: z.number(),
  /** Milliseconds by which the clock read earlier than at the line before. */
  clockBack: z.exactOptional(z.number().check(z.positive())),
  kind: z.string(),
  content: z.record(z.string(), z.unknown()),
  /** Hash of the line before; zeros in the first. */
  previous: z.string(),
  /** SHA-256 of the canonical JSON of everything else in the line. */
  hash: z.string(),
})
export type Line = Readonly<z.infer<typeof line>>

/** What precedes the first line. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

/**
 * The next line of a journal.
 * Decision 0061: a chain and no signature: the person has no key.
 * @param before the last line; nothing when the journal is empty
 * @param at as the clock reads, milliseconds since 1970-01-01T00:00:00Z; a clock that went back is noted and reorders nothing
 */
export function nextLine(before: Line | undefined, kind: string, content: Line['content'], at: number): Line {
  const back = before === undefined ? 0 : before.at - at
  const rest = {
    sequence: (before?.sequence ?? 0) + 1,
    at,
    ...(back > 0 ? { clockBack: back } : {}),
    kind,
    content,
    previous: before?.hash ?? BEFORE_THE_FIRST,
  }
  return { ...rest, hash: digestOf(rest) }
}

/** A line as written to a file, without its line break. */
export const writeLine = (written: Line): string => canonicalJson(written)

/** Canonical JSON has its members by name, so the kind stands right before the last two. */
const END_OF_LINE = /"kind":"([^"\\]*)","previous":"[\da-f]{64}","sequence":\d+\}$/
const LONGEST_END = 200

/**
 * Picks lines out of a file without checking them against those around them.
 * @param kinds those that are wanted: no other line is parsed
 */
export function lineOfKind(kinds: ReadonlySet<string>, text: string): Line | undefined {
  const kind = END_OF_LINE.exec(text.slice(-LONGEST_END))?.[1]
  if (kind === undefined || !kinds.has(kind)) return undefined
  try {
    return line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Longer than any entry, and short enough that no line can exhaust the memory. In characters. */
const LONGEST_LINE = 5_000_000

export type Verdict =
  /** `head` is the hash of the last line: with a copy of it, lines that were cut off at the end can be detected. */
  | { readonly ok: true; readonly lines: readonly Line[]; readonly head: string }
  | {
      readonly ok: false
      /** The lines before the break. */
      readonly lines: readonly Line[]
      /** Place of the first broken line, from 1. */
      readonly brokenAt: number
      readonly why: DisplayText
    }

/**
 * Checks each line against the one before, and names the first that does not hold. An edit, a line left out, put in or moved
 * is found. Lines cut off at the end are not: for that, `head` is compared with the one kept elsewhere.
 * @param values lines as they were parsed from JSON
 */
export function verifyChain(values: readonly unknown[]): Verdict {
  const lines: Line[] = []
  for (const value of values) {
    const line = faultOf(value, lines.at(-1))
    if (isMessage(line)) return { ok: false, lines, brokenAt: lines.length + 1, why: line }
    lines.push(line)
  }
  return { ok: true, lines, head: lines.at(-1)?.hash ?? BEFORE_THE_FIRST }
}

function faultOf(value: unknown, before: Before | undefined): Line | Message {
  const parsed = line.safeParse(value)
  if (!parsed.success) return messages.form
  const { hash, ...rest } = parsed.data
  const due = (before?.sequence ?? 0) + 1
  if (rest.sequence !== due) return messages.number({ found: rest.sequence, due })
  if (rest.previous !== (before?.hash ?? BEFORE_THE_FIRST)) return messages.notFollowing
  try {
    if (digestOf(rest) !== hash) return messages.otherHash
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return messages.notHashable
  }
  return parsed.data
}

/** What a chain continues from. */
export type Before = Pick<Line, 'sequence' | 'hash'>

/**
 * Checks the lines of a file, one after the other: each also has to be written exactly as this program writes it.
 * @param before the line before the first of them; absent where that is the first of the journal
 * @returns what is to be called with each; it gives the line, or why it does not hold
 */
export function lineAfterLine(before?: Before): (text: string) => Line | Message {
  let last = before
  return (text) => {
    if (text.length > LONGEST_LINE) return messages.tooLong
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return messages.notJson
    }
    const line = faultOf(value, last)
    if (isMessage(line)) return line
    if (writeLine(line) !== text) return messages.otherWriting
    last = line
    return line
  }
}

/** The verdict on them as a whole. @param before as for one after the other */
export function verifyText(texts: readonly string[], before?: Before): Verdict {
  const check = lineAfterLine(before)
  const lines: Line[] = []
  for (const text of texts) {
    const line = check(text)
    if (isMessage(line)) return { ok: false, lines, brokenAt: lines.length + 1, why: line }
    lines.push(line)
  }
  return { ok: true, lines, head: lines.at(-1)?.hash ?? BEFORE_THE_FIRST }
}
