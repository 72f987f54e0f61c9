import type { FindingStatus } from '#machines/engine/step/finding.ts'
import { isAbsent, valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sameText } from '#machines/messages/same-text.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { missingKeyPermissions } from '../../rights/key-permissions.ts'
import type { VaultKey } from '../../services/services.ts'
import { predecessorOf } from '../membership/link.ts'
import type { PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { KEY_LOSSES, type KeyLoss, versionsDisabledTooEarly, versionsOfUnknownState } from './key-loss-causes.ts'
import { messages } from './key-loss-messages.ts'
import { encryptionPolicyIn, mayComeByGroup, oldestWrappingRole } from './policy-checks.ts'
import { reachOf } from './vault-checks.ts'

export type KeyLossFacts = Pick<
  PolicyFacts,
  'environment' | 'policy' | 'vault' | 'vaultName' | 'key' | 'deletedKey' | 'keyVersions' | 'keyAccess'
>

/** State of a cause. `unknown`: it, or something it depends on, could not be read. */
export interface KeyLossReading {
  readonly loss: KeyLoss
  readonly state: 'clear' | 'lost' | 'unknown'
  readonly seen: DisplayText
}

export const LOSS_STATUS = { clear: 'pass', lost: 'fail', unknown: 'unknown' } as const satisfies Record<
  KeyLossReading['state'],
  FindingStatus
>

type Outcome = Pick<KeyLossReading, 'state' | 'seen'>

const clear = (seen: DisplayText): Outcome => ({ state: 'clear', seen })
const lost = (seen: DisplayText): Outcome => ({ state: 'lost', seen })
const unknown = (seen: DisplayText): Outcome => ({ state: 'unknown', seen })

/** Whether another policy replaced the environment's at the same place and name: its access proves nothing. */
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

function versions({ keyVersions }: KeyLossFacts, now: number): Outcome {
  const all = valueIn(keyVersions)
  if (!all) return unknown(messages.keyLoss.versionsUnread)
  const early = versionsDisabledTooEarly(all, now)
  if (early.length > 0)
    return lost(messages.keyLoss.disabledTooEarly({ count: early.length, versions: early.map(({ version }) => version) }))
  return versionsOfUnknownState(all, now).length > 0 ? unknown(messages.keyLoss.versionsUnread) : clear(messages.keyLoss.versionsEnabled)
}

type Shut = Extract<ReturnType<typeof reachOf>, 'shut-by-public-access' | 'shut-by-firewall'>

/** Public access and network rules are separate switches: each reports only its own block. */
function vaultOpen({ vault: answer }: KeyLossFacts, by: Shut, otherwise: DisplayText): Outcome {
  const vault = valueIn(answer)
  if (!vault) return unknown(messages.keyLoss.networkUnread)
  const reach = reachOf(vault)
  if (reach === 'not-understood') return unknown(messages.keyLoss.networkNotUnderstood)
  if (reach !== by) return clear(otherwise)
  const named = { vault: vault.name }
  return lost(by === 'shut-by-public-access' ? messages.keyLoss.shutByPublicAccess(named) : messages.keyLoss.shutByFirewall(named))
}

/** State of each cause of an outage, for step 3's findings and for drift. @param now milliseconds since 1970-01-01T00:00:00Z */
export function keyLosses(facts: KeyLossFacts, now: number): readonly KeyLossReading[] {
  const outcomes: Readonly<Record<KeyLoss, Outcome>> = {
    'access-removed': access(facts),
    'key-disabled': ofKey(facts.key, messages.keyLoss.keyEnabledUnread, ({ enabled }) =>
      enabled === undefined
        ? unknown(messages.keyLoss.keyEnabledUnread)
        : enabled
          ? clear(messages.keyLoss.keyEnabled)
          : lost(messages.keyLoss.keyDisabled),
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

/** Mentions a shared cause once. */
export function saidOf(readings: readonly KeyLossReading[]): DisplayText | undefined {
  const [first, ...others] = readings
    .map(({ seen }) => seen)
    .filter((seen, index, all) => all.findIndex((each) => sameText(each, seen)) === index)
  return first && sentences(first, ...others)
}
