import { refusedByPolicy } from '../../machines/managed/refused.ts'
import { publicCloud } from '../../machines/managed/settings.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { SCRIPT_LANGUAGES, type ScriptLanguage } from '../../machines/procedure/script-languages.ts'
import type { ScriptFiles } from '../../scripts/script.ts'
import { ValueRefused } from '../../scripts/text.ts'
import { writePlan } from '../../scripts/write-plan.ts'
import { inOneText } from '../demo/script.ts'
import type { Verb } from './grammar.ts'
import { listTargets } from './listing.ts'
import { type ManyOptions, readMany, type Subject } from './many.ts'
import { customerMessages, usageMessages } from './messages.ts'
import { cloudOf } from './opening.ts'
import { checkedOf, driftSince, environmentOf, planOf, type Read } from './reading.ts'
import { report, status, verify } from './record-verbs.ts'
import { type Records, readRecords } from './records.ts'
import { type Checked, type ComparedEnvironment, type CustomerResult, type ExitCode, type Planned, worst } from './results.ts'
import type { Outcome, Running } from './running.ts'
import { type Target, targetsOf } from './targets.ts'
import { checkedLines, comparedLines, customerLines, plannedLines, totalLine } from './told.ts'

const MOST_AT_ONCE = 32
const AT_ONCE = 4

type Handler = (running: Running) => Promise<Outcome>

/** Verbs that read tenants. */
const reading =
  (handle: (running: Running, targets: readonly Target[], atOnce: number) => Promise<Outcome>): Handler =>
  async (running) => {
    const { command, variables } = running
    const asked = command.value('at-once')
    const atOnce = asked === undefined ? AT_ONCE : Number(asked)
    if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > MOST_AT_ONCE)
      return { refused: [usageMessages.between({ option: '--at-once', least: 1, most: MOST_AT_ONCE })] }
    const targets = await targetsOf(command, variables)
    if (!targets.ok) return { refused: targets.why }
    const refused = await refusedTargets(targets.targets, running)
    return refused.length > 0 ? { refused } : handle(running, targets.targets, atOnce)
  }

/** Why an organization's policy doesn't allow what a command asks for: nothing is read then, also of tenants that it allows. */
async function refusedTargets(targets: readonly Target[], { managed, files }: Running): Promise<readonly DisplayText[]> {
  const signingIn = targets.flatMap(({ name, opens }) => ('practice' in opens ? [] : [{ name, request: opens.request }]))
  const policy = signingIn.length === 0 ? undefined : await managed()
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
  status,
  report,
  verify,
}

/** Does what a command asks for. */
export async function verbs(running: Running): Promise<Outcome> {
  const handle = HANDLERS[running.command.verb]
  if (!handle) throw new Error(`No handler for ${running.command.verb}.`)
  return handle(running)
}

/** The exit code of all: what couldn't be opened counts as not read. */
const worstOf = <Each extends { readonly state: string }>(
  customers: readonly CustomerResult<Each>[],
  codeOf: (each: Each) => ExitCode,
): ExitCode => worst(customers.flatMap(({ problem, environments }) => [...(problem ? [3 as const] : []), ...environments.map(codeOf)]))

const CHECK_CODES: Readonly<Record<Checked['state'], ExitCode>> = {
  'in-order': 0,
  running: 0,
  'to-confirm': 1,
  'changes-planned': 1,
  'action-required': 1,
  'not-read': 3,
}
/** A plan is in order where nothing but its own changes is left. */
const PLAN_CODES: Readonly<Record<Checked['state'], ExitCode>> = { ...CHECK_CODES, 'changes-planned': 0 }
const DRIFT_CODES: Readonly<Record<ComparedEnvironment['state'], ExitCode>> = { unchanged: 0, 'no-baseline': 0, changed: 1, 'not-read': 3 }

type Making<Each> = Pick<ManyOptions<Each>, 'result' | 'unread'> & { readonly ofRecords?: true }

const NO_RECORDS: Records = { folder: '', all: [] }

async function readThem<Each>(running: Running, targets: readonly Target[], atOnce: number, { ofRecords, ...making }: Making<Each>) {
  const { command, variables } = running
  // Of a practice case nothing is recorded.
  const isPractice = command.has('practice') && !command.has('folder')
  const { folder, all: records } = isPractice ? NO_RECORDS : await readRecords(command, variables)
  return readMany(targets, { ...running, ...making, atOnce, records, ...(ofRecords ? { ofRecords: folder } : {}) })
}

const placeOf = ({ wanted }: Subject, { readings }: Read) => environmentOf(wanted.id, readings, wanted)

async function check(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const customers = await readThem<Checked>(running, targets, atOnce, {
    result: (subject, read) => ({ ...placeOf(subject, read), ...checkedOf(running.formatter, read) }),
    unread: (place, problem) => ({ ...place, state: 'not-read', findings: [], changes: [], problem }),
  })
  const exitCode = worstOf(customers, ({ state }) => CHECK_CODES[state])
  return {
    result: { verb: 'check', exitCode, customers },
    lines: linesOf(running, customers, checkedLines(running), CHECK_CODES),
  }
}

const isScriptLanguage = (word: string | undefined): word is ScriptLanguage => SCRIPT_LANGUAGES.some((each) => each === word)

async function plan(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { command, formatter, err } = running
  const asked = command.value('script')
  const language = isScriptLanguage(asked) ? asked : undefined
  const [target, ...others] = targets
  if (language && (others.length > 0 || target?.environments === 'all' || (target?.environments.length ?? 0) > 1))
    return { refused: [usageMessages.missing({ verb: '--script', missing: '--environment ENVIRONMENT' })] }
  let script: ScriptFiles | undefined
  let refused: DisplayText | undefined
  const customers = await readThem<Planned>(running, targets, atOnce, {
    result: (subject, read) => {
      const planned: Planned = { ...placeOf(subject, read), ...checkedOf(formatter, read) }
      if (!language) return planned
      try {
        script = writePlan(subject.open, planOf(read), language)
        return { ...planned, script: { language, files: Object.entries(script).map(([name, text]) => ({ name, text })) } }
      } catch (error) {
        if (!(error instanceof ValueRefused)) throw error
        refused = error.why
        return { ...planned, state: 'not-read', problem: { title: formatter.text(error.why), meaning: '', remedy: '' } }
      }
    },
    unread: (place, problem) => ({ ...place, state: 'not-read', findings: [], changes: [], problem }),
  })
  const exitCode = worstOf(customers, ({ state }) => PLAN_CODES[state])
  const lines = linesOf(running, customers, plannedLines(running), PLAN_CODES)
  const result = { verb: 'plan', exitCode, customers } as const
  if (!language || (script === undefined && refused === undefined)) return { result, lines }
  // Only the script is the result; what is to be known of it goes beside.
  if (!command.has('json')) err.write(`${lines.join('\n')}\n`)
  return { result, lines, raw: script === undefined ? '' : inOneText(script) }
}

async function drift(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const customers = await readThem<ComparedEnvironment>(running, targets, atOnce, {
    ofRecords: true,
    result: (subject, read) => ({
      ...placeOf(subject, read),
      ...driftSince(running.formatter, subject.record, read, subject.open.clock.now()),
    }),
    unread: (place, problem) => ({ ...place, state: 'not-read', changes: [], problem }),
  })
  // Asked for by name, an environment without a baseline can't be answered. Where none has one, nothing was compared.
  const named = targets.some(({ environments }) => environments !== 'all')
  const isCompared = customers.some(({ environments }) => environments.some(({ state }) => state !== 'no-baseline'))
  const codes = named || !isCompared ? { ...DRIFT_CODES, 'no-baseline': 3 as const } : DRIFT_CODES
  const exitCode = worstOf(customers, ({ state }) => codes[state])
  return {
    result: { verb: 'drift', exitCode, customers },
    lines: linesOf(running, customers, comparedLines(running), codes),
  }
}

function linesOf<State extends string, Each extends { readonly state: State }>(
  running: Running,
  customers: readonly CustomerResult<Each>[],
  lines: (each: Each) => readonly string[],
  codes: Readonly<Record<State, ExitCode>>,
): readonly string[] {
  const all = customers.flatMap(({ environments }) => environments)
  return [
    ...customers.flatMap((each) => [...customerLines(running, each, lines), '']),
    totalLine(
      running,
      all.map(({ state }) => codes[state]),
    ),
  ]
}
