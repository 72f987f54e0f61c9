import { inUtc } from '../../../engine/moment.ts'
import type { Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, isOutsideNetwork, refusalOf } from '../../../engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import { judgeBeforeLink, KEY_MUST_LAST } from '../policy/key-expiry.ts'
import type { MembershipFacts } from './facts.ts'
import { planMembership } from './plan.ts'

/** The expiry is kept from the account or from this computer: somebody else can tell it, and the person confirms that they asked. */
function told({ keyTold }: MembershipFacts, unread: Observation, now: number): Observation {
  const needed = inUtc(now + KEY_MUST_LAST)
  return {
    ...unread,
    attestable: true,
    title: `Is the key valid until ${needed}? Its expiry date could not be read here`,
    remedy: `Ask ${keyTold?.by ?? 'the key vault administrator'} for the expiry date of the key: an encryption that begins now can need it until ${needed}. Then confirm.`,
    owner: 'you',
    atConfirmation: `The expiry date of the key was not read here. An encryption that begins now can need the key until ${needed}.`,
    // Tomorrow the key has to last a day longer, which is another question.
    subject: new Date(now).toISOString().slice(0, 10),
  }
}

function outlasts(facts: MembershipFacts, now: number): Observation | undefined {
  const { keyLifetime, keyTold } = facts
  if (!keyLifetime || !planMembership(facts).some(({ kind }) => kind === 'link-environment')) return undefined
  const refusal = refusalOf(keyLifetime.key)
  if (!refusal) return judgeBeforeLink(keyLifetime, now)
  const unread = couldNotRead('The expiry date of the key could not be read', refusal)
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
    why: 'When the key expires, every environment on it goes offline. An encryption can take four days, and a new version of the key 24 hours more.',
    remedy: 'Create a new version of the key with a later expiry date, or with none, then check again.',
    byHand: [
      'In the Azure portal, open the vault, Keys, the key, and select New Version.',
      'Set a later expiry date, or none. Leave the version enabled and create it.',
    ],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: outlasts,
  },
]
