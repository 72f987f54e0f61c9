import type { KnownRefusal } from '../../../engine/action.ts'
import { hasCode } from '../refusals.ts'
import { messages } from './messages.ts'

/** Azure writes nothing of a kind whose provider the subscription isn't registered for. */
export const notRegistered: KnownRefusal = {
  id: 'F-A18',
  when: hasCode('MissingSubscriptionRegistration'),
  says: () => ({ meaning: messages.notRegisteredMeaning, remedy: messages.notRegisteredRemedy, owner: 'key-vault-administrator' }),
}
