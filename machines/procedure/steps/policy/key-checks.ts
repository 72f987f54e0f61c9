import { DAY } from '../../../engine/durations.ts'
import type { Observation } from '../../../engine/step/finding.ts'
import { inItsOwnWords, isAbsent, refusalOf, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../../messages/message.ts'
import { sentences } from '../../../messages/sentences.ts'
import type { Check } from '../../check.ts'
import { couldNotRead, isOutsideNetwork } from '../../refusals.ts'
import type { KeyRotation, VaultKey } from '../../services.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { expiryOf, judgeBeforeLink } from './key-expiry.ts'
import { messages } from './key-messages.ts'
import { dayOf } from './moments.ts'
import { messages as privateMessages } from './private-vault-messages.ts'

const part = 'key'
/** Long enough to have a rotation approved in a company with monthly change windows. */
const EXPIRY_NEAR_DAYS = 60

function kind(key: VaultKey): Observation {
  const type = key.type.toUpperCase()
  const { name, size } = key
  const seen = size === undefined ? messages.foundType({ name, type: key.type }) : messages.foundTypeAndSize({ name, type: key.type, size })
  if (type !== 'RSA' && type !== 'RSA-HSM') return { status: 'fail', title: messages.typeNotListed({ type: key.type }), seen }
  if (size !== 2048 && size !== 3072)
    return { status: 'fail', title: size === undefined ? messages.sizeUnknown : messages.sizeNotListed({ size }), seen }
  return { status: 'pass', title: messages.kindListed({ type: key.type, size }), seen }
}

function datesOf({ name, notBefore, expires }: VaultKey): DisplayText {
  if (notBefore === undefined)
    return expires === undefined ? messages.foundNoDates({ name }) : messages.foundExpiry({ name, expires: dayOf(expires) })
  const from = dayOf(notBefore)
  return expires === undefined ? messages.foundStart({ name, from }) : messages.foundBothDates({ name, from, expires: dayOf(expires) })
}

function dates(facts: PolicyFacts, now: number): Observation | undefined {
  const key = valueIn(facts.key)
  const expiry = expiryOf(facts, now)
  if (!key || !expiry) return undefined
  const seen = datesOf(key)
  if (key.notBefore !== undefined && key.notBefore > now)
    return {
      status: 'fail',
      title: messages.notValidYet({ day: dayOf(key.notBefore) }),
      seen,
      remedy: messages.notValidYetRemedy,
    }
  if (expiry.verdict === 'none' || key.expires === undefined) return { status: 'pass', title: messages.noExpiry, seen }
  const days = Math.floor((key.expires - now) / DAY)
  if (key.expires <= now)
    return {
      status: 'fail',
      title: messages.expired({ day: dayOf(key.expires) }),
      seen,
      remedy: messages.renew,
    }
  // An environment that is on the key already has no encryption to wait for: there the key is rotated.
  const beforeLink = isInUse(facts) ? undefined : judgeBeforeLink(facts, now)
  if (beforeLink?.status === 'fail') return { ...beforeLink, remedy: messages.renewThenCheck }
  return {
    status: 'warning',
    title:
      days < EXPIRY_NEAR_DAYS ? messages.expiresInDays({ day: dayOf(key.expires), days }) : messages.expiresOn({ day: dayOf(key.expires) }),
    seen: beforeLink?.status === 'unknown' ? sentences(seen, beforeLink.seen, messages.confirmedInStep4) : seen,
    endsAt: key.expires,
  }
}

/** Source: rotation and its 28 days from "Manage your customer-managed encryption key", 9 June 2025, which also asks for alerts to both administrators. */
function rotation({ key: keyAnswer, keyRotation: answer }: PolicyFacts): Observation | undefined {
  const key = valueIn(keyAnswer)
  if (!key) return undefined
  const refusal = refusalOf(answer)
  // A key without an expiry goes on whatever its rotation policy says: nobody is asked for a right that nothing needs.
  if (refusal && key.expires !== undefined) return { ...couldNotRead(messages.rotationUnread, refusal), status: 'warning' }
  const policy = valueIn(answer)
  if (!policy) return undefined
  const seen = rotationOf(policy)
  if (policy.rotates) return { status: 'pass', title: messages.renewsItself, seen }
  if (key.expires === undefined) return { status: 'pass', title: messages.neitherExpiresNorRenews, seen }
  return { status: 'warning', title: messages.notRenewed, seen }
}

/** A rotation policy in words. */
export function rotationOf({ rotates, rotateAfter, rotateBeforeExpiry, notifiesBeforeExpiry, newVersionsLast }: KeyRotation): DisplayText {
  return sentences(
    !rotates
      ? messages.doesNotRotate
      : rotateAfter
        ? messages.rotatesAfter({ duration: rotateAfter })
        : rotateBeforeExpiry
          ? messages.rotatesBefore({ duration: rotateBeforeExpiry })
          : messages.rotates,
    notifiesBeforeExpiry ? messages.notifies({ duration: notifiesBeforeExpiry }) : messages.doesNotNotify,
    newVersionsLast ? messages.newVersionsLast({ duration: newVersionsLast }) : messages.newVersionsStay,
  )
}

/** The recovery level is the key's own word on purge protection, and independent of the vault's. */
function recovery({ key: keyAnswer, vault: vaultAnswer }: PolicyFacts): Observation | undefined {
  const level = valueIn(keyAnswer)?.recoveryLevel
  // A vault without purge protection is a finding of its own.
  if (level === undefined || !valueIn(vaultAnswer)?.purgeProtection) return undefined
  const seen = messages.recoveryLevel({ level })
  return /purgeable/i.test(level)
    ? { status: 'warning', title: messages.purgeableDespiteVault, seen }
    : { status: 'pass', title: messages.recoverable, seen }
}

/** What a vault keeps from this computer's network isn't what it keeps from Microsoft's service: that never blocks, and is always said. */
function withinNetwork(facts: PolicyFacts): Observation | undefined {
  const { choices, key, keyShutOut: refusal = refusalOf(facts.key) } = facts
  if (!refusal || !isOutsideNetwork(refusal)) return undefined
  const seen = inItsOwnWords(refusal)
  if (valueIn(key))
    return { status: 'warning', title: privateMessages.throughAzure, seen, remedy: privateMessages.throughAzureRemedy, refusal }
  // A key that an environment uses and that is gone has findings of its own, and is never created again.
  if (isAbsent(key) && isInUse(facts)) return undefined
  if (isAbsent(key) && choices)
    return {
      status: 'warning',
      title: privateMessages.absentThroughAzure({ key: choices.keyName }),
      seen,
      remedy: privateMessages.absentThroughAzureRemedy,
      refusal,
    }
  return { status: 'unknown', attestable: true, title: messages.notShownToNetwork, seen, refusal }
}

export const keyChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'key-readable',
    id: 'F-402',
    part,
    owner: 'key-vault-administrator',
    why: messages.keyReadableWhy,
    remedy: messages.keyReadableRemedy,
    link: 'azure-vault',
    source: 'vault-roles',
    judge: ({ choices, key }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(key)
      if (isOutsideNetwork(refusal)) return undefined
      if (refusal?.reason === 'forbidden') {
        return {
          ...couldNotRead(messages.keyUnread({ key: choices.keyName }), refusal),
          owner: 'key-vault-administrator',
          remedy: choices.keyStore ? ofHsm.keyRemedy : messages.keyReadableRemedy,
        }
      }
      if (refusal) return couldNotRead(messages.keyUnread({ key: choices.keyName }), refusal)
      const value = valueIn(key)
      return value && { status: 'pass', title: messages.keyReadable({ key: value.name }), seen: verbatim(value.id) }
    },
  },
  {
    key: 'key-within-network',
    id: 'F-405',
    part,
    owner: 'you',
    why: messages.keyWithinNetworkWhy,
    remedy: messages.keyWithinNetworkRemedy,
    byHand: [messages.keyWithinNetworkManual1, messages.keyWithinNetworkManual2],
    link: 'azure-vault',
    source: 'vault-network',
    judge: withinNetwork,
  },
  {
    key: 'key-kind',
    id: 'F-403',
    part,
    owner: 'key-vault-administrator',
    why: messages.keyKindWhy,
    remedy: messages.keyKindRemedy,
    byHand: [messages.keyKindManual1, messages.keyKindManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: ({ key }) => {
      const value = valueIn(key)
      return value && kind(value)
    },
  },
  {
    key: 'key-enabled',
    id: 'F-A01',
    part,
    owner: 'key-vault-administrator',
    why: messages.keyEnabledWhy,
    remedy: messages.keyEnabledRemedy,
    byHand: [messages.keyEnabledManual1, messages.keyEnabledManual2],
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: ({ key }) => {
      const value = valueIn(key)
      if (!value) return undefined
      return value.enabled
        ? { status: 'pass', title: messages.keyEnabled, seen: verbatim(value.id) }
        : { status: 'fail', title: messages.keyDisabled, seen: verbatim(value.id) }
    },
  },
  {
    key: 'key-in-its-dates',
    id: 'F-407',
    part,
    owner: 'key-vault-administrator',
    why: messages.keyInItsDatesWhy,
    remedy: messages.keyInItsDatesRemedy,
    byHand: [messages.keyInItsDatesManual1, messages.keyInItsDatesManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: dates,
  },
  {
    key: 'key-renewed',
    id: 'F-407',
    part,
    owner: 'key-vault-administrator',
    why: messages.keyRenewedWhy,
    remedy: messages.keyRenewedRemedy,
    byHand: [messages.keyRenewedManual1, messages.keyRenewedManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: rotation,
  },
  {
    key: 'key-recoverable',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    why: messages.keyRecoverableWhy,
    remedy: messages.keyRecoverableRemedy,
    link: 'azure-vault',
    source: 'soft-delete',
    judge: recovery,
  },
]
