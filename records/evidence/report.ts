import * as z from 'zod/mini'
import { canonicalJson, digestOf } from '../../services/canonical-json.ts'
import { BEFORE_THE_FIRST, type Line, verifyChain } from '../engagement/journal/chain.ts'
import { type Summary, summarise } from './summary.ts'

export const REPORT_VERSION = 1

/** Longer than any journal of one environment, and short enough that no file can exhaust the memory. */
export const LONGEST_REPORT = 64 * 1024 * 1024

const envelope = z.strictObject({
  format: z.literal('cmk-enablement-report'),
  version: z.number(),
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  madeAt: z.number(),
  madeBy: z.string(),
  app: z.strictObject({ name: z.string(), version: z.string() }),
  /** What the journal says, for people. It is made of the journal alone, and held against it when the report is checked. */
  summary: z.record(z.string(), z.unknown()),
  journal: z.strictObject({ head: z.string(), lines: z.array(z.unknown()) }),
  /** SHA-256 over the canonical JSON of everything else. */
  digest: z.string(),
})

/** Evidence of one engagement that can be given away: the journal whole, and what it says. */
export interface Report {
  readonly format: 'cmk-enablement-report'
  readonly version: number
  readonly madeAt: number
  readonly madeBy: string
  readonly app: { readonly name: string; readonly version: string }
  readonly summary: Summary
  readonly journal: { readonly head: string; readonly lines: readonly Line[] }
  readonly digest: string
}

/**
 * Makes the report of a journal.
 * @param madeAt milliseconds since 1970-01-01T00:00:00Z, on the engagement's clock
 */
export function makeReport(lines: readonly Line[], made: Pick<Report, 'madeAt' | 'madeBy' | 'app'>): Report {
  const rest = {
    format: 'cmk-enablement-report' as const,
    version: REPORT_VERSION,
    ...made,
    summary: summarise(lines),
    journal: { head: lines.at(-1)?.hash ?? BEFORE_THE_FIRST, lines },
  }
  return { ...rest, digest: digestOf(rest) }
}

/** The report as it stands in a file: one value, one text, so that no byte of it can differ unseen. */
export const writeReport = (report: Report): string => `${canonicalJson(report)}\n`

/** Reports of earlier versions told nothing of what was carried out after the link. */
function asOf(told: Readonly<Record<string, unknown>>, { operations, ...summary }: Summary): Summary {
  return operations === undefined || !('operations' in told) ? summary : { ...summary, operations }
}

export type Checked = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly why: string }

const refused = (why: string): Checked => ({ ok: false, why })

/**
 * Reads a report that came from anywhere, and checks it: its form, its digest, the chain of its journal, and that its summary
 * is what the journal says. It shows edits to whoever can make no new digest; somebody who rewrites the whole report can. The
 * last hash of the journal, kept elsewhere, finds that too.
 * @param text of the file
 */
export function checkReport(text: string): Checked {
  if (text.length > LONGEST_REPORT)
    return refused(`The file is longer than ${LONGEST_REPORT / 1024 / 1024} MB. No report of the wizard is.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('The file is not whole JSON: it was cut off or edited.')
  }
  const parsed = envelope.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refused(
      `The file is not in the form of a report: ${issue?.path.join('.') || 'the whole'} ${issue?.message ?? 'cannot be read'}.`,
    )
  }
  const { digest, ...rest } = parsed.data
  if (rest.version !== REPORT_VERSION)
    return refused(
      `The report is of version ${rest.version}; this wizard knows version ${REPORT_VERSION}. Check it with the wizard that made it.`,
    )
  try {
    const verdict = verifyChain(rest.journal.lines)
    if (!verdict.ok) return refused(`Line ${verdict.brokenAt} of the journal is broken, the first that is. ${verdict.why}`)
    if (verdict.head !== rest.journal.head)
      return refused('The journal does not end with the line that the report names: lines were cut off.')
    const summary = asOf(rest.summary, summarise(verdict.lines))
    if (canonicalJson(rest.summary) !== canonicalJson(summary))
      return refused('The summary is not what the journal says. The journal itself holds.')
    if (digestOf(rest) !== digest) return refused('The report does not agree with its digest: what stands around the journal was edited.')
    const report: Report = { ...rest, summary, journal: { head: verdict.head, lines: verdict.lines }, digest }
    if (writeReport(report) !== text) return refused('The report is not written as the wizard writes it. What it says holds.')
    return { ok: true, report }
  } catch (error) {
    if (error instanceof TypeError) return refused(error.message)
    throw error
  }
}
