import { DAY } from '#machines/engine/durations.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { inItsOwnWords, isAbsent, refusalOf, refusedForAnotherReason, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { EXPIRES_SOON } from '../../next-version.ts'
import { couldNotRead, isOutsideNetwork } from '../../refusals.ts'
import type { KeyRotation, VaultKey } from '../../services/services.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { expiryOf, judgeBeforeLink } from './key-expiry.ts'
import { messages } from './key-messages.ts'
import { dayOf } from './moments.ts'
import { messages as privateMessages } from './private-vault-messages.ts'
import { keyIsKept, usingKeys } from './rights-checks.ts'

const part = 'key'

function kind(key: VaultKey): Observation {
  const type = key.type.toUpperCase()
  const { name, size } = key
  const seen =
    size === undefined
      ? messages.keyKind.foundType({ name, type: key.type })
      : messages.keyKind.foundTypeAndSize({ name, type: key.type, size })
  if (type !== 'RSA' && type !== 'RSA-HSM') return fail(messages.keyKind.typeNotListed({ type: key.type }), seen)
  if (size !== 2048 && size !== 3072)
    return fail(size === undefined ? messages.keyKind.sizeUnknown : messages.keyKind.sizeNotListed({ size }), seen)
  return pass(messages.keyKind.kindListed({ type: key.type, size }), seen)
}

function datesOf({ name, notBefore, expires }: VaultKey): DisplayText {
  if (notBefore === undefined)
    return expires === undefined
      ? messages.keyInItsDates.foundNoDates({ name })
      : messages.keyInItsDates.foundExpiry({ name, expires: dayOf(expires) })
  const from = dayOf(notBefore)
  return expires === undefined
    ? messages.keyInItsDates.foundStart({ name, from })
    : messages.keyInItsDates.foundBothDates({ name, from, expires: dayOf(expires) })
}

function dates(facts: PolicyFacts, now: number): Observation | undefined {
  const key = valueIn(facts.key)
  const expiry = expiryOf(facts, now)
  if (!key || !expiry) return undefined
  const seen = datesOf(key)
  if (key.notBefore !== undefined && key.notBefore > now)
    return fail(messages.keyInItsDates.notValidYet({ day: dayOf(key.notBefore) }), seen, {
      remedy: messages.keyInItsDates.notValidYetRemedy,
    })
  if (expiry.verdict === 'none' || key.expires === undefined) return pass(messages.keyInItsDates.noExpiry, seen)
  const days = Math.floor((key.expires - now) / DAY)
  if (key.expires <= now)
    return fail(messages.keyInItsDates.expired({ day: dayOf(key.expires) }), seen, { remedy: messages.keyInItsDates.renew })
  // An environment that uses the key needs a rotation, not a longer lifetime.
  const beforeLink = isInUse(facts) ? undefined : judgeBeforeLink(facts, now)
  if (beforeLink?.status === 'fail') return { ...beforeLink, remedy: messages.keyInItsDates.renewThenCheck }
  return warning(
    key.expires - now < EXPIRES_SOON
      ? messages.keyInItsDates.expiresInDays({ day: dayOf(key.expires), days })
      : messages.keyInItsDates.expiresOn({ day: dayOf(key.expires) }),
    beforeLink?.status === 'unknown' ? sentences(seen, beforeLink.seen, messages.keyInItsDates.confirmedInStep4) : seen,
    { endsAt: key.expires },
  )
}

/**
 * Source: rotation and its 28 days from "Manage your customer-managed encryption key", 9 June 2025, which also
 * recommends alerts to both administrators.
 */
function rotation({ choices, key: keyAnswer, keyRotation: answer }: PolicyFacts): Observation | undefined {
  const key = valueIn(keyAnswer)
  if (!key) return undefined
  const refusal = refusalOf(answer)
  // A key without expiration needs no rotation policy, so no right is requested.
  if (refusal && key.expires !== undefined) return { ...couldNotRead(messages.keyRenewed.rotationUnread, refusal), status: 'warning' }
  const policy = valueIn(answer)
  if (!policy) return undefined
  const seen = rotationOf(policy)
  if (policy.rotates) return pass(messages.keyRenewed.renewsItself, seen)
  if (key.expires === undefined) return pass(messages.keyRenewed.neitherExpiresNorRenews, seen)
  return warning(messages.keyRenewed.notRenewed, seen, {
    ...(choices?.keyIsImported ? { remedy: messages.keyRenewed.importEachVersion } : {}),
  })
}

export function rotationOf({ rotates, rotateAfter, rotateBeforeExpiry, notifiesBeforeExpiry, newVersionsLast }: KeyRotation): DisplayText {
  return sentences(
    !rotates
      ? messages.keyRenewed.doesNotRotate
      : rotateAfter
        ? messages.keyRenewed.rotatesAfter({ duration: rotateAfter })
        : rotateBeforeExpiry
          ? messages.keyRenewed.rotatesBefore({ duration: rotateBeforeExpiry })
          : messages.keyRenewed.rotates,
    notifiesBeforeExpiry ? messages.keyRenewed.notifies({ duration: notifiesBeforeExpiry }) : messages.keyRenewed.doesNotNotify,
    newVersionsLast ? messages.keyRenewed.newVersionsLast({ duration: newVersionsLast }) : messages.keyRenewed.newVersionsStay,
  )
}

/** The recovery level is the key's own sign of purge protection, independent of the vault's. */
function recovery({ key: keyAnswer, vault: vaultAnswer }: PolicyFacts): Observation | undefined {
  const level = valueIn(keyAnswer)?.recoveryLevel
  // A vault without purge protection has its own finding.
  if (level === undefined || !valueIn(vaultAnswer)?.purgeProtection) return undefined
  const seen = messages.keyRecoverable.recoveryLevel({ level })
  return /purgeable/i.test(level)
    ? warning(messages.keyRecoverable.purgeableDespiteVault, seen)
    : pass(messages.keyRecoverable.recoverable, seen)
}

/** Blocking this computer doesn't mean blocking Microsoft's service: a note that never blocks. */
function withinNetwork(facts: PolicyFacts): Observation | undefined {
  const { choices, key, keyShutOut: refusal = refusalOf(facts.key) } = facts
  if (!refusal || !isOutsideNetwork(refusal)) return undefined
  const seen = inItsOwnWords(refusal)
  if (valueIn(key))
    return warning(privateMessages.keyWithinNetwork.throughAzure, seen, {
      remedy: privateMessages.keyWithinNetwork.throughAzureRemedy,
      refusal,
    })
  // A missing key in use has its own findings and is never created again.
  if (isAbsent(key) && isInUse(facts)) return undefined
  if (isAbsent(key) && choices)
    return warning(privateMessages.keyWithinNetwork.absentThroughAzure({ key: choices.keyName }), seen, {
      remedy: privateMessages.keyWithinNetwork.absentThroughAzureRemedy,
      refusal,
    })
  return question(messages.keyWithinNetwork.notShownToNetwork, seen, { refusal })
}

export const keyChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'key-readable',
    id: 'F-402',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyReadable),
    link: 'azure-vault',
    source: 'vault-roles',
    heading: 'Azure built-in roles for Key Vault data plane operations',
    judge: (facts) => {
      const { choices, key } = facts
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(key)
      if (isOutsideNetwork(refusal)) return undefined
      if (refusal && keyIsKept(facts)) {
        const unread = couldNotRead(messages.keyReadable.keyUnread({ key: choices.keyName }), refusal)
        const lacking = usingKeys(facts)
        // Readable roles name the missing right and who can assign it.
        if (lacking?.status === 'fail')
          return { ...lacking, status: 'unknown', title: unread.title, seen: sentences(unread.seen, lacking.seen), refusal }
        return { ...unread, owner: 'key-vault-administrator', remedy: choices.keyStore ? ofHsm.hsm.keyRemedy : messages.keyReadable.remedy }
      }
      if (refusal) return couldNotRead(messages.keyReadable.keyUnread({ key: choices.keyName }), refusal)
      const value = valueIn(key)
      return value && pass(messages.keyReadable.keyReadable({ key: value.name }), verbatim(value.id))
    },
  },
  {
    key: 'key-within-network',
    id: 'F-405',
    part,
    owner: 'you',
    ...textsOf(messages.keyWithinNetwork),
    link: 'azure-vault',
    source: 'vault-network',
    judge: withinNetwork,
  },
  {
    key: 'key-kind',
    id: 'F-403',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyKind),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Create RSA keys',
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
    ...textsOf(messages.keyEnabled),
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: ({ key }) => {
      const value = valueIn(key)
      if (!value) return undefined
      if (value.enabled === undefined)
        return question(messages.keyEnabled.keyEnabledUnsaid, verbatim(value.id), { remedy: messages.keyEnabled.keyEnabledUnsaidRemedy })
      return value.enabled
        ? pass(messages.keyEnabled.keyEnabled, verbatim(value.id))
        : fail(messages.keyEnabled.keyDisabled, verbatim(value.id))
    },
  },
  {
    key: 'key-in-its-dates',
    id: 'F-407',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyInItsDates),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Create RSA keys',
    judge: dates,
  },
  {
    key: 'key-renewed',
    id: 'F-407',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyRenewed),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Create RSA keys',
    judge: rotation,
  },
  {
    key: 'key-recoverable',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyRecoverable),
    link: 'azure-vault',
    source: 'soft-delete',
    heading: 'Purge protection',
    judge: recovery,
  },
]
