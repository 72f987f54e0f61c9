import { inspect } from 'node:util'
import { defined } from '#machines/defined.ts'
import { leftOutMessage } from '#machines/environment/left-out.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import { OFFERED } from '#messages/languages.ts'
import { version } from '../../../package.json'
import { realTimers } from '../../practice/clock.ts'
import { lazily } from '../../services/azure/lazily.ts'
import { withoutSecrets } from '../../services/azure/secrets-in-text.ts'
import { readStartFiles } from '../../services/identity/start-files.ts'
import { openTerminal } from '../terminal.ts'
import type { Cut } from './at-once.ts'
import { type Command, readCommand } from './command.ts'
import { completion } from './completion.ts'
import { customersSchema } from './customers.ts'
import { SHELLS, type Shell, type Verb } from './grammar.ts'
import { help, PROGRAM } from './help.ts'
import { messages, usageMessages } from './messages.ts'
import { commandsPipeline, paintFor, type Stream, safeJson, visible } from './output.ts'
import { type ExitCode, RESULT_VERSION, resultSchema } from './results.ts'
import type { Outcome, Running, Surroundings } from './running.ts'
import type { Variables } from './targets.ts'
import { createWaits } from './waiting.ts'

/** @param argv without the program's name */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { formatter, words, isOther } = await openTerminal(argv, surroundings.variables)
  const { out, err } = surroundings
  for (const variable of surroundings.leftOut ?? []) err.write(`${formatter.text(leftOutMessage(variable))}\n`)
  const read = readCommand(words)
  if (isOther) return refuse(formatter, err, [usageMessages.oneOf({ option: '--language', choices: OFFERED.join(', ') })])
  if (read.kind === 'help') {
    out.write(help(formatter, read.verb))
    return 0
  }
  if (read.kind === 'version') {
    out.write(`${version}\n`)
    return 0
  }
  if (read.kind === 'refused') return refuse(formatter, err, read.why, read.verb)
  const { command } = read
  const files = await readStartFiles(defined({ cloudFile: command.value('cloud-file'), authoritiesFile: command.value('ca-file') }))
  if (!files.ok) return refuse(formatter, err, [files.why], command.verb)
  const progress = command.has('quiet') ? () => undefined : (line: string) => void err.write(`${visible(line)}\n`)
  const said = command.has('json') ? () => undefined : progress
  const waits = createWaits(formatter, surroundings.timers ?? realTimers, said)
  const running = {
    ...surroundings,
    command,
    formatter,
    paint: paintFor(out, surroundings.variables),
    files: files.files,
    progress,
    waits,
    managed: lazily(() => waits.during(() => ({ for: messages.managedSettings }), surroundings.managed)),
  }
  const printed = printedAlone(command)
  if (printed !== undefined) {
    out.write(printed)
    return 0
  }
  const { verbs } = await import('./verbs.ts')
  const outcome = await verbs(running)
  if ('refused' in outcome) return refuse(formatter, err, outcome.refused, command.verb)
  if (!command.has('json') && commandsPipeline(outcome.raw ?? '')) {
    err.write(`${formatter.text(messages.wouldCommand({ option: '--out' }))}\n`)
    return 3
  }
  tell(running, outcome)
  if ('partial' in outcome.result && outcome.result.partial)
    err.write(`${formatter.text(messages.partial({ why: CUTS[outcome.result.partial] }))}\n`)
  return outcome.result.exitCode
}

function tell({ out, command, formatter, now }: Running, { result, lines, raw }: Exclude<Outcome, { refused: unknown }>): void {
  if (command.has('json')) {
    const frame = {
      format: 'cmk-wizard',
      version: RESULT_VERSION,
      verb: result.verb,
      wizard: version,
      language: formatter.locale,
      at: now(),
    } as const
    out.write(`${safeJson({ ...frame, ...result })}\n`)
  } else out.write(raw ?? (lines.length === 0 ? '' : `${lines.join('\n')}\n`))
}

function printedAlone({ verb, words }: Command): string | undefined {
  if (verb === 'schema') return `${JSON.stringify(words[0] === 'customers' ? customersSchema() : resultSchema(), undefined, 2)}\n`
  const shell = words[0]
  return verb === 'completion' && isShell(shell) ? completion(shell) : undefined
}

const isShell = (word: string | undefined): word is Shell => SHELLS.some((shell) => shell === word)

function refuse({ text }: Formatter, err: Stream, why: readonly DisplayText[], verb?: Verb): ExitCode {
  const command = verb === undefined || verb === 'help' ? `${PROGRAM} help` : `${PROGRAM} help ${verb}`
  err.write(`${[...why, usageMessages.seeHelp({ command })].map((each) => visible(text(each))).join('\n')}\n`)
  return 2
}

/** Node's system error codes, such as `ENOSPC`. Its own, such as `ERR_INVALID_ARG_TYPE`, are defects. */
const OF_SYSTEM = /^E[A-Z0-9]+$/

const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && OF_SYSTEM.test(error.code)

const shown = (text: string): string => visible(withoutSecrets(text))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : inspect(error, { depth: 0 }))

function stackOf(error: unknown): readonly string[] {
  if (isOfSystem(error) || !(error instanceof Error)) return []
  return (error.stack ?? '').split('\n').filter(Boolean).map(shown)
}

/**
 * Why a command failed: one line for system errors, with a stack for defects.
 * @param error the thrown value
 * @param say formats the line; if that fails too, the error stands alone
 */
export async function failureOf(error: unknown, say: (why: string) => Promise<string>): Promise<string> {
  const why = messageOf(error)
  try {
    return [shown(await say(why)), ...stackOf(error)].join('\n')
  } catch (second) {
    return [shown(`${PROGRAM}: ${why}`), ...stackOf(error), shown(messageOf(second)), ...stackOf(second)].join('\n')
  }
}

const isClosedOutput = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'

/** Reports a fatal error. @param error the thrown value */
export const failed = (argv: readonly string[], variables: Variables, error: unknown): Promise<string> =>
  failureOf(error, async (why) => {
    const { formatter } = await openTerminal(argv, variables)
    return formatter.text(isClosedOutput(error) ? messages.outputClosed : messages.failed({ error: why }))
  })

const CUTS = { canceled: messages.canceled, 'timed-out': messages.timeIsOver({ option: '--timeout' }) } as const satisfies Readonly<
  Record<Cut, DisplayText>
>

export const cutShort = async (argv: readonly string[], variables: Variables, why: Cut): Promise<string> =>
  (await openTerminal(argv, variables)).formatter.text(CUTS[why])
