import * as z from 'zod/mini'
import { time } from '#contract/shapes.ts'
import { type DisplayText, isMessage, type Message } from '#machines/messages/message.ts'
import { parsedJson, readJson } from '#machines/parsed-json.ts'
import { canonicalJson, digestOf } from '#node/services/canonical-json.ts'
import { chainMessages as messages } from './messages.ts'

/** A journal line. The chain ignores contents, so that older versions can check newer lines. */
const line = z.strictObject({
  /** From 1 without gaps. Defines the order; times don't. */
  sequence: z.int().check(z.positive()),
  /** Clock reading, milliseconds since 1970-01-01T00:00:00Z. */
  at: time,
  /** Milliseconds that the clock was set back since the previous line. */
  clockBack: z.exactOptional(z.number().check(z.positive())),
  kind: z.string(),
  content: z.record(z.string(), z.unknown()),
  /** Hash of the previous line; zeros in the first. */
  previous: z.string(),
  /** SHA-256 of the canonical JSON of the rest. */
  hash: z.string(),
})
export type Line = Readonly<z.infer<typeof line>>

export const BEFORE_THE_FIRST = '0'.repeat(64)

/**
 * Next line of a journal.
 * Decision 0061: a chain and no signature, because the person has no key.
 * @param before the last line; undefined for an empty journal
 * @param at clock reading, milliseconds since 1970-01-01T00:00:00Z; a clock set back is noted and doesn't reorder
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

export const writeLine = (written: Line): string => canonicalJson(written)

/** Canonical JSON sorts members, so the kind is third from the end. */
const END_OF_LINE = /"kind":"([^"\\]*)","previous":"[\da-f]{64}","sequence":\d+\}$/
const LONGEST_END = 200

/** Extracts lines without checking the chain. @param kinds to parse; other lines are skipped */
export function lineOfKind(kinds: ReadonlySet<string>, text: string): Line | undefined {
  const kind = END_OF_LINE.exec(text.slice(-LONGEST_END))?.[1]
  if (kind === undefined || !kinds.has(kind)) return undefined
  return line.safeParse(parsedJson(text, LONGEST_LINE)).data
}

/** In characters: longer than any entry, but bounded memory. */
export const LONGEST_LINE = 5_000_000

export type Verdict =
  /** `head`: the last line's hash; a separate copy detects truncation. */
  | { readonly ok: true; readonly lines: readonly Line[]; readonly head: string }
  | {
      readonly ok: false
      readonly lines: readonly Line[]
      /** First broken line, from 1. */
      readonly brokenAt: number
      readonly why: DisplayText
    }

/**
 * Checks each line against its predecessor and reports the first break: edited, missing, inserted or moved lines.
 * Truncation needs a separate copy of `head`.
 * @param values parsed lines
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

/** Last line before a chain. */
export type Before = Pick<Line, 'sequence' | 'hash'>

/**
 * Checks a file's lines in sequence, each also against this program's exact format.
 * @param before preceding line; absent for the start of the journal
 * @returns a function to call with each line; it returns the line or the error
 */
export function lineAfterLine(before?: Before): (text: string) => Line | Message {
  let last = before
  return (text) => {
    if (text.length > LONGEST_LINE) return messages.tooLong
    const read = readJson(text, LONGEST_LINE)
    if (!read.ok) return read.problem === 'not-json' ? messages.notJson : read.why
    const line = faultOf(read.value, last)
    if (isMessage(line)) return line
    if (writeLine(line) !== text) return messages.otherWriting
    last = line
    return line
  }
}

/** Verdict on all lines. @param before as for `lineAfterLine` */
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
