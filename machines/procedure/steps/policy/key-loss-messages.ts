import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  accessOfOwnPolicyUnread: {
    id: 'policy.keyLoss.accessOfOwnPolicyUnread',
    defaultMessage: 'Access of the environment’s own policy to the vault: not read.',
  },
  accessUnread: {
    id: 'policy.keyLoss.accessUnread',
    defaultMessage: 'Access of the policy to the vault: not read.',
  },
  accessPoliciesSuffice: {
    id: 'policy.keyLoss.accessPoliciesSuffice',
    defaultMessage: 'The vault’s access policies let the policy use the key.',
  },
  rolesUnread: { id: 'policy.keyLoss.rolesUnread', defaultMessage: 'Roles of the policy on the vault: not read.' },
  roleSuffices: {
    id: 'policy.keyLoss.roleSuffices',
    defaultMessage: 'The policy has a role on the vault that uses keys.',
  },
  noRole: {
    id: 'policy.keyLoss.noRole',
    defaultMessage: 'The policy has no role on the vault that uses keys.',
  },
  keyExists: { id: 'policy.keyLoss.keyExists', defaultMessage: 'The key exists.' },
  keyUnread: { id: 'policy.keyLoss.keyUnread', defaultMessage: 'Whether the key exists: not read.' },
  keyDeleted: { id: 'policy.keyLoss.keyDeleted', defaultMessage: 'The key is deleted and can be recovered.' },
  keyDoesNotExist: { id: 'policy.keyLoss.keyDoesNotExist', defaultMessage: 'The key does not exist.' },
  vaultExists: { id: 'policy.keyLoss.vaultExists', defaultMessage: 'The key vault exists.' },
  vaultUnread: { id: 'policy.keyLoss.vaultUnread', defaultMessage: 'Whether the key vault exists: not read.' },
  vaultDeleted: {
    id: 'policy.keyLoss.vaultDeleted',
    defaultMessage: 'The key vault is deleted and can be recovered.',
  },
  vaultAbsent: { id: 'policy.keyLoss.vaultAbsent', defaultMessage: 'The key vault does not exist.' },
  policyRecreated: {
    id: 'policy.keyLoss.policyRecreated',
    defaultMessage: 'The policy that the environment is in does not exist; another one has its name now.',
  },
  policyExists: { id: 'policy.keyLoss.policyExists', defaultMessage: 'The policy exists.' },
  policyDoesNotExist: { id: 'policy.keyLoss.policyDoesNotExist', defaultMessage: 'The policy does not exist.' },
  policyUnread: {
    id: 'policy.keyLoss.policyUnread',
    defaultMessage: 'Whether the policy exists: not read.',
  },
  versionsUnread: { id: 'policy.keyLoss.versionsUnread', defaultMessage: 'Versions of the key: not read.' },
  versionsEnabled: {
    id: 'policy.keyLoss.versionsEnabled',
    defaultMessage: 'No version of the key that is still needed is disabled.',
  },
  networkUnread: { id: 'policy.keyLoss.networkUnread', defaultMessage: 'The vault’s network rules: not read.' },
  networkNotUnderstood: {
    id: 'policy.keyLoss.networkNotUnderstood',
    defaultMessage: 'The vault’s network rules: not understood.',
  },
  keyEnabledUnread: { id: 'policy.keyLoss.keyEnabledUnread', defaultMessage: 'Whether the key is enabled: not read.' },
  keyEnabled: { id: 'policy.keyLoss.keyEnabled', defaultMessage: 'The key is enabled.' },
  keyDisabled: { id: 'policy.keyLoss.keyDisabled', defaultMessage: 'The key is disabled.' },
  keyExpiryUnread: { id: 'policy.keyLoss.keyExpiryUnread', defaultMessage: 'The key’s expiry: not read.' },
  keyExpired: { id: 'policy.keyLoss.keyExpired', defaultMessage: 'The key has expired.' },
  keyNotExpired: { id: 'policy.keyLoss.keyNotExpired', defaultMessage: 'The key has not expired.' },
  keyWithinReachRemedy: {
    id: 'policy.keyWithinReach.remedy',
    defaultMessage:
      'A locked sandbox is deleted after 7 days, a production environment after 30. Restore the key first, then each environment is re-enabled in the admin center.',
  },
  reEnable: {
    id: 'policy.keyLoss.reEnable',
    defaultMessage:
      'In the admin center, open Manage, Environments, the environment, and select Re-enable environment. It takes up to 5 minutes.',
  },
  outOfReach: {
    id: 'policy.keyWithinReach.outOfReach',
    defaultMessage: 'The key is out of reach: the environments on it go offline, or are offline already',
  },
  notAllRead: {
    id: 'policy.keyWithinReach.notAllRead',
    defaultMessage: 'Not everything that could take the environment offline could be read',
  },
  notAllReadRemedy: {
    id: 'policy.keyWithinReach.notAllReadRemedy',
    defaultMessage: 'Have someone who may read the vault, its keys and the policy check again.',
  },
  withinReach: {
    id: 'policy.keyWithinReach.withinReach',
    defaultMessage: 'Nothing takes the key from the environment',
  },
  vaultGone: {
    id: 'policy.keyAndVaultKept.vaultGone',
    defaultMessage: 'The key vault {vault} is gone while the environment is on its key',
  },
  vaultNotAmongDeleted: {
    id: 'policy.keyAndVaultKept.vaultNotAmongDeleted',
    defaultMessage: 'It is not among the deleted vaults that the account can see.',
  },
  keyGone: {
    id: 'policy.keyAndVaultKept.keyGone',
    defaultMessage: 'The key {key} is gone while the environment is on it',
  },
  keyNotAmongDeleted: {
    id: 'policy.keyAndVaultKept.keyNotAmongDeleted',
    defaultMessage: 'It is not among the deleted keys that the account can see.',
  },
  openDeletedKeys: {
    id: 'policy.keyAndVaultKept.openDeletedKeys',
    defaultMessage: 'In the Azure portal, open the vault, Keys, Manage deleted keys.',
  },
  recoverKey: { id: 'policy.keyAndVaultKept.recoverKey', defaultMessage: 'Select the key, Recover.' },
  keyGoneRemedy: {
    id: 'policy.keyAndVaultKept.keyGoneRemedy',
    defaultMessage: 'Recover the deleted key; do not create another one of its name. Then re-enable each environment.',
  },
  inPlace: { id: 'policy.keyAndVaultKept.inPlace', defaultMessage: 'The key vault and the key are in place' },
  versionListUnread: { id: 'policy.oldVersionsKept.versionListUnread', defaultMessage: 'The list of the key’s versions could not be read' },
  neededVersionsEnabled: {
    id: 'policy.oldVersionsKept.neededVersionsEnabled',
    defaultMessage: 'Every version of the key that is still needed is enabled',
  },
  versionDisabledEarly: {
    id: 'policy.oldVersionsKept.versionDisabledEarly',
    defaultMessage: 'A version of the key was disabled less than {days, plural, one {# day} other {# days}} after it was replaced',
  },
  switchedWithoutRole: {
    id: 'policy.permissionModelKept.switchedWithoutRole',
    defaultMessage:
      'The vault was switched to Azure roles, and the policy’s access is left behind in an access policy that no longer counts',
  },
  switchedWithoutRoleRemedy: {
    id: 'policy.permissionModelKept.switchedWithoutRoleRemedy',
    defaultMessage: 'Give the policy’s identity the role Key Vault Crypto Service Encryption User on the vault now, and wait 5 minutes.',
  },
  canBeSwitched: {
    id: 'policy.permissionModelKept.canBeSwitched',
    defaultMessage: 'The vault can be switched to Azure roles without taking the key from the policy',
  },
  switchingTakesKey: {
    id: 'policy.permissionModelKept.switchingTakesKey',
    defaultMessage: 'Switching this vault to Azure roles would take the key from the policy at once',
  },
  keyWithinReachWhy: {
    id: 'policy.keyWithinReach.why',
    defaultMessage:
      'When the service loses the key, every environment on it goes offline at once, without a warning to the Power Platform administrator.',
  },
  keyWithinReachManual1: {
    id: 'policy.keyWithinReach.manual1',
    defaultMessage: 'Fix what is named here: role, key, vault, policy or network.',
  },
  keyWithinReachManual3: { id: 'policy.keyWithinReach.manual3', defaultMessage: 'Repeat it for every environment on the policy.' },
  keyAndVaultKeptWhy: {
    id: 'policy.keyAndVaultKept.why',
    defaultMessage:
      'What was encrypted can be read with this key only. A recovered vault has its keys again, but not its role assignments, so the environments stay locked.',
  },
  keyAndVaultKeptRemedy: {
    id: 'policy.keyAndVaultKept.remedy',
    defaultMessage:
      'Recover the deleted vault; do not create another one of its name. Then give the policy its role again, then re-enable each environment.',
  },
  keyAndVaultKeptManual1: {
    id: 'policy.keyAndVaultKept.manual1',
    defaultMessage: 'In the Azure portal, open Key vaults, Manage deleted vaults, choose the subscription and the vault, Recover.',
  },
  keyAndVaultKeptManual2: {
    id: 'policy.keyAndVaultKept.manual2',
    defaultMessage: 'Check again here: the wizard plans the policy’s access anew.',
  },
  oldVersionsKeptWhy: {
    id: 'policy.oldVersionsKept.why',
    defaultMessage:
      'A new version of the key is taken up within 24 hours, and restores need the one before it for 28 days. Disabling that one earlier takes environments offline.',
  },
  oldVersionsKeptRemedy: {
    id: 'policy.oldVersionsKept.remedy',
    defaultMessage:
      'Enable the version again, and keep it enabled for 30 days after the newer one was made. The document says 28 days here and 30 days elsewhere; the longer time is the safe one.',
  },
  oldVersionsKeptManual1: {
    id: 'policy.oldVersionsKept.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, the version.',
  },
  oldVersionsKeptManual2: { id: 'policy.oldVersionsKept.manual2', defaultMessage: 'Set Enabled to Yes, save.' },
  permissionModelKeptWhy: {
    id: 'policy.permissionModelKept.why',
    defaultMessage:
      'In a vault with Azure role-based access its access policies do not count. Switching it without a role in place is an outage for every environment on the key.',
  },
  permissionModelKeptRemedy: {
    id: 'policy.permissionModelKept.remedy',
    defaultMessage:
      'Before you switch the vault, give the policy’s identity the role Key Vault Crypto Service Encryption User on it, and wait 5 minutes.',
  },
  permissionModelKeptManual1: {
    id: 'policy.permissionModelKept.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Access control (IAM), Add role assignment.',
  },
  permissionModelKeptManual2: {
    id: 'policy.permissionModelKept.manual2',
    defaultMessage: 'Choose Key Vault Crypto Service Encryption User, then the policy by its name. Review and assign.',
  },
  permissionsMissing: {
    id: 'policy.keyLoss.permissionsMissing',
    defaultMessage: 'The vault’s access policies do not give the policy {permissions}.',
  },
  disabledTooEarly: {
    id: 'policy.keyLoss.disabledTooEarly',
    defaultMessage: 'Disabled although still needed: {count, plural, one {version} other {versions}} {versions}.',
  },
  shutByPublicAccess: {
    id: 'policy.keyLoss.shutByPublicAccess',
    defaultMessage: 'The key vault {vault} shuts Microsoft’s services out: public access is off without the exception.',
  },
  shutByFirewall: {
    id: 'policy.keyLoss.shutByFirewall',
    defaultMessage: 'The firewall of the key vault {vault} shuts Microsoft’s services out.',
  },
  vaultReachable: { id: 'policy.keyLoss.vaultReachable', defaultMessage: 'Microsoft’s services can reach the key vault {vault}.' },
  deleted: { id: 'policy.keyAndVaultKept.deleted', defaultMessage: 'Deleted.' },
  deletedOn: { id: 'policy.keyAndVaultKept.deletedOn', defaultMessage: 'Deleted on {moment}.' },
  keptUntil: { id: 'policy.keyAndVaultKept.keptUntil', defaultMessage: 'Kept until {moment}.' },
  keptUntilUnknown: { id: 'policy.keyAndVaultKept.keptUntilUnknown', defaultMessage: 'Kept until a time the service does not name.' },
  versionList: { id: 'policy.oldVersionsKept.versionList', defaultMessage: 'Versions: {versions}.' },
  versionEnabled: { id: 'policy.oldVersionsKept.versionEnabled', defaultMessage: '{version} enabled' },
  versionDisabled: { id: 'policy.oldVersionsKept.versionDisabled', defaultMessage: '{version} disabled' },
  goesByRoles: { id: 'policy.permissionModelKept.goesByRoles', defaultMessage: '{vault} goes by Azure roles.' },
  goesByAccessPolicies: { id: 'policy.permissionModelKept.goesByAccessPolicies', defaultMessage: '{vault} goes by access policies.' },
  roleUsesKeys: { id: 'policy.permissionModelKept.roleUsesKeys', defaultMessage: 'Identity {identity} has a role that uses keys.' },
  noRoleUsesKeys: { id: 'policy.permissionModelKept.noRoleUsesKeys', defaultMessage: 'Identity {identity} has no role that uses keys.' },
  accessPolicyUsesKeys: { id: 'policy.permissionModelKept.accessPolicyUsesKeys', defaultMessage: 'An access policy lets it use keys.' },
  noAccessPolicyUsesKeys: { id: 'policy.permissionModelKept.noAccessPolicyUsesKeys', defaultMessage: 'No access policy lets it use keys.' },
})
