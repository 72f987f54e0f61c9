/** Japanese has its own parentheses, without spaces around them; those around Latin text alone are half-width, as the glossary says. */

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const OPENING = '(（'
const CLOSING = ')）'

/** @type {(opening: string, inside: string, closing: string) => boolean} */
const isRight = (opening, inside, closing) => `${opening}${closing}` === (JAPANESE.test(inside) ? '（）' : '()')

/**
 * @param {string} text in ICU MessageFormat
 * @param {string} locale
 * @returns {readonly string[]} each pair that is of the other kind, or mixed, with what it encloses
 */
export function wrongParentheses(text, locale) {
  if (locale.split('-')[0] !== 'ja') return []
  /** @type {number[]} */
  const open = []
  /** @type {string[]} */
  const wrong = []
  for (const [index, sign] of [...text].entries()) {
    if (OPENING.includes(sign)) open.push(index)
    const from = CLOSING.includes(sign) ? open.pop() : undefined
    if (from === undefined) continue
    const pair = [...text].slice(from, index + 1)
    if (!isRight(pair[0] ?? '', pair.slice(1, -1).join(''), sign)) wrong.push(pair.join(''))
  }
  return wrong
}
