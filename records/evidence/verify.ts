import type { Procedure } from '../../machines/engine/procedure.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { reportFormatter } from '../../messages/report.ts'
import { withoutMark } from '../../services/json-text.ts'
import { checkMessages as messages } from './messages.ts'
import { type Checked, checkReport, LONGEST_REPORT } from './report.ts'

/** Which space a date has before AM differs between the versions of ICU that Electron and Node hold. */
const sameButForSpaces = (one: string, other: string): boolean => one.replaceAll(/\p{Zs}/gu, ' ') === other.replaceAll(/\p{Zs}/gu, ' ')

/**
 * Checks a report file of either form: JSON as the wizard writes it, or the page, which holds the same report and is made
 * again from it to see that nothing shown was edited.
 * @param procedure that the report is about
 * @param formatterOf the language that the page says it is in
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
