import type { Observation } from '#machines/engine/step/finding.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { titled } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { couldNotRead, isOutsideNetwork } from '../../refusals.ts'
import { judgeBeforeLink, KEY_MUST_LAST } from '../policy/key-expiry.ts'
import { reachability, reachOf } from '../policy/vault-checks.ts'
import { messages as vaultMessages } from '../policy/vault-messages.ts'
import type { MembershipFacts } from './facts.ts'
import { messages } from './messages.ts'
import { planMembership } from './plan.ts'

/** The account or this computer can't read the expiration: the person confirms that they asked someone. */
function told({ keyTold }: MembershipFacts, unread: Observation, now: number): Observation {
  const until = now + KEY_MUST_LAST
  return {
    ...unread,
    attestable: true,
    title: messages.keyOutlastsEncryption.isKeyValid({ until }),
    remedy: messages.keyOutlastsEncryption.askForExpiry({
      person: keyTold?.by ?? messages.keyOutlastsEncryption.keyVaultAdministrator,
      until,
    }),
    owner: 'you',
    atConfirmation: messages.keyOutlastsEncryption.expiryNotRead({ until }),
    // Tomorrow the key must last a day longer: a separate question.
    subject: new Date(now).toISOString().slice(0, 10),
  }
}

function outlasts(facts: MembershipFacts, now: number): Observation | undefined {
  const { vault, key, keyTold } = facts
  if (!isToBeLinked(facts)) return undefined
  // The refusal of a vault that can't be read stands for its key.
  const refusal = key ? refusalOf(key) : refusalOf(vault)
  if (!refusal) return judgeBeforeLink(facts, now)
  const unread = couldNotRead(messages.expiryUnread, refusal)
  // A missing right is granted, not confirmed away, unless step 3 rests on a handoff.
  return isOutsideNetwork(refusal) || (refusal.reason === 'forbidden' && keyTold) ? told(facts, unread, now) : unread
}

const isToBeLinked = (facts: MembershipFacts): boolean => planMembership(facts).some(({ kind }) => kind === 'link-environment')

/** Repeats step 3's question before the key is used; other network findings stay there. */
function closed(facts: MembershipFacts): Observation | undefined {
  const vault = valueIn(facts.vault)
  if (!vault || !isToBeLinked(facts)) return undefined
  const said = reachability(vault)
  if (reachOf(vault) !== 'exception-to-public-access') return said.status === 'pass' ? said : undefined
  return { ...said, atConfirmation: titled(said.title, said.remedy ?? vaultMessages.vaultReachable.keepException) }
}

/** Repeated from step 3, because the link can't wait for a new key. */
export const keyExpiryChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'key-outlasts-encryption',
    id: 'F-407',
    part: 'link',
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyOutlastsEncryption),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: outlasts,
  },
  {
    key: 'key-store-closed',
    id: 'F-A07',
    part: 'link',
    owner: 'key-vault-administrator',
    why: vaultMessages.vaultReachable.why,
    remedy: vaultMessages.vaultReachable.keepException,
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: closed,
  },
]
