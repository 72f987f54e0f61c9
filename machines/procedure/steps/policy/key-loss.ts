import { DAY } from '../../../engine/durations.ts'
import { isAbsent, valueIn } from '../../../engine/step/refusals.ts'
import type { KeyVersion, VaultKey } from '../../services.ts'
import { predecessorOf } from '../membership/link.ts'
import type { PolicyFacts } from './facts.ts'
import { missingKeyPermissions } from './key-permissions.ts'
import { encryptionPolicyIn, oldestWrappingRole } from './policy-checks.ts'
import { reachability } from './vault-checks.ts'

/** What the causes are read from; the same for step 3 and for an operation after the link. */
export type KeyLossFacts = Pick<
  PolicyFacts,
  'environment' | 'policy' | 'vault' | 'vaultName' | 'key' | 'deletedKey' | 'keyVersions' | 'keyAccess'
>

/** How long the version before the newest one has to stay enabled. Source: "Manage your customer-managed encryption key", 9 June 2025. */
export const OLD_VERSION_NEEDED_FOR_DAYS = 28

/**
 * What takes every environment on a key offline, in the order of the document that lists it.
 * Source: "Lock and unlock environments through key vault access", 22 May 2025; that an expired key does the same is from
 * "Manage your customer-managed encryption key", 9 June 2025.
 */
export const KEY_LOSSES = [
  'access-removed',
  'key-disabled',
  'key-deleted',
  'vault-deleted',
  'policy-deleted',
  'key-version-disabled',
  'vault-closed',
  'key-expired',
] as const
export type KeyLoss = (typeof KEY_LOSSES)[number]

/** One of these causes as it stands. `unknown`: it could not be read, or hangs on something that could not. */
export interface KeyLossReading {
  readonly loss: KeyLoss
  readonly state: 'clear' | 'lost' | 'unknown'
  /** What was read, as a sentence. */
  readonly seen: string
}

type Outcome = Pick<KeyLossReading, 'state' | 'seen'>

const clear = (seen: string): Outcome => ({ state: 'clear', seen })
const lost = (seen: string): Outcome => ({ state: 'lost', seen })
const unknown = (seen: string): Outcome => ({ state: 'unknown', seen })

/** True when another policy has the place and name of the one that the environment is in: what it may do says nothing of that one. */
const isRecreated = ({ environment, policy }: KeyLossFacts): boolean => predecessorOf(valueIn(environment), valueIn(policy)) !== undefined

function access(facts: KeyLossFacts): Outcome {
  const { policy: answer, vault: vaultAnswer, keyAccess } = facts
  if (isRecreated(facts)) return unknown('Access of the environment’s own policy to the vault: not read.')
  const principalId = encryptionPolicyIn(answer)?.principalId
  const vault = valueIn(vaultAnswer)
  if (!principalId || !vault) return unknown('Access of the policy to the vault: not read.')
  if (!vault.roleBasedAccess) {
    const missing = missingKeyPermissions(vault, principalId)
    return missing.length === 0
      ? clear('The vault’s access policies let the policy use the key.')
      : lost(`The vault’s access policies do not give the policy ${missing.join(', ')}.`)
  }
  const roles = valueIn(keyAccess)
  if (!roles) return unknown('Roles of the policy on the vault: not read.')
  return oldestWrappingRole(roles)
    ? clear('The policy has a role on the vault that uses keys.')
    : lost('The policy has no role on the vault that uses keys.')
}

const ofKey = (answer: KeyLossFacts['key'], what: string, judging: (key: VaultKey) => Outcome): Outcome => {
  const key = valueIn(answer)
  return key ? judging(key) : unknown(`${what}: not read.`)
}

function keyThere({ key, deletedKey }: KeyLossFacts): Outcome {
  if (valueIn(key)) return clear('The key exists.')
  if (!isAbsent(key)) return unknown('Whether the key exists: not read.')
  return lost(valueIn(deletedKey) ? 'The key is deleted and can be recovered.' : 'The key does not exist.')
}

function vaultThere({ vault, vaultName }: KeyLossFacts): Outcome {
  if (valueIn(vault)) return clear('The key vault exists.')
  if (!isAbsent(vault)) return unknown('Whether the key vault exists: not read.')
  return lost(valueIn(vaultName)?.deleted ? 'The key vault is deleted and can be recovered.' : 'The key vault does not exist.')
}

function policyThere(facts: KeyLossFacts): Outcome {
  const { policy } = facts
  if (isRecreated(facts)) return lost('The policy that the environment is in does not exist; another one has its name now.')
  if (valueIn(policy)) return clear('The policy exists.')
  return isAbsent(policy) ? lost('The policy does not exist.') : unknown('Whether the policy exists: not read.')
}

/** Versions that are disabled although the one that followed them is younger than the days they are still needed for. */
export function versionsDisabledTooEarly(versions: readonly KeyVersion[], now: number): readonly KeyVersion[] {
  const inOrder = versions.filter(({ createdAt }) => createdAt !== undefined).sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
  return inOrder.filter((version, index) => {
    const replacedAt = inOrder[index + 1]?.createdAt
    return !version.enabled && replacedAt !== undefined && now - replacedAt < OLD_VERSION_NEEDED_FOR_DAYS * DAY
  })
}

function versions({ keyVersions }: KeyLossFacts, now: number): Outcome {
  const all = valueIn(keyVersions)
  if (!all) return unknown('Versions of the key: not read.')
  const early = versionsDisabledTooEarly(all, now)
  return early.length === 0
    ? clear('No version of the key that is still needed is disabled.')
    : lost(`Disabled although still needed: version ${early.map(({ version }) => version).join(', ')}.`)
}

function vaultOpen({ vault: answer }: KeyLossFacts): Outcome {
  const vault = valueIn(answer)
  if (!vault) return unknown('The vault’s network rules: not read.')
  const { status, title } = reachability(vault)
  const sentence = `${title}.`
  return status === 'fail' ? lost(sentence) : status === 'unknown' ? unknown('The vault’s network rules: not understood.') : clear(sentence)
}

/**
 * Everything that takes the environment offline, each as it stands. For the findings of step 3, and for comparing two days.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function keyLosses(facts: KeyLossFacts, now: number): readonly KeyLossReading[] {
  const outcomes: Readonly<Record<KeyLoss, Outcome>> = {
    'access-removed': access(facts),
    'key-disabled': ofKey(facts.key, 'Whether the key is enabled', ({ enabled }) =>
      enabled ? clear('The key is enabled.') : lost('The key is disabled.'),
    ),
    'key-deleted': keyThere(facts),
    'vault-deleted': vaultThere(facts),
    'policy-deleted': policyThere(facts),
    'key-version-disabled': versions(facts, now),
    'vault-closed': vaultOpen(facts),
    'key-expired': ofKey(facts.key, 'The key’s expiry', ({ expires }) =>
      expires !== undefined && expires <= now ? lost('The key has expired.') : clear('The key has not expired.'),
    ),
  }
  return KEY_LOSSES.map((loss) => ({ loss, ...outcomes[loss] }))
}
