import { REPORT_FORMATS, type ReportFormat } from '../../machines/engine/report-formats.ts'

/** A report as it was saved. */
export interface ReportToKeep {
  readonly format: ReportFormat
  readonly content: string | Uint8Array
}

/** The copy of a report that is kept beside the log. It's never changed. */
export interface KeptReport {
  readonly name: string
  /** When it was saved, by the clock of who saved it. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly format: ReportFormat
  /** In bytes. */
  readonly size: number
}

/** The most that is read of one. In bytes. */
export const LARGEST_REPORT = 50 * 1024 * 1024

/** So many can be saved in one millisecond. */
const MOST_AT_ONCE = 1_000

const NAME = /^report-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:\.\d{1,4})?\.(html|pdf|json)$/

/** Names that sort by time; a further one where one of that moment is there. */
function* namesFor({ format }: ReportToKeep, at: number): Generator<string> {
  const moment = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  yield `report-${moment}.${format}`
  for (let number = 2; number <= MOST_AT_ONCE; number++) yield `report-${moment}.${number}.${format}`
}

/** What the name of a copy says; nothing for any other name. */
function reportNamed(name: string, size: number): KeptReport | undefined {
  const [, hour, minutes, seconds, milliseconds, ending] = NAME.exec(name) ?? []
  const format = REPORT_FORMATS.find((each) => each === ending)
  const at = Date.parse(`${hour}:${minutes}:${seconds}.${milliseconds}Z`)
  return format && !Number.isNaN(at) ? { name, at, format, size } : undefined
}

/** Whether something foreign can be the name of a copy: nothing else that is kept is ever handed out as one. */
export const isReportName = (name: string): boolean => reportNamed(name, 0) !== undefined

/** The copies among the files or blobs of an engagement, the newest first. */
export const keptReports = (files: readonly { readonly name: string; readonly size: number }[]): readonly KeptReport[] =>
  files.flatMap(({ name, size }) => reportNamed(name, size) ?? []).sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))

/**
 * Keeps a copy under a name that no other has.
 * @param put gives false where there is something else of that name; what is there already as it was given counts as kept
 */
export async function keepUnder(
  report: ReportToKeep,
  at: number,
  put: (name: string, content: Buffer) => Promise<boolean>,
): Promise<KeptReport> {
  const content = Buffer.from(report.content)
  for (const name of namesFor(report, at))
    if (await put(name, content)) return { name, at, format: report.format, size: content.byteLength }
  throw new Error('There is no name left for the copy of this report.')
}
