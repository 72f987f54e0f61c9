import type { BackstageView, PresenterAct } from '#contract/presenter-channels.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { TextSize } from '#messages/settings.ts'
import type { Staging } from '#messages/staging.ts'
import type { WizardView } from '#messages/view.ts'

export interface Directed {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  send(event: WizardEvent): void
  /** @param hours of practice time */
  advancePractice(hours: number): void
  /** Changes the presentation, or resets it. */
  stage(staging: Staging | undefined): void
  resizeText(size: TextSize): void
  bringToFront(): void
  text(text: DisplayText): string
}

export interface Behind<View extends BackstageView> {
  view(): View
  act(act: PresenterAct): void
  /** Calls back after each change. @returns unsubscribe */
  subscribe(listener: (view: View) => void): () => void
  end(): void
}
