/**
 * Holds a language's catalog to its glossary, `messages/translating/glossary.<locale>.md`: Microsoft's terms, and the labels of its portals,
 * which stand in a text with the English label beside them.
 */

/**
 * @typedef {readonly { readonly english: string, readonly translated: string }[]} Rows
 * @typedef {{ readonly terms: Rows, readonly labels: Rows }} Glossary
 */

/** The heading of each table that is held to, as it is in every language's file. */
const [TERMS, LABELS] = ['## Checked terms', '## Portal labels']

/**
 * @param {string} document
 * @param {string} heading of a section with a table of two columns
 * @returns {Rows}
 */
function rowsBelow(document, heading) {
  const [, section] = document.split(`${heading}\n`)
  if (section === undefined) throw new Error(`The glossary has no section “${heading}”.`)
  return [...(section.split('\n## ', 1)[0] ?? '').matchAll(/^\| (.+?) \| (.+?) \|$/gmu)]
    .slice(1)
    .map(([, english = '', translated = '']) => ({ english, translated }))
    .filter(({ english }) => !english.startsWith('---'))
}

/**
 * @param {string} document a glossary in Markdown
 * @returns {Glossary}
 */
export const readGlossary = (document) => ({ terms: rowsBelow(document, TERMS), labels: rowsBelow(document, LABELS) })

/** @param {string} text */
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * @param {string} words of a glossary: `*` stands for any ending, a slash between spaces for “or”
 * @returns {string} the source of a pattern
 */
const anyOf = (words) =>
  words
    .split(' / ')
    .map((each) => each.split('*').map(escaped).join(String.raw`\p{L}*`))
    .join('|')

/**
 * An English term as a word of its own, in the singular or plural. Its case counts, but for the first letter: “key vault” is the thing, “Key Vault” a name.
 * @param {string} term
 */
const asTerm = (term) => {
  const [first = '', ...rest] = term
  const letter = first.toLowerCase() === first ? `[${first}${first.toUpperCase()}]` : first
  const ending = term.endsWith('y') ? '(?:y|ies)' : `${escaped(term.at(-1) ?? '')}s?`
  return new RegExp(String.raw`(?<![\p{L}-])${letter}${escaped(rest.slice(0, -1).join(''))}${ending}(?![\p{L}-])`, 'u')
}

/**
 * @param {string} text in ICU MessageFormat
 * @returns {string} the same without the names of its values, which are no words
 */
const withoutNames = (text) => text.replaceAll(/\{[a-z]\w*(?=[,}])/g, '{')

/**
 * @param {string} english in ICU MessageFormat
 * @param {string} text the same message in the language
 * @param {Glossary} glossary of the language
 * @returns {readonly string[]} where it leaves the glossary
 */
export function glossaryProblems(english, text, { terms, labels }) {
  const [said, translatedText] = [withoutNames(english), withoutNames(text)]
  const ofTerms = terms
    .filter(({ english: term, translated }) => asTerm(term).test(said) && !new RegExp(anyOf(translated), 'iu').test(translatedText))
    .map(({ english: term, translated }) => `“${term}” is “${translated}” by the glossary`)
  // The longest first: “Edit policy” isn't “Edit”.
  let left = said
  const unquoted = text.replaceAll(/[„“”«»]\s?/gu, '').replaceAll(/\s(?=\()/gu, ' ')
  const ofLabels = labels
    .toSorted((a, b) => b.english.length - a.english.length)
    .flatMap(({ english: label, translated }) => {
      // A text begins with a capital letter as a sentence or heading.
      const inEnglish = new RegExp(String.raw`(?<![\p{L}-])(?<!^)${escaped(label)}(?![\p{L}-])`, 'gu')
      if (!inEnglish.test(left)) return []
      left = left.replaceAll(inEnglish, ' ')
      if (unquoted.includes(`${label} (${translated}`) || unquoted.includes(`${translated} (${label})`)) return []
      // “Managed Environments (…)” shows a longer label, which the English has as well.
      const beside = [...unquoted.matchAll(new RegExp(String.raw`(\S*) ?${escaped(label)} \(`, 'gu'))]
      const otherwise = beside.some(([, word]) => word === '' || !english.includes(`${word} ${label}`)) || unquoted.includes(`(${label})`)
      return otherwise || (label.includes(' ') && !unquoted.includes(label))
        ? [`the label “${label}” is shown as “${label} (${translated})” by the glossary`]
        : []
    })
  return [...ofTerms, ...ofLabels]
}
