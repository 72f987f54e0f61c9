import type { WizardView } from '../messages/view.ts'

/** As the window and every file that is given away name the program. */
export const PRODUCT = 'CMK Enablement Wizard'

/**
 * The title of the window and of the document: progress first, the product last. That it is practice, or a cloud given as
 * a file, is in it on every page, and main sets it from its own view, so no page can leave it out.
 */
export function windowTitle(view: Pick<WizardView, 'page' | 'practice' | 'customCloud' | 'step' | 'closing'>): string {
  const where =
    (view.page === 'step' || view.page === 'operations') && view.step
      ? `${view.step.place ? `Step ${view.step.place.number} of ${view.step.place.of}: ` : ''}${view.step.title}`
      : view.page === 'closing' && view.closing
        ? view.closing.title
        : undefined
  const notTheUsual = view.practice ? 'PRACTICE TENANT' : view.customCloud ? 'CUSTOM CLOUD' : undefined
  return [where, notTheUsual, PRODUCT].filter((part) => part !== undefined).join(' - ')
}
