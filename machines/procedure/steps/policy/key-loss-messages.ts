import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  accessOfOwnPolicyUnread: {
    id: 'policy.keyLoss.accessOfOwnPolicyUnread',
    defaultMessage: 'Key vault access of the environment’s own policy: unknown.',
  },
  accessUnread: {
    id: 'policy.keyLoss.accessUnread',
    defaultMessage: 'Key vault access of the policy: unknown.',
  },
  accessPoliciesSuffice: {
    id: 'policy.keyLoss.accessPoliciesSuffice',
    defaultMessage: 'The vault’s access policies let the policy use the key.',
  },
  rolesUnread: { id: 'policy.keyLoss.rolesUnread', defaultMessage: 'The policy’s roles on the vault: unknown.' },
  roleSuffices: {
    id: 'policy.keyLoss.roleSuffices',
    defaultMessage: 'The policy has a role on the vault that can use keys.',
  },
  noRole: {
    id: 'policy.keyLoss.noRole',
    defaultMessage: 'The policy has no role on the key store that can use keys.',
  },
  keyExists: { id: 'policy.keyLoss.keyExists', defaultMessage: 'The key exists.' },
  keyUnread: { id: 'policy.keyLoss.keyUnread', defaultMessage: 'It’s unknown whether the key exists.' },
  keyDeleted: { id: 'policy.keyLoss.keyDeleted', defaultMessage: 'The key is deleted. You can recover it.' },
  keyDoesNotExist: { id: 'policy.keyLoss.keyDoesNotExist', defaultMessage: 'The key doesn’t exist.' },
  vaultExists: { id: 'policy.keyLoss.vaultExists', defaultMessage: 'The key vault exists.' },
  vaultUnread: { id: 'policy.keyLoss.vaultUnread', defaultMessage: 'It’s unknown whether the key vault exists.' },
  vaultDeleted: {
    id: 'policy.keyLoss.vaultDeleted',
    defaultMessage: 'The key vault is deleted. You can recover it.',
  },
  vaultAbsent: { id: 'policy.keyLoss.vaultAbsent', defaultMessage: 'The key vault doesn’t exist.' },
  policyRecreated: {
    id: 'policy.keyLoss.policyRecreated',
    defaultMessage: 'The environment’s policy doesn’t exist anymore. Another policy now has its name.',
  },
  policyExists: { id: 'policy.keyLoss.policyExists', defaultMessage: 'The policy exists.' },
  policyDoesNotExist: { id: 'policy.keyLoss.policyDoesNotExist', defaultMessage: 'The policy doesn’t exist.' },
  policyUnread: {
    id: 'policy.keyLoss.policyUnread',
    defaultMessage: 'It’s unknown whether the policy exists.',
  },
  versionsUnread: { id: 'policy.keyLoss.versionsUnread', defaultMessage: 'Key versions: unknown.' },
  versionsEnabled: {
    id: 'policy.keyLoss.versionsEnabled',
    defaultMessage: 'All key versions that are still needed are enabled.',
  },
  networkUnread: { id: 'policy.keyLoss.networkUnread', defaultMessage: 'The vault’s network rules: unknown.' },
  networkNotUnderstood: {
    id: 'policy.keyLoss.networkNotUnderstood',
    defaultMessage: 'The vault’s network rules: unknown setting.',
  },
  keyEnabledUnread: { id: 'policy.keyLoss.keyEnabledUnread', defaultMessage: 'It’s unknown whether the key is enabled.' },
  keyEnabled: { id: 'policy.keyLoss.keyEnabled', defaultMessage: 'The key is enabled.' },
  keyDisabled: { id: 'policy.keyLoss.keyDisabled', defaultMessage: 'The key is disabled.' },
  keyExpiryUnread: { id: 'policy.keyLoss.keyExpiryUnread', defaultMessage: 'The key’s expiration date: unknown.' },
  keyExpired: { id: 'policy.keyLoss.keyExpired', defaultMessage: 'The key has expired.' },
  keyNotExpired: { id: 'policy.keyLoss.keyNotExpired', defaultMessage: 'The key hasn’t expired.' },
  keyWithinReachRemedy: {
    id: 'policy.keyWithinReach.remedy',
    defaultMessage:
      'A locked sandbox is deleted after 7 days, a production environment after 30. Restore the key first, then re-enable each environment in the admin center.',
  },
  reEnable: {
    id: 'policy.keyLoss.reEnable',
    defaultMessage:
      'In the Power Platform admin center, go to Manage > Environments > the environment > Re-enable environment. It takes up to 5 minutes.',
  },
  outOfReach: {
    id: 'policy.keyWithinReach.outOfReach',
    defaultMessage: 'The service can’t use the key: environments on it are going offline or already are',
  },
  notAllRead: {
    id: 'policy.keyWithinReach.notAllRead',
    defaultMessage: 'Couldn’t read everything that can take the environment offline',
  },
  notAllReadRemedy: {
    id: 'policy.keyWithinReach.notAllReadRemedy',
    defaultMessage: 'Ask someone who can read the key store, its keys, and the policy to check again.',
  },
  withinReach: {
    id: 'policy.keyWithinReach.withinReach',
    defaultMessage: 'The environment’s key is available',
  },
  vaultGone: {
    id: 'policy.keyAndVaultKept.vaultGone',
    defaultMessage: 'The key vault {vault} is gone, but the environment uses its key',
  },
  vaultNotAmongDeleted: {
    id: 'policy.keyAndVaultKept.vaultNotAmongDeleted',
    defaultMessage: 'It isn’t among the deleted vaults the account can see.',
  },
  keyGone: {
    id: 'policy.keyAndVaultKept.keyGone',
    defaultMessage: 'The key {key} is gone, but the environment uses it',
  },
  keyNotAmongDeleted: {
    id: 'policy.keyAndVaultKept.keyNotAmongDeleted',
    defaultMessage: 'It isn’t among the deleted keys the account can see.',
  },
  openDeletedKeys: {
    id: 'policy.keyAndVaultKept.openDeletedKeys',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > Manage deleted keys.',
  },
  recoverKey: { id: 'policy.keyAndVaultKept.recoverKey', defaultMessage: 'Select the key, then Recover.' },
  keyGoneRemedy: {
    id: 'policy.keyAndVaultKept.keyGoneRemedy',
    defaultMessage: 'Recover the deleted key. Don’t create another one with its name. Then re-enable each environment.',
  },
  inPlace: { id: 'policy.keyAndVaultKept.inPlace', defaultMessage: 'The key store and the key exist' },
  versionListUnread: { id: 'policy.oldVersionsKept.versionListUnread', defaultMessage: 'Couldn’t read the list of key versions' },
  neededVersionsEnabled: {
    id: 'policy.oldVersionsKept.neededVersionsEnabled',
    defaultMessage: 'All key versions that are still needed are enabled',
  },
  versionDisabledEarly: {
    id: 'policy.oldVersionsKept.versionDisabledEarly',
    defaultMessage: 'A key version was disabled less than {days, plural, one {# day} other {# days}} after it was replaced',
  },
  switchedWithoutRole: {
    id: 'policy.permissionModelKept.switchedWithoutRole',
    defaultMessage: 'The key vault uses Azure RBAC now, but the policy has only an access policy, which no longer works',
  },
  switchedWithoutRoleRemedy: {
    id: 'policy.permissionModelKept.switchedWithoutRoleRemedy',
    defaultMessage: 'Assign Key Vault Crypto Service Encryption User on the key vault to the policy’s identity now, and wait 5 minutes.',
  },
  canBeSwitched: {
    id: 'policy.permissionModelKept.canBeSwitched',
    defaultMessage: 'You can switch the key vault to Azure RBAC, and the policy keeps its key access',
  },
  switchingTakesKey: {
    id: 'policy.permissionModelKept.switchingTakesKey',
    defaultMessage: 'If you switch this key vault to Azure RBAC, the policy loses the key at once',
  },
  keyWithinReachWhy: {
    id: 'policy.keyWithinReach.why',
    defaultMessage:
      'When the service loses the key, every environment on it goes offline at once, with no warning to the Power Platform admin.',
  },
  keyWithinReachManual1: {
    id: 'policy.keyWithinReach.manual1',
    defaultMessage: 'Fix what’s listed here: role, key, key store, policy, or network.',
  },
  keyWithinReachManual3: { id: 'policy.keyWithinReach.manual3', defaultMessage: 'Repeat for every environment on the policy.' },
  keyAndVaultKeptWhy: {
    id: 'policy.keyAndVaultKept.why',
    defaultMessage:
      'Only this key can read what it encrypted. A recovered vault gets its keys back, but not its role assignments, so environments stay locked.',
  },
  keyAndVaultKeptRemedy: {
    id: 'policy.keyAndVaultKept.remedy',
    defaultMessage:
      'Recover the deleted key vault. Don’t create another one with its name. Assign the policy its role again, then re-enable each environment.',
  },
  keyAndVaultKeptManual1: {
    id: 'policy.keyAndVaultKept.manual1',
    defaultMessage: 'In the Azure portal, go to Key vaults > Manage deleted vaults. Choose the subscription and the vault, then Recover.',
  },
  keyAndVaultKeptManual2: {
    id: 'policy.keyAndVaultKept.manual2',
    defaultMessage: 'Check again here. The wizard plans the policy’s access again.',
  },
  oldVersionsKeptWhy: {
    id: 'policy.oldVersionsKept.why',
    defaultMessage:
      'A new key version takes effect within 24 hours, and restores need the previous one for 28 days. Disabling it earlier takes environments offline.',
  },
  oldVersionsKeptRemedy: {
    id: 'policy.oldVersionsKept.remedy',
    defaultMessage:
      'Enable the version again, and keep it enabled for 30 days after the newer one was created. Microsoft says 28 days here and 30 elsewhere; 30 is safe.',
  },
  oldVersionsKeptManual1: {
    id: 'policy.oldVersionsKept.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > the version.',
  },
  oldVersionsKeptManual2: { id: 'policy.oldVersionsKept.manual2', defaultMessage: 'Set Enabled to Yes and save.' },
  permissionModelKeptWhy: {
    id: 'policy.permissionModelKept.why',
    defaultMessage:
      'With Azure RBAC, access policies don’t apply. Switching the key vault without a role assignment takes every environment on the key offline.',
  },
  permissionModelKeptRemedy: {
    id: 'policy.permissionModelKept.remedy',
    defaultMessage:
      'Before you switch the key vault, assign Key Vault Crypto Service Encryption User on it to the policy’s identity, and wait 5 minutes.',
  },
  permissionModelKeptManual1: {
    id: 'policy.permissionModelKept.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Access control (IAM) > Add role assignment.',
  },
  permissionModelKeptManual2: {
    id: 'policy.permissionModelKept.manual2',
    defaultMessage: 'Choose Key Vault Crypto Service Encryption User, then the policy by name. Select Review + assign.',
  },
  permissionsMissing: {
    id: 'policy.keyLoss.permissionsMissing',
    defaultMessage: 'The vault’s access policies don’t give the policy {permissions}.',
  },
  disabledTooEarly: {
    id: 'policy.keyLoss.disabledTooEarly',
    defaultMessage: 'Disabled but still needed: {count, plural, one {version} other {versions}} {versions}.',
  },
  shutByPublicAccess: {
    id: 'policy.keyLoss.shutByPublicAccess',
    defaultMessage: 'The key vault {vault} blocks Microsoft’s services: public access is off without the exception.',
  },
  shutByFirewall: {
    id: 'policy.keyLoss.shutByFirewall',
    defaultMessage: 'The firewall of the key vault {vault} blocks Microsoft’s services.',
  },
  publicAccessClear: {
    id: 'policy.keyLoss.publicAccessClear',
    defaultMessage: 'The public access setting doesn’t block Microsoft’s services.',
  },
  firewallClear: { id: 'policy.keyLoss.firewallClear', defaultMessage: 'No firewall rule blocks Microsoft’s services.' },
  deleted: { id: 'policy.keyAndVaultKept.deleted', defaultMessage: 'Deleted.' },
  deletedOn: { id: 'policy.keyAndVaultKept.deletedOn', defaultMessage: 'Deleted on {moment}.' },
  keptUntil: { id: 'policy.keyAndVaultKept.keptUntil', defaultMessage: 'Kept until {moment}.' },
  keptUntilUnknown: { id: 'policy.keyAndVaultKept.keptUntilUnknown', defaultMessage: 'Kept until an unknown time.' },
  versionList: { id: 'policy.oldVersionsKept.versionList', defaultMessage: 'Versions: {versions}.' },
  versionEnabled: { id: 'policy.oldVersionsKept.versionEnabled', defaultMessage: '{version} enabled' },
  versionDisabled: { id: 'policy.oldVersionsKept.versionDisabled', defaultMessage: '{version} disabled' },
  goesByRoles: { id: 'policy.permissionModelKept.goesByRoles', defaultMessage: '{vault} uses Azure RBAC.' },
  goesByAccessPolicies: { id: 'policy.permissionModelKept.goesByAccessPolicies', defaultMessage: '{vault} uses access policies.' },
  roleUsesKeys: { id: 'policy.permissionModelKept.roleUsesKeys', defaultMessage: 'Identity {identity} has a role that can use keys.' },
  noRoleUsesKeys: { id: 'policy.permissionModelKept.noRoleUsesKeys', defaultMessage: 'Identity {identity} has no role that can use keys.' },
  accessPolicyUsesKeys: { id: 'policy.permissionModelKept.accessPolicyUsesKeys', defaultMessage: 'An access policy lets it use keys.' },
  noAccessPolicyUsesKeys: { id: 'policy.permissionModelKept.noAccessPolicyUsesKeys', defaultMessage: 'No access policy lets it use keys.' },
})
