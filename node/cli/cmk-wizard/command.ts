import { parseArgs } from 'node:util'
import type { DisplayText } from '#machines/messages/message.ts'
import { definitionOf, GRAMMAR, isOption, isVerb, OPTIONS, type OptionName, SECRET_VARIABLES, VERBS, type Verb } from './grammar.ts'
import { usageMessages as messages } from './messages.ts'

export interface Command {
  readonly verb: Verb
  /** The first, if the option repeats. */
  value(option: OptionName): string | undefined
  values(option: OptionName): readonly string[]
  has(option: OptionName): boolean
  readonly words: readonly string[]
}

export type ReadCommand =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'help'; readonly verb?: Verb }
  | { readonly kind: 'version' }
  | { readonly kind: 'refused'; readonly why: readonly DisplayText[]; readonly verb?: Verb }

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

const AS_OPTIONS = Object.fromEntries(
  Object.keys(OPTIONS)
    .filter(isOption)
    .map((name) => {
      const { takes, short } = definitionOf(name)
      return [name, { type: takes === undefined ? ('boolean' as const) : ('string' as const), ...(short ? { short } : {}) }]
    }),
)

const LIKE_A_SECRET = /^(?:client-?|access-?)?(?:secret|password|passphrase|token)$/i

/** @param argv without the program's name and `--language` */
export function readCommand(argv: readonly string[]): ReadCommand {
  const [first = '', ...rest] = argv
  if (first === '--help' || first === '-h') return { kind: 'help' }
  if (first === '--version') return { kind: 'version' }
  const verbs = VERBS.join(', ')
  if (first === '') return { kind: 'refused', why: [messages.noVerb({ verbs })] }
  if (!isVerb(first)) {
    const isMisspelled = isPlain(first) && VERBS.some((verb) => isNear(verb, first))
    return { kind: 'refused', why: [isMisspelled ? messages.unknownVerb({ verb: first, verbs }) : messages.noVerb({ verbs })] }
  }
  // Decision 0211: not commander, which repeats the value that it refuses.
  const { tokens } = parseArgs({ args: rest, options: AS_OPTIONS, strict: false, tokens: true })
  const read = new Reader(first, tokens, rest)
  if (read.given.has('help')) return { kind: 'help', verb: first }
  if (first === 'help') return read.why.length > 0 ? refused(read) : helpFor(read.words[0])
  return read.why.length > 0 ? refused(read) : { kind: 'run', command: read.command() }
}

const refused = ({ verb, why }: Reader): ReadCommand => ({ kind: 'refused', verb, why })
const helpFor = (word: string | undefined): ReadCommand => ({ kind: 'help', ...(word !== undefined && isVerb(word) ? { verb: word } : {}) })

/** A plausible word, not a misplaced value. */
const isPlain = (word: string): boolean => /^[a-z-]{1,20}$/.test(word)

class Reader {
  readonly given = new Map<OptionName, string[]>()
  readonly words: string[] = []
  readonly why: DisplayText[] = []
  readonly verb: Verb
  readonly #extras = new Set<number>()
  readonly #args: readonly string[]

  constructor(verb: Verb, tokens: readonly Token[], args: readonly string[]) {
    this.verb = verb
    this.#args = args
    for (const token of tokens) if (token.kind === 'option') this.#option(token)
    // After an unknown option a word may be its value.
    if (this.why.length > 0) return
    for (const token of tokens) if (token.kind === 'positional') this.#word(token.value, token.index + 2)
    const { words } = GRAMMAR[verb]
    if (words && this.words.length < words.least) this.why.push(messages.missing({ verb, missing: words.called }))
  }

  command(): Command {
    const { verb, given, words } = this
    return {
      verb,
      words,
      value: (option) => given.get(option)?.[0],
      values: (option) => given.get(option) ?? [],
      has: (option) => given.has(option),
    }
  }

  #word(word: string, place: number): void {
    const { words } = GRAMMAR[this.verb]
    if (!words || this.words.length >= words.most) this.#extra(place)
    else if (words.choices && !words.choices.includes(word))
      this.why.push(messages.oneOf({ option: this.verb, choices: words.choices.join(', ') }))
    else this.words.push(word)
  }

  #option({ name, rawName, value, inlineValue, index }: Extract<Token, { kind: 'option' }>): void {
    const option = isOption(name) && GRAMMAR[this.verb].options.includes(name) ? name : undefined
    if (option === undefined) return void this.#unknown(rawName, index)
    const { takes, choices, repeats } = definitionOf(option, this.verb)
    const written = `--${option}`
    const known = this.given.get(option)
    if (takes === undefined) {
      if (inlineValue) this.why.push(messages.needsNoValue({ option: written }))
      else this.given.set(option, [])
    } else if (value === undefined || value === '' || (!inlineValue && value.startsWith('-')))
      this.why.push(messages.noValue({ option: written, takes }))
    else if (choices && !choices.includes(value)) this.why.push(messages.oneOf({ option: written, choices: choices.join(', ') }))
    else if (known && !repeats) this.why.push(messages.repeated({ option: written }))
    else this.given.set(option, [...(known ?? []), value])
  }

  #unknown(rawName: string, index: number): void {
    const written = rawName.replace(/^-+/, '')
    const near = GRAMMAR[this.verb].options.find((option) => isNear(option, written))
    if (LIKE_A_SECRET.test(written)) return void this.why.push(messages.secret({ variable: SECRET_VARIABLES.secret }))
    const isShown = isOptionName(this.#args[index] ?? '')
    if (!near && !isShown) return void this.#extra(index + 2)
    const problem = isShown
      ? messages.unknownOption({ verb: this.verb, option: rawName })
      : messages.extraWord({ place: index + 2, verb: this.verb })
    this.why.push(near ? messages.similar({ problem, option: `--${near}` }) : problem)
  }

  #extra(place: number): void {
    if (!this.#extras.has(place)) this.why.push(messages.extraWord({ place, verb: this.verb }))
    this.#extras.add(place)
  }
}

/** An option name without a value, which could be a secret. */
const isOptionName = (arg: string): boolean => /^(?:-[a-z]|--[a-z]+(?:-[a-z]+)?)(?:=|$)/.test(arg) && arg.length <= 24

/** One is a prefix of the other, or at most two letters differ. */
const isNear = (option: string, written: string): boolean =>
  written.length >= 3 && (option.startsWith(written) || written.startsWith(option) || distance(option, written) <= 2)

function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1]
    for (const [column, another] of [...other].entries())
      now.push(Math.min((now[column] ?? 0) + 1, (before[column + 1] ?? 0) + 1, (before[column] ?? 0) + Number(letter !== another)))
    before = now
  }
  return before[other.length] ?? 0
}
