import type { Formatter } from '#messages/formatter.ts'
import { helpText, optionLines } from '../help.ts'
import { definitionOf, GRAMMAR, type OptionName, VERBS, type Verb } from './grammar.ts'
import { helpMessages as messages } from './messages.ts'

export const PROGRAM = 'cmk-wizard'

const writtenOf = (name: OptionName, verb: Verb): string => {
  const { takes, short } = definitionOf(name, verb)
  return `--${name}${takes === undefined ? '' : ` ${takes}`}${short === undefined ? '' : `, -${short}`}`
}

export function help(formatter: Formatter, verb?: Verb): string {
  const { text } = formatter
  const headed = (heading: string, body: string): string => `${heading}\n${body}`
  if (verb === undefined) {
    const verbs = optionLines(
      formatter,
      VERBS.map((each) => [each, GRAMMAR[each].does]),
    )
    return `${helpText(
      formatter,
      `${PROGRAM} COMMAND [OPTION…]`,
      messages.purpose,
      headed(text(messages.commands), verbs),
      headed(text(messages.examples), examplesOf(formatter, ['environments', 'check', 'drift'])),
      messages.exitCodes,
      messages.output,
      [messages.more({ command: `${PROGRAM} help check` }), messages.version({ command: `${PROGRAM} --version` })].map(text).join('\n'),
    )}\n`
  }
  const { does, options, words } = GRAMMAR[verb]
  const lines = optionLines(
    formatter,
    options.map((each) => [writtenOf(each, verb), definitionOf(each, verb).does]),
  )
  const examples = examplesOf(formatter, [verb])
  return `${helpText(
    formatter,
    [PROGRAM, verb, ...(words ? [words.called] : []), '[OPTION…]'].join(' '),
    does,
    headed(text(messages.options), lines),
    ...(examples === '' ? [] : [headed(text(messages.examples), examples)]),
    messages.exitCodes,
  )}\n`
}

const examplesOf = ({ text }: Formatter, verbs: readonly Verb[]): string =>
  verbs.flatMap((verb) => GRAMMAR[verb].examples.map(([written, does]) => `  # ${text(does)}\n  ${PROGRAM} ${written}`)).join('\n')
