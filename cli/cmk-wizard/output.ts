/** A stream of a terminal or a pipe. */
export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/**
 * What could command a terminal, hide, or turn the reading direction around. The joiner inside emoji stays, and line breaks are the
 * caller's own.
 */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu

const inHex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)

/** One line of text, in which every unseen character is shown by its number. */
export const visible = (text: string): string =>
  text.replaceAll(UNSEEN, (character) => (character === '\n' ? ' ' : `\\u{${inHex(character)}}`))

const asUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`

/** JSON in which nothing unseen stands as it is: a reader gets the same text, a terminal no command. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replaceAll(UNSEEN, (character) =>
    character === '\n' ? character : Array.from({ length: character.length }, (_, at) => asUnit(character.charCodeAt(at))).join(''),
  )

const COLORS = { good: '32', bad: '31', warn: '33', strong: '1', weak: '2' } as const
export type Color = keyof typeof COLORS
export type Paint = (color: Color, text: string) => string

/** Colors only for a person at a terminal, and not for one who wants none (https://no-color.org). */
export function paintFor({ isTTY }: Stream, environment: Readonly<Record<string, string | undefined>>): Paint {
  const isOn = isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
  return (color, text) => (isOn ? `\u001b[${COLORS[color]}m${text}\u001b[0m` : text)
}
