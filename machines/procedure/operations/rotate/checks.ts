import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, unknown, warning } from '#machines/engine/step/observations.ts'
import { inItsOwnWords, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import { serviceWordOr } from '../../service-words.ts'
import type { VaultKey } from '../../services/services.ts'
import { isOff } from '../../steps/membership/link.ts'
import { messages as ofHsm } from '../../steps/policy/hsm-messages.ts'
import { importByHand } from '../../steps/policy/import-checks.ts'
import { messages as importMessages } from '../../steps/policy/import-messages.ts'
import { PICKED_UP_IN } from '../../waits.ts'
import { hsmOf, type OperationFacts, unreadable } from '../facts.ts'
import { operationMessages } from '../messages.ts'
import { recreatedCheck } from '../recreated.ts'
import { canBeRotated, isInUse, lastRotation, pinnedVersion, seenToBePickedUp } from './facts.ts'
import { messages } from './messages.ts'

function inUse(facts: OperationFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment || !valueIn(facts.policy)) return undefined
  const status = environment.encryptionPolicy?.linkStatus
  const seen = messages.inUse.read({
    status: serviceWordOr(status, messages.inUse.noPolicyNamed),
    runtime: serviceWordOr(environment.runtimeState, operationMessages.read.notGiven),
  })
  if (!isInUse(facts)) return fail(messages.nothingToRotate, seen)
  const isEnvironmentOff = isOff(environment)
  if (isEnvironmentOff === undefined) return question(messages.runtimeUnsaid, seen, { remedy: messages.inUse.findOutWhyFirst })
  if (isEnvironmentOff) return fail(messages.switchedOff, seen, { remedy: messages.inUse.findOutWhyFirst })
  return pass(messages.onKeyAndOpen, seen)
}

function keyRead({ id, type, size, enabled: isEnabled }: VaultKey): DisplayText {
  const enabled = String(isEnabled)
  return size === undefined ? messages.latest.readWithoutSize({ id, type, enabled }) : messages.latest.read({ id, type, size, enabled })
}

function latest({ key: answer }: OperationFacts): Observation | undefined {
  const key = valueIn(answer)
  if (!key) return undefined
  const seen = keyRead(key)
  if (!canBeRotated(key)) return fail(messages.kindUnsupported, seen)
  if (key.enabled === undefined) return unknown(messages.latestUnsaid, seen)
  if (!key.enabled) return fail(messages.latestDisabled, seen, { remedy: messages.enableFirst })
  return pass(messages.latestEnabled({ type: key.type, size: key.size }), seen)
}

/** While a rotation is due: one made elsewhere shows in Azure Resource Manager. */
function withinNetwork(facts: OperationFacts, now: number): Observation | undefined {
  const { key, keyShutOut } = facts
  const found = valueIn(key)
  if (!found || !isInUse(facts) || lastRotation(facts, now)) return undefined
  return keyShutOut
    ? fail(messages.withinNetwork.outside, inItsOwnWords(keyShutOut))
    : pass(messages.withinNetwork.inside, verbatim(found.id))
}

/**
 * New versions that Key Vault makes of an imported key don't come from the customer's HSM. While a rotation is due.
 * Source: "Import HSM-protected keys to Key Vault (BYOK)" (29 May 2020).
 */
function origin(facts: OperationFacts, now: number): Observation | undefined {
  const [vault, key] = [valueIn(facts.vault), valueIn(facts.key)]
  if (!vault || vault.managedHsm || !key || key.type.toUpperCase() !== 'RSA-HSM') return undefined
  if (!isInUse(facts) || lastRotation(facts, now)) return undefined
  const more = { seen: importMessages.key.thereSeen({ type: key.type }), byHand: importByHand(vault.name, key.name) }
  return facts.keyIsImported
    ? { status: 'fail', title: messages.origin.importNextVersion({ key: key.name }), ...more }
    : {
        status: 'unknown',
        attestable: true,
        subject: key.name.slice(0, 40),
        title: messages.origin.wasKeyCreated({ key: key.name }),
        ...more,
      }
}

function oldVersion(facts: OperationFacts, now: number): Observation | undefined {
  const rotation = lastRotation(facts, now)
  if (!rotation) return undefined
  const { before, keepUntil, at } = rotation
  const seen = messages.oldVersion.read({ version: before.version, enabled: String(before.enabled), at })
  if (before.enabled === undefined) return question(messages.oldUnsaid, seen, { subject: before.version.slice(0, 40) })
  if (!before.enabled) return fail(messages.oldDisabled({ keepUntil }), seen)
  if (before.expires !== undefined && before.expires < keepUntil)
    return warning(messages.oldExpiresEarly({ expires: before.expires }), seen)
  return pass(messages.oldEnabled({ keepUntil }), seen)
}

function pickedUp(facts: OperationFacts, now: number): Observation | undefined {
  const rotation = lastRotation(facts, now)
  // Nothing to judge during the day of waiting.
  if (!rotation || !isInUse(facts) || now < rotation.at + PICKED_UP_IN) return undefined
  const { newest, at } = rotation
  const seen = messages.pickedUp.versionMadeMoreThan({ version: newest.version, at })
  if (seenToBePickedUp(facts, rotation)) return pass(messages.historySaysMoved, seen)
  return question(messages.doesEverythingWork, messages.notInHistory({ seen }), { subject: newest.version.slice(0, 40) })
}

export const rotateChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('rotate'),
  {
    key: 'rotate-readable',
    id: 'F-402',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.readable),
    link: 'azure-vault',
    source: 'vault-roles',
    heading: 'Azure built-in roles for Key Vault data plane operations',
    judge: (facts) => {
      const refused = unreadable(facts)
      if (refused && hsmOf(facts) !== undefined) return { ...couldNotRead(refused.title, refused.refusal), remedy: ofHsm.hsm.keyRemedy }
      if (refused) return couldNotRead(refused.title, refused.refusal)
      const versions = valueIn(facts.keyVersions)
      const key = valueIn(facts.key)
      return versions && key && pass(messages.keyAndVersionsReadable({ key: key.name, count: versions.length }), verbatim(key.id))
    },
  },
  {
    key: 'rotate-within-network',
    id: 'F-405',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.withinNetwork),
    byHand: [messages.guide.newVersion.click1, messages.guide.newVersion.click2, messages.guide.newVersion.click3],
    link: 'azure-vault',
    source: 'vault-network',
    judge: withinNetwork,
  },
  {
    key: 'rotate-in-use',
    id: 'F-A01',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.inUse),
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    heading: "Rotate the environment's encryption key with a new key version",
    judge: inUse,
  },
  {
    key: 'rotate-not-pinned',
    id: 'F-A08',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.notPinned),
    link: 'azure-policy',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: (facts) => {
      const policy = valueIn(facts.policy)
      if (!policy) return undefined
      const pinned = pinnedVersion(facts)
      return pinned === undefined ? pass(messages.followsNewVersion, verbatim(policy.id)) : warning(messages.pinned, verbatim(pinned))
    },
  },
  {
    key: 'rotate-latest',
    id: 'F-403',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.latest),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Create RSA keys',
    judge: latest,
  },
  {
    key: 'rotate-origin',
    id: 'F-414',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.origin),
    link: 'azure-vault',
    source: 'hsm-key-import',
    judge: origin,
  },
  {
    key: 'rotate-old-version-kept',
    id: 'F-A03',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.oldVersionKept),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Rotate the environment's encryption key with a new key version",
    judge: oldVersion,
  },
  {
    key: 'rotate-picked-up',
    id: 'F-A03',
    part: 'key',
    owner: 'power-platform-administrator',
    ...textsOf(messages.pickedUp),
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: "Rotate the environment's encryption key with a new key version",
    judge: pickedUp,
  },
]
