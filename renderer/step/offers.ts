import { defined } from '#machines/defined.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { FindingView, WizardView } from '#messages/view.ts'

type Offer = NonNullable<FindingView['offer']>

/** Whether the machine accepts the event of a finding's button. */
export const isAccepted = ({ can, decisions }: WizardView, offer: Offer): boolean =>
  offer.event === 'DECIDE' ? decisions.includes(offer.decision.kind) : can.includes(offer.event)

export function eventOf(offer: Offer): WizardEvent {
  if (offer.event === 'DECIDE') return { type: offer.event, decision: offer.decision }
  return { type: offer.event, page: offer.page, ...defined({ step: offer.step }) }
}
