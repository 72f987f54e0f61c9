import { defined } from '#machines/defined.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { isAbsent, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import { missingKeyPermissions } from '../../rights/key-permissions.ts'
import type { Deleted } from '../../services/services.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { keyLosses, LOSS_STATUS, saidOf } from './key-loss.ts'
import { OLD_VERSION_NEEDED_FOR_DAYS, versionsDisabledTooEarly, versionsOfUnknownState } from './key-loss-causes.ts'
import { messages } from './key-loss-messages.ts'
import { momentOf } from './moments.ts'
import { encryptionPolicyIn, oldestWrappingRole } from './policy-checks.ts'

const owner = 'key-vault-administrator'

const RE_ENABLE = messages.keyLoss.reEnable

/** All causes in one finding, because together they decide whether the environment is offline. */
function keyWithinReach(facts: PolicyFacts, now: number): Observation | undefined {
  if (!isInUse(facts)) return undefined
  const readings = keyLosses(facts, now)
  const lost = readings.filter(({ state }) => state === 'lost')
  const unread = readings.filter(({ state }) => state === 'unknown')
  const causes = readings.map(({ loss, state }) => ({ key: loss, status: LOSS_STATUS[state] }))
  const said = (of: typeof readings): DisplayText => saidOf(of) ?? messages.keyWithinReach.withinReach
  if (lost.length > 0)
    return fail(messages.keyWithinReach.outOfReach, said(lost), {
      causes,
      ...(lost.every(({ loss }) => loss === 'access-removed') ? { putRightBy: ['grant-key-access'] } : {}),
    })
  if (unread.length > 0) {
    return warning(messages.keyWithinReach.notAllRead, said(unread), { causes, remedy: messages.keyWithinReach.notAllReadRemedy })
  }
  return pass(messages.keyWithinReach.withinReach, said(readings), { causes })
}

const deletionOf = ({ deletedAt, heldUntil }: Deleted): DisplayText =>
  sentences(
    deletedAt === undefined ? messages.keyAndVaultKept.deleted : messages.keyAndVaultKept.deletedOn({ moment: momentOf(deletedAt) }),
    heldUntil === undefined
      ? messages.keyAndVaultKept.keptUntilUnknown
      : messages.keyAndVaultKept.keptUntil({ moment: momentOf(heldUntil) }),
  )

/** A new vault or key of the same name would hide the loss: the data needs the old one. */
function whatIsDeleted(facts: PolicyFacts): Observation | undefined {
  const { choices, vault, vaultName, key, deletedKey } = facts
  if (!choices || !isInUse(facts)) return undefined
  const deletedVault = valueIn(vaultName)?.deleted
  if (isAbsent(vault))
    return fail(
      messages.keyAndVaultKept.vaultGone({ vault: choices.vaultName }),
      deletedVault ? deletionOf(deletedVault) : messages.keyAndVaultKept.vaultNotAmongDeleted,
    )
  if (isAbsent(key)) {
    const deleted = valueIn(deletedKey)
    return fail(
      messages.keyAndVaultKept.keyGone({ key: choices.keyName }),
      deleted ? deletionOf(defined({ heldUntil: deleted.heldUntil })) : messages.keyAndVaultKept.keyNotAmongDeleted,
      {
        byHand: [messages.keyAndVaultKept.openDeletedKeys, messages.keyAndVaultKept.recoverKey, RE_ENABLE],
        remedy: messages.keyAndVaultKept.keyGoneRemedy,
      },
    )
  }
  return valueIn(vault) && valueIn(key) ? pass(messages.keyAndVaultKept.inPlace, verbatim(valueIn(key)?.id ?? '')) : undefined
}

function oldVersions(facts: PolicyFacts, now: number): Observation | undefined {
  if (!isInUse(facts)) return undefined
  const refusal = refusalOf(facts.keyVersions)
  // Listing versions needs a separate right; without it the rest still counts.
  if (refusal) return { ...couldNotRead(messages.oldVersionsKept.versionListUnread, refusal), status: 'warning' }
  const versions = valueIn(facts.keyVersions)
  if (!versions) return undefined
  const early = versionsDisabledTooEarly(versions, now)
  const seen = messages.oldVersionsKept.versionList({
    versions: versions.map(({ version, enabled }) =>
      enabled === undefined
        ? messages.oldVersionsKept.versionUnsaid({ version })
        : enabled
          ? messages.oldVersionsKept.versionEnabled({ version })
          : messages.oldVersionsKept.versionDisabled({ version }),
    ),
  })
  if (early.length > 0) return fail(messages.oldVersionsKept.versionDisabledEarly({ days: OLD_VERSION_NEEDED_FOR_DAYS }), seen)
  return versionsOfUnknownState(versions, now).length > 0
    ? question(messages.oldVersionsKept.neededVersionsUnsaid, seen)
    : pass(messages.oldVersionsKept.neededVersionsEnabled, seen)
}

/**
 * A vault uses roles or access policies, never both: switching removes the other's access.
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
    vault.roleBasedAccess
      ? messages.permissionModelKept.goesByRoles({ vault: vault.name })
      : messages.permissionModelKept.goesByAccessPolicies({ vault: vault.name }),
    byRole
      ? messages.permissionModelKept.roleUsesKeys({ identity: principalId })
      : messages.permissionModelKept.noRoleUsesKeys({ identity: principalId }),
    byPolicy ? messages.permissionModelKept.accessPolicyUsesKeys : messages.permissionModelKept.noAccessPolicyUsesKeys,
  )
  if (vault.roleBasedAccess) {
    if (byRole || !byPolicy) return undefined
    return fail(messages.permissionModelKept.switchedWithoutRole, seen, {
      remedy: messages.permissionModelKept.switchedWithoutRoleRemedy,
      putRightBy: ['grant-key-access'],
    })
  }
  return byRole ? pass(messages.permissionModelKept.canBeSwitched, seen) : warning(messages.permissionModelKept.switchingTakesKey, seen)
}

/** Current and future causes of a lock, checked in step 3 and for as long as the key is used. */
export const keyLossChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'key-within-reach',
    id: 'F-A01',
    part: 'access',
    owner,
    ...textsOf(messages.keyWithinReach),
    byHand: [messages.keyWithinReach.manual1, RE_ENABLE, messages.keyWithinReach.manual3],
    link: 'admin-center-environment',
    source: 'lock-unlock',
    judge: keyWithinReach,
  },
  {
    key: 'key-and-vault-kept',
    id: 'F-606',
    part: 'access',
    owner,
    ...textsOf(messages.keyAndVaultKept),
    byHand: [messages.keyAndVaultKept.manual1, messages.keyAndVaultKept.manual2, RE_ENABLE],
    link: 'azure-vaults',
    source: 'soft-delete',
    judge: whatIsDeleted,
  },
  {
    key: 'old-versions-kept',
    id: 'F-A03',
    part: 'key',
    owner,
    ...textsOf(messages.oldVersionsKept),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Rotate the environment's encryption key with a new key version",
    judge: oldVersions,
  },
  {
    key: 'permission-model-kept',
    id: 'F-605',
    part: 'access',
    owner,
    ...textsOf(messages.permissionModelKept),
    link: 'azure-vault',
    source: 'vault-roles',
    heading: 'Enable Azure RBAC permissions on Key Vault',
    judge: switchIsSafe,
  },
]
