import { defined } from '#machines/defined.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { messages as words } from '#machines/procedure/first-contact/messages.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import { type FirstContact, firstContactOf } from '#machines/procedure/first-contact/told.ts'
import { makeFirstContact } from '../../services/first-contact/contact.ts'
import { known } from '../../services/first-contact/known.ts'
import { writtenRecording } from '../../services/first-contact/read-recording.ts'
import { forEach } from './at-once.ts'
import { findEnvironments, problemOf, type Told } from './environments.ts'
import { OF_THE_KEY } from './grammar.ts'
import { alreadyDecided, customerWithout, decidedFor, laneOf, type Opened } from './many.ts'
import { messages, usageMessages } from './messages.ts'
import { openTarget } from './opening.ts'
import { visible } from './output.ts'
import { recordsFor } from './records.ts'
import { saveReport } from './report.ts'
import type { ProblemResult } from './results.ts'
import type { Outcome, Running } from './running.ts'
import { namedIn, type Target } from './targets.ts'
import { problemLines } from './told.ts'

type Came = { readonly recording: Recording } | { readonly problem?: ProblemResult; readonly canceled?: true }

/** Compares a tenant's answers with the known ones, and saves their structure if a person agrees. */
export async function firstContact(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { command, formatter, confirm } = running
  const file = command.value('out')
  if (file !== undefined && !confirm) return { refused: [usageMessages.needsPerson({ option: '--out', other: '--json' })] }
  if (command.values('environment').length > 1) return { refused: [usageMessages.repeated({ option: '--environment' })] }
  const without = (_: Target, why: Parameters<typeof customerWithout>[1]): Came => customerWithout(formatter, why)
  const { results, partial } = await forEach(targets, laneOf, (target) => meet(target, running), without, { ...running, atOnce })
  const [came = {}] = results
  const practice = targets.some(({ opens }) => 'practice' in opens)
  const nothing = { answers: 0, differences: [], held: [], refused: [], settled: [] }
  if (!('recording' in came)) {
    const result = {
      verb: 'first-contact',
      exitCode: came.canceled ? 130 : 3,
      practice,
      ...nothing,
      ...defined({ problem: came.problem, partial }),
    } as const
    return { result, lines: came.problem ? problemLines(running, came.problem) : [] }
  }
  const found = firstContactOf(came.recording, known)
  const isRead = found.held.length + found.differences.length > 0
  const { environmentId, policy } = came.recording.choices
  const isKeyRead = environmentId === undefined || policy !== undefined
  const problem = isRead ? (isKeyRead ? undefined : problemOf(formatter, keyNotRead)) : problemOf(formatter, told(messages.nothingRead))
  const written = writtenRecording(came.recording)
  const lines = linesOf(running, found, written)
  const saved = file !== undefined && confirm && isRead ? await save(running, file, lines, confirm, written) : {}
  const why = problem ?? saved.problem
  return {
    result: {
      verb: 'first-contact',
      exitCode: why ? 3 : found.differences.length > 0 ? 1 : 0,
      practice,
      ...resultOf(running, found),
      recording: { ...came.recording },
      ...defined({ file: saved.file, problem: why, partial }),
    },
    lines: file === undefined ? [...lines, ...(why ? problemLines(running, why) : [])] : [],
  }
}

const told = (title: DisplayText): Told => ({ title, meaning: verbatim(''), remedy: verbatim('') })

const keyNotRead: Told = {
  title: messages.keyNotRead,
  meaning: verbatim(''),
  remedy: messages.nameIt({ options: OF_THE_KEY.map((option) => `--${option}`).join(', ') }),
}

async function meet(target: Target, running: Running): Promise<Came> {
  const { formatter, progress, signal, command, variables } = running
  const problem = (why: Told): Came => ({ problem: problemOf(formatter, why) })
  const records = await recordsFor(command, variables)
  if (command.has('folder') && records.all.length === 0) return problem(told(messages.noRecords({ folder: records.folder })))
  const opened = await openTarget(target, running)
  if (!opened.ok) return problem(opened.problem)
  // A recording is compared as is.
  if (opened.open.recorded) return { recording: opened.open.recorded }
  progress(formatter.text(messages.comparing))
  const decided = await decide(target, opened, records.all, signal)
  if ('problem' in decided) return problem(decided.problem)
  const { subscriptionId, ...names } = namedIn(command) ?? {}
  if (namedIn(command) && decided.choices.policy) return problem(alreadyDecided)
  const open = { ...opened.open, suggested: { ...opened.open.suggested, ...names } }
  return { recording: await makeFirstContact(open, decided.choices, signal, subscriptionId) }
}

async function decide(
  { environments }: Target,
  opened: Opened,
  records: Parameters<typeof decidedFor>[2],
  signal: AbortSignal,
): Promise<{ readonly choices: Choices } | { readonly problem: Told }> {
  if (environments === 'all') return { choices: {} }
  const found = await findEnvironments(opened.open, environments, signal)
  if ('problem' in found) return found
  const [first] = found.found
  if (!first?.ok) return { problem: told(first ? first.why : messages.notListed) }
  const decided = decidedFor(first.wanted, opened, records)
  return decided.ok ? { choices: decided.choices } : { problem: decided.problem }
}

function resultOf({ formatter: { text } }: Running, { answers, differences, held, refused, settled }: FirstContact) {
  return {
    answers,
    held,
    refused,
    differences: differences.map(({ kind, operation, place, seen, title, meaning }) => ({
      kind,
      operation,
      place,
      seen,
      title: text(title),
      meaning: text(meaning),
    })),
    settled: settled.map(({ entry, found }) => ({ entry, found: text(found) })),
  }
}

function linesOf(
  { command, formatter: { text }, paint }: Running,
  { summary, differences, held, refused, settled }: FirstContact,
  written: string,
): readonly string[] {
  const headed = (heading: DisplayText, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('strong', text(heading)), ...lines]
  const shown = differences.flatMap(({ title, meaning, operation }) => [
    `  ${paint('warn', '!')} ${visible(text(title))}`,
    `    ${paint('weak', visible(operation))}`,
    `    ${text(meaning)}`,
  ])
  return [
    text(summary),
    ...headed(words.differs, shown),
    ...headed(
      words.refused,
      refused.map(({ operation, status, code }) => `  ${visible(`${operation}: ${status} ${code}`)}`),
    ),
    ...headed(
      words.settles,
      settled.length === 0
        ? []
        : [...settled.map(({ entry, found }) => `  ${entry}: ${visible(text(found))}`), `  ${text(words.settlesWhat)}`],
    ),
    ...headed(words.held, [`  ${text(messages.heldCount({ count: held.length }))}`]),
    ...(command.has('out') ? headed(words.file, [text(words.fileWhat), '', ...written.trimEnd().split('\n').map(visible)]) : []),
  ]
}

async function save(
  { command, formatter, out, err, progress }: Running,
  file: string,
  lines: readonly string[],
  confirm: NonNullable<Running['confirm']>,
  written: string,
): Promise<{ readonly file?: string; readonly problem?: ProblemResult }> {
  const shown = command.has('json') ? err : out
  shown.write(`${lines.join('\n')}\n`)
  if (!(await confirm(`${formatter.text(messages.agree({ file: visible(file), yes: 'yes' }))} `))) {
    progress(formatter.text(messages.notAgreed))
    return {}
  }
  const why = await saveReport(file, written)
  if (why) {
    err.write(`${visible(formatter.text(why))}\n`)
    return { problem: problemOf(formatter, told(why)) }
  }
  progress(formatter.text(messages.saved({ file })))
  return { file }
}
