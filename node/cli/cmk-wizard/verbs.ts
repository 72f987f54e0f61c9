import { defined } from '#machines/defined.ts'
import { refusedByPolicy } from '#machines/managed/refused.ts'
import { publicCloud } from '#machines/managed/settings.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { SCRIPT_LANGUAGES, type ScriptLanguage } from '#machines/procedure/script-languages.ts'
import type { ScriptFiles } from '../../exporters/script.ts'
import { ValueRefused } from '../../exporters/text.ts'
import { writePlan } from '../../exporters/write-script.ts'
import { inOneText } from '../demo/script.ts'
import { problemOf } from './environments.ts'
import { firstContact } from './first-contact.ts'
import type { Verb } from './grammar.ts'
import { checkedCases, comparedCases, junit } from './junit.ts'
import { listTargets } from './listing.ts'
import { type ManyOptions, type ManyRead, nameOf, readMany, unreadOf } from './many.ts'
import { customerMessages, messages, usageMessages } from './messages.ts'
import { cloudIds, cloudOf } from './opening.ts'
import { CHECK_CODES, checkedOf, driftSince, environmentOf, planOf, type Read, type Subject } from './reading.ts'
import { report, status, verify } from './record-verbs.ts'
import { recordsFor } from './records.ts'
import { saveFiles } from './report.ts'
import { type Checked, type ComparedEnvironment, type CustomerResult, type ExitCode, type Planned, worst } from './results.ts'
import type { Outcome, Running } from './running.ts'
import { kindOf, namedIn, type Target, targetsOf } from './targets.ts'
import { checkedLines, comparedLines, customerLines, plannedLines, problemLines, summaryLine, totalLine } from './told.ts'

const MOST_AT_ONCE = 32
const AT_ONCE = 4
/** A day in seconds. */
const LONGEST_TIMEOUT = 86_400

type Handler = (running: Running) => Promise<Outcome>

const reading =
  (handle: (running: Running, targets: readonly Target[], atOnce: number) => Promise<Outcome>): Handler =>
  async (running) => {
    const { command, variables } = running
    const atOnce = wholeNumber(command.value('at-once') ?? String(AT_ONCE), MOST_AT_ONCE)
    if (atOnce === undefined) return { refused: [usageMessages.between({ option: '--at-once', least: 1, most: MOST_AT_ONCE })] }
    if (command.has('json') && command.has('format')) return { refused: [usageMessages.notTogether({ one: '--json', other: '--format' })] }
    const timeout = command.value('timeout')
    const seconds = timeout === undefined ? undefined : wholeNumber(timeout, LONGEST_TIMEOUT)
    if (timeout !== undefined && seconds === undefined)
      return { refused: [usageMessages.between({ option: '--timeout', least: 1, most: LONGEST_TIMEOUT })] }
    if (seconds !== undefined) running.endIn(seconds * 1000)
    const targets = await targetsOf(command, variables, cloudIds(running.files))
    if (!targets.ok) return { refused: targets.why }
    const refused = await refusedTargets(targets.targets, running)
    return refused.length > 0 ? { refused } : handle(running, targets.targets, atOnce)
  }

function wholeNumber(written: string, most: number): number | undefined {
  const number = Number(written)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

/**
 * Why switches of Node.js, or an organization's policy, refuse a command: then nothing is read, not even permitted tenants.
 * Decision 0221: variables are ignored; switches that Node.js has already obeyed are refused.
 */
async function refusedTargets(targets: readonly Target[], { managed, files, switches = [] }: Running): Promise<readonly DisplayText[]> {
  const signingIn = targets.flatMap(({ name, opens }) =>
    'practice' in opens || 'recording' in opens ? [] : [{ name, request: 'unready' in opens ? opens.unready : opens.request }],
  )
  if (signingIn.length === 0) return []
  if (switches.length > 0) return [usageMessages.nodeSwitches({ options: switches.join(', ') })]
  const policy = await managed()
  if (policy === undefined) return []
  if ('problem' in policy) return [policy.problem.meaning, policy.problem.remedy]
  return signingIn.flatMap(({ name, request }) => {
    const cloud = publicCloud(cloudOf(request, files), files.customCloud?.cloud)
    const problem = refusedByPolicy(policy, { way: request.way, cloud })?.meaning
    if (problem === undefined) return []
    return [name === undefined ? problem : customerMessages.forCustomer({ customer: name, problem })]
  })
}

const HANDLERS: Readonly<Partial<Record<Verb, Handler>>> = {
  environments: reading(listTargets),
  check: reading(check),
  plan: reading(plan),
  drift: reading(drift),
  'first-contact': reading(firstContact),
  status,
  report,
  verify,
}

export async function verbs(running: Running): Promise<Outcome> {
  const handle = HANDLERS[running.command.verb]
  if (!handle) throw new Error(`No handler for ${running.command.verb}.`)
  return handle(running)
}

/** Exit code of all results; unopened ones count as unread. */
const worstOf = <Each extends { readonly state: string }>(
  customers: readonly CustomerResult<Each>[],
  codeOf: (each: Each) => ExitCode,
): ExitCode =>
  worst(
    customers.flatMap(({ problem, canceled, environments }) => [
      ...(problem ? [3 as const] : []),
      ...(canceled ? [130 as const] : []),
      ...environments.map(codeOf),
    ]),
  )

/** A plan is fine if only its own changes are left. */
const PLAN_CODES: Readonly<Record<Checked['state'], ExitCode>> = { ...CHECK_CODES, 'changes-planned': 0 }
const DRIFT_CODES: Readonly<Record<ComparedEnvironment['state'], ExitCode>> = {
  unchanged: 0,
  'no-baseline': 0,
  changed: 1,
  'not-read': 3,
  canceled: 130,
}

type Making<Each> = Pick<ManyOptions<Each>, 'result' | 'unread'> & { readonly ofRecords?: true }

async function readThem<Each>(
  running: Running,
  targets: readonly Target[],
  atOnce: number,
  { ofRecords, ...making }: Making<Each>,
): Promise<ManyRead<Each>> {
  const { command, variables } = running
  const { folder, all: records } = await recordsFor(command, variables)
  if (command.has('folder') && records.length === 0)
    return { customers: targets.map((target) => withoutRecords(running, target, folder, making.unread)) }
  return readMany(targets, {
    ...running,
    ...making,
    atOnce,
    records,
    ...defined({ named: namedIn(command) }),
    ...(ofRecords ? { ofRecords: folder } : {}),
  })
}

/** A named folder without records is probably the wrong one: nothing is read. */
const withoutRecords = <Each>(
  { formatter }: Running,
  target: Target,
  folder: string,
  unread: Making<Each>['unread'],
): CustomerResult<Each> => ({
  customer: nameOf(target),
  ...kindOf(target),
  problem: problemOf(formatter, { title: messages.noRecords({ folder }), meaning: verbatim(''), remedy: verbatim('') }),
  environments: unreadOf(target, {}, unread),
})

const placeOf = ({ wanted }: Subject, { readings }: Read) => environmentOf(wanted.id, readings, wanted)

async function check(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { command, formatter, now } = running
  const { customers, partial } = await readThem<Checked>(running, targets, atOnce, {
    result: (subject, read) => ({ ...placeOf(subject, read), ...checkedOf(running.formatter, read, subject) }),
    unread: (place, why) => ({ ...place, ...why, findings: [], unread: [], changes: [] }),
  })
  const exitCode = worstOf(customers, ({ state }) => CHECK_CODES[state])
  return {
    result: { verb: 'check', exitCode, customers, ...defined({ partial }) },
    lines: linesOf(running, customers, checkedLines(running)),
    ...(command.has('format') ? { raw: junit(formatter, { customers, ...defined({ partial }) }, CHECK_CODES, checkedCases, now()) } : {}),
  }
}

const isScriptLanguage = (word: string | undefined): word is ScriptLanguage => SCRIPT_LANGUAGES.some((each) => each === word)

async function plan(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { command, formatter, err } = running
  const asked = command.value('script')
  const language = isScriptLanguage(asked) ? asked : undefined
  const folder = command.value('out')
  if (folder !== undefined && !language) return { refused: [usageMessages.missing({ verb: '--out', missing: '--script LANGUAGE' })] }
  const [target, ...others] = targets
  if (language && (others.length > 0 || target?.environments === 'all' || (target?.environments.length ?? 0) > 1))
    return { refused: [usageMessages.missing({ verb: '--script', missing: '--environment ENVIRONMENT' })] }
  let script: ScriptFiles | undefined
  let refused: DisplayText | undefined
  const { customers, partial } = await readThem<Planned>(running, targets, atOnce, {
    result: (subject, read) => {
      const planned: Planned = { ...placeOf(subject, read), ...checkedOf(formatter, read, subject) }
      if (!language) return planned
      // What wasn't read may change the plan: an empty script would say that nothing is left.
      if (planned.unread.length > 0) {
        refused = messages.noScript
        return planned
      }
      try {
        script = writePlan(subject.open, planOf(read), language)
        return { ...planned, script: { language, files: Object.entries(script).map(([name, text]) => ({ name, text })) } }
      } catch (error) {
        if (!(error instanceof ValueRefused)) throw error
        refused = error.why
        return { ...planned, state: 'not-read', problem: { title: formatter.text(error.why), meaning: '', remedy: '' } }
      }
    },
    unread: (place, why) => ({ ...place, ...why, findings: [], unread: [], changes: [] }),
  })
  const exitCode = worstOf(customers, ({ state }) => PLAN_CODES[state])
  const lines = linesOf(running, customers, plannedLines(running))
  const result = { verb: 'plan', exitCode, customers, ...defined({ partial }) } as const
  if (!language || (script === undefined && refused === undefined)) return { result, lines }
  // Only the script goes to the output; notes go to the error stream.
  if (!command.has('json')) err.write(`${lines.join('\n')}\n`, (error) => (error ? running.lost?.() : undefined))
  if (refused !== undefined && !command.has('json')) err.write(`${formatter.text(refused)}\n`)
  if (script === undefined || folder === undefined) return { result, lines, raw: script === undefined ? '' : inOneText(script) }
  const why = await saveFiles(folder, script)
  if (why === undefined) return { result, lines, raw: '' }
  const problem = { title: formatter.text(why), meaning: '', remedy: '' }
  err.write(`${problemLines(running, problem).join('\n')}\n`)
  return { result: { ...result, exitCode: 3, problem }, lines, raw: '' }
}

async function drift(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { command, formatter, now } = running
  const { customers, partial } = await readThem<ComparedEnvironment>(running, targets, atOnce, {
    ofRecords: true,
    result: (subject, read) => ({
      ...placeOf(subject, read),
      ...driftSince(running.formatter, subject.record, read, subject.open.clock.now()),
    }),
    unread: (place, why) => ({ ...place, ...why, changes: [] }),
  })
  // A named environment without a baseline is an error. If none has one, nothing was compared.
  const named = targets.some(({ environments }) => environments !== 'all')
  const isCompared = customers.some(({ environments }) => environments.some(({ state }) => state !== 'no-baseline'))
  const codes = named || !isCompared ? { ...DRIFT_CODES, 'no-baseline': 3 as const } : DRIFT_CODES
  const exitCode = worstOf(customers, ({ state }) => codes[state])
  return {
    result: { verb: 'drift', exitCode, customers, ...defined({ partial }) },
    lines: linesOf(running, customers, comparedLines(running)),
    ...(command.has('format') ? { raw: junit(formatter, { customers, ...defined({ partial }) }, codes, comparedCases, now()) } : {}),
  }
}

function linesOf<Each extends Checked | ComparedEnvironment>(
  running: Running,
  customers: readonly CustomerResult<Each>[],
  lines: (each: Each) => readonly string[],
): readonly string[] {
  return [
    ...customers.flatMap((each) => [...customerLines(running, each, lines), '']),
    ...(customers.length > 1 ? customers.map((each) => summaryLine(running, each)) : []),
    totalLine(running, customers),
  ]
}
