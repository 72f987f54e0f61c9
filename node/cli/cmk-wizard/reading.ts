import { defined } from '#machines/defined.ts'
import { describeAction } from '#machines/engine/action.ts'
import { driftOf } from '#machines/engine/drift/baseline.ts'
import { countingSnooze } from '#machines/engine/drift/review.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import { rowAt } from '#machines/engine/situation/listed.ts'
import { asksPerson } from '#machines/engine/step/asks-person.ts'
import { type Attestation, blocks } from '#machines/engine/step/finding.ts'
import type { Reads } from '#machines/engine/step/ports.ts'
import { isPlanned, type Reading } from '#machines/engine/step/proof.ts'
import { foreseeing } from '#machines/engine/wizard/foreseeing.ts'
import { type Preflight, readEverything } from '#machines/engine/wizard/preflight.ts'
import { onceEach } from '#machines/engine/wizard/preflight-view.ts'
import type { EngagementState } from '#machines/engine/wizard/view.ts'
import { isAction } from '#machines/procedure/action.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { sourceOf } from '#machines/procedure/sources/sources.ts'
import type { Formatter } from '#messages/formatter.ts'
import { checkOf } from '../../records/customers/check-of.ts'
import { type Engagement, NEVER_READ, newEngagement } from '../../records/engagement/engagement.ts'
import { rowOf } from '../../records/engagement/listing.ts'
import type { Holder } from '../../records/engagement/lock.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'
import { observeIn } from '../../services/ports.ts'
import { detailsOf } from './details.ts'
import { problemOf, type Wanted } from './environments.ts'
import type { Checked, ComparedEnvironment, ExitCode, Finding } from './results.ts'
import { isUnread, type Named, type NotRead, notReadOf } from './unread.ts'

type ReadFinding = Reading['findings'][number]

/** An environment that is read. */
export interface Subject {
  readonly wanted: Wanted
  readonly open: OpenTenant
  readonly record?: Engagement
  /** Another wizard works on it. */
  readonly held?: Holder
  /** Choices in the record, otherwise in the practice case. */
  readonly choices: Choices
}

/** An environment's current state, as on the page of all steps. */
export interface Read extends Preflight {
  readonly attestations: readonly Attestation[]
  /** What wasn't read and no finding names. */
  readonly notRead: readonly NotRead[]
}

/**
 * Reads all steps, with the record's choices and confirmations. Changes nothing.
 * @param named what can't be suggested, for steps without a choice
 */
export async function readAll(
  open: OpenTenant,
  choices: Choices,
  record: Engagement | undefined,
  signal: AbortSignal,
  named: Named = {},
): Promise<Read> {
  const now = (): number => open.clock.now()
  const { subscriptionId, ...names } = named
  const asNamed: OpenTenant = { ...open, suggested: { ...open.suggested, ...names } }
  const all: Reads = new Map()
  const observe: Parameters<typeof readEverything>[1]['observe'] = (id, by, browsed, aborted) =>
    observeIn(asNamed, now, id, by, browsed ?? subscriptionId, aborted, all)
  const preflight = await readEverything(CUSTOMER_MANAGED_KEYS, { observe }, choices, STEP_IDS, undefined, signal)
  const notRead = await notReadOf(preflight.readings, all, choices, named)
  return { ...preflight, attestations: record?.attestations ?? [], notRead }
}

export const checkedAt = (readings: readonly Reading[]): number => Math.min(...readings.map(({ readAt }) => readAt))

export function environmentOf(id: string, readings: readonly Reading[], known: { readonly name?: string; readonly type?: string } = {}) {
  const name = readings.find(({ environment }) => environment !== undefined)?.environment?.displayName
  return { id, name: name ?? known.name ?? id, ...defined({ type: known.type }) }
}

export function checkedOf(formatter: Formatter, read: Read, subject: Subject): Omit<Checked, 'id' | 'name' | 'type'> {
  const { readings, attestations, notRead } = read
  const foreseen = foreseeing(readings)
  const all = foreseen.flatMap((reading) => reading.findings.map((finding) => ({ finding, reading })))
  const findings = onceEach(all.map(({ finding, reading }) => ({ ...finding, reading })))
  const told = findings.map(({ reading, ...finding }) => findingOf(formatter, finding, reading, attestations))
  const unread = [
    ...told.flatMap((finding, at) => {
      const { step, key, title, found: meaning, remedy, owner, details, planned } = finding
      const seen: Pick<ReadFinding, 'status' | 'refusal' | 'offer' | 'attestable' | 'toAcknowledge'> = findings[at] ?? { status: 'pass' }
      // A service's word that no one knows: no person can answer for it, here or where an offer leads.
      const isNotKnown = seen.status === 'unknown' && !asksPerson(seen) && seen.offer === undefined && !planned
      return (isUnread(seen) || isNotKnown) && !finding.confirmed
        ? [{ step, key, title, meaning, remedy, owner, ...defined({ details }) }]
        : []
    }),
    ...notRead.map(({ step, ...why }) => ({ ...defined({ step }), ...problemOf(formatter, why) })),
  ]
  const situation = situationOf(read, subject)
  return {
    state: unread.length > 0 ? 'not-read' : STATES[situation],
    situation,
    checkedAt: checkedAt(readings),
    findings: told,
    unread,
    changes: changesOf(formatter, foreseen),
  }
}

function findingOf(
  formatter: Formatter,
  finding: Reading['findings'][number],
  { stepId, plan }: Reading,
  attestations: readonly Attestation[],
): Finding {
  const { key, id, status, title, seen, remedy, owner, refusal, source, heading } = finding
  const { text } = formatter
  return {
    step: stepId,
    key,
    id,
    status,
    planned: status !== 'pass' && isPlanned(finding, plan),
    confirmed: status === 'unknown' && !blocks(finding, attestations),
    title: text(title),
    found: text(seen),
    remedy: text(remedy),
    owner: ownerOf(owner),
    source: { ...sourceOf(source), ...defined({ heading }) },
    ...(refusal ? { details: detailsOf(formatter, refusal) } : {}),
  }
}

/**
 * The list's states in the words of the result. What a service didn't tell is listed and comes before them, so that `not-checked` and `open`
 * are what a person hasn't said. A key that isn't shown in use yet is a warning, which leaves the environment in order.
 */
export const STATES: Readonly<Record<EngagementState['kind'], Checked['state']>> = {
  locked: 'action-required',
  failed: 'action-required',
  interrupted: 'action-required',
  'other-policy': 'action-required',
  'action-required': 'action-required',
  missed: 'action-required',
  overdue: 'action-required',
  due: 'action-required',
  encrypting: 'running',
  managing: 'running',
  removing: 'running',
  rotating: 'running',
  registering: 'running',
  assigning: 'running',
  writing: 'running',
  scheduled: 'running',
  confirm: 'to-confirm',
  ready: 'changes-planned',
  'not-checked': 'to-confirm',
  open: 'to-confirm',
  'not-started': 'to-confirm',
  linked: 'in-order',
  encrypted: 'in-order',
  closed: 'not-read',
}

export const CHECK_CODES: Readonly<Record<Checked['state'], ExitCode>> = {
  'in-order': 0,
  running: 0,
  'to-confirm': 1,
  'changes-planned': 1,
  'action-required': 1,
  'not-read': 3,
  canceled: 130,
}

/** The list's state of what was read just now, with what the record says was done: the same as on the board after a check. */
function situationOf(read: Read, { open, wanted, choices, held, record = unrecorded(open, wanted) }: Subject): EngagementState['kind'] {
  const { attestations } = read
  const at = open.clock.now()
  const { tenant } = open
  const check = checkOf({ procedure: CUSTOMER_MANAGED_KEYS, tenant, choices, attestations, preflight: read }, at, {
    listed: listedOf,
    listedAs: LISTED_AS,
  })
  const row = rowOf(LISTED_AS, { id: '', ok: true, engagement: withoutReadings(record), ...defined({ held }) }, check)
  return rowAt(row, at).state.kind
}

/** What is read now is newer, whatever another computer's clock said. */
function withoutReadings({ keyReadAt: _, steps, ...record }: Engagement): Engagement {
  return { ...record, steps: Object.fromEntries(Object.entries(steps).map(([id, { readAt: __, ...step }]) => [id, step])) }
}

const unrecorded = ({ cloud, tenant: { account } }: OpenTenant, { id, name, type }: Wanted): Engagement =>
  newEngagement(
    {
      appVersion: '',
      cloud,
      tenant: { id: account.tenantId, name: account.tenantName },
      account,
      environment: { id, ...defined({ displayName: name, type }) },
      reached: '',
      steps: Object.fromEntries(STEP_IDS.map((step) => [step, NEVER_READ])),
    },
    0,
  )

const { actions }: Procedure = CUSTOMER_MANAGED_KEYS

function changesOf({ text }: Formatter, readings: readonly Reading[]): Checked['changes'] {
  return readings.flatMap(({ stepId: step, plan, names }) =>
    plan.map((action) => {
      const { title, resource, usersCutOff, reversible } = describeAction(actions, action, names)
      return { step, kind: action.kind, title: text(title), resource: text(resource), usersCutOff, reversible }
    }),
  )
}

export const planOf = ({ readings }: Read) => foreseeing(readings).flatMap(({ plan }) => plan.filter(isAction))

/**
 * Differences from the baseline, except accepted and snoozed ones. Unreadable values don't count.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function driftSince(
  { text }: Formatter,
  record: Engagement | undefined,
  { readings, attestations, notRead }: Read,
  now: number,
): Omit<ComparedEnvironment, 'id' | 'name' | 'type'> {
  const baseline = record?.end
  if (!baseline) return { state: 'no-baseline', changes: [] }
  const all = driftOf(CUSTOMER_MANAGED_KEYS, baseline, readings, attestations)
  const compared = { procedure: CUSTOMER_MANAGED_KEYS, atEnd: baseline, drift: { at: now, changes: all } }
  const changes = all.map((change) => ({ ...change, until: countingSnooze(compared, change, now)?.until }))
  const isConfirmed = (finding: Reading['findings'][number]): boolean => finding.status === 'unknown' && !blocks(finding, attestations)
  const unread = notRead.length > 0 || readings.some(({ findings }) => findings.some((each) => isUnread(each) && !isConfirmed(each)))
  const counts = changes.some(({ turn, until }) => turn !== 'better' && until === undefined)
  return {
    state: unread ? 'not-read' : counts ? 'changed' : 'unchanged',
    checkedAt: checkedAt(readings),
    baselineAt: baseline.at,
    changes: changes.map(({ step, key, what, was, is, turn, owner, remedy, until }) => ({
      step,
      key,
      was: text(was),
      is: text(is),
      turn,
      owner: ownerOf(owner),
      ...defined({ what: what && text(what), remedy: remedy && text(remedy), snoozedUntil: until }),
    })),
  }
}
