/** Compares what FormatJS doesn't: the branches of a message in two languages. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */

/**
 * @param {Element} element
 * @returns {readonly Element[][]} its branches; none where it has none
 */
const branchesOf = (element) =>
  element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options).map(({ value }) => value) : []

/**
 * @param {readonly Element[]} elements
 * @returns {Map<string, Set<string>>} for each value that decides between branches, with its kind: the names of the branches
 */
function choicesIn(elements) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map()
  /** @param {Element} each */
  const visit = (each) => {
    if (each.type === TYPE.plural || each.type === TYPE.select) {
      const choice = `${each.value}, ${each.type === TYPE.select ? 'select' : (each.pluralType ?? 'cardinal')}`
      const names = found.get(choice) ?? new Set()
      for (const name of Object.keys(each.options)) names.add(name)
      found.set(choice, names)
    }
    for (const branch of branchesOf(each)) branch.forEach(visit)
  }
  elements.forEach(visit)
  return found
}

/**
 * @param {readonly Element[]} elements
 * @returns {Set<string>} values that are said whichever branch is taken
 */
function alwaysSaid(elements) {
  /** @type {Set<string>} */
  const said = new Set()
  for (const each of elements) {
    if (each.type !== TYPE.literal && each.type !== TYPE.pound && each.type !== TYPE.tag) said.add(each.value)
    const [first, ...others] = branchesOf(each).map(alwaysSaid)
    for (const name of first ?? []) if (others.every((other) => other.has(name))) said.add(name)
  }
  return said
}

/**
 * @param {string} locale
 * @param {string} choice
 * @returns {Set<string> | undefined} the plural forms of the language; none for a choice between words
 */
function formsOf(locale, choice) {
  const kind = choice.endsWith('cardinal') ? 'cardinal' : choice.endsWith('ordinal') ? 'ordinal' : undefined
  return kind && new Set(new Intl.PluralRules(locale, { type: kind }).resolvedOptions().pluralCategories)
}

/**
 * @param {string} english in ICU MessageFormat
 * @param {string} translated
 * @param {string} locale of the translation
 * @returns {readonly string[]} what does not fit. A plural may lack a form that its language does not have, and may have one that English lacks.
 */
export function branchProblems(english, translated, locale) {
  const [source = [], target = []] = [english, translated].map((text) => parse(text, { captureLocation: false, ignoreTag: true }))
  const choices = choicesIn(target)
  const problems = [...choicesIn(source)].flatMap(([choice, wanted]) => {
    const names = choices.get(choice)
    if (names === undefined) return [`{${choice}} is missing`]
    const forms = formsOf(locale, choice)
    const missing = [...wanted].filter((name) => !names.has(name) && (forms === undefined || name.startsWith('=') || forms.has(name)))
    const extra = [...names].filter((name) => !wanted.has(name) && !forms?.has(name))
    return [
      ...missing.map((name) => `{${choice}} has no branch ${name}`),
      ...extra.map((name) => `{${choice}} has a branch ${name} that nothing chooses`),
    ]
  })
  const said = alwaysSaid(target)
  return [...problems, ...[...alwaysSaid(source)].filter((name) => !said.has(name)).map((name) => `a branch does not say {${name}}`)]
}
