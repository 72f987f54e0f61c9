import { type DisplayText, defineMessages, verbatim } from '#machines/messages/message.ts'
import { inOneLine } from '#machines/messages/one-line.ts'
import type { WizardView } from '#messages/view.ts'

/** Name in the window and exported files. */
export const PRODUCT = 'CMK Enablement Wizard'

const messages = defineMessages('start.title', {
  step: 'Step {number, number} of {of, number}: {title}',
  where: '{environment}, {customer}',
  practice: 'PRACTICE TENANT',
  recording: 'RECORDING',
  customCloud: 'CUSTOM CLOUD',
  parts: {
    id: 'start.title.parts',
    defaultMessage: '{first} - {rest}',
    description: 'Title of a window: environment and customer, place, mark and product',
  },
})

function placeOf({ page, step, closing }: Pick<WizardView, 'page' | 'step' | 'closing'>): DisplayText | undefined {
  if ((page === 'step' || page === 'operations') && step) {
    const title = verbatim(step.title)
    return step.place ? messages.step({ number: step.place.number, of: step.place.of, title }) : title
  }
  return page === 'closing' && closing ? verbatim(closing.title) : undefined
}

/** The production marker in the title, except in practice. */
export function productionOf({ practice, keyMap }: Pick<WizardView, 'practice' | 'keyMap'>): DisplayText | undefined {
  const badge = keyMap?.elements.find(({ element }) => element === 'environment')?.badge
  return practice || badge?.tone !== 'production' ? undefined : verbatim(badge.word)
}

/** Names first, because window lists truncate the end. */
function whereOf({ page, who }: Pick<WizardView, 'page' | 'who'>): DisplayText | undefined {
  if (who === undefined || page === 'start') return undefined
  const customer = verbatim(inOneLine(who.customer))
  return who.environment === undefined ? customer : messages.where({ environment: verbatim(inOneLine(who.environment)), customer })
}

/**
 * Title of window and document: place, progress, product. Production, practice and custom cloud are always included;
 * set by the main process, so that no page can omit them.
 */
export function windowTitle(
  view: Pick<WizardView, 'page' | 'practice' | 'customCloud' | 'who' | 'step' | 'closing' | 'keyMap'>,
): DisplayText {
  const mark = view.practice?.readOnly
    ? messages.recording
    : view.practice
      ? messages.practice
      : view.customCloud
        ? messages.customCloud
        : undefined
  return [whereOf(view), productionOf(view), placeOf(view), mark]
    .filter((part) => part !== undefined)
    .reduceRight<DisplayText>((rest, first) => messages.parts({ first, rest }), verbatim(PRODUCT))
}
