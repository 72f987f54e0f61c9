export interface Stream {
  /** @param done gets an error where no one received it */
  write(text: string, done?: (error?: Error | null) => void): unknown
  readonly isTTY?: boolean
}

/** Characters that control a terminal, are invisible, or reverse the direction. Keeps the emoji joiner; line breaks are the caller's. */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu

const inHex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)

/** Shows each invisible character by its code, in one line. */
export const visible = (text: string): string =>
  text.replaceAll(UNSEEN, (character) => (character === '\n' ? ' ' : `\\u{${inHex(character)}}`))

const asUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`

/** Escapes invisible characters: readers get the same text, a terminal no command. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replaceAll(UNSEEN, (character) =>
    character === '\n' ? character : Array.from({ length: character.length }, (_, at) => asUnit(character.charCodeAt(at))).join(''),
  )

const COLORS = { good: '32', bad: '31', warn: '33', strong: '1', weak: '2' } as const
export type Color = keyof typeof COLORS
export type Paint = (color: Color, text: string) => string

/** Colors only at a terminal, respecting https://no-color.org. */
export function paintFor({ isTTY }: Stream, environment: Readonly<Record<string, string | undefined>>): Paint {
  const isOn = isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
  return (color, text) => (isOn ? `\u001b[${COLORS[color]}m${text}\u001b[0m` : text)
}
