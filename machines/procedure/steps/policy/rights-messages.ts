import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  readerIsAnotherAccount: {
    id: 'policy.readerOfThisTenant.readerIsAnotherAccount',
    defaultMessage: 'Reader is given to another object id than that of your account, which belongs to another tenant',
  },
  readerIsPartner: {
    id: 'policy.readerOfThisTenant.readerIsPartner',
    defaultMessage: 'This object id is the account’s own, and the account belongs to another tenant',
  },
  bothTenants: {
    id: 'policy.readerOfThisTenant.bothTenants',
    defaultMessage: '{principalId}, of the tenant {homeTenantId}. The policy is in the tenant {tenantId}.',
  },
  findAdministrator: {
    id: 'policy.readerOfThisTenant.findAdministrator',
    defaultMessage: 'In the Entra admin center of this tenant, open Users, then a Power Platform administrator, and copy the object id.',
  },
  enterAdministrator: {
    id: 'policy.readerOfThisTenant.enterAdministrator',
    defaultMessage: 'Select Change choices above, and enter it as the Power Platform administrator.',
  },
  guestGetsReader: {
    id: 'policy.readerOfThisTenant.guestGetsReader',
    defaultMessage:
      '{kind, select, subscription {If the account is a guest here, have an Owner of the subscription {place} give its user object Reader there, then check again:} resourceGroup {If the account is a guest here, have an Owner of the resource group {place} give its user object Reader there, then check again:} vault {If the account is a guest here, have an Owner of the key vault {place} give its user object Reader there, then check again:} other {If the account is a guest here, have an Owner of the policy {place} give its user object Reader there, then check again:}}',
  },
  giveRight: {
    id: 'policy.mayDo.giveRight',
    defaultMessage: 'Have the account given the right, then check again. Or hand this step to the key vault administrator.',
  },
  mayRegisterProviderWhy: {
    id: 'policy.mayRegisterProvider.why',
    defaultMessage: 'Only someone with a right on the whole subscription can register services in it. The policy cannot be created before.',
  },
  mayCreateResourceGroupWhy: {
    id: 'policy.mayCreateResourceGroup.why',
    defaultMessage: 'Vault and policy are created in the resource group, and it does not exist yet.',
  },
  mayCreateVaultWhy: { id: 'policy.mayCreateVault.why', defaultMessage: 'The plan creates the key vault that holds the key.' },
  mayChangeVaultWhy: { id: 'policy.mayChangeVault.why', defaultMessage: 'Purge protection is a setting of the vault.' },
  mayUseKeysWhy: {
    id: 'policy.mayUseKeys.why',
    defaultMessage:
      'Rights on a key vault are not rights on its keys: in a vault with Azure role-based access neither Contributor nor Owner opens it.',
  },
  mayCreatePolicyWhy: { id: 'policy.mayCreatePolicy.why', defaultMessage: 'The plan creates the enterprise policy, a resource in Azure.' },
  mayGiveKeyAccessWhy: {
    id: 'policy.mayGiveKeyAccess.why',
    defaultMessage:
      'The policy’s identity must have access to the vault. Contributor can create the policy, but can’t assign roles, so the work would stop halfway.',
  },
  readerOfThisTenantWhy: {
    id: 'policy.readerOfThisTenant.why',
    defaultMessage:
      'A partner’s account that is here by delegated administration (GDAP) has no user object in this tenant. Giving it Reader is refused, after everything else is created.',
  },
  readerOfThisTenantRemedy: {
    id: 'policy.readerOfThisTenant.remedy',
    defaultMessage:
      'Change the choices: enter the object id of a Power Platform administrator of this tenant, who then adds the environment in step 4.',
  },
  mayGiveReaderWhy: {
    id: 'policy.mayGiveReader.why',
    defaultMessage:
      'The Power Platform administrator must have Reader on the policy. Contributor can’t assign roles, so the work would stop halfway.',
  },
  bothSides: {
    id: 'policy.dutiesSeparated.bothSides',
    defaultMessage: 'This account controls Power Platform and the key',
  },
  oneSide: {
    id: 'policy.dutiesSeparated.oneSide',
    defaultMessage: 'The account holds only one side: Power Platform or the key',
  },
  dutiesSeparatedWhy: {
    id: 'policy.dutiesSeparated.why',
    defaultMessage:
      'An account that can add environments to the policy and take away the key can lock every one of them. Microsoft advises that the key vault administrator has no access to the admin center.',
  },
  dutiesSeparatedRemedy: {
    id: 'policy.dutiesSeparated.remedy',
    defaultMessage:
      'Have the steps done by two people: one who owns the key vault, one who administers Power Platform. You can go on as one person.',
  },
  dutiesSeparatedManual1: {
    id: 'policy.dutiesSeparated.manual1',
    defaultMessage: 'Let the key vault administrator do step 3 under an account without a role in Power Platform.',
  },
  dutiesSeparatedManual2: {
    id: 'policy.dutiesSeparated.manual2',
    defaultMessage: 'Let the Power Platform administrator do step 4 under an account with Reader on the policy and no right on the vault.',
  },
  workWithKeys: {
    id: 'policy.doing.workWithKeys',
    defaultMessage: 'read and create keys in the key vault {vault}',
    description: 'Completes “The account may …”',
  },
  setAccessPolicies: {
    id: 'policy.doing.setAccessPolicies',
    defaultMessage: 'set the access policies of the key vault {vault}',
    description: 'Completes “The account may …”',
  },
  giveRolesOnVault: {
    id: 'policy.doing.giveRolesOnVault',
    defaultMessage: 'give roles on the key vault {vault}',
    description: 'Completes “The account may …”',
  },
  giveRolesOnPolicy: {
    id: 'policy.doing.giveRolesOnPolicy',
    defaultMessage: 'give roles on the policy {policy}',
    description: 'Completes “The account may …”',
  },
  registerProvider: {
    id: 'policy.doing.registerProvider',
    defaultMessage: 'register Microsoft.PowerPlatform in the subscription',
    description: 'Completes “The account may …”',
  },
  createResourceGroup: {
    id: 'policy.doing.createResourceGroup',
    defaultMessage: 'create the resource group {group}',
    description: 'Completes “The account may …”',
  },
  createVault: {
    id: 'policy.doing.createVault',
    defaultMessage: 'create the key vault {vault}',
    description: 'Completes “The account may …”',
  },
  changeVault: {
    id: 'policy.doing.changeVault',
    defaultMessage: 'change the key vault {vault}',
    description: 'Completes “The account may …”',
  },
  createPolicy: {
    id: 'policy.doing.createPolicy',
    defaultMessage: 'create the policy {policy}',
    description: 'Completes “The account may …”',
  },
  powerGiveRoles: {
    id: 'policy.power.giveRoles',
    defaultMessage: 'give and take roles',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerChangeVault: {
    id: 'policy.power.changeVault',
    defaultMessage: 'change the vault',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerDeleteVault: {
    id: 'policy.power.deleteVault',
    defaultMessage: 'delete the vault',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerDisableKeys: {
    id: 'policy.power.disableKeys',
    defaultMessage: 'disable keys',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerDeleteKeys: {
    id: 'policy.power.deleteKeys',
    defaultMessage: 'delete keys',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerByAccessPolicy: {
    id: 'policy.power.byAccessPolicy',
    defaultMessage: 'change keys by an access policy',
    description: 'In a list that completes “At the vault …: may …”',
  },
  inPowerPlatform: { id: 'policy.dutiesSeparated.inPowerPlatform', defaultMessage: 'In Power Platform: {roles}.' },
  notInPowerPlatform: {
    id: 'policy.dutiesSeparated.notInPowerPlatform',
    defaultMessage: 'In Power Platform: no administrator role in the sign-in.',
  },
  atVault: { id: 'policy.dutiesSeparated.atVault', defaultMessage: 'At the vault {vault}: may {powers}.' },
  notAtVault: {
    id: 'policy.dutiesSeparated.notAtVault',
    defaultMessage: 'At the vault {vault}: none of the rights that could take the key away.',
  },
})
