import type { Procedure } from '#machines/engine/procedure.ts'
import type { Formatter } from '#messages/formatter.ts'
import { reportFormatter } from '#messages/report.ts'
import { withoutMark } from '../../services/json-text.ts'
import { checkMessages as messages } from './messages.ts'
import { type Checked, checkReport, LONGEST_REPORT } from './report.ts'

/** ICU versions of Electron and Node use different spaces before AM. */
const sameButForSpaces = (one: string, other: string): boolean => one.replaceAll(/\p{Zs}/gu, ' ') === other.replaceAll(/\p{Zs}/gu, ' ')

/**
 * Verifies a report as JSON, or as a page by rendering its embedded report again.
 * @param procedure of the report
 * @param formatterOf the page's declared language
 */
export async function verifyReportFile(
  procedure: Procedure,
  file: string,
  formatterOf: (locale: string) => Formatter | Promise<Formatter> = reportFormatter,
): Promise<Checked> {
  const text = withoutMark(file)
  if (!text.trimStart().startsWith('<')) return checkReport(procedure, text)
  if (text.length > LONGEST_REPORT * 2) return { ok: false, why: messages.pageTooLong }
  const [{ renderHtml }, { reportInHtml, localeOfHtml }] = await Promise.all([import('./html.ts'), import('./embedded.ts')])
  const inside = reportInHtml(text)
  if (inside === undefined) return { ok: false, why: messages.noReport }
  const checked = checkReport(procedure, inside)
  if (!checked.ok) return checked
  const about = { procedure, words: await procedure.reportWords() }
  const page = renderHtml(about, checked.report, await formatterOf(localeOfHtml(text)))
  return sameButForSpaces(page, text) ? checked : { ok: false, why: messages.otherPage }
}
