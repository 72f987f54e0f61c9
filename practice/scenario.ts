import type { Message } from '../machines/messages/message.ts'
import type { Choices } from '../machines/procedure/choices.ts'
import type { World } from './world.ts'

/** One situation to practise on. */
export interface Scenario {
  /** As typed after `--scenario`. */
  readonly name: string
  readonly title: Message
  /** One sentence for the trainer: what is so, and what will come of it. */
  readonly story: Message
  /** Who is signed in: an id of `PEOPLE`. */
  readonly person: string
  /** The environment to be encrypted. */
  readonly environmentId: string
  /** What a person would choose here; a walk without a window does. */
  readonly choices: Choices
  /** Someone else has something to do meanwhile: a walk comes back an hour later instead of ending there. */
  readonly comesBack?: true
  /** Where the walk ends. `finding` is an id of the failure catalogue. */
  readonly promise:
    | { readonly end: 'encrypted' }
    | { readonly end: 'refused'; readonly step: 'integration' | 'environment' | 'policy' | 'membership'; readonly finding: string }
  build(world: World): void
}
