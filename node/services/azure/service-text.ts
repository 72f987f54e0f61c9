import { inOneLine, UNSAFE } from '#machines/messages/one-line.ts'
import { withoutSecrets } from './secrets-in-text.ts'

const LINE_BREAKS = '\r\n\t\u2028\u2029'

const shorten = (value: string, most: number): string => {
  const characters = Array.from(value)
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : value
}

/** Above the longest known message, and short enough for a file. */
const LONGEST_MESSAGE = 4000

/** Invisible characters go first: between a token's, such as in UTF-16 read as UTF-8, they would hide it. */
const visible = (value: string): string => value.replaceAll(UNSAFE, (character) => (LINE_BREAKS.includes(character) ? character : ''))

/** Verbatim with line breaks, without secrets and invisible characters. */
export function messageText(value: string): string {
  const seen = withoutSecrets(visible(value.slice(0, 4 * LONGEST_MESSAGE)))
  return seen.trim() === '' ? '' : shorten(seen, LONGEST_MESSAGE)
}

/** The first 300 characters of an unreadable answer, as evidence. */
export function excerptOf(value: string): string {
  return shorten(
    withoutSecrets(visible(value.slice(0, 4000)))
      .replaceAll(/\s+/g, ' ')
      .trim(),
    300,
  )
}

/** The directory's limit for display names. */
const LONGEST_NAME = 256

const SEEN = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** A name on one line; empty if invisible. Keeps its spaces, because it is compared with recorded ones. */
export function nameText(value: string): string {
  const name = inOneLine(value.slice(0, 4 * LONGEST_NAME))
  return SEEN.test(name) ? shorten(name, LONGEST_NAME) : ''
}
