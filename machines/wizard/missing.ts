import { blocks, type StepId } from '../step/finding.ts'
import { isPlanned } from '../step/proof.ts'
import type { WizardContext } from './context.ts'
import type { StepView } from './view.ts'

/** Why the next step does not open yet, and where the person should look. */
export function whatIsMissing(context: WizardContext, stepId: StepId): Omit<NonNullable<StepView['missing']>, 'id'> {
  const { reading, phase } = context.steps[stepId]
  if (phase === 'waiting')
    return { text: 'The operation at Microsoft has not ended yet. The step is done when the environment itself shows it.', target: 'page' }
  if (phase === 'reading' || phase === 'rechecking' || reading === undefined)
    return { text: 'The services are being read. Continue opens when that is done.', target: 'page' }
  if (phase === 'applying' || phase === 'pausing')
    return { text: 'Changes are being made. Continue opens when they are done and seen.', target: 'page' }
  if (phase === 'choosing')
    return {
      text: stepId === 'integration' ? 'Choose the environment first.' : 'Decide where the key and the policy live first.',
      target: 'form',
    }
  const finding = reading.findings.find((candidate) => blocks(candidate, context.attestations) && !isPlanned(candidate, reading.plan))
  if (finding) {
    const what =
      finding.status === 'fail' ? 'has to be put right first' : finding.attestable ? 'waits for your confirmation' : 'has to be known first'
    return { text: `“${finding.title}” ${what}.`, findingKey: finding.key, target: 'finding' }
  }
  if (reading.plan.length > 0)
    return {
      text: `${reading.plan.length === 1 ? 'One change is' : `${reading.plan.length} changes are`} still to be made. Review and apply them, or make them by hand and check again.`,
      target: 'plan',
    }
  return { text: 'What was read is too old to count. The services are being read again.', target: 'page' }
}
