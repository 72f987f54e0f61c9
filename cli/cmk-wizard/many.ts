import { defect } from '../../machines/engine/step/problems.ts'
import { verbatim } from '../../machines/messages/message.ts'
import { present } from '../../machines/present.ts'
import type { Choices } from '../../machines/procedure/choices.ts'
import type { Engagement } from '../../records/engagement/engagement.ts'
import type { Listed as ListedRecord } from '../../records/engagement/store.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'
import { type AtOnce, forEach } from './at-once.ts'
import { type Found, findEnvironments, problemOf, type Told, type Wanted } from './environments.ts'
import { messages } from './messages.ts'
import { type Opening, type OpeningOptions, openTarget } from './opening.ts'
import { type Read, readAll } from './reading.ts'
import { engagementsIn, recordOf } from './records.ts'
import type { CustomerResult, ProblemResult } from './results.ts'
import type { Target } from './targets.ts'

/** An environment in its tenant, with what the records know of it. */
export interface Subject {
  readonly wanted: Wanted
  readonly open: OpenTenant
  readonly record?: Engagement
  /** What was decided: in the record, else in the practice case. */
  readonly choices: Choices
}

export interface ManyOptions<Each> extends OpeningOptions, AtOnce {
  readonly records: readonly ListedRecord[]
  /** Only environments with a record, which is in this folder: without one there is nothing to compare with. */
  readonly ofRecords?: string
  /** What is made of one environment. */
  readonly result: (subject: Subject, read: Read) => Each
  /** What is said of one that couldn't be read. */
  readonly unread: (place: { readonly id: string; readonly name: string; readonly type?: string }, problem: ProblemResult) => Each
}

type Opened = Opening & { readonly ok: true }

interface Planned<Each> {
  readonly customer: Omit<CustomerResult<Each>, 'environments'>
  readonly opened?: Opened
  readonly found: readonly Found[]
}

/** Reads the environments of all targets, a few at a time. One that fails says so in its own result and stops no other. */
export async function readMany<Each>(targets: readonly Target[], options: ManyOptions<Each>): Promise<readonly CustomerResult<Each>[]> {
  const { formatter, progress } = options
  const planned = await forEach(
    targets,
    laneOf,
    (target) => openAndFind<Each>(target, options),
    (target, error): Planned<Each> => ({
      customer: { customer: nameOf(target), practice: false, problem: problemOf(formatter, defect(error)) },
      found: [],
    }),
    options,
  )
  const items = planned.flatMap(({ opened, found }, customer) => found.map((each) => ({ each, opened, customer })))
  const results = await forEach(
    items,
    ({ customer }) => planned[customer]?.customer.tenantId ?? '',
    async ({ each, opened }, place) => {
      if (!each.ok || !opened) return options.unread(placeOf(each), problemOf(formatter, notFound(each)))
      progress(formatter.text(messages.reading({ environment: placeOf(each).name, number: place + 1, total: items.length })))
      return readOne(each.wanted, opened, options)
    },
    ({ each }, error) => options.unread(placeOf(each), problemOf(formatter, defect(error))),
    options,
  )
  return planned.map(({ customer }, at) => ({
    ...customer,
    environments: results.filter((_result, place) => items[place]?.customer === at),
  }))
}

const notFound = (found: Found): Told => ({
  title: found.ok ? messages.notListed : found.why,
  meaning: verbatim(''),
  remedy: messages.notListedRemedy,
})

const placeOf = (found: Found) => {
  if (!found.ok) return { id: '', name: found.named }
  const { id, name = id, type } = found.wanted
  return { id, name, ...present({ type }) }
}

/** What a target is called before it is open. */
export const nameOf = ({ name, opens }: Target): string => name ?? ('practice' in opens ? opens.practice.name : opens.request.tenant)

/** Targets in one lane share the limits of their services. */
export const laneOf = ({ opens }: Target): string => ('practice' in opens ? opens.practice.name : opens.request.tenant.toLowerCase())

/** Signs in, and looks up which environments are meant. */
async function openAndFind<Each>(target: Target, options: ManyOptions<Each>): Promise<Planned<Each>> {
  const { formatter, signal, records, ofRecords } = options
  const practice = 'practice' in target.opens
  const opened = await openTarget(target, options)
  if (!opened.ok) return { customer: { customer: nameOf(target), practice, problem: problemOf(formatter, opened.problem) }, found: [] }
  const { tenantId, tenantName, userName: account } = opened.open.tenant.account
  const customer = { customer: target.name ?? tenantName, tenantId, account, practice }
  if (ofRecords !== undefined && target.environments === 'all') {
    const own = engagementsIn(records).filter(({ engagement }) => engagement.tenant.id.toLowerCase() === tenantId.toLowerCase())
    if (own.length === 0) {
      const none = { title: messages.noRecords({ folder: ofRecords }), meaning: verbatim(''), remedy: messages.notListedRemedy }
      return { customer: { ...customer, problem: problemOf(formatter, none) }, found: [] }
    }
    return { customer, opened, found: own.map(({ engagement: { environment } }) => ({ ok: true, wanted: wantedOf(environment) })) }
  }
  const found = await findEnvironments(opened.open, target.environments, signal)
  if ('problem' in found) return { customer: { ...customer, problem: problemOf(formatter, found.problem) }, found: [] }
  return { customer, opened, found: found.found }
}

const wantedOf = ({ id, displayName: name, type }: Engagement['environment']): Wanted => ({ id, ...present({ name, type }) })

async function readOne<Each>(wanted: Wanted, { open, scenario }: Opened, { result, records, signal }: ManyOptions<Each>): Promise<Each> {
  const record = recordOf(records, open.tenant.account.tenantId, wanted.id)
  const decided = record?.choices ?? (scenario?.environmentId === wanted.id ? scenario.choices : {})
  const choices: Choices = { ...decided, environmentId: wanted.id }
  const known = { ...(record ? wantedOf(record.environment) : {}), ...wanted }
  return result({ wanted: known, open, choices, ...present({ record }) }, await readAll(open, choices, record, signal))
}
