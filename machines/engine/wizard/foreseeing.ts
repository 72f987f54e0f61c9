import { type Procedure, stepIds } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import { currentOf, type Reading } from '../step/proof.ts'
import type { WizardContext } from './context.ts'
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
 * True if a reading made beside a step counts on this page. A step about a chosen thing counts such a reading only where all steps are
 * shown together. Elsewhere, as in the list of steps, its own page's reading counts; before that, the thing is only a suggestion.
 */
export const countsBeside = ({ chosen }: Procedure, stepId: StepId, page: WizardView['page']): boolean =>
  showsAllSteps(page) || !(chosen?.steps ?? []).includes(stepId)

/**
 * Latest reading of a step; an outdated one only if there is no other. Of two at the same time, the one of the page on screen: the step's
 * own, or the one of all steps.
 * @param beside reading of any step
 */
export function newestOf(
  stepId: StepId,
  own: Reading | undefined,
  beside: readonly Reading[],
  page: WizardView['page'],
): Reading | undefined {
  const ofStep = beside.filter((each) => each.stepId === stepId)
  const readings = [own ?? [], ofStep].flat()
  const inOrder = showsAllSteps(page) ? readings.reverse() : readings
  return inOrder.sort((a, b) => Number(a.oldSince !== undefined) - Number(b.oldSince !== undefined) || b.readAt - a.readAt)[0]
}

/**
 * The newest reading of each step, in the order of the steps, as the pages about all steps take it. A step whose change is in progress is
 * read by its own page also while another one is open. What still lacks a choice has nothing to say.
 */
export function newestOfEach({ procedure, steps, preflight }: WizardContext, page: WizardView['page']): readonly (Reading | undefined)[] {
  const beside = foreseeing(preflight?.readings ?? []).filter(({ choiceMissing }) => !choiceMissing)
  return stepIds(procedure).map((id) => {
    const reading = steps[id]?.reading
    const own = reading?.choiceMissing ? undefined : reading
    return currentOf(own && !countsBeside(procedure, id, page) ? own : newestOf(id, own, beside, page))
  })
}
