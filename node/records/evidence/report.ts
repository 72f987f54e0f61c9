import * as z from 'zod/mini'
import { type Brand, brand } from '#contract/brand.ts'
import { time } from '#contract/shapes.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { canonicalJson, digestOf } from '../../services/canonical-json.ts'
import { withoutMark } from '../../services/json-text.ts'
import { BEFORE_THE_FIRST, type Line, verifyChain } from '../engagement/journal/chain.ts'
import { checkMessages as messages } from './messages.ts'
import { type Summary, summarise } from './summary.ts'
import { summaryOfVersion1 } from './version-1.ts'

/** Version 1 had sentences instead of messages. */
export const REPORT_VERSION = 2

/** Longer than any journal, but bounded memory. */
export const LONGEST_REPORT = 64 * 1024 * 1024

const envelope = z.strictObject({
  format: z.literal('cmk-enablement-report'),
  version: z.number(),
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  madeAt: time,
  madeBy: z.string(),
  app: z.strictObject({ name: z.string(), version: z.string() }),
  brand: z.exactOptional(brand),
  /** Derived from the journal alone, and verified against it. */
  summary: z.record(z.string(), z.unknown()),
  journal: z.strictObject({ head: z.string(), lines: z.array(z.unknown()) }),
  /** SHA-256 of the canonical JSON of the rest. */
  digest: z.string(),
})

/** Shareable evidence of an engagement: the whole journal and its summary. */
export interface Report {
  readonly format: 'cmk-enablement-report'
  readonly version: number
  readonly madeAt: number
  readonly madeBy: string
  readonly app: { readonly name: string; readonly version: string }
  readonly brand?: Brand
  readonly summary: Summary
  readonly journal: { readonly head: string; readonly lines: readonly Line[] }
  readonly digest: string
}

/** @param procedure of the journal @param madeAt milliseconds since 1970-01-01T00:00:00Z, on the engagement's clock */
export function makeReport(
  procedure: Procedure,
  lines: readonly Line[],
  made: Pick<Report, 'madeAt' | 'madeBy' | 'app' | 'brand'>,
): Report {
  const rest = {
    format: 'cmk-enablement-report' as const,
    version: REPORT_VERSION,
    ...made,
    summary: summarise(procedure, lines),
    journal: { head: lines.at(-1)?.hash ?? BEFORE_THE_FIRST, lines },
  }
  return { ...rest, digest: digestOf(rest) }
}

/** One value has one text, so every changed byte is detected. */
export const writeReport = (report: Report): string => `${canonicalJson(report)}\n`

function expectedSummary(procedure: Procedure, version: number, lines: readonly Line[], told: Readonly<Record<string, unknown>>): unknown {
  if (version === REPORT_VERSION) return summarise(procedure, lines)
  const { operations, ...summary } = summaryOfVersion1(procedure, lines)
  // Version 1 reports lacked operations.
  return operations === undefined || !('operations' in told) ? summary : { ...summary, operations }
}

export type Checked = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly why: DisplayText }

const refused = (why: DisplayText): Checked => ({ ok: false, why })

/**
 * Checks an untrusted report: format, digest, chain, and that the summary matches the journal. Detects edits without a
 * new digest, but not a complete rewrite; for that, keep the journal's last hash elsewhere.
 * @param file its text
 */
export function checkReport(procedure: Procedure, file: string): Checked {
  const text = withoutMark(file)
  if (text.length > LONGEST_REPORT) return refused(messages.tooLong({ size: LONGEST_REPORT / 1024 / 1024 }))
  const read = readJson(text, LONGEST_REPORT)
  if (!read.ok) return refused(read.problem === 'not-json' ? messages.notJson : read.why)
  const parsed = envelope.safeParse(read.value)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.')
    return refused(place ? messages.otherAt({ place }) : messages.otherForm)
  }
  const { digest, ...rest } = parsed.data
  if (rest.version !== REPORT_VERSION && rest.version !== 1)
    return refused(messages.otherVersion({ version: rest.version, known: REPORT_VERSION }))
  try {
    const verdict = verifyChain(rest.journal.lines)
    if (!verdict.ok) return refused(messages.brokenLine({ line: verdict.brokenAt, why: verdict.why }))
    if (verdict.head !== rest.journal.head) return refused(messages.cutOff)
    const expected = expectedSummary(procedure, rest.version, verdict.lines, rest.summary)
    if (canonicalJson(rest.summary) !== canonicalJson(expected)) return refused(messages.otherSummary)
    if (digestOf(rest) !== digest) return refused(messages.otherDigest)
    if (`${canonicalJson(parsed.data)}\n` !== text) return refused(messages.otherWriting)
    const journal = { head: verdict.head, lines: verdict.lines }
    return { ok: true, report: { ...rest, summary: summarise(procedure, verdict.lines), journal, digest } }
  } catch (error) {
    if (error instanceof TypeError) return refused(messages.notHashable)
    throw error
  }
}
