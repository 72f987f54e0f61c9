/*
 * CSV as spreadsheets read it (RFC 4180), for names that someone else chose. A cell that begins like a formula would be computed by the
 * program that opens the file, and could start another one: it gets an apostrophe in front, as OWASP advises, which shows it as text.
 */

/** What spreadsheets take for a formula, also after spaces, and in the full-width forms that some of them turn into it. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

/** A row is one line, and a tab begins no cell. What else a name holds stays: programs compare the cells with names from elsewhere. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

function cell(text: string): string {
  const plain = withoutControls(text)
  const defused = FORMULA.test(plain) || FORMULA.test(text) ? `'${plain}` : plain
  return `"${defused.replaceAll('"', '""')}"`
}

/** Where a comma is the decimal sign, spreadsheets take only a semicolon between cells. @param locale BCP 47 */
export const separatorIn = (locale: string): string => (new Intl.NumberFormat(locale).format(0.5).includes(',') ? ';' : ',')

/** UTF-8 with the mark at its start by which Excel knows that it is. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ','): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`
