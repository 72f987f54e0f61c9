import { inUtc } from '../../../engine/moment.ts'
import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, isAbsent, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { keyLosses, OLD_VERSION_NEEDED_FOR_DAYS, versionsDisabledTooEarly } from './key-loss.ts'
import { missingKeyPermissions } from './key-permissions.ts'
import { encryptionPolicyIn, oldestWrappingRole } from './policy-checks.ts'

const owner = 'key-vault-administrator'

const SHORT_OF_TIME =
  'A locked sandbox is deleted after 7 days, a production environment after 30. Restore the key first, then each environment is re-enabled in the admin center.'

const RE_ENABLE =
  'In the admin center, open Manage, Environments, the environment, and select Re-enable environment. It takes up to 5 minutes.'

/** What keeps the key from an environment that is on it, all causes in one finding: together they say whether it is offline. */
function keyWithinReach(facts: PolicyFacts, now: number): Observation | undefined {
  if (!isInUse(facts)) return undefined
  const readings = keyLosses(facts, now)
  const lost = readings.filter(({ state }) => state === 'lost')
  const unread = readings.filter(({ state }) => state === 'unknown')
  const said = (of: typeof readings): string => of.map(({ seen }) => seen).join(' ')
  if (lost.length > 0) {
    return {
      status: 'fail',
      title: 'The key is out of reach: the environments on it go offline, or are offline already',
      seen: said(lost),
      ...(lost.every(({ loss }) => loss === 'access-removed') ? { putRightBy: ['grant-key-access'] } : {}),
    }
  }
  if (unread.length > 0) {
    return {
      status: 'warning',
      title: 'Not everything that could take the environment offline could be read',
      seen: said(unread),
      remedy: 'Have somebody who may read the vault, its keys and the policy check again.',
    }
  }
  return { status: 'pass', title: 'Nothing takes the key from the environment', seen: said(readings) }
}

/** A new vault or key of the same name would hide the loss, not heal it: what was encrypted needs the old one. */
function whatIsDeleted(facts: PolicyFacts): Observation | undefined {
  const { choices, vault, vaultName, key, deletedKey } = facts
  if (!choices || !isInUse(facts)) return undefined
  const deletedVault = valueIn(vaultName)?.deleted
  if (isAbsent(vault)) {
    return {
      status: 'fail',
      title: `The key vault ${choices.vaultName} is gone while the environment is on its key`,
      seen: deletedVault
        ? `Deleted${deletedVault.deletedAt === undefined ? '' : ` on ${inUtc(deletedVault.deletedAt)}`}, kept until ${deletedVault.heldUntil === undefined ? 'a time the service does not name' : inUtc(deletedVault.heldUntil)}.`
        : 'It is not among the deleted vaults that the account can see.',
    }
  }
  if (isAbsent(key)) {
    const deleted = valueIn(deletedKey)
    return {
      status: 'fail',
      title: `The key ${choices.keyName} is gone while the environment is on it`,
      seen: deleted
        ? `Deleted, kept until ${deleted.heldUntil === undefined ? 'a time the service does not name' : inUtc(deleted.heldUntil)}.`
        : 'It is not among the deleted keys that the account can see.',
      byHand: ['In the Azure portal, open the vault, Keys, Manage deleted keys.', 'Select the key, Recover.', RE_ENABLE],
      remedy: 'Recover the deleted key; do not create another one of its name. Then re-enable each environment.',
    }
  }
  return valueIn(vault) && valueIn(key)
    ? { status: 'pass', title: 'The key vault and the key are in place', seen: valueIn(key)?.id ?? '' }
    : undefined
}

function oldVersions(facts: PolicyFacts, now: number): Observation | undefined {
  if (!isInUse(facts)) return undefined
  const refusal = refusalOf(facts.keyVersions)
  // Reading one key and listing its versions are two rights: without the second the rest still counts.
  if (refusal) return { ...couldNotRead('The list of the key’s versions', refusal), status: 'warning' }
  const versions = valueIn(facts.keyVersions)
  if (!versions) return undefined
  const early = versionsDisabledTooEarly(versions, now)
  const seen = versions.map(({ version, enabled }) => `${version} ${enabled ? 'enabled' : 'disabled'}`).join(', ')
  return early.length === 0
    ? { status: 'pass', title: 'Every version of the key that is still needed is enabled', seen: `${seen}.` }
    : {
        status: 'fail',
        title: `A version of the key was disabled less than ${OLD_VERSION_NEEDED_FOR_DAYS} days after it was replaced`,
        seen: `${seen}.`,
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
  if (!principalId || !vault || !roles) return undefined
  const byRole = oldestWrappingRole(roles) !== undefined
  const byPolicy = missingKeyPermissions(vault, principalId).length === 0
  const seen = `${vault.name} goes by ${vault.roleBasedAccess ? 'Azure roles' : 'access policies'}. Identity ${principalId}: ${byRole ? 'a role that uses keys' : 'no role that uses keys'}, ${byPolicy ? 'an access policy that does' : 'no access policy that does'}.`
  if (vault.roleBasedAccess) {
    if (byRole || !byPolicy) return undefined
    return {
      status: 'fail',
      title: 'The vault was switched to Azure roles, and the policy’s access is left behind in an access policy that no longer counts',
      seen,
      remedy: 'Give the policy’s identity the role Key Vault Crypto Service Encryption User on the vault now, and wait 5 minutes.',
      putRightBy: ['grant-key-access'],
    }
  }
  return byRole
    ? { status: 'pass', title: 'The vault can be switched to Azure roles without taking the key from the policy', seen }
    : { status: 'warning', title: 'Switching this vault to Azure roles would take the key from the policy at once', seen }
}

/** What would lock the environment, now or later. Read with step 3, looked at for as long as the key is used. */
export const keyLossChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'key-within-reach',
    id: 'F-A01',
    part: 'access',
    owner,
    why: 'When the service loses the key, every environment on it goes offline at once, without a warning to the Power Platform administrator.',
    remedy: SHORT_OF_TIME,
    byHand: [
      'Put right what is named here: role, key, vault, policy or network.',
      RE_ENABLE,
      'Repeat it for every environment on the policy.',
    ],
    link: 'admin-center-environment',
    source: 'lock-unlock',
    look: keyWithinReach,
  },
  {
    key: 'key-and-vault-kept',
    id: 'F-606',
    part: 'access',
    owner,
    why: 'What was encrypted can be read with this key only. A recovered vault has its keys again, but not its role assignments, so the environments stay locked.',
    remedy:
      'Recover the deleted vault; do not create another one of its name. Then give the policy its role again, then re-enable each environment.',
    byHand: [
      'In the Azure portal, open Key vaults, Manage deleted vaults, choose the subscription and the vault, Recover.',
      'Check again here: the wizard plans the policy’s access anew.',
      RE_ENABLE,
    ],
    link: 'azure-vaults',
    source: 'soft-delete',
    look: whatIsDeleted,
  },
  {
    key: 'old-versions-kept',
    id: 'F-A03',
    part: 'key',
    owner,
    why: 'A new version of the key is taken up within 24 hours, and restores need the one before it for 28 days. Disabling that one earlier takes environments offline.',
    remedy:
      'Enable the version again, and keep it enabled for 30 days after the newer one was made. The document says 28 days here and 30 days elsewhere; the longer time is the safe one.',
    byHand: ['In the Azure portal, open the vault, Keys, the key, the version.', 'Set Enabled to Yes, save.'],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: oldVersions,
  },
  {
    key: 'permission-model-kept',
    id: 'F-605',
    part: 'access',
    owner,
    why: 'In a vault with Azure role-based access its access policies do not count. Switching it without a role in place is an outage for every environment on the key.',
    remedy:
      'Before you switch the vault, give the policy’s identity the role Key Vault Crypto Service Encryption User on it, and wait 5 minutes.',
    byHand: [
      'In the Azure portal, open the vault, Access control (IAM), Add role assignment.',
      'Choose Key Vault Crypto Service Encryption User, then the policy by its name. Review and assign.',
    ],
    link: 'azure-vault',
    source: 'vault-roles',
    look: switchIsSafe,
  },
]
