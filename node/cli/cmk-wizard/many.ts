import { defined } from '#machines/defined.ts'
import { defect } from '#machines/engine/step/problems.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { sameId } from '#machines/procedure/ids.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { Engagement } from '../../records/engagement/engagement.ts'
import type { Holder } from '../../records/engagement/lock.ts'
import type { Listed as ListedRecord } from '../../records/engagement/store.ts'
import { type AtOnce, type Cut, forEach, type NoResult } from './at-once.ts'
import { type Found, findEnvironments, problemOf, type Told, type Wanted } from './environments.ts'
import { OF_THE_KEY } from './grammar.ts'
import { messages } from './messages.ts'
import { type Opening, type OpeningOptions, openTarget } from './opening.ts'
import { type Read, readAll, type Subject } from './reading.ts'
import { engagementsIn, recordNameOf, recordOf, type Unreadable, unreadableIn, unreadableOf } from './records.ts'
import type { CustomerResult, ProblemResult } from './results.ts'
import { kindOf, type Target } from './targets.ts'
import type { Named } from './unread.ts'

export interface ManyOptions<Each> extends OpeningOptions, AtOnce {
  readonly records: readonly ListedRecord[]
  /** Folder of the records: reads only recorded environments. */
  readonly ofRecords?: string
  /** What can't be suggested. */
  readonly named?: Named
  readonly result: (subject: Subject, read: Read) => Each
  /** Builds the result of an unread or canceled environment. */
  readonly unread: (place: { readonly id: string; readonly name: string; readonly type?: string }, why: Unread) => Each
}

export type Unread = { readonly state: 'canceled' } | { readonly state: 'not-read'; readonly problem?: ProblemResult }

export type Opened = Opening & { readonly ok: true }

interface Planned<Each> {
  readonly customer: Omit<CustomerResult<Each>, 'environments'>
  readonly opened?: Opened
  readonly found: readonly Found[]
}

/** A customer to open, or an environment to read. */
type Work =
  | { readonly target: Target; readonly at: number }
  | { readonly each: Found; readonly opened?: Opened; readonly at: number; readonly tenantId: string }

type Came<Each> = { readonly at: number } & ({ readonly planned: Planned<Each> } | { readonly environment: Each })

export interface ManyRead<Each> {
  readonly customers: readonly CustomerResult<Each>[]
  readonly partial?: Cut
}

/**
 * Reads all targets' environments in parallel, while other targets are still being opened. Failures stay in their own result. Every named
 * environment has a result; a customer whose environments couldn't be listed has a problem or is canceled.
 */
export async function readMany<Each>(targets: readonly Target[], options: ManyOptions<Each>): Promise<ManyRead<Each>> {
  const { formatter } = options
  const counted = { begun: 0, known: 0 }
  const { results, partial } = await forEach<Work, Came<Each>>(
    targets.map((target, at) => ({ target, at })),
    (work) => ('target' in work ? laneOf(work.target) : work.tenantId),
    async (work, add) => {
      const { at } = work
      if (!('target' in work)) return { at, environment: await readFound(work, targets[at], counted, options) }
      const planned = await openAndFind<Each>(work.target, options)
      const { opened, found } = planned
      counted.known += found.length
      add(found.map((each) => ({ each, at, tenantId: planned.customer.tenantId ?? '', ...defined({ opened }) })))
      return { at, planned }
    },
    (work, why) => {
      const { at } = work
      if (!('target' in work)) return { at, environment: options.unread(placeOf(work.each), unreadWithout(formatter, why)) }
      const { target } = work
      const customer = { customer: nameOf(target), ...kindOf(target), ...customerWithout(formatter, why) }
      return { at, planned: { customer, found: [] } }
    },
    options,
  )
  const environmentsOf = (at: number): readonly Each[] =>
    results.flatMap((came) => (came.at === at && 'environment' in came ? [came.environment] : []))
  const customers = results.flatMap((came) => {
    if (!('planned' in came)) return []
    const { at, planned } = came
    const { customer, found } = planned
    return [{ ...customer, environments: found.length > 0 ? environmentsOf(at) : unreadOf(targets[at], customer, options.unread) }]
  })
  return { customers, ...defined({ partial }) }
}

async function readFound<Each>(
  { each, opened }: Exclude<Work, { readonly target: Target }>,
  target: Target | undefined,
  counted: { begun: number; readonly known: number },
  options: ManyOptions<Each>,
): Promise<Each> {
  const { formatter, progress, unread } = options
  counted.begun += 1
  if (!each.ok || !opened) return unread(placeOf(each), { state: 'not-read', problem: problemOf(formatter, notFound(each)) })
  const count = { environment: placeOf(each).name, number: counted.begun, total: counted.known }
  progress(formatter.text(target?.name === undefined ? messages.reading(count) : messages.readingOf({ ...count, customer: target.name })))
  return readOne(each.wanted, opened, options)
}

/** Named environments of an unopened customer have the customer's problem. */
export function unreadOf<Each>(
  target: Target | undefined,
  { canceled }: { readonly canceled?: true },
  unread: ManyOptions<Each>['unread'],
): readonly Each[] {
  if (!target || target.environments === 'all') return []
  return target.environments.map((named) => unread({ id: '', name: named }, { state: canceled ? 'canceled' : 'not-read' }))
}

/** A customer or environment that failed or was aborted. */
export const customerWithout = (formatter: Formatter, why: NoResult): Pick<CustomerResult<never>, 'canceled' | 'problem'> =>
  why.state === 'canceled' ? { canceled: true } : { problem: problemOf(formatter, why.state === 'failed' ? defect(why.error) : timedOut) }

const unreadWithout = (formatter: Formatter, why: NoResult): Unread => {
  const { canceled, problem } = customerWithout(formatter, why)
  return canceled ? { state: 'canceled' } : { state: 'not-read', ...defined({ problem }) }
}

const timedOut: Told = { title: messages.timedOut({ option: '--timeout' }), meaning: verbatim(''), remedy: messages.timedOutRemedy }

const notFound = (found: Found): Told => ({
  title: found.ok ? messages.notListed : found.why,
  meaning: verbatim(''),
  remedy: messages.notListedRemedy,
})

const unreadRecord = ({ id: record, why }: Unreadable): Told => ({
  title: messages.unreadRecord({ record }),
  meaning: why,
  remedy: messages.unreadRecordRemedy,
})

const placeOf = (found: Found) => {
  if (!found.ok) return { id: '', name: found.named }
  const { id, name = id, type } = found.wanted
  return { id, name, ...defined({ type }) }
}

export const nameOf = ({ name, opens }: Target): string => name ?? tenantOf(opens)

/** Targets in a lane share service limits. */
export const laneOf = ({ opens }: Target): string => tenantOf(opens).toLowerCase()

const tenantOf = (opens: Target['opens']): string =>
  'practice' in opens
    ? opens.practice.name
    : 'recording' in opens
      ? opens.recording.account.tenantId
      : ('unready' in opens ? opens.unready : opens.request).tenant

async function openAndFind<Each>(target: Target, options: ManyOptions<Each>): Promise<Planned<Each>> {
  const { formatter, signal, records, ofRecords } = options
  const kind = kindOf(target)
  const opened = await openTarget(target, options)
  if (!opened.ok) return { customer: { customer: nameOf(target), ...kind, problem: problemOf(formatter, opened.problem) }, found: [] }
  const { tenantId, tenantName, userName: account } = opened.open.tenant.account
  const customer = { customer: target.name ?? tenantName, tenantId, account, ...kind }
  if (ofRecords !== undefined && target.environments === 'all') {
    const found = recordedIn(records, tenantId)
    if (found.length > 0) return { customer, opened, found }
    const none = { title: messages.noRecordsOfTenant({ folder: ofRecords }), meaning: verbatim(''), remedy: messages.notListedRemedy }
    return { customer: { ...customer, problem: problemOf(formatter, none) }, found: [] }
  }
  const found = await findEnvironments(opened.open, target.environments, signal)
  if ('problem' in found) return { customer: { ...customer, problem: problemOf(formatter, found.problem) }, found: [] }
  return { customer, opened, found: found.found }
}

const recordedIn = (records: readonly ListedRecord[], tenantId: string): readonly Found[] => [
  ...engagementsIn(records)
    .filter(({ engagement }) => sameId(engagement.tenant.id, tenantId))
    .map(({ engagement: { environment } }): Found => ({ ok: true, wanted: wantedOf(environment) })),
  ...unreadableIn(records, tenantId).map((each): Found => ({ ok: true, wanted: { id: recordNameOf(each).split('_').at(-1) ?? each.id } })),
]

const wantedOf = ({ id, displayName: name, type }: Engagement['environment']): Wanted => ({ id, ...defined({ name, type }) })

async function readOne<Each>(wanted: Wanted, opened: Opened, options: ManyOptions<Each>): Promise<Each> {
  const { result, unread, records, signal, formatter, named } = options
  const decided = decidedFor(wanted, opened, records)
  if (!decided.ok) return unread(placeOf({ ok: true, wanted }), { state: 'not-read', problem: problemOf(formatter, decided.problem) })
  const { record, held, choices } = decided
  if (named && choices.policy !== undefined)
    return unread(placeOf({ ok: true, wanted }), { state: 'not-read', problem: problemOf(formatter, alreadyDecided) })
  const known = { ...(record ? wantedOf(record.environment) : {}), ...wanted }
  return result(
    { wanted: known, open: opened.open, choices, ...defined({ record, held }) },
    await readAll(opened.open, choices, record, signal, named),
  )
}

export const alreadyDecided: Told = {
  title: messages.decided({ options: OF_THE_KEY.map((option) => `--${option}`).join(', ') }),
  meaning: verbatim(''),
  remedy: verbatim(''),
}

type Decided =
  | { readonly ok: true; readonly choices: Choices; readonly record?: Engagement; readonly held?: Holder }
  | { readonly ok: false; readonly problem: Told }

/** Choices for an environment: recorded, of the practice case, or of the recording. */
export function decidedFor({ id }: Wanted, { open, scenario }: Opened, records: readonly ListedRecord[]): Decided {
  const place = { tenantId: open.tenant.account.tenantId, environmentId: id }
  const found = recordOf(records, place)
  const [unreadable] = found ? [] : unreadableOf(records, place)
  if (unreadable) return { ok: false, problem: unreadRecord(unreadable) }
  const own = scenario && sameId(scenario.environmentId, id) ? scenario.choices : open.recorded?.choices
  const { engagement: record, held } = found ?? {}
  return { ok: true, choices: { ...(record?.choices ?? own), environmentId: id }, ...defined({ record, held }) }
}
