import type { Observation } from '../../../engine/step/finding.ts'
import { refusalOf } from '../../../engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import { couldNotRead, isOutsideNetwork } from '../../refusals.ts'
import { judgeBeforeLink, KEY_MUST_LAST } from '../policy/key-expiry.ts'
import type { MembershipFacts } from './facts.ts'
import { messages } from './messages.ts'
import { planMembership } from './plan.ts'

/** The expiry is kept from the account or from this computer: somebody else can tell it, and the person confirms that they asked. */
function told({ keyTold }: MembershipFacts, unread: Observation, now: number): Observation {
  const until = now + KEY_MUST_LAST
  return {
    ...unread,
    attestable: true,
    title: messages.isKeyValid({ until }),
    remedy: messages.askForExpiry({ person: keyTold?.by ?? messages.keyVaultAdministrator, until }),
    owner: 'you',
    atConfirmation: messages.expiryNotRead({ until }),
    // Tomorrow the key has to last a day longer, which is another question.
    subject: new Date(now).toISOString().slice(0, 10),
  }
}

function outlasts(facts: MembershipFacts, now: number): Observation | undefined {
  const { keyLifetime, keyTold } = facts
  if (!keyLifetime || !planMembership(facts).some(({ kind }) => kind === 'link-environment')) return undefined
  const refusal = refusalOf(keyLifetime.key)
  if (!refusal) return judgeBeforeLink(keyLifetime, now)
  const unread = couldNotRead(messages.expiryUnread, refusal)
  // A right that is missing is given, and not confirmed away, unless step 3 rests on the word of who has it.
  return isOutsideNetwork(refusal) || (refusal.reason === 'forbidden' && keyTold) ? told(facts, unread, now) : unread
}

/** Said here as well as in step 3: the link is what cannot wait for a new key. */
export const keyExpiryChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'key-outlasts-encryption',
    id: 'F-407',
    part: 'link',
    owner: 'key-vault-administrator',
    why: messages.keyOutlastsEncryptionWhy,
    remedy: messages.keyOutlastsEncryptionRemedy,
    byHand: [messages.keyOutlastsEncryptionManual1, messages.keyOutlastsEncryptionManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: outlasts,
  },
]
