/* CSV for spreadsheets (RFC 4180) with untrusted names. A cell that looks like a formula could be executed: it gets an
   apostrophe in front, as OWASP recommends. */

/** Start of a formula for spreadsheets, also after spaces and in full-width forms. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

/** Keeps rows and cells intact. Other characters stay, because programs compare names. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

function cell(text: string): string {
  const plain = withoutControls(text)
  const defused = FORMULA.test(plain) || FORMULA.test(text) ? `'${plain}` : plain
  return `"${defused.replaceAll('"', '""')}"`
}

/** Spreadsheets expect a semicolon where the comma is the decimal sign. @param locale BCP 47 */
export const separatorIn = (locale: string): string => (new Intl.NumberFormat(locale).format(0.5).includes(',') ? ';' : ',')

/** UTF-8 with a byte order mark for Excel. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ','): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`
