import type { Message } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { World } from './world.ts'

export interface Scenario {
  readonly name: string
  readonly title: Message
  readonly story: Message
  /** ID in `PEOPLE`. */
  readonly person: string
  readonly environmentId: string
  /** Choices for a walk without a window. */
  readonly choices: Choices
  /** Someone else acts meanwhile: a walk returns after an hour. */
  readonly comesBack?: true
  /** End of the walk. `finding`: ID of the failure catalogue. */
  readonly promise:
    | { readonly end: 'encrypted' }
    | { readonly end: 'refused'; readonly step: 'integration' | 'environment' | 'policy' | 'membership'; readonly finding: string }
  build(world: World): void
}
