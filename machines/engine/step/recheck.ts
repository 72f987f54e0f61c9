import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { type Action, describeAction } from '../action.ts'
import type { Choices } from '../choices.ts'
import { isStep, type Procedure, placeOf, stepIds, stepsBefore } from '../procedure.ts'
import type { StepContext } from './context.ts'
import { type Attestation, blocks, type Owner, type SequenceId, type StepId } from './finding.ts'
import { differenceInWords, planDifference } from './plan-difference.ts'
import type { Ports, Reads } from './ports.ts'
import type { Problem } from './problems.ts'
import { blockingFindings, type Reading } from './proof.ts'

const messages = defineMessages('step.recheck', {
  broken: 'Step {number} is no longer verified: {title}',
  brokenMeaning: 'Nothing was written. We checked again before the first change, and an earlier step has changed.',
  brokenRemedy: 'Go back to step {number} to see what’s missing. When it’s verified again, come back here.',
  toDoAgain: 'Do this again: “{title}”',
  inTheWay: 'Something now blocks the plan',
  inTheWayMeaning: 'Nothing was written. The plan is the same, but the check before the first change found something new.',
  inTheWayRemedy: 'Read the findings below, resolve what needs action, then apply the plan.',
  anotherPlan: 'The tenant has changed since this plan was created',
  anotherPlanMeaning: 'Nothing was written. We checked again before the first change, and the plan is now different:',
  anotherPlanRemedy: 'Read the plan below again, then apply it.',
})

/** Readings before the first write: this step, the earlier ones, and the first earlier one that no longer holds. */
export interface Recheck {
  readonly reading: Reading
  readonly before: readonly Reading[]
  readonly broken?: { readonly stepId: StepId; readonly title: DisplayText; readonly owner: Owner }
}

/** Step or operation to read again, with the same choices. */
export interface Rechecked {
  readonly stepId: SequenceId
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
}

/**
 * Reads this step and every earlier one again before the first write: what was proved an hour ago may have been changed by other hands.
 * Decision 0026: a person confirmed this plan and no other.
 */
export async function recheck(
  procedure: Procedure,
  ports: Ports,
  { stepId, choices, attestations }: Rechecked,
  signal: AbortSignal,
): Promise<Recheck> {
  const reads: Reads = new Map()
  const read = (id: SequenceId) => ports.observe(id, choices, undefined, signal, reads)
  const steps = stepsBefore(procedure, stepId)
  const [reading, ...before] = await Promise.all([read(stepId), ...steps.map(read)])
  return recheckOf(procedure, reading, before, attestations)
}

/** A reading, and those of other steps that a change has made old. */
export interface Observed {
  readonly reading: Reading
  readonly before?: readonly Reading[]
}

/** Input of a reading. */
export type Observing = Rechecked & Pick<StepContext, 'browsed' | 'changed' | 'before'>

/**
 * The steps that are read with it: those that an operation has changed something of, and the earlier ones once what took the environment
 * away has ended. They say whether, and why, it can be tried again.
 */
function readBeside(procedure: Procedure, { stepId, changed, before, attestations }: Observing): readonly StepId[] {
  if (!isStep(procedure, stepId)) return changed ? stepIds(procedure) : []
  const isBroken = brokenIn(procedure, stepId, before ?? [], attestations) !== undefined
  return changed === 'ended' || isBroken ? stepsBefore(procedure, stepId) : []
}

/** The choices once an operation is done that changes what they are about. */
export function followed({ operations }: Procedure, id: SequenceId, choices: Choices, reading: Reading | undefined): Choices {
  const follows = operations.find((each) => each.id === id)?.follows
  return follows && reading ? follows.choices(choices, reading) : choices
}

/** Reads a step or an operation, and what its changes have made old beside it. What several need is read once. */
export async function observed(procedure: Procedure, ports: Ports, asked: Observing, signal: AbortSignal): Promise<Observed> {
  const { stepId, choices, browsed } = asked
  const beside = readBeside(procedure, asked)
  if (beside.length === 0) return { reading: await ports.observe(stepId, choices, browsed, signal) }
  const reads: Reads = new Map()
  const own = ports.observe(stepId, choices, browsed, signal, reads)
  const by = isStep(procedure, stepId) ? choices : followed(procedure, stepId, choices, await own)
  const [reading, ...before] = await Promise.all([own, ...beside.map((each) => ports.observe(each, by, undefined, signal, reads))])
  return { reading, before }
}

export function recheckOf(
  procedure: Procedure,
  reading: Reading,
  before: readonly Reading[],
  attestations: readonly Attestation[],
): Recheck {
  const broken = brokenIn(procedure, reading.stepId, before, attestations)
  return { reading, before, ...defined({ broken }) }
}

/** The first of the earlier steps that does not hold, and why. */
export function brokenIn(
  procedure: Procedure,
  id: SequenceId,
  before: readonly Reading[],
  attestations: readonly Attestation[],
): Recheck['broken'] {
  for (const stepId of stepsBefore(procedure, id)) {
    const earlier = before.find((each) => each.stepId === stepId)
    const finding = earlier?.findings.find((candidate) => blocks(candidate, attestations))
    if (finding) return { stepId, title: finding.title, owner: finding.owner }
    const [action] = earlier?.plan ?? []
    if (action) {
      const { title, owner } = describeAction(procedure.actions, action)
      return { stepId, title: messages.toDoAgain({ title }), owner }
    }
  }
  return undefined
}

export const brokenInWords = (procedure: Procedure, { stepId, title }: NonNullable<Recheck['broken']>): DisplayText =>
  messages.broken({ number: placeOf(procedure, stepId) ?? 0, title })

/** @param confirmed the plan that the person read */
export function changedSince(
  procedure: Procedure,
  { broken, reading }: Recheck,
  confirmed: readonly Action[],
  attestations: readonly Attestation[],
): Problem {
  if (broken) {
    const number = placeOf(procedure, broken.stepId) ?? 0
    return {
      title: brokenInWords(procedure, broken),
      meaning: messages.brokenMeaning,
      remedy: messages.brokenRemedy({ number }),
      owner: broken.owner,
    }
  }
  const points = differenceInWords(procedure.actions, planDifference(procedure.actions, confirmed, reading.plan))
  if (points.length === 0)
    return {
      title: messages.inTheWay,
      meaning: messages.inTheWayMeaning,
      remedy: messages.inTheWayRemedy,
      owner: blockingFindings(reading, attestations)[0]?.owner ?? 'you',
    }
  return {
    title: messages.anotherPlan,
    meaning: messages.anotherPlanMeaning,
    points,
    remedy: messages.anotherPlanRemedy,
    owner: 'you',
  }
}
