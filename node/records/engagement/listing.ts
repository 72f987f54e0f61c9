import { defined } from '#machines/defined.ts'
import type { Pending } from '#machines/engine/action.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { RunsListedAs } from '#machines/engine/situation/carried-out.ts'
import { type Asked, type Situation, situationOf } from '#machines/engine/situation/situation.ts'
import type { Finding } from '#machines/engine/step/finding.ts'
import type { EngagementDate, EngagementRow, EngagementState, FinishedRun, StartView } from '#machines/engine/wizard/view.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { type Check, isInEffectBy, type ListedEngagement, withCheck } from '../customers/check.ts'
import type { KeptCustomers } from '../customers/customers-file.ts'
import { type NotStarted, notStarted, recordOfNotStarted } from '../customers/directory.ts'
import type { Engagement } from './engagement.ts'
import { isVerified, situationFactsOf } from './situation-facts.ts'
import type { Listed } from './store.ts'

/** Small, because the first page needs it before the procedure is loaded. */
export interface ListedAs extends RunsListedAs {
  environmentOf?(pending: Pending): string | undefined
  /** In place of a state's word, for a situation that has one. */
  headlineOf?(situation: Situation): DisplayText | undefined
  /** Choices exist that can be applied to others. */
  hasChosen?(choices: Engagement['choices']): boolean
  /** The services show the procedure's result. */
  isInEffect(findings: readonly Pick<Finding, 'key' | 'status'>[]): boolean
  /** Start of the period for a manual rotation. @param renewsAt the policy's renewal */
  rotateFrom?(key: { readonly expires: number; readonly renewsAt?: number | undefined }): number | undefined
  deletionOf?(lock: {
    readonly type: string | undefined
    readonly keyExpires: number | undefined
    readonly readAt: number
  }): EngagementRow['deletion']
}

function withDeletion(as: ListedAs, row: EngagementRow): EngagementRow {
  const { state, environmentType: type, keyExpires, checkedAt: readAt = row.savedAt, dates = [] } = row
  const deletion = state.kind === 'locked' ? as.deletionOf?.({ type, keyExpires, readAt }) : undefined
  if (!deletion) return row
  const { at } = deletion
  return { ...row, deletion, ...(at === undefined ? {} : { dates: inOrder([...dates, { kind: 'deleted', at }]) }) }
}

export function boardOf(
  as: ListedAs,
  listed: readonly Listed[],
  { customers, checks = {}, directories = [], problem }: KeptCustomers,
): Pick<StartView, 'engagements' | 'finished' | 'customersProblem'> {
  const own = new Map(customers.map((each) => [each.tenantId.toLowerCase(), each]))
  const begun = new Set(listed.map(({ id }) => id))
  const waits = waitsForOthers(as, listed)
  const rows = [
    ...listed.map((each) => rowOf(as, each, checks[each.id])),
    ...notStarted(directories, begun).map((each) => rowOfNotStarted(as, each, checks[each.id])),
  ].map((row) => withWait(row, waits.get(placeOf(row))))
  const engagements = rows.map((row) => {
    const kept = own.get(row.tenantId.toLowerCase())
    if (!kept) return row
    const { name, groups } = kept
    return {
      ...row,
      ...(name === undefined ? {} : { customer: name, tenantName: row.customer }),
      ...(groups.length > 0 ? { groups } : {}),
    }
  })
  return { engagements, ...finishedOf(as, listed, rows), ...(problem ? { customersProblem: problem } : {}) }
}

const placeOf = ({ tenantId, environmentId }: { readonly tenantId: string; readonly environmentId: string }): string =>
  `${tenantId} ${environmentId}`.toLowerCase()

/** Work for other environments: several can be added from one engagement. */
function waitsForOthers(as: ListedAs, listed: readonly Listed[]): ReadonlyMap<string, EngagementState> {
  return new Map(
    listed.flatMap((each) => {
      if (!each.ok) return []
      const { tenant, environment, operations } = each.engagement
      return Object.values(operations).flatMap(({ pending }) => {
        const environmentId = pending && as.environmentOf?.(pending)
        if (pending === undefined || environmentId === undefined || sameId(environmentId, environment.id)) return []
        const kind = as.underWay(pending, environmentId)
        if (kind === undefined) return []
        return [[placeOf({ tenantId: tenant.id, environmentId }), { kind, since: pending.since }]]
      })
    }),
  )
}

/** Older entries aren't read. */
const MOST_FINISHED = 20

/** Finished work by receipts, wherever it was started. */
function finishedOf(as: ListedAs, listed: readonly Listed[], rows: readonly EngagementRow[]): Pick<StartView, 'finished'> {
  const ids = new Map(rows.map((row) => [placeOf(row), row.id]))
  const finished = listed.flatMap((each) => {
    if (!each.ok) return []
    const { tenant, environment, steps, operations } = each.engagement
    const receipts = [...Object.values(steps), ...Object.values(operations)].flatMap((part) => part.receipts)
    return receipts.flatMap(({ at, pending, ended }): readonly FinishedRun[] => {
      if (pending === undefined || ended === undefined) return []
      const environmentId = as.environmentOf?.(pending) ?? environment.id
      const kind = as.underWay(pending, environmentId)
      const id = ids.get(placeOf({ tenantId: tenant.id, environmentId })) ?? each.id
      return kind === undefined ? [] : [{ id, kind, startedAt: at, ...(ended === 'failed' ? { failed: true } : {}) }]
    })
  })
  if (finished.length === 0) return {}
  return { finished: finished.toSorted((a, b) => b.startedAt - a.startedAt).slice(0, MOST_FINISHED) }
}

const QUIET: readonly EngagementState['kind'][] = ['not-started', 'open', 'ready', 'linked']

const withWait = (row: EngagementRow, wait: EngagementState | undefined): EngagementRow =>
  wait && QUIET.includes(row.state.kind) ? { ...row, state: wait } : row

export function rowOf(as: ListedAs, listed: Listed, check?: Check): EngagementRow {
  const { inTeam, held, note, here } = listed
  return {
    ...withDeletion(as, ownRow(as, listed, check)),
    ...defined({ inTeam, note, here, held: held && { user: held.user, host: held.host } }),
  }
}

/** Without a check, only its tenant has named it. A check of it says as much as one of an environment under work. */
export function rowOfNotStarted(as: ListedAs, each: NotStarted, check?: Check): EngagementRow {
  const listedAt = each.directory.at
  const record = recordOfNotStarted(each, Object.keys(check?.steps ?? {}))
  const row = withDeletion(as, ownRow(as, { id: each.id, ok: true, engagement: record }, check))
  return { ...row, listedAt, ...(check ? {} : { state: { kind: 'not-started', listedAt } }) }
}

function ownRow(as: ListedAs, listed: Listed, check: Check | undefined): EngagementRow {
  if (!listed.ok) {
    const unknown = { customer: '', environment: '', environmentId: '', tenantId: '', cloud: '', account: '', savedAt: 0, steps: [] }
    return { id: listed.id, ...unknown, state: { kind: 'closed', why: listed.why } }
  }
  const engagement = withCheck(listed.engagement, check, as.keyStep)
  const { tenant, environment, cloud, account, savedAt, keyExpires } = engagement
  const inEffect = isInEffectBy(listed.engagement, check, as.isInEffect(findingsOf(listed.engagement)))
  const situation = situationOf(situationFactsOf(as, engagement, { inEffect, isHeld: (listed.held ?? listed.here) !== undefined }))
  return {
    id: listed.id,
    customer: tenant.name,
    environment: environment.displayName ?? '',
    environmentId: environment.id,
    tenantId: tenant.id,
    ...defined({ environmentType: environment.type }),
    cloud: cloud.name,
    account: account.userName,
    savedAt,
    ...checkedAt(engagement),
    ...ofKey(as, keyExpires, engagement.rotation),
    ...datesOf(engagement),
    steps: stepsOf(engagement),
    state: stateOf(situation, defined({ headline: as.headlineOf?.(situation) })),
    ...(as.hasChosen?.(engagement.choices) ? { hasChosen: true } : {}),
  }
}

function ofKey(as: ListedAs, expires?: number, rotation?: Engagement['rotation']): Pick<EngagementRow, 'keyExpires' | 'rotateFrom'> {
  if (expires === undefined) return {}
  return {
    keyExpires: expires,
    ...defined({ rotateFrom: as.rotateFrom?.({ expires, renewsAt: rotation?.byPolicy ? rotation.at : undefined }) }),
  }
}

const findingsOf = ({ steps }: Engagement) => Object.values(steps).flatMap(({ findings }) => findings)

/** Whether the row quotes a finding, whose texts load only with an open tenant. */
export const quotesFinding = (listed: Listed): boolean =>
  listed.ok &&
  (Object.values(listed.engagement.steps).some(({ asks }) => asks) ||
    datesOf(listed.engagement).dates?.some(({ what }) => what !== undefined) === true)

/** Upcoming dates, as last read. A snooze ends with a newer change. */
function datesOf({ keyExpires, rotation, accessEnds, end }: Omit<Engagement, 'steps'>): Pick<EngagementRow, 'dates'> {
  const reviews = end?.reviews ?? []
  const snoozed = reviews.filter(
    (review, index) => !reviews.some((later, place) => place > index && later.step === review.step && later.key === review.key),
  )
  const dates: readonly EngagementDate[] = [
    ...(keyExpires === undefined ? [] : [{ kind: 'expires' as const, at: keyExpires }]),
    ...(rotation ? [{ kind: rotation.byPolicy ? ('renews' as const) : ('rotate' as const), at: rotation.at }] : []),
    ...(accessEnds === undefined ? [] : [{ kind: 'access-ends' as const, at: accessEnds }]),
    ...snoozed.flatMap(({ answer, until, what }) =>
      answer === 'snoozed' && until !== undefined ? [{ kind: 'comes-back' as const, at: until, what }] : [],
    ),
  ]
  return dates.length === 0 ? {} : { dates: inOrder(dates) }
}

const inOrder = (dates: readonly EngagementDate[]): readonly EngagementDate[] => dates.toSorted((a, b) => a.at - b.at)

type Steps = ListedEngagement['steps']

const firstOpen = (steps: Steps): number => Object.values(steps).findIndex((step) => !isVerified(step))

/** If all are verified, the last step is the end, as on the closing page. */
function checkedAt({ steps }: ListedEngagement): Pick<EngagementRow, 'checkedAt'> {
  const times = Object.values(steps).flatMap(({ readAt }) => readAt ?? [])
  if (times.length === 0) return {}
  return { checkedAt: (firstOpen(steps) === -1 ? Object.values(steps).at(-1)?.readAt : undefined) ?? Math.max(...times) }
}

function stepsOf({ steps }: ListedEngagement): EngagementRow['steps'] {
  const current = firstOpen(steps)
  return Object.values(steps).map((step, index) => {
    if (isVerified(step)) return 'verified'
    // A running operation has not failed.
    if (step.asks?.state === 'action-required' && !step.pending && !step.run) return 'action-required'
    return index === current ? 'current' : 'open'
  })
}

type Headed = Extract<EngagementState, { readonly kind: 'failed' }>

/** The situation in the list's own words, without a ranking of its own. */
function stateOf(situation: Situation, headline: Pick<Headed, 'headline'>): EngagementState {
  switch (situation.kind) {
    case 'locked': {
      const { asks, inAll, step, keyWorks } = situation
      return { kind: 'locked', ...(asks && askedIn({ step, asks, inAll })), ...(keyWorks ? { keyWorks } : {}) }
    }
    case 'yours':
      return { kind: 'action-required', ...askedIn(situation) }
    case 'question':
      return { kind: 'confirm', ...askedIn(situation) }
    case 'at-microsoft':
      return situation.run
    case 'stopped':
      return {
        kind: 'interrupted',
        step: situation.step ?? 1,
        of: situation.of,
        ...defined({ made: situation.made }),
        ...headline,
      }
    case 'scheduled':
      return { kind: 'scheduled', at: situation.startsAt }
    case 'ready':
      return { kind: 'ready', step: situation.step ?? 1, planned: situation.planned }
    case 'unread': {
      const { asks, inAll, step, isLinked } = situation
      if (isLinked) return { kind: 'linked' }
      return asks ? { kind: 'not-checked', ...askedIn({ step, asks, inAll }) } : { kind: 'open', step: step ?? 1 }
    }
    case 'failed':
      return { kind: 'failed', ...headline, ...defined({ step: situation.step }) }
    case 'writing':
      return { kind: 'writing', step: situation.step ?? 1 }
    case 'wrong-policy':
      return { kind: 'other-policy' }
    case 'done':
      return { kind: 'encrypted' }
  }
}

interface AskedAt {
  readonly step?: number | undefined
  readonly asks: Asked
  readonly inAll?: number | undefined
}

const askedIn = ({ step = 1, asks: { count, title, owner }, inAll = count }: AskedAt) => ({
  step,
  count,
  findings: inAll,
  why: title,
  owner,
})
