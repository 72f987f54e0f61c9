import { defined } from '#machines/defined.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { ReportFormat } from '#machines/engine/report-formats.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { Line } from '../engagement/journal/chain.ts'
import type { FileToSave } from '../save-file.ts'
import { renderHtml } from './html.ts'
import { makeReport, type Report, writeReport } from './report.ts'

/** Valid file name from the environment's name and the UTC day. @param what for example `evidence` */
export function nameOf(
  { fileName }: Procedure,
  what: string,
  { environment = 'environment', isPractice, at }: { readonly environment?: string; readonly isPractice: boolean; readonly at: number },
  format: ReportFormat,
): string {
  const called = environment.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  return `${isPractice ? 'practice-' : ''}${fileName}-${what}-${called}-${new Date(at).toISOString().slice(0, 10)}.${format}`
}

/** A journal's report as a file. @param print makes a PDF of a page @param formatter the page's language; the data contains message IDs */
export async function reportFile(
  procedure: Procedure,
  format: ReportFormat,
  lines: readonly Line[],
  made: Pick<Report, 'madeAt' | 'madeBy' | 'app' | 'brand'>,
  print: (html: string) => Promise<Uint8Array>,
  formatter: Formatter,
): Promise<FileToSave> {
  const report = makeReport(procedure, lines, made)
  const { opened } = report.summary
  const of = { isPractice: opened?.practice !== undefined, at: report.madeAt, ...defined({ environment: opened?.environment.displayName }) }
  const name = nameOf(procedure, 'evidence', of, format)
  if (format === 'json') return { name, content: writeReport(report) }
  const page = renderHtml({ procedure, words: await procedure.reportWords() }, report, formatter)
  return { name, content: format === 'html' ? page : await print(page) }
}
