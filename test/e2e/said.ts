import { accented } from '../../tools/messages.mjs'
import { english } from '../english.ts'

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Words on screen, for what no message of the window says. Where a tour is taken in the pseudo-locale, they are found there as well, and
 * also where they are not translated: that is for the inspection of the place to say, not for the tour to break off at.
 * @param values names, which no language changes
 */
export function said(words: TemplateStringsArray, ...values: readonly string[]): RegExp {
  const withWords = (change: (text: string) => string) => escaped(String.raw({ raw: words.map(change) }, ...values))
  const plain = withWords((text) => text)
  return new RegExp(english.locale === 'en' ? plain : `${plain}|${withWords(accented)}`)
}

/** Exactly this text. */
export const wholly = (text: string): RegExp => new RegExp(`^${escaped(text)}$`)

/** One of several wordings, by a number for example. */
export const either = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'))
