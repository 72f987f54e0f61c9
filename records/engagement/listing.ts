import type { Pending } from '../../machines/engine/action.ts'
import type { Finding } from '../../machines/engine/step/finding.ts'
import type { EngagementDate, EngagementRow, EngagementState, StartView, UnderWay } from '../../machines/engine/wizard/view.ts'
import { present } from '../../machines/present.ts'
import { type Check, withCheck } from '../customers/check.ts'
import type { KeptCustomers } from '../customers/customers-file.ts'
import { notStarted, rowOfNotStarted } from '../customers/directory.ts'
import type { Engagement, EngagementStep } from './engagement.ts'
import type { Listed } from './store.ts'

/** What a procedure says of its engagements. Small, because the first page lists them before anything of the procedure is loaded. */
export interface ListedAs {
  /** What is under way at the services for the environment; nothing for what the list has no words for. */
  underWay(pending: Pending, environmentId: string): UnderWay | undefined
  /** The environment that a wait is about, where it names one. */
  environmentOf?(pending: Pending): string | undefined
  /** What others can get the same of was chosen. */
  hasChosen?(choices: Engagement['choices']): boolean
  /** What all steps lead to shows at the services by now. */
  isInEffect(findings: readonly Pick<Finding, 'key' | 'status'>[]): boolean
}

/** Engagements as the start page lists them. @param kept what a person keeps of customers */
export function boardOf(
  as: ListedAs,
  listed: readonly Listed[],
  { customers, checks = {}, directories = [], problem }: KeptCustomers,
): Pick<StartView, 'engagements' | 'customersProblem'> {
  const own = new Map(customers.map((each) => [each.tenantId.toLowerCase(), each]))
  const begun = new Set(listed.map(({ id }) => id))
  const waits = waitsForOthers(as, listed)
  const rows = [
    ...listed.map((each) => rowOf(as, each, checks[each.id])),
    ...notStarted(directories, begun).map((each) => rowOfNotStarted(each, checks[each.id])),
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
  return { engagements, ...(problem ? { customersProblem: problem } : {}) }
}

const placeOf = ({ tenantId, environmentId }: { readonly tenantId: string; readonly environmentId: string }): string =>
  `${tenantId} ${environmentId}`.toLowerCase()

/** What runs at the services for other environments than an engagement's own: from one of them, several can be put on its key. */
function waitsForOthers(as: ListedAs, listed: readonly Listed[]): ReadonlyMap<string, EngagementState> {
  return new Map(
    listed.flatMap((each) => {
      if (!each.ok) return []
      const { tenant, environment, operations } = each.engagement
      return Object.values(operations).flatMap(({ pending }) => {
        const environmentId = pending && as.environmentOf?.(pending)
        if (pending === undefined || environmentId === undefined || environmentId === environment.id) return []
        const kind = as.underWay(pending, environmentId)
        if (kind === undefined) return []
        return [[placeOf({ tenantId: tenant.id, environmentId }), { kind, since: pending.since }]]
      })
    }),
  )
}

/** What a row says where nothing more urgent is known of it. */
const QUIET: readonly EngagementState['kind'][] = ['not-started', 'open', 'ready', 'linked']

const withWait = (row: EngagementRow, wait: EngagementState | undefined): EngagementRow =>
  wait && QUIET.includes(row.state.kind) ? { ...row, state: wait } : row

/** An engagement as the start page lists it. */
export function rowOf(as: ListedAs, listed: Listed, check?: Check): EngagementRow {
  const { inTeam, held } = listed
  return { ...ownRow(as, listed, check), ...present({ inTeam, held: held && { user: held.user, host: held.host } }) }
}

function ownRow(as: ListedAs, listed: Listed, check: Check | undefined): EngagementRow {
  if (!listed.ok) {
    const unknown = { customer: '', environment: '', environmentId: '', tenantId: '', cloud: '', account: '', savedAt: 0, steps: [] }
    return { id: listed.id, ...unknown, state: { kind: 'closed', why: listed.why } }
  }
  const engagement = withCheck(listed.engagement, check)
  const { tenant, environment, cloud, account, savedAt, keyExpires } = engagement
  const inEffect = engagement === listed.engagement ? as.isInEffect(findingsOf(engagement)) : check?.inEffect === true
  return {
    id: listed.id,
    customer: tenant.name,
    environment: environment.displayName ?? '',
    environmentId: environment.id,
    tenantId: tenant.id,
    ...present({ environmentType: environment.type }),
    cloud: cloud.name,
    account: account.userName,
    savedAt,
    ...checkedAt(engagement),
    ...present({ keyExpires }),
    ...datesOf(engagement),
    steps: stepsOf(engagement),
    state: stateOf(as, engagement, inEffect),
    ...(as.hasChosen?.(engagement.choices) ? { hasChosen: true } : {}),
  }
}

const findingsOf = ({ steps }: Engagement) => Object.values(steps).flatMap(({ findings }) => findings)

/** Whether the row quotes a finding: its words are among those that only an open tenant needs otherwise. */
export const quotesFinding = (listed: Listed): boolean =>
  listed.ok &&
  (Object.values(listed.engagement.steps).some(({ asks }) => asks) ||
    datesOf(listed.engagement).dates?.some(({ what }) => what !== undefined) === true)

/** What comes for an environment, as it was read last. A snooze counts while nothing newer was said of its change. */
function datesOf({ keyExpires, rotation, accessEnds, end }: Engagement): Pick<EngagementRow, 'dates'> {
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
  return dates.length === 0 ? {} : { dates: dates.toSorted((a, b) => a.at - b.at) }
}

type Steps = Engagement['steps']

const firstOpen = (steps: Steps): number => Object.values(steps).findIndex((step) => !isVerified(step))

/** What is proved and asks for nothing more. */
const isVerified = ({ proved, asks }: EngagementStep): boolean => proved && asks === undefined

/** Where all are verified, the last step shows the end, as the closing page says it. */
function checkedAt({ steps }: Engagement): Pick<EngagementRow, 'checkedAt'> {
  const times = Object.values(steps).flatMap(({ readAt }) => readAt ?? [])
  if (times.length === 0) return {}
  return { checkedAt: (firstOpen(steps) === -1 ? Object.values(steps).at(-1)?.readAt : undefined) ?? Math.max(...times) }
}

function stepsOf({ steps }: Engagement): EngagementRow['steps'] {
  const current = firstOpen(steps)
  return Object.values(steps).map((step, index) => {
    if (isVerified(step)) return 'verified'
    // What an operation is under way on has not failed.
    if (step.asks?.state === 'action-required' && !step.pending) return 'action-required'
    return index === current ? 'current' : 'open'
  })
}

const isUnderWay = (each: {
  readonly kind: UnderWay | undefined
  readonly since: number
}): each is { readonly kind: UnderWay; readonly since: number } => each.kind !== undefined

/** The worst first: what needs someone, what is under way, what can be continued. */
function stateOf(as: ListedAs, { environment, steps, operations, locked }: Engagement, inEffect: boolean): EngagementState {
  const inOrder = Object.values(steps)
  const asking = inOrder.flatMap(({ asks, pending }, index) => (asks && !pending ? [{ asks, step: index + 1 }] : []))
  const first = (state: 'action-required' | 'confirm' | 'not-checked') => {
    const found = asking.find(({ asks }) => asks.state === state)
    return found && ({ kind: state, step: found.step, count: found.asks.count, why: found.asks.title, owner: found.asks.owner } as const)
  }
  const action = first('action-required')
  if (locked) return action ? { ...action, kind: 'locked' } : { kind: 'locked' }
  const asked = action ?? first('confirm')
  if (asked) return asked
  const pending = [...inOrder, ...Object.values(operations)].flatMap((each) => each.pending ?? [])
  const followed = pending.map((each) => ({ kind: as.underWay(each, environment.id), since: each.since })).find(isUnderWay)
  if (followed) return followed
  const scheduled = [...inOrder, ...Object.values(operations)].find(({ schedule }) => schedule !== undefined)?.schedule
  if (scheduled) return { kind: 'scheduled', at: scheduled.window.from }
  const unread = first('not-checked')
  if (unread) return unread
  const open = firstOpen(steps)
  if (open === -1) return { kind: inEffect ? 'encrypted' : 'linked' }
  const planned = inOrder[open]?.planned ?? 0
  return planned > 0 ? { kind: 'ready', step: open + 1, planned } : { kind: 'open', step: open + 1 }
}
