import type { Brand } from '../../ipc/brand.ts'
import type { Procedure, ReportWords } from '../../machines/engine/procedure.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { DATE, dateWriter, TIME } from '../../messages/dates.ts'
import { escapeHtml } from '../../messages/escape-html.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { REPORT_STYLE } from './report-style.ts'

const TO_THE_SECOND = { ...DATE, ...TIME, second: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const

/** @returns formats to the second in UTC, so that readers in different places see the same */
export const utcIn = (locale: string): ((at: number) => string) => dateWriter(locale, TO_THE_SECOND)

export interface Formatted {
  (text: DisplayText): string
  readonly utc: (at: number) => string
}

export interface About {
  readonly procedure: Procedure
  readonly words: ReportWords
}

const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** @param head column names, or names with widths in percent. @param rows HTML */
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

export function brandOf(brand: Brand | undefined): string {
  if (!brand || (brand.name === '' && brand.logo === undefined)) return ''
  const logo = brand.logo === undefined ? '' : `<img src="${escapeHtml(brand.logo)}" alt="">`
  return `<p class="brand">${logo}<strong>${escapeHtml(brand.name)}</strong></p>`
}

/** Images only from the page itself. */
const policyOf = (brand: Brand | undefined): string =>
  `default-src 'none'; style-src 'unsafe-inline'${brand?.logo === undefined ? '' : '; img-src data:'}`

/** A printable page without scripts or external styles and images. @param body HTML, ending with a line break */
export const documentOf = (locale: string, title: string, brand: Brand | undefined, body: string): string =>
  `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(brand)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${REPORT_STYLE}</style></head>
<body>${brandOf(brand)}${body}</body></html>
`

export const formattedIn = (formatter: Formatter): Formatted =>
  Object.assign((text: DisplayText) => escapeHtml(formatter.text(text)), { utc: utcIn(formatter.locale) })
