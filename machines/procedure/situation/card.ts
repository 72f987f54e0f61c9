import type { DisplayText } from '../../messages/message.ts'

/** What stands in place of a step’s task, where its situation is dealt with. */
export interface SituationCard {
  /** The color follows the users: `danger` where they are or may be offline. */
  readonly tone: 'danger' | 'warning'
  readonly now: DisplayText
  readonly text?: DisplayText
  /** Whether users can work, as it was read last. */
  readonly users?: DisplayText
  /** Label of the page's button. */
  readonly act: DisplayText
  readonly points: readonly { readonly term: DisplayText; readonly title: DisplayText; readonly text?: DisplayText }[]
}
