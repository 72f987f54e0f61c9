import { inUtc } from '../../../engine/moment.ts'
import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, valueIn } from '../../../engine/step/refusals.ts'
import { PICKED_UP_IN } from '../../waits.ts'
import { type OperationFacts, unreadable } from '../facts.ts'
import { recreatedCheck } from '../recreated.ts'
import { canBeRotated, isInUse, lastRotation, pinnedVersion, seenToBePickedUp } from './facts.ts'

function inUse(facts: OperationFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment || !valueIn(facts.material?.policy)) return undefined
  const status = environment.encryptionPolicy?.linkStatus
  const seen = `Link status: ${status ?? 'no policy named'}. Runtime: ${environment.runtimeState ?? 'not given'}.`
  if (!isInUse(facts))
    return { status: 'fail', title: 'The environment is not on a customer-managed key, so there is nothing to rotate', seen }
  if (environment.runtimeState?.toLowerCase() === 'disabled')
    return {
      status: 'fail',
      title: 'The environment is switched off for its users',
      seen,
      remedy: 'Find out why first. A new version does not bring back an environment that lost access to its key: restore that access.',
    }
  return { status: 'pass', title: 'The environment is on the key and open', seen }
}

function latest({ material }: OperationFacts): Observation | undefined {
  const key = valueIn(material?.key)
  if (!key) return undefined
  const seen = `${key.id}: ${key.type}${key.size === undefined ? '' : `, ${key.size} bit`}, ${key.enabled ? 'enabled' : 'disabled'}.`
  if (!canBeRotated(key)) return { status: 'fail', title: 'The key is not of a kind that the service takes', seen }
  if (!key.enabled)
    return {
      status: 'fail',
      title: 'The latest version of the key is disabled',
      seen,
      remedy: 'Enable that version first: every environment on it is locked or about to be.',
    }
  return { status: 'pass', title: `The latest version is an enabled ${key.type} key of ${key.size} bit`, seen }
}

function oldVersion(facts: OperationFacts, now: number): Observation | undefined {
  const rotation = lastRotation(facts, now)
  if (!rotation) return undefined
  const { before, keepUntil, at } = rotation
  const seen = `Version ${before.version}, ${before.enabled ? 'enabled' : 'disabled'}. Rotated ${inUtc(at)}.`
  if (!before.enabled)
    return { status: 'fail', title: `The version before is disabled, but has to be kept until ${inUtc(keepUntil)}`, seen }
  if (before.expires !== undefined && before.expires < keepUntil)
    return { status: 'warning', title: `The version before expires on ${inUtc(before.expires)}, before its 30 days are over`, seen }
  return { status: 'pass', title: `The version before is enabled; keep it so until ${inUtc(keepUntil)}`, seen }
}

function pickedUp(facts: OperationFacts, now: number): Observation | undefined {
  const rotation = lastRotation(facts, now)
  // While the day runs it is waited for, and there is nothing to judge.
  if (!rotation || !isInUse(facts) || now < rotation.at + PICKED_UP_IN) return undefined
  const { newest, at } = rotation
  const seen = `Version ${newest.version}, made ${inUtc(at)}, more than 24 hours ago.`
  if (seenToBePickedUp(facts, rotation))
    return { status: 'pass', title: 'The environment’s history says that it moved to the new version', seen }
  return {
    status: 'unknown',
    attestable: true,
    subject: newest.version.slice(0, 40),
    title: 'Does everything work on the new version of the key?',
    seen: `${seen} No operation in the environment’s history tells which version is in use.`,
  }
}

export const rotateChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('rotate'),
  {
    key: 'rotate-readable',
    id: 'F-402',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'The environment leads to its policy, the policy to the vault and the key. Rotating needs all of them, and the key’s versions.',
    remedy: 'Ask for Key Vault Crypto Officer on the vault and Reader on the policy, then check again.',
    link: 'azure-vault',
    source: 'vault-roles',
    look: (facts) => {
      const refused = unreadable(facts)
      if (refused) return couldNotRead(refused.what, refused.refusal)
      const versions = valueIn(facts.material?.versions)
      const key = valueIn(facts.material?.key)
      return (
        versions && key && { status: 'pass', title: `The key ${key.name} and its ${versions.length} versions can be read`, seen: key.id }
      )
    },
  },
  {
    key: 'rotate-in-use',
    id: 'F-A01',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'A new version is picked up only by environments that are in the policy and have access to the key.',
    remedy: 'Add the environment to the policy first: that is step 4.',
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: inUse,
  },
  {
    key: 'rotate-not-pinned',
    id: 'F-A08',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'A policy that names one version of the key stays with that version, and a policy that is in use cannot be changed.',
    remedy: 'Rotating does not help here. Change to another policy that names the key without a version: that takes two outages.',
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: (facts) => {
      const policy = valueIn(facts.material?.policy)
      if (!policy) return undefined
      const pinned = pinnedVersion(facts)
      return pinned === undefined
        ? { status: 'pass', title: 'The policy names the key without a version, so it follows a new one', seen: policy.id }
        : { status: 'fail', title: 'The policy is fixed on one version of the key and would not follow a new one', seen: pinned }
    },
  },
  {
    key: 'rotate-latest',
    id: 'F-403',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'The new version gets the kind and size of the latest one, which must therefore fit and be in order.',
    remedy: 'Put the latest version in order, or change to another key.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: latest,
  },
  {
    key: 'rotate-old-version-kept',
    id: 'F-A03',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'Data and backups may still stand under the version before. Microsoft asks to keep it enabled for at least 28 days; the article says 30 elsewhere, so 30 is the safe figure.',
    remedy: 'Enable the version again and leave it enabled until that date.',
    byHand: ['In the Azure portal, open the vault, Keys, the key, and the version before the current one.', 'Set Enabled to Yes, save.'],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: oldVersion,
  },
  {
    key: 'rotate-picked-up',
    id: 'F-A03',
    part: 'key',
    owner: 'power-platform-administrator',
    why: 'The services go over to a new version by themselves within 24 hours. No document names a place that shows which version is in use.',
    remedy: 'Look at the encryption status, use the environment, then confirm.',
    byHand: [
      'In the admin center, open Security, Data and Privacy, Customer-managed encryption key, the policy: the encryption status must read Encrypted.',
      'Open the environment and finance and operations, and see that both work.',
    ],
    link: 'admin-center',
    source: 'power-platform-keys',
    look: pickedUp,
  },
]
