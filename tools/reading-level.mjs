/** How long a paragraph of ours may be. What a document says is a value in a message, so its words don't count. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */

const MOST_WORDS = 40

/** @type {(text: string) => number} */
const wordsIn = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/**
 * @param {readonly Element[]} elements
 * @returns {string} the message with each value as one word, in its longest branches
 */
const longest = (elements) =>
  elements
    .map((each) => {
      if (each.type === TYPE.literal) return each.value
      if (each.type === TYPE.tag) return longest(each.children)
      if (each.type !== TYPE.plural && each.type !== TYPE.select) return '1'
      const branches = Object.values(each.options).map(({ value }) => longest(value))
      return branches.toSorted((a, b) => wordsIn(b) - wordsIn(a))[0] ?? ''
    })
    .join('')

/**
 * @param {string} text in ICU MessageFormat
 * @returns {number | undefined} how many words its longest paragraph has, where those are too many
 */
export function tooManyWords(text) {
  const most = Math.max(
    ...longest(parse(text, { ignoreTag: true }))
      .split('\n')
      .map(wordsIn),
  )
  return most > MOST_WORDS ? most : undefined
}
