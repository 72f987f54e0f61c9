import { DAY } from '../../../engine/durations.ts'
import type { FindingStatus } from '../../../engine/step/finding.ts'
import { isAbsent, valueIn } from '../../../engine/step/refusals.ts'
import type { DisplayText } from '../../../messages/message.ts'
import { sameText } from '../../../messages/same-text.ts'
import { sentences } from '../../../messages/sentences.ts'
import { missingKeyPermissions } from '../../key-permissions.ts'
import type { KeyVersion, VaultKey } from '../../services.ts'
import { predecessorOf } from '../membership/link.ts'
import type { PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { messages } from './key-loss-messages.ts'
import { encryptionPolicyIn, mayComeByGroup, oldestWrappingRole } from './policy-checks.ts'
import { reachOf } from './vault-checks.ts'

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
  'vault-fenced',
  'key-expired',
] as const
export type KeyLoss = (typeof KEY_LOSSES)[number]

/** One of these causes as it stands. `unknown`: it could not be read, or hangs on something that could not. */
export interface KeyLossReading {
  readonly loss: KeyLoss
  readonly state: 'clear' | 'lost' | 'unknown'
  /** What was read, as a sentence. */
  readonly seen: DisplayText
}

/** The same as a finding says it. */
export const LOSS_STATUS = { clear: 'pass', lost: 'fail', unknown: 'unknown' } as const satisfies Record<
  KeyLossReading['state'],
  FindingStatus
>

type Outcome = Pick<KeyLossReading, 'state' | 'seen'>

const clear = (seen: DisplayText): Outcome => ({ state: 'clear', seen })
const lost = (seen: DisplayText): Outcome => ({ state: 'lost', seen })
const unknown = (seen: DisplayText): Outcome => ({ state: 'unknown', seen })

/** True when another policy has the place and name of the one that the environment is in: what it may do says nothing of that one. */
const isRecreated = ({ environment, policy }: KeyLossFacts): boolean => predecessorOf(valueIn(environment), valueIn(policy)) !== undefined

function access(facts: KeyLossFacts): Outcome {
  const { policy: answer, vault: vaultAnswer, keyAccess } = facts
  if (isRecreated(facts)) return unknown(messages.keyLoss.accessOfOwnPolicyUnread)
  const principalId = encryptionPolicyIn(answer)?.principalId
  const vault = valueIn(vaultAnswer)
  if (!principalId || !vault) return unknown(messages.keyLoss.accessUnread)
  if (!vault.roleBasedAccess) {
    const missing = missingKeyPermissions(vault, principalId)
    return missing.length === 0
      ? clear(messages.keyLoss.accessPoliciesSuffice)
      : lost(messages.keyLoss.permissionsMissing({ permissions: missing }))
  }
  const roles = valueIn(keyAccess)
  if (!roles) return unknown(messages.keyLoss.rolesUnread)
  if (oldestWrappingRole(roles)) return clear(messages.keyLoss.roleSuffices)
  return mayComeByGroup(facts) ? unknown(sentences(messages.keyLoss.noRole, ofHsm.hsm.groupsUnseen)) : lost(messages.keyLoss.noRole)
}

const ofKey = (answer: KeyLossFacts['key'], notRead: DisplayText, judging: (key: VaultKey) => Outcome): Outcome => {
  const key = valueIn(answer)
  return key ? judging(key) : unknown(notRead)
}

function keyThere({ key, deletedKey }: KeyLossFacts): Outcome {
  if (valueIn(key)) return clear(messages.keyLoss.keyExists)
  if (!isAbsent(key)) return unknown(messages.keyLoss.keyUnread)
  return lost(valueIn(deletedKey) ? messages.keyLoss.keyDeleted : messages.keyLoss.keyDoesNotExist)
}

function vaultThere({ vault, vaultName }: KeyLossFacts): Outcome {
  if (valueIn(vault)) return clear(messages.keyLoss.vaultExists)
  if (!isAbsent(vault)) return unknown(messages.keyLoss.vaultUnread)
  return lost(valueIn(vaultName)?.deleted ? messages.keyLoss.vaultDeleted : messages.keyLoss.vaultAbsent)
}

function policyThere(facts: KeyLossFacts): Outcome {
  const { policy } = facts
  if (isRecreated(facts)) return lost(messages.keyLoss.policyRecreated)
  if (valueIn(policy)) return clear(messages.keyLoss.policyExists)
  return isAbsent(policy) ? lost(messages.keyLoss.policyDoesNotExist) : unknown(messages.keyLoss.policyUnread)
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
  if (!all) return unknown(messages.keyLoss.versionsUnread)
  const early = versionsDisabledTooEarly(all, now)
  return early.length === 0
    ? clear(messages.keyLoss.versionsEnabled)
    : lost(messages.keyLoss.disabledTooEarly({ count: early.length, versions: early.map(({ version }) => version) }))
}

type Shut = Extract<ReturnType<typeof reachOf>, 'shut-by-public-access' | 'shut-by-firewall'>

/** Public access and the network rules are two switches: each says only whether it is the one that shuts Microsoft's services out. */
function vaultOpen({ vault: answer }: KeyLossFacts, by: Shut, otherwise: DisplayText): Outcome {
  const vault = valueIn(answer)
  if (!vault) return unknown(messages.keyLoss.networkUnread)
  const reach = reachOf(vault)
  if (reach === 'not-understood') return unknown(messages.keyLoss.networkNotUnderstood)
  if (reach !== by) return clear(otherwise)
  const named = { vault: vault.name }
  return lost(by === 'shut-by-public-access' ? messages.keyLoss.shutByPublicAccess(named) : messages.keyLoss.shutByFirewall(named))
}

/**
 * Everything that takes the environment offline, each as it stands. For the findings of step 3, and for comparing two days.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function keyLosses(facts: KeyLossFacts, now: number): readonly KeyLossReading[] {
  const outcomes: Readonly<Record<KeyLoss, Outcome>> = {
    'access-removed': access(facts),
    'key-disabled': ofKey(facts.key, messages.keyLoss.keyEnabledUnread, ({ enabled }) =>
      enabled ? clear(messages.keyLoss.keyEnabled) : lost(messages.keyLoss.keyDisabled),
    ),
    'key-deleted': keyThere(facts),
    'vault-deleted': vaultThere(facts),
    'policy-deleted': policyThere(facts),
    'key-version-disabled': versions(facts, now),
    'vault-closed': vaultOpen(facts, 'shut-by-public-access', messages.keyLoss.publicAccessClear),
    'vault-fenced': vaultOpen(facts, 'shut-by-firewall', messages.keyLoss.firewallClear),
    'key-expired': ofKey(facts.key, messages.keyLoss.keyExpiryUnread, ({ expires }) =>
      expires !== undefined && expires <= now ? lost(messages.keyLoss.keyExpired) : clear(messages.keyLoss.keyNotExpired),
    ),
  }
  return KEY_LOSSES.map((loss) => ({ loss, ...outcomes[loss] }))
}

/** What was read of several causes, in sentences: what two of them rest on is said once. */
export function saidOf(readings: readonly KeyLossReading[]): DisplayText | undefined {
  const [first, ...others] = readings
    .map(({ seen }) => seen)
    .filter((seen, index, all) => all.findIndex((each) => sameText(each, seen)) === index)
  return first && sentences(first, ...others)
}
