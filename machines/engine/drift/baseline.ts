import { type DisplayText, isMessage } from '../../messages/message.ts'
import { sameText } from '../../messages/same-text.ts'
import { present } from '../../present.ts'
import { type Actions, describeAction } from '../action.ts'
import { sameWords, wordsKey } from '../ids.ts'
import { isStep, type Procedure, stepIds } from '../procedure.ts'
import { type Attestation, blocks, type Finding, type Owner, type StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { type Compared, compare, inWords, leftToMake } from './compare.ts'
import { messages } from './messages.ts'

/** What was true at the end: each finding of the four steps as it was read then. Plain JSON, and no secret is among it. */
export interface Baseline {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly by: string
  readonly environmentId: string
  readonly findings: readonly StockFinding[]
  /** What people said of changes since, oldest first. */
  readonly reviews?: readonly Review[]
}

/** What a person said of a change since the baseline. */
export interface Review {
  /** `resumed`: no longer snoozed. */
  readonly answer: 'accepted' | 'snoozed' | 'resumed'
  readonly step: StepId
  readonly key: string
  readonly what: DisplayText
  readonly was: DisplayText
  readonly is: DisplayText
  /** How it was found then, as `Change` has it. */
  readonly state: string
  readonly reason?: string
  /** With `snoozed`: when it comes back. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly until?: number
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
}

/** What a person wants done with a change since the baseline. */
export type ReviewWish =
  | { readonly answer: 'accepted'; readonly reason: string }
  /** @property until milliseconds since 1970-01-01T00:00:00Z */
  | { readonly answer: 'snoozed'; readonly reason: string; readonly until: number }
  | { readonly answer: 'resumed' }

export interface StockFinding extends Pick<Finding, 'key' | 'id' | 'status' | 'title' | 'seen' | 'owner' | 'endsAt'> {
  readonly step: StepId
}

/** One thing that reads otherwise than at the end. */
export interface Change {
  readonly step: StepId
  readonly key: string
  /** What it is about; absent where only the step says it. */
  readonly what?: DisplayText
  readonly was: DisplayText
  readonly is: DisplayText
  /** `other`: another value, of which no one can say that it is worse. */
  readonly turn: 'worse' | 'better' | 'other'
  /** Who can put it right, or knows why it is so. */
  readonly owner: Owner
  /** How it is put right; absent where it is in order as it is. */
  readonly remedy?: DisplayText
  /** How it was found, without what depends on the day: the same for as long as nothing changes. */
  readonly state: string
  /** What would stand in the baseline if a person accepts the change; absent where it asks for action or could not be read. */
  readonly acceptable?: StockFinding
}

const nameOf = ({ drift }: Procedure, key: string): DisplayText | undefined => drift.values[key] ?? drift.statuses[key]

const stockOf = (step: StepId, { key, id, status, title, seen, owner, endsAt }: Finding): StockFinding => ({
  ...{ step, key, id, status, title, seen, owner },
  ...present({ endsAt }),
})

/** What the four steps say now, to be kept. @param at milliseconds since 1970-01-01T00:00:00Z */
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

/**
 * What is otherwise than at the end, what is worse first.
 * @param now readings of the steps; a step without one is not compared
 */
export function driftOf(
  procedure: Procedure,
  then: Baseline,
  now: readonly Reading[],
  attestations: readonly Attestation[],
): readonly Change[] {
  const changes = stepIds(procedure).flatMap((step) => {
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
  const changed = compare(before, reading.findings).flatMap((compared) => changeOf(procedure, step, compared, attestations))
  const gone = before
    .filter(({ key }) => key in procedure.drift.values && !reading.findings.some((finding) => finding.key === key))
    .map((was) => goneOf(procedure, was, reading))
  const all = [...changed, ...gone]
  // What is to be made follows from what was found; alone it stands only where no finding tells it.
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
  const about = { step, key, owner, state: stateOf(procedure, is), ...present({ what }) }
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
  return key in procedure.drift.values && reads(was.seen, is.seen) === 'other'
    ? [{ ...about, was: was.seen, is: is.seen, turn: endsSooner(was, is) ? 'worse' : 'other', ...rest }]
    : []
}

/** What other checks read grows, counts or depends on the day, so that only their status says whether anything is another. */
const stateOf = (procedure: Procedure, { key, status, seen }: Finding): string =>
  JSON.stringify(key in procedure.drift.values ? [status, seen] : [status], (_, value) =>
    typeof value === 'string' ? wordsKey(value) : value,
  )

const endsSooner = (was: Pick<Finding, 'endsAt'>, is: Pick<Finding, 'endsAt'>): boolean =>
  was.endsAt !== undefined && is.endsAt !== undefined && is.endsAt < was.endsAt

/** An older version kept the sentence alone: beside a message it says nothing of whether the value is another. */
const reads = (was: DisplayText, is: DisplayText): 'same' | 'other' =>
  (isMessage(is) && !isMessage(was)) || sameText(was, is, sameWords) ? 'same' : 'other'

/** A check that has nothing to judge any more: what it read is gone, or could not be read. */
function goneOf(procedure: Procedure, { step, key, owner, ...was }: StockFinding, { findings }: Reading): Change {
  const unread = findings.some(({ refusal }) => refusal !== undefined)
  return {
    step,
    key,
    what: nameOf(procedure, key) ?? was.title,
    was: was.seen,
    is: unread ? messages.unread : messages.gone,
    state: unread ? 'unread' : 'gone',
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
