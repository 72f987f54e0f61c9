import type { BackstageView, PresenterAct } from '../ipc/presenter-channels.ts'
import type { WizardEvent } from '../machines/engine/wizard/events.ts'
import type { DisplayText } from '../machines/messages/message.ts'
import type { TextSize } from '../messages/settings.ts'
import type { Staging } from '../messages/staging.ts'
import type { WizardView } from '../messages/view.ts'

/** The class's window, as far as a trainer directs it. */
export interface Directed {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  send(event: WizardEvent): void
  /** @param hours of the practice tenant's time */
  advancePractice(hours: number): void
  /** Shows it as the trainer wants it, or as ever. */
  stage(staging: Staging | undefined): void
  resizeText(size: TextSize): void
  /** In front of all other windows. */
  bringToFront(): void
  text(text: DisplayText): string
}

/** What a window beside the class's shows, and does. */
export interface Behind<View extends BackstageView> {
  view(): View
  act(act: PresenterAct): void
  /** Calls back after each change, with the new view. @returns a function that ends the subscription */
  subscribe(listener: (view: View) => void): () => void
  /** Ends what goes wrong, and listens to nothing any more. */
  end(): void
}
