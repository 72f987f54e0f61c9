import type { DisplayText } from '../../messages/message.ts'
import { besideStep, operationIds } from '../procedure.ts'
import { isFree, operationIsOpen, pageIsOpen, pagesOf, stepIsOpen } from './context.ts'
import { currentStep } from './current-step.ts'
import type { WizardSnapshot } from './machine.ts'
import { underwayMessages } from './missing.ts'
import { differencesIn } from './recovery.ts'
import { toAnswer } from './recovery-view.ts'
import { SIDE_PAGES } from './side-pages.ts'

/** Reasons to stay on the page although others are open. The first that applies is shown. */
const REASONS: readonly {
  readonly holds: (snapshot: WizardSnapshot) => boolean
  readonly says: (snapshot: WizardSnapshot) => DisplayText
}[] = [
  {
    holds: (snapshot) => snapshot.matches({ recovering: 'differing' }),
    says: ({ context }) => toAnswer(differencesIn(context).length),
  },
  { holds: (snapshot) => snapshot.matches({ recovering: 'reading' }), says: () => underwayMessages.reading },
  {
    holds: (snapshot) => snapshot.matches({ recovering: 'unread' }),
    says: ({ context }) => context.problems.recovery?.remedy ?? underwayMessages.reading,
  },
  { holds: ({ context }) => !isFree(context), says: () => underwayMessages.applying },
]

/** Why no other open page or step is reachable now; undefined if one is. */
export const whyStaying = (snapshot: WizardSnapshot): DisplayText | undefined =>
  REASONS.find(({ holds }) => holds(snapshot))?.says(snapshot)

/** On a page that can be left for another one. */
const isOnPage = (snapshot: WizardSnapshot): boolean =>
  currentStep(snapshot) !== undefined || snapshot.matches('closing') || SIDE_PAGES.some((page) => snapshot.matches(page))

export const mayGoToPage = (snapshot: WizardSnapshot): boolean =>
  isOnPage(snapshot) && isFree(snapshot.context) && pagesOf(snapshot.context.procedure).some((page) => pageIsOpen(snapshot.context, page))

/** From the closing page, every step is reachable: all are verified. */
export function mayGoToStep(snapshot: WizardSnapshot): boolean {
  const { context } = snapshot
  if (snapshot.matches('closing')) return true
  const now = currentStep(snapshot)
  return isOnPage(snapshot) && isFree(context) && context.procedure.steps.some(({ id }) => id !== now && stepIsOpen(context, id))
}

/** Operations open from their page, or from the step before them. */
export function mayOpenOperation(snapshot: WizardSnapshot): boolean {
  const { context } = snapshot
  const step = currentStep(snapshot)
  const here = step === undefined ? operationIds(context.procedure) : besideStep(context.procedure, step)
  return (step !== undefined || snapshot.matches('operations')) && isFree(context) && here.some((id) => operationIsOpen(context, id))
}
