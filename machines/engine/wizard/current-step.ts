import { stepIds } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import type { WizardSnapshot } from './machine.ts'

/** The step that the machine is in; nothing on the start and closing pages. */
export const currentStep = (snapshot: WizardSnapshot): StepId | undefined =>
  stepIds(snapshot.context.procedure).find((stepId) => snapshot.value === stepId)
