import type { Brand } from '#contract/brand.ts'
import type { Procedure, ReportWords } from '#machines/engine/procedure.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { DATE, dateWriter, TIME } from '#messages/dates.ts'
import { escapeHtml } from '#messages/escape-html.ts'
import type { Formatter } from '#messages/formatter.ts'

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

/** For screen and paper. Statuses have words, not only colors. */
const REPORT_STYLE = `
:root { color-scheme: light; font: 14px/1.45 'Segoe UI', system-ui, sans-serif; color: #1b1a19; }
body { margin: 32px auto; max-width: 1040px; padding: 0 24px; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 12px; }
h2 { font-size: 20px; margin: 32px 0 8px; break-after: avoid; }
.practice { background: #5c2e91; color: #fff; font-weight: 600; padding: 8px 12px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: #605e5c; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 12px 0 20px; table-layout: fixed; }
caption { text-align: left; font-weight: 600; padding: 4px 0; }
th, td { text-align: left; vertical-align: top; padding: 6px 8px; border-bottom: 1px solid #d2d0ce; overflow-wrap: anywhere; }
th { color: #605e5c; font-weight: 600; border-bottom: 2px solid #8a8886; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
code { font: 12px/1.4 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; }
a { color: #0b5394; }
.pass { color: #0e700e; font-weight: 600; }
.fail { color: #b10e1c; font-weight: 600; }
.warning, .unknown { color: #8a3707; font-weight: 600; }
.outcome { font-weight: 600; }
.brand { display: flex; align-items: center; gap: 12px; margin: 0 0 20px; }
.brand img { max-height: 56px; max-width: 240px; }
.executive { border-bottom: 2px solid #8a8886; margin: 0 0 32px; padding: 0 0 16px; }
.executive .verdict { font-size: 20px; margin: 8px 0 16px; }
.executive caption { font-size: 20px; margin: 16px 0 0; }
.where { color: #605e5c; margin: 0; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } .executive { border: 0; break-after: page; } a { color: inherit; } }
`.trim()

/** A printable page without scripts or external styles and images. @param body HTML, ending with a line break */
export const documentOf = (locale: string, title: string, brand: Brand | undefined, body: string): string =>
  `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(brand)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${REPORT_STYLE}</style></head>
<body>${brandOf(brand)}${body}</body></html>
`

export const formattedIn = (formatter: Formatter): Formatted =>
  Object.assign((text: DisplayText) => escapeHtml(formatter.text(text)), { utc: utcIn(formatter.locale) })
