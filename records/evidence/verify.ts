import { english } from '../../messages/english.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { checkMessages as messages } from './messages.ts'
import { type Checked, checkReport, LONGEST_REPORT } from './report.ts'

/**
 * Checks a report file of either form: JSON as the wizard writes it, or the page, which holds the same report and is made
 * again from it to see that nothing shown was edited.
 * @param formatterOf the language that the page says it is in
 */
export async function verifyReportFile(text: string, formatterOf: (locale: string) => Formatter = () => english): Promise<Checked> {
  if (!text.trimStart().startsWith('<')) return checkReport(text)
  if (text.length > LONGEST_REPORT * 2) return { ok: false, why: messages.pageTooLong }
  const { renderHtml, reportInHtml, localeOfHtml } = await import('./html.ts')
  const inside = reportInHtml(text)
  if (inside === undefined) return { ok: false, why: messages.noReport }
  const checked = checkReport(inside)
  if (!checked.ok) return checked
  return renderHtml(checked.report, formatterOf(localeOfHtml(text))) === text ? checked : { ok: false, why: messages.otherPage }
}
