import { parsedJson } from '#machines/parsed-json.ts'
import { canonicalJson } from '../../services/canonical-json.ts'
import { LONGEST_REPORT, type Report, writeReport } from './report.ts'

/** Delimits the embedded report, so that a page can be verified alone. */
const OPENS = '<script type="application/json" id="report">'
const CLOSES = '</script>'

/** Escapes `</script>` and characters that reverse text. */
export const embedded = (report: Report): string => `${OPENS}${escaped(writeReport(report))}${CLOSES}`

const escaped = (text: string): string =>
  text.replaceAll(/[<\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()].map((place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`).join(''),
  )

export const localeOfHtml = (page: string): string => /<html lang="([\w-]+)">/.exec(page)?.[1] ?? 'en'

/** Extracts the report from a page. @returns undefined if there is none */
export function reportInHtml(page: string): string | undefined {
  const from = page.lastIndexOf(OPENS)
  const to = page.indexOf(CLOSES, from + OPENS.length)
  if (from === -1 || to === -1) return undefined
  try {
    return `${canonicalJson(parsedJson(page.slice(from + OPENS.length, to), LONGEST_REPORT))}\n`
  } catch {
    return undefined
  }
}
