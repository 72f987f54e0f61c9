import type { Procedure } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import type { WizardView } from './view.ts'

/**
 * The readings as they will be once the steps before them are done: what an earlier step creates is not missing in a later one, and what
 * the later one will write then is planned.
 */
export function foreseeing(readings: readonly Reading[]): readonly Reading[] {
  return readings.map((reading) => {
    const then = readings.map(({ foreseen }) => foreseen?.[reading.stepId]).find((each) => each?.settles !== undefined)
    if (!then) return reading
    const isSettled = ({ key, refusal }: Reading['findings'][number]): boolean =>
      then.settles?.some((each) => each.key === key && each.reason === refusal?.reason) ?? false
    return { ...reading, plan: then.plan, findings: reading.findings.filter((finding) => !isSettled(finding)) }
  })
}

/** Pages that show what all steps would find. */
export const showsAllSteps = (page: WizardView['page']): boolean => page === 'preflight' || page === 'prepare'

/**
 * Whether what was read beside a step counts on a page. Of a step about a chosen thing it counts only where all steps are shown at once:
 * elsewhere the step goes by what its own page read, as the list of steps does, and before that the thing is only suggested.
 */
export const countsBeside = ({ chosen }: Procedure, stepId: StepId, page: WizardView['page']): boolean =>
  showsAllSteps(page) || !(chosen?.steps ?? []).includes(stepId)
