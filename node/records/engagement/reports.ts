import { REPORT_FORMATS, type ReportFormat } from '#machines/engine/report-formats.ts'

export interface ReportToKeep {
  readonly format: ReportFormat
  readonly content: string | Uint8Array
}

/** Immutable copy of a report beside the journal. */
export interface KeptReport {
  readonly name: string
  /** By the saver's clock, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly format: ReportFormat
  /** In bytes. */
  readonly size: number
}

/** Read limit in bytes. */
export const LARGEST_REPORT = 50 * 1024 * 1024

/** Copies in one millisecond. */
const MOST_AT_ONCE = 1_000

const NAME = /^report-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:\.\d{1,4})?\.(html|pdf|json)$/

/** Names that sort by time, with a counter for equal moments. */
function* namesFor({ format }: ReportToKeep, at: number): Generator<string> {
  const moment = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  yield `report-${moment}.${format}`
  for (let number = 2; number <= MOST_AT_ONCE; number++) yield `report-${moment}.${number}.${format}`
}

/** Parses a copy's name; undefined for others. */
function reportNamed(name: string, size: number): KeptReport | undefined {
  const [, hour, minutes, seconds, milliseconds, ending] = NAME.exec(name) ?? []
  const format = REPORT_FORMATS.find((each) => each === ending)
  const at = Date.parse(`${hour}:${minutes}:${seconds}.${milliseconds}Z`)
  return format && !Number.isNaN(at) ? { name, at, format, size } : undefined
}

/** Validates an untrusted name: only copies of reports are handed out. */
export const isReportName = (name: string): boolean => reportNamed(name, 0) !== undefined

/** Copies among files or blobs, newest first. */
export const keptReports = (files: readonly { readonly name: string; readonly size: number }[]): readonly KeptReport[] =>
  files.flatMap(({ name, size }) => reportNamed(name, size) ?? []).sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))

/** Stores a copy under a unique name. @param put returns false if the name has other content; equal content counts as stored */
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
