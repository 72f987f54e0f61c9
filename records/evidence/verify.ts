import { type Checked, checkReport, LONGEST_REPORT } from './report.ts'

/**
 * Checks a report file of either form: JSON as the wizard writes it, or the page, which holds the same report and is made
 * again from it to see that nothing shown was edited.
 */
export async function verifyReportFile(text: string): Promise<Checked> {
  if (!text.trimStart().startsWith('<')) return checkReport(text)
  if (text.length > LONGEST_REPORT * 2) return { ok: false, why: 'The page is longer than any report of the wizard.' }
  const { renderHtml, reportInHtml } = await import('./html.ts')
  const inside = reportInHtml(text)
  if (inside === undefined) return { ok: false, why: 'The page holds no report of the wizard, or was cut off.' }
  const checked = checkReport(inside)
  if (!checked.ok) return checked
  if (renderHtml(checked.report) !== text)
    return {
      ok: false,
      why: 'The page does not show what the report inside it says, or was made by another version. The report inside holds.',
    }
  return checked
}
