import type { Brand } from '../../ipc/brand.ts'
import type { Procedure, ReportWords } from '../../machines/engine/procedure.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { DATE, dateWriter, TIME } from '../../messages/dates.ts'
import { escapeHtml } from '../../messages/escape-html.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { REPORT_STYLE } from './report-style.ts'

const TO_THE_SECOND = { ...DATE, ...TIME, second: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const

/** @returns writes a moment as the language does: to the second and in UTC, so that two readers in two places read the same */
export const utcIn = (locale: string): ((at: number) => string) => dateWriter(locale, TO_THE_SECOND)

/** A text in the report's language, escaped for the page. */
export interface Formatted {
  (text: DisplayText): string
  readonly utc: (at: number) => string
}

/** The procedure that a report is about, with what a report says of it. */
export interface About {
  readonly procedure: Procedure
  readonly words: ReportWords
}

const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** @param head of each column its name, or its name and width in per cent. @param rows of HTML */
export function table(
  t: Formatted,
  caption: DisplayText,
  head: readonly (DisplayText | readonly [DisplayText, number])[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return ''
  const header = head
    .map((cell) => (isWide(cell) ? `<th scope="col" style="width:${cell[1]}%">${t(cell[0])}</th>` : `<th scope="col">${t(cell)}</th>`))
    .join('')
  return `<table><caption>${t(caption)}</caption><thead><tr>${header}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`
}

const isWide = (cell: DisplayText | readonly [DisplayText, number]): cell is readonly [DisplayText, number] => Array.isArray(cell)

/** Whose page it is. */
export function brandOf(brand: Brand | undefined): string {
  if (!brand || (brand.name === '' && brand.logo === undefined)) return ''
  const logo = brand.logo === undefined ? '' : `<img src="${escapeHtml(brand.logo)}" alt="">`
  return `<p class="brand">${logo}<strong>${escapeHtml(brand.name)}</strong></p>`
}

/** Pictures only where the page brings one with it. */
const policyOf = (brand: Brand | undefined): string =>
  `default-src 'none'; style-src 'unsafe-inline'${brand?.logo === undefined ? '' : '; img-src data:'}`

/** A page that prints well: no script that runs, no style or picture from elsewhere. @param body HTML, with a line break at its end */
export const documentOf = (locale: string, title: string, brand: Brand | undefined, body: string): string =>
  `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(brand)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${REPORT_STYLE}</style></head>
<body>${brandOf(brand)}${body}</body></html>
`

/** Formats texts for a page, escaped. */
export const formattedIn = (formatter: Formatter): Formatted =>
  Object.assign((text: DisplayText) => escapeHtml(formatter.text(text)), { utc: utcIn(formatter.locale) })
