import { defined } from '../../defined.ts'
import { type DisplayText, isMessage, isVerbatim } from '../../messages/message.ts'
import { parsedJson } from '../../parsed-json.ts'
import { type Actions, describeAction } from '../action.ts'
import { wordsKey } from '../ids.ts'
import { isStep, type Procedure, stepIds } from '../procedure.ts'
import { type Attestation, blocks, type Finding, type Owner, type StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { type Compared, compare, inWords, leftToMake } from './compare.ts'
import { messages } from './messages.ts'

/** Findings of all steps at the end, as plain JSON without secrets. */
export interface Baseline {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly by: string
  readonly environmentId: string
  readonly findings: readonly StockFinding[]
  readonly reviews?: readonly Review[]
}

export interface Review {
  /** `resumed`: snooze ended. */
  readonly answer: 'accepted' | 'snoozed' | 'resumed'
  readonly step: StepId
  readonly key: string
  readonly what: DisplayText
  readonly was: DisplayText
  readonly is: DisplayText
  /** State at the time, as in `Change`. */
  readonly state: string
  readonly reason?: string
  /** End of the snooze. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly until?: number
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
}

export type ReviewWish =
  | { readonly answer: 'accepted'; readonly reason: string }
  /** @property until milliseconds since 1970-01-01T00:00:00Z */
  | { readonly answer: 'snoozed'; readonly reason: string; readonly until: number }
  | { readonly answer: 'resumed' }

export interface StockFinding extends Pick<Finding, 'key' | 'id' | 'status' | 'title' | 'seen' | 'owner' | 'endsAt'> {
  readonly step: StepId
}

export interface Change {
  readonly step: StepId
  readonly key: string
  /** Subject; absent if only the step is known. */
  readonly what?: DisplayText
  readonly was: DisplayText
  readonly is: DisplayText
  /** `other`: changed, neither worse nor better. */
  readonly turn: 'worse' | 'better' | 'other'
  readonly owner: Owner
  /** Absent if fine. */
  readonly remedy?: DisplayText
  /** State independent of the day, to detect further changes. */
  readonly state: string
  /** New baseline entry on acceptance; absent if it needs action or is unreadable. */
  readonly acceptable?: StockFinding
}

const nameOf = ({ drift }: Procedure, key: string): DisplayText | undefined => drift.values[key] ?? drift.statuses[key]

const stockOf = (step: StepId, { key, id, status, title, seen, owner, endsAt }: Finding): StockFinding => ({
  step,
  key,
  id,
  status,
  title,
  seen,
  owner,
  ...defined({ endsAt }),
})

/** Baseline of the current findings. @param at milliseconds since 1970-01-01T00:00:00Z */
export const baselineOf = (
  procedure: Procedure,
  readings: readonly Reading[],
  environmentId: string,
  by: string,
  at: number,
): Baseline => ({
  at,
  by,
  environmentId,
  findings: readings.flatMap(({ stepId, findings }) =>
    isStep(procedure, stepId) ? findings.map((finding) => stockOf(stepId, finding)) : [],
  ),
})

/** Differences from the baseline, worse first. @param now readings; steps without one are skipped */
export function driftOf(
  procedure: Procedure,
  then: Baseline,
  now: readonly Reading[],
  attestations: readonly Attestation[],
): readonly Change[] {
  const found = stepIds(procedure).flatMap((step) => {
    const reading = now.find(({ stepId }) => stepId === step)
    return reading
      ? changesIn(
          procedure,
          step,
          then.findings.filter((finding) => finding.step === step),
          reading,
          attestations,
        )
      : []
  })
  // A check that no longer applies is no loss of what it read: what made it so is listed itself.
  const listed = found.filter(({ key, state }) => state !== GONE || procedure.drift.subjects.includes(key))
  const changes = listed.some(({ turn }) => turn === 'worse') ? listed : found
  const order: readonly Change['turn'][] = ['worse', 'other', 'better']
  return [...changes].sort((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn))
}

function changesIn(
  procedure: Procedure,
  step: StepId,
  before: readonly StockFinding[],
  reading: Reading,
  attestations: readonly Attestation[],
) {
  const findings = reading.findings.filter(({ key }) => !procedure.drift.cautions.includes(key))
  const changed = compare(before, findings).flatMap((compared) => changeOf(procedure, step, compared, attestations))
  const gone = before
    .filter(({ key }) => key in procedure.drift.values && !reading.findings.some((finding) => finding.key === key))
    .map((was) => goneOf(procedure, was, reading))
  const all = [...changed, ...gone]
  // A plan follows from findings; listed only if no finding explains it.
  return all.length > 0 || reading.plan.length === 0 ? all : [planOf(procedure.actions, step, reading)]
}

function changeOf(
  procedure: Procedure,
  step: StepId,
  { was, is, turn }: Compared<StockFinding>,
  attestations: readonly Attestation[],
): readonly Change[] {
  const { key, owner, status } = is
  const what = nameOf(procedure, key)
  const about = { step, key, owner, state: stateOf(procedure, is), ...defined({ what }) }
  const isInOrder = status === 'pass' || status === 'warning'
  const rest = {
    ...(status === 'pass' ? {} : { remedy: is.remedy }),
    ...(isInOrder ? { acceptable: stockOf(step, is) } : {}),
  }
  if (was === undefined)
    return status === 'warning' || blocks(is, attestations)
      ? [{ ...about, was: messages.nothingFound, is: inWords(is), turn: 'worse', ...rest }]
      : []
  if (turn === 'worse' || turn === 'better') return [{ ...about, was: inWords(was), is: inWords(is), turn, ...rest }]
  return key in procedure.drift.values && reads(procedure, was.seen, is.seen) === 'other'
    ? [{ ...about, was: was.seen, is: is.seen, turn: endsSooner(was, is) ? 'worse' : 'other', ...rest }]
    : []
}

/** Other checks' readings grow, count or depend on the day, so only the status counts. */
const stateOf = (procedure: Procedure, { key, status, seen }: Finding): string =>
  inWordsAlone(procedure, key in procedure.drift.values ? [status, seen] : [status])

/** One spelling of what was read: a service's word is the same as a message that stands for it, and as the bare string that older versions stored. */
const inWordsAlone = ({ drift }: Pick<Procedure, 'drift'>, read: unknown): string =>
  JSON.stringify(read, (_, value: unknown) => {
    const word = isMessage(value) ? (drift.wordOf(value) ?? value) : isVerbatim(value) ? value.verbatim : value
    if (typeof word === 'string') return wordsKey(word)
    // A file keeps no order of members.
    return typeof word === 'object' && word !== null && !Array.isArray(word)
      ? Object.fromEntries(Object.entries(word).sort(([one], [other]) => (one < other ? -1 : 1)))
      : word
  })

/** Whether two states are the same, whichever version stored them. */
export const sameState = (procedure: Pick<Procedure, 'drift'>, one: string, other: string): boolean =>
  one === other || inWordsAlone(procedure, parsedJson(one) ?? one) === inWordsAlone(procedure, parsedJson(other) ?? other)

const endsSooner = (was: Pick<Finding, 'endsAt'>, is: Pick<Finding, 'endsAt'>): boolean =>
  was.endsAt !== undefined && is.endsAt !== undefined && is.endsAt < was.endsAt

/** Whether two texts say the same, whichever version stored the first. Older versions stored only a sentence, which can't be compared with a message. */
export const reads = (procedure: Pick<Procedure, 'drift'>, was: DisplayText, is: DisplayText): 'same' | 'other' =>
  (isMessage(is) && !isMessage(was)) || inWordsAlone(procedure, was) === inWordsAlone(procedure, is) ? 'same' : 'other'

/** State of a check without a subject. */
const GONE = 'gone'

/** A check without a subject now: missing or unreadable. */
function goneOf(procedure: Procedure, { step, key, owner, ...was }: StockFinding, { findings }: Reading): Change {
  const unread = findings.some(({ refusal }) => refusal !== undefined)
  return {
    step,
    key,
    what: nameOf(procedure, key) ?? was.title,
    was: was.seen,
    is: unread ? messages.unread : messages.gone,
    state: unread ? 'unread' : GONE,
    turn: 'worse',
    owner,
    remedy: unread ? messages.unreadRemedy : messages.goneRemedy,
  }
}

const planOf = (actions: Actions, step: StepId, { plan }: Reading): Change => ({
  step,
  key: 'plan',
  was: messages.nothingLeft,
  is: leftToMake(plan),
  state: JSON.stringify(plan.map(({ kind }) => kind)),
  turn: 'worse',
  owner: plan[0] ? describeAction(actions, plan[0]).owner : 'you',
  remedy: messages.planRemedy,
})
