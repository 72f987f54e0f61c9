import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { type Action, describeAction } from '../action.ts'
import type { Choices } from '../choices.ts'
import { type Procedure, placeOf, stepsBefore } from '../procedure.ts'
import { type Attestation, blocks, type Owner, type SequenceId, type StepId } from './finding.ts'
import { differenceInWords, planDifference } from './plan-difference.ts'
import type { Ports } from './ports.ts'
import type { Problem } from './problems.ts'
import { blockingFindings, type Reading } from './proof.ts'

const messages = defineMessages({
  broken: { id: 'step.recheck.broken', defaultMessage: 'Step {number} is no longer verified: {title}' },
  brokenMeaning: {
    id: 'step.recheck.brokenMeaning',
    defaultMessage: 'Nothing was written. We checked again before the first change, and an earlier step has changed.',
  },
  brokenRemedy: {
    id: 'step.recheck.brokenRemedy',
    defaultMessage: 'Go back to step {number} to see what’s missing. When it’s verified again, come back here.',
  },
  toDoAgain: { id: 'step.recheck.toDoAgain', defaultMessage: 'Do this again: “{title}”' },
  inTheWay: { id: 'step.recheck.inTheWay', defaultMessage: 'Something now blocks the plan' },
  inTheWayMeaning: {
    id: 'step.recheck.inTheWayMeaning',
    defaultMessage: 'Nothing was written. The plan is the same, but the check before the first change found something new.',
  },
  inTheWayRemedy: {
    id: 'step.recheck.inTheWayRemedy',
    defaultMessage: 'Read the findings below, resolve what needs action, then apply the plan.',
  },
  anotherPlan: { id: 'step.recheck.anotherPlan', defaultMessage: 'The tenant has changed since this plan was created' },
  anotherPlanMeaning: {
    id: 'step.recheck.anotherPlanMeaning',
    defaultMessage: 'Nothing was written. We checked again before the first change, and the plan is now different:',
  },
  anotherPlanRemedy: { id: 'step.recheck.anotherPlanRemedy', defaultMessage: 'Read the plan below again, then apply it.' },
})

/** What a reading before the first write came to: this step again, the earlier ones, and the first of them that no longer holds. */
export interface Recheck {
  readonly reading: Reading
  readonly before: readonly Reading[]
  readonly broken?: { readonly stepId: StepId; readonly title: DisplayText; readonly owner: Owner }
}

/** What is read again: a step or an operation, by the same choices. */
export interface Rechecked {
  readonly stepId: SequenceId
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
}

/** Reads this step and every earlier one again before the first write: what was proved an hour ago may have been changed by other hands. */
export async function recheck(
  procedure: Procedure,
  ports: Ports,
  { stepId, choices, attestations }: Rechecked,
  signal: AbortSignal,
): Promise<Recheck> {
  const read = (id: SequenceId) => ports.observe(id, choices, undefined, signal)
  const steps = stepsBefore(procedure, stepId)
  const [reading, ...before] = await Promise.all([read(stepId), ...steps.map(read)])
  return recheckOf(procedure, reading, before, attestations)
}

/** What readings of a step and of earlier ones come to. */
export function recheckOf(
  procedure: Procedure,
  reading: Reading,
  before: readonly Reading[],
  attestations: readonly Attestation[],
): Recheck {
  for (const stepBefore of stepsBefore(procedure, reading.stepId)) {
    const earlier = before.find((each) => each.stepId === stepBefore)
    const finding = earlier?.findings.find((candidate) => blocks(candidate, attestations))
    if (finding) return { reading, before, broken: { stepId: stepBefore, title: finding.title, owner: finding.owner } }
    const [action] = earlier?.plan ?? []
    if (action) {
      const { title, owner } = describeAction(procedure.actions, action)
      return { reading, before, broken: { stepId: stepBefore, title: messages.toDoAgain({ title }), owner } }
    }
  }
  return { reading, before }
}

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
      title: messages.broken({ number, title: broken.title }),
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
