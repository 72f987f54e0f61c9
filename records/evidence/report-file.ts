import type { Procedure } from '../../machines/engine/procedure.ts'
import type { ReportFormat } from '../../machines/engine/report-formats.ts'
import type { Formatter } from '../../messages/formatter.ts'
import type { Line } from '../engagement/journal/chain.ts'
import type { FileToSave } from '../save-file.ts'
import { renderHtml } from './html.ts'
import { makeReport, type Report, writeReport } from './report.ts'

/** A name that every file system takes, from what the environment is called, and the day in UTC. */
function nameOf({ fileName }: Procedure, { summary, madeAt }: Report, format: ReportFormat): string {
  const environment = (summary.opened?.environment.displayName ?? 'environment').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  const practice = summary.opened?.practice === undefined ? '' : 'practice-'
  return `${practice}${fileName}-evidence-${environment}-${new Date(madeAt).toISOString().slice(0, 10)}.${format}`
}

/**
 * The report of a journal as one file.
 * @param print makes a PDF of a page
 * @param formatter the page's language, which need not be the window's; the data names messages and is in none
 */
export async function reportFile(
  procedure: Procedure,
  format: ReportFormat,
  lines: readonly Line[],
  made: Pick<Report, 'madeAt' | 'madeBy' | 'app' | 'brand'>,
  print: (html: string) => Promise<Uint8Array>,
  formatter: Formatter,
): Promise<FileToSave> {
  const report = makeReport(procedure, lines, made)
  const name = nameOf(procedure, report, format)
  if (format === 'json') return { name, content: writeReport(report) }
  const page = renderHtml({ procedure, words: await procedure.reportWords() }, report, formatter)
  return { name, content: format === 'html' ? page : await print(page) }
}
