import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'

const WIDTH = 120

/** Longer names get their own line. */
const LONGEST_BESIDE = 16

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export function optionLines({ text }: Formatter, options: readonly (readonly [written: string, does: DisplayText])[]): string {
  const indent = LONGEST_BESIDE + 3
  return options
    .flatMap(([written, does]) => {
      const [first = '', ...others] = wrapped(text(does), WIDTH - indent).map((line) => ' '.repeat(indent) + line)
      return written.length > LONGEST_BESIDE
        ? [`  ${written}`, first, ...others]
        : [`  ${written.padEnd(LONGEST_BESIDE)} ${first.trimStart()}`, ...others]
    })
    .join('\n')
}

/** Help text in paragraphs. A plain string is a command or formatted already. */
export const helpText = ({ text }: Formatter, ...parts: readonly (DisplayText | string)[]): string => parts.map(text).join('\n\n')
