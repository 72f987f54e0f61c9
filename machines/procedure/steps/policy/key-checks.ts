import { DAY } from '../../../engine/durations.ts'
import type { Check, Observation } from '../../../engine/step/finding.ts'
import {
  couldNotRead,
  inItsOwnWords,
  isOutsideNetwork,
  refusalOf,
  refusedForAnotherReason,
  valueIn,
} from '../../../engine/step/refusals.ts'
import type { KeyRotation, VaultKey } from '../../services.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { expiryOf, judgeBeforeLink } from './key-expiry.ts'

const part = 'key'
/** Long enough to have a rotation approved in a company with monthly change windows. */
const EXPIRY_NEAR_DAYS = 60

/** The latest moment that a date can stand for. A key can hold a later one. */
const LATEST = 8.64e15

const date = (at: number): string => (Math.abs(at) <= LATEST ? new Date(at).toISOString().slice(0, 10) : 'a day beyond every calendar')

function kind(key: VaultKey): Observation {
  const type = key.type.toUpperCase()
  const seen = `${key.name}: ${key.type}${key.size === undefined ? '' : `, ${key.size} bit`}.`
  if (type !== 'RSA' && type !== 'RSA-HSM')
    return { status: 'fail', title: `The key is of type ${key.type}; the document lists RSA and RSA-HSM`, seen }
  if (key.size !== 2048 && key.size !== 3072)
    return { status: 'fail', title: `The key has ${key.size ?? 'an unknown number of'} bits; the document lists 2048 and 3072`, seen }
  return { status: 'pass', title: `The key is ${key.type}, ${key.size} bit`, seen }
}

function dates(facts: PolicyFacts, now: number): Observation | undefined {
  const key = valueIn(facts.key)
  const expiry = expiryOf(facts, now)
  if (!key || !expiry) return undefined
  const seen = `${key.name}: not before ${key.notBefore === undefined ? 'set' : date(key.notBefore)}, expires ${key.expires === undefined ? 'never' : `on ${date(key.expires)}`}.`
  if (key.notBefore !== undefined && key.notBefore > now)
    return {
      status: 'fail',
      title: `The key is valid only from ${date(key.notBefore)}`,
      seen,
      remedy: 'Wait for that date, or create a key without an activation date.',
    }
  if (expiry.verdict === 'none' || key.expires === undefined)
    return { status: 'pass', title: 'The key has no expiry date', seen: seen.replace('not before set', 'no activation date') }
  const days = Math.floor((key.expires - now) / DAY)
  if (key.expires <= now)
    return {
      status: 'fail',
      title: `The key expired on ${date(key.expires)}`,
      seen,
      remedy: 'Create a new version of the key with a later expiry date, or with none.',
    }
  // An environment that is on the key already has no encryption to wait for: there the key is rotated.
  const beforeLink = isInUse(facts) ? undefined : judgeBeforeLink(facts, now)
  if (beforeLink?.status === 'fail')
    return { ...beforeLink, remedy: 'Create a new version of the key with a later expiry date, or with none, then check again.' }
  return {
    status: 'warning',
    title: days < EXPIRY_NEAR_DAYS ? `The key expires on ${date(key.expires)}, in ${days} days` : `The key expires on ${date(key.expires)}`,
    seen: beforeLink?.status === 'unknown' ? `${seen} ${beforeLink.seen} Step 4 asks you to confirm it.` : seen,
  }
}

/** Source: rotation and its 28 days from "Manage your customer-managed encryption key", 9 June 2025, which also asks for alerts to both administrators. */
function rotation({ key: keyAnswer, keyRotation: answer }: PolicyFacts): Observation | undefined {
  const key = valueIn(keyAnswer)
  if (!key) return undefined
  const refusal = refusalOf(answer)
  // A key without an expiry goes on whatever its rotation policy says: nobody is asked for a right that nothing needs.
  if (refusal && key.expires !== undefined) return { ...couldNotRead('The key’s rotation policy', refusal), status: 'warning' }
  const policy = valueIn(answer)
  if (!policy) return undefined
  const seen = inWords(policy)
  if (policy.rotates) return { status: 'pass', title: 'Key Vault renews the key by itself', seen }
  if (key.expires === undefined)
    return { status: 'pass', title: 'The key does not expire, and nobody renews it by itself: your rules for keys decide how often', seen }
  return { status: 'warning', title: 'Nothing renews the key before it expires', seen }
}

function inWords({ rotates, rotateAfter, rotateBeforeExpiry, notifiesBeforeExpiry, newVersionsLast }: KeyRotation): string {
  const words = [
    rotates
      ? `Rotates ${rotateAfter ? `${rotateAfter} after a version is made` : `${rotateBeforeExpiry} before the expiry`}`
      : 'Does not rotate',
    notifiesBeforeExpiry ? `near-expiry event ${notifiesBeforeExpiry} before` : 'no near-expiry event',
    newVersionsLast ? `new versions last ${newVersionsLast}` : 'new versions do not expire',
  ]
  return `${words.join('; ')}.`
}

/** The recovery level is the key's own word on purge protection, and independent of the vault's. */
function recovery({ key: keyAnswer, vault: vaultAnswer }: PolicyFacts): Observation | undefined {
  const level = valueIn(keyAnswer)?.recoveryLevel
  // A vault without purge protection is a finding of its own.
  if (level === undefined || !valueIn(vaultAnswer)?.purgeProtection) return undefined
  const seen = `Recovery level: ${level}.`
  return /purgeable/i.test(level)
    ? { status: 'warning', title: 'The vault says purge protection is on, the key says it can be purged', seen }
    : { status: 'pass', title: 'The key itself says that it can be recovered and not purged', seen }
}

export const keyChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'key-readable',
    id: 'F-402',
    part,
    owner: 'key-vault-administrator',
    why: 'Type, size and dates of the key decide whether it can be used at all.',
    remedy:
      'In a vault with Azure role-based access, ask for Key Vault Crypto Officer on the vault: Contributor gives no access to keys. In one with access policies, ask for the key permission Get.',
    link: 'azure-vault',
    source: 'vault-roles',
    look: ({ choices, key }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(key)
      if (isOutsideNetwork(refusal)) return undefined
      if (refusal?.reason === 'forbidden') {
        return {
          ...couldNotRead(`The key ${choices.keyName}`, refusal),
          owner: 'key-vault-administrator',
          remedy:
            'In a vault with Azure role-based access, ask for Key Vault Crypto Officer on the vault: Contributor gives no access to keys. In one with access policies, ask for the key permission Get.',
        }
      }
      if (refusal) return couldNotRead(`The key ${choices.keyName}`, refusal)
      const value = valueIn(key)
      return value && { status: 'pass', title: `The key ${value.name} can be read`, seen: value.id }
    },
  },
  {
    key: 'key-within-network',
    id: 'F-405',
    part,
    owner: 'you',
    why: 'A vault with a firewall or a private endpoint shows its keys only to requests from networks it allows. Microsoft’s service has a way of its own, this computer has not.',
    remedy:
      'Connect to a network that the vault allows, then check again. Or ask someone there whether the key exists, is RSA of 2048 or 3072 bit, enabled and valid, then confirm. A role does not help.',
    byHand: [
      'In the Azure portal, open the vault, Networking, and find which networks and addresses it allows.',
      'Connect to one of them, by VPN for example, then check again here.',
    ],
    link: 'azure-vault',
    source: 'vault-network',
    look: ({ key }) => {
      const refusal = refusalOf(key)
      return refusal && isOutsideNetwork(refusal)
        ? {
            status: 'unknown',
            attestable: true,
            title: 'Is the key in order? The vault does not show it to this computer’s network',
            seen: inItsOwnWords(refusal),
            refusal,
          }
        : undefined
    },
  },
  {
    key: 'key-kind',
    id: 'F-403',
    part,
    owner: 'key-vault-administrator',
    why: 'The document lists RSA and RSA-HSM keys of 2048 or 3072 bit. Whether the service refuses other keys isn’t verified; the wizard doesn’t try it.',
    remedy: 'Create another key: RSA or RSA-HSM, 2048 or 3072 bit.',
    byHand: [
      'In the Azure portal, open the vault, Keys, Generate/Import.',
      'Choose RSA and 2048 or 3072, leave activation and expiry empty, create.',
    ],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: ({ key }) => {
      const value = valueIn(key)
      return value && kind(value)
    },
  },
  {
    key: 'key-enabled',
    id: 'F-A01',
    part,
    owner: 'key-vault-administrator',
    why: 'A disabled key takes every environment that uses it offline at once.',
    remedy: 'Enable the key.',
    byHand: ['In the Azure portal, open the vault, Keys, the key, its current version.', 'Set Enabled to Yes, save.'],
    link: 'azure-vault',
    source: 'lock-unlock',
    look: ({ key }) => {
      const value = valueIn(key)
      if (!value) return undefined
      return value.enabled
        ? { status: 'pass', title: 'The key is enabled', seen: value.id }
        : { status: 'fail', title: 'The key is disabled', seen: value.id }
    },
  },
  {
    key: 'key-in-its-dates',
    id: 'F-407',
    part,
    owner: 'key-vault-administrator',
    why: 'When the key expires, every environment on it goes offline at once, without a warning to the Power Platform administrator.',
    remedy: 'Set an alert for the expiry that reaches both administrators, or a rotation policy, before you go on.',
    byHand: [
      'In the Azure portal, open the vault, Keys, the key, Rotation policy.',
      'Set automatic rotation well before the expiry, and a notification.',
    ],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: dates,
  },
  {
    key: 'key-renewed',
    id: 'F-407',
    part,
    owner: 'key-vault-administrator',
    why: 'A new version of the key is taken up by the environments within 24 hours, without an outage. A key that expires first takes them offline.',
    remedy:
      'Set a rotation policy that renews the key well before its expiry, and subscribe both administrators to the near-expiry event. Keep the version before enabled for 30 days.',
    byHand: [
      'In the Azure portal, open the vault, Keys, the key, Rotation policy: enable automatic rotation and set the time.',
      'Open the vault, Events, and send “Key Near Expiry” by mail to the key vault administrator and the Power Platform administrator.',
    ],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: rotation,
  },
  {
    key: 'key-recoverable',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    why: 'A key that can be purged can be lost for good, and the environment’s data with it.',
    remedy: 'Wait some minutes and check again: purge protection may just have been turned on. If it stays, ask Microsoft support.',
    link: 'azure-vault',
    source: 'soft-delete',
    look: recovery,
  },
]
