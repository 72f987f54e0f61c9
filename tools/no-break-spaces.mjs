/** In French, a space stands before : ; ? ! and inside « », and a line must not break there. */

/**
 * @param {string} text in ICU MessageFormat
 * @param {string} locale
 * @returns {readonly string[]} what stands around an ordinary space at such a place
 */
export function breakingSpaces(text, locale) {
  if (locale.split('-')[0] !== 'fr') return []
  const around = [...text.matchAll(/\S* (?=([:;?!»]))/gu)].map(([before, sign]) => `${before}${sign}`)
  const inside = [...text.matchAll(/« \S*/gu)].map(([opening]) => opening)
  return [...around, ...inside].map((each) => each.replace(/^\{/, ''))
}
