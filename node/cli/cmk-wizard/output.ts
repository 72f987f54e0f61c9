export interface Stream {
  /** @param done gets an error where no one received it */
  write(text: string, done?: (error?: Error | null) => void): unknown
  readonly isTTY?: boolean
}

/** Characters that control a terminal, are invisible, or reverse the direction. Keeps the emoji joiner; line breaks are the caller's. */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu

const inHex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)

/**
 * Pipelines take commands from a program's output, such as one that says the step succeeded: Azure Pipelines and the older form of GitHub Actions
 * anywhere in a line, the newer form at its start. Who can rename an environment isn't who runs the pipeline.
 */
const COMMAND = /(?<=##[a-z]*)\[/gi
const COMMAND_AT_START = /^(\s*):(?=:)/

/** Shows each invisible character by its code, in one line, and what would begin a pipeline's command. */
export const visible = (text: string): string =>
  text
    .replaceAll(UNSEEN, (character) => (character === '\n' ? ' ' : `\\u{${inHex(character)}}`))
    .replaceAll(COMMAND, '\\u{5b}')
    .replace(COMMAND_AT_START, '$1\\u{3a}')

/** Whether a pipeline would take a line of a text for its command. For what can't be written otherwise, such as a script. */
export const commandsPipeline = (text: string): boolean =>
  text.search(COMMAND) >= 0 || text.split('\n').some((line) => COMMAND_AT_START.test(line))

const asUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`

/** Escapes invisible characters, and what would begin a pipeline's command: readers get the same text, a terminal no command. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2)
    .replaceAll(UNSEEN, (character) =>
      character === '\n' ? character : Array.from({ length: character.length }, (_, at) => asUnit(character.charCodeAt(at))).join(''),
    )
    .replaceAll(COMMAND, asUnit(0x5b))

const COLORS = { good: '32', bad: '31', warn: '33', strong: '1', weak: '2' } as const
export type Color = keyof typeof COLORS
export type Paint = (color: Color, text: string) => string

/** Colors only at a terminal, respecting https://no-color.org. */
export function paintFor({ isTTY }: Stream, environment: Readonly<Record<string, string | undefined>>): Paint {
  const isOn = isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
  return (color, text) => (isOn ? `\u001b[${COLORS[color]}m${text}\u001b[0m` : text)
}
