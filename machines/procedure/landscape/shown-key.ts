import type { DisplayText } from '../../messages/message.ts'
import { parseResourceId, sameId } from '../ids.ts'
import type { KeyState } from './members.ts'
import { messages } from './messages.ts'

/** Relation of an environment's key to the engagement's policy. */
export type KeyStanding = Exclude<KeyState['kind'], 'policy'> | 'this-policy' | 'another-policy'

export interface ShownKey {
  readonly standing: KeyStanding
  readonly words: DisplayText
}

export const YET_TO_COME = 'policy'

const nameOf = (policyId: string): string => parseResourceId(policyId)?.name ?? policyId

/** @param policyId of the engagement's policy */
export function shownKey(key: KeyState, policyId: string = YET_TO_COME): ShownKey {
  switch (key.kind) {
    case 'microsoft':
      return { standing: 'microsoft', words: messages.key.microsoft }
    case 'policy': {
      if (!sameId(key.id, policyId)) return { standing: 'another-policy', words: messages.key.anotherPolicy({ policy: nameOf(key.id) }) }
      const words = policyId === YET_TO_COME ? messages.key.yourPolicy : messages.key.thisPolicy({ policy: nameOf(policyId) })
      return { standing: 'this-policy', words }
    }
    case 'self-managed':
      return { standing: 'self-managed', words: messages.key.selfManaged }
    case 'changing':
      return { standing: 'changing', words: messages.key.changing }
    case 'unknown':
      return { standing: 'unknown', words: messages.key.unknown }
  }
}
