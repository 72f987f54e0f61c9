import { canonicalJson } from '../../services/canonical-json.ts'
import { type Report, writeReport } from './report.ts'

/** Between these is the report itself, so that the page can be checked without any other file. */
const OPENS = '<script type="application/json" id="report">'
const CLOSES = '</script>'

/** What can't be in the data of a page unescaped: `</script>` would end it, and some characters turn the text around. */
export const embedded = (report: Report): string => `${OPENS}${escaped(writeReport(report))}${CLOSES}`

const escaped = (text: string): string =>
  text.replaceAll(/[<\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()].map((place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`).join(''),
  )

/** The language that a page says it is in. */
export const localeOfHtml = (page: string): string => /<html lang="([\w-]+)">/.exec(page)?.[1] ?? 'en'

/** The report inside a page of the wizard's, as in a file of its own. @returns nothing when there is none */
export function reportInHtml(page: string): string | undefined {
  const from = page.lastIndexOf(OPENS)
  const to = page.indexOf(CLOSES, from + OPENS.length)
  if (from === -1 || to === -1) return undefined
  try {
    return `${canonicalJson(JSON.parse(page.slice(from + OPENS.length, to)))}\n`
  } catch {
    return undefined
  }
}
