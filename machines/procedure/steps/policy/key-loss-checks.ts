import type { Observation } from '../../../engine/step/finding.ts'
import { isAbsent, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../../messages/message.ts'
import { sentences } from '../../../messages/sentences.ts'
import { present } from '../../../present.ts'
import type { Check } from '../../check.ts'
import { missingKeyPermissions } from '../../key-permissions.ts'
import { couldNotRead } from '../../refusals.ts'
import type { Deleted } from '../../services.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { keyLosses, LOSS_STATUS, OLD_VERSION_NEEDED_FOR_DAYS, saidOf, versionsDisabledTooEarly } from './key-loss.ts'
import { messages } from './key-loss-messages.ts'
import { momentOf } from './moments.ts'
import { encryptionPolicyIn, oldestWrappingRole } from './policy-checks.ts'

const owner = 'key-vault-administrator'

const RE_ENABLE = messages.reEnable

/** What keeps the key from an environment that is on it, all causes in one finding: together they say whether it is offline. */
function keyWithinReach(facts: PolicyFacts, now: number): Observation | undefined {
  if (!isInUse(facts)) return undefined
  const readings = keyLosses(facts, now)
  const lost = readings.filter(({ state }) => state === 'lost')
  const unread = readings.filter(({ state }) => state === 'unknown')
  const causes = readings.map(({ loss, state }) => ({ key: loss, status: LOSS_STATUS[state] }))
  const said = (of: typeof readings): DisplayText => saidOf(of) ?? messages.withinReach
  if (lost.length > 0) {
    return {
      status: 'fail',
      title: messages.outOfReach,
      seen: said(lost),
      causes,
      ...(lost.every(({ loss }) => loss === 'access-removed') ? { putRightBy: ['grant-key-access'] } : {}),
    }
  }
  if (unread.length > 0) {
    return {
      status: 'warning',
      title: messages.notAllRead,
      seen: said(unread),
      causes,
      remedy: messages.notAllReadRemedy,
    }
  }
  return { status: 'pass', title: messages.withinReach, seen: said(readings), causes }
}

const deletionOf = ({ deletedAt, heldUntil }: Deleted): DisplayText =>
  sentences(
    deletedAt === undefined ? messages.deleted : messages.deletedOn({ moment: momentOf(deletedAt) }),
    heldUntil === undefined ? messages.keptUntilUnknown : messages.keptUntil({ moment: momentOf(heldUntil) }),
  )

/** A new vault or key of the same name would hide the loss, not heal it: what was encrypted needs the old one. */
function whatIsDeleted(facts: PolicyFacts): Observation | undefined {
  const { choices, vault, vaultName, key, deletedKey } = facts
  if (!choices || !isInUse(facts)) return undefined
  const deletedVault = valueIn(vaultName)?.deleted
  if (isAbsent(vault)) {
    return {
      status: 'fail',
      title: messages.vaultGone({ vault: choices.vaultName }),
      seen: deletedVault ? deletionOf(deletedVault) : messages.vaultNotAmongDeleted,
    }
  }
  if (isAbsent(key)) {
    const deleted = valueIn(deletedKey)
    return {
      status: 'fail',
      title: messages.keyGone({ key: choices.keyName }),
      seen: deleted ? deletionOf({ ...present({ heldUntil: deleted.heldUntil }) }) : messages.keyNotAmongDeleted,
      byHand: [messages.openDeletedKeys, messages.recoverKey, RE_ENABLE],
      remedy: messages.keyGoneRemedy,
    }
  }
  return valueIn(vault) && valueIn(key) ? { status: 'pass', title: messages.inPlace, seen: verbatim(valueIn(key)?.id ?? '') } : undefined
}

function oldVersions(facts: PolicyFacts, now: number): Observation | undefined {
  if (!isInUse(facts)) return undefined
  const refusal = refusalOf(facts.keyVersions)
  // Reading one key and listing its versions are two rights: without the second the rest still counts.
  if (refusal) return { ...couldNotRead(messages.versionListUnread, refusal), status: 'warning' }
  const versions = valueIn(facts.keyVersions)
  if (!versions) return undefined
  const early = versionsDisabledTooEarly(versions, now)
  const seen = messages.versionList({
    versions: versions.map(({ version, enabled }) =>
      enabled ? messages.versionEnabled({ version }) : messages.versionDisabled({ version }),
    ),
  })
  return early.length === 0
    ? { status: 'pass', title: messages.neededVersionsEnabled, seen }
    : {
        status: 'fail',
        title: messages.versionDisabledEarly({ days: OLD_VERSION_NEEDED_FOR_DAYS }),
        seen,
      }
}

/**
 * A vault goes by roles or by access policies, never by both. Whoever switches it takes away what the other one gave.
 * Source: Key Vault's guide to Azure role-based access control, 4 April 2024.
 */
function switchIsSafe({ policy, vault: answer, keyAccess }: PolicyFacts): Observation | undefined {
  const principalId = encryptionPolicyIn(policy)?.principalId
  const vault = valueIn(answer)
  const roles = valueIn(keyAccess)
  if (!principalId || !vault || !roles || vault.managedHsm) return undefined
  const byRole = oldestWrappingRole(roles) !== undefined
  const byPolicy = missingKeyPermissions(vault, principalId).length === 0
  const seen = sentences(
    vault.roleBasedAccess ? messages.goesByRoles({ vault: vault.name }) : messages.goesByAccessPolicies({ vault: vault.name }),
    byRole ? messages.roleUsesKeys({ identity: principalId }) : messages.noRoleUsesKeys({ identity: principalId }),
    byPolicy ? messages.accessPolicyUsesKeys : messages.noAccessPolicyUsesKeys,
  )
  if (vault.roleBasedAccess) {
    if (byRole || !byPolicy) return undefined
    return {
      status: 'fail',
      title: messages.switchedWithoutRole,
      seen,
      remedy: messages.switchedWithoutRoleRemedy,
      putRightBy: ['grant-key-access'],
    }
  }
  return byRole ? { status: 'pass', title: messages.canBeSwitched, seen } : { status: 'warning', title: messages.switchingTakesKey, seen }
}

/** What would lock the environment, now or later. Read with step 3, looked at for as long as the key is used. */
export const keyLossChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'key-within-reach',
    id: 'F-A01',
    part: 'access',
    owner,
    why: messages.keyWithinReachWhy,
    remedy: messages.keyWithinReachRemedy,
    byHand: [messages.keyWithinReachManual1, RE_ENABLE, messages.keyWithinReachManual3],
    link: 'admin-center-environment',
    source: 'lock-unlock',
    judge: keyWithinReach,
  },
  {
    key: 'key-and-vault-kept',
    id: 'F-606',
    part: 'access',
    owner,
    why: messages.keyAndVaultKeptWhy,
    remedy: messages.keyAndVaultKeptRemedy,
    byHand: [messages.keyAndVaultKeptManual1, messages.keyAndVaultKeptManual2, RE_ENABLE],
    link: 'azure-vaults',
    source: 'soft-delete',
    judge: whatIsDeleted,
  },
  {
    key: 'old-versions-kept',
    id: 'F-A03',
    part: 'key',
    owner,
    why: messages.oldVersionsKeptWhy,
    remedy: messages.oldVersionsKeptRemedy,
    byHand: [messages.oldVersionsKeptManual1, messages.oldVersionsKeptManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: oldVersions,
  },
  {
    key: 'permission-model-kept',
    id: 'F-605',
    part: 'access',
    owner,
    why: messages.permissionModelKeptWhy,
    remedy: messages.permissionModelKeptRemedy,
    byHand: [messages.permissionModelKeptManual1, messages.permissionModelKeptManual2],
    link: 'azure-vault',
    source: 'vault-roles',
    judge: switchIsSafe,
  },
]
