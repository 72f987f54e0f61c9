import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('policy', {
  readerOfThisTenant: {
    readerIsAnotherAccount: 'Reader goes to another user, not to your account from another tenant',
    readerIsPartner: 'This object ID is your own account’s, and your account belongs to another tenant',
    bothTenants: '{principalId}, of tenant {homeTenantId}. The policy is in tenant {tenantId}.',
    findAdministrator: 'In this tenant’s Microsoft Entra admin center, go to Users > a Power Platform admin, and copy the object ID.',
    enterAdministrator: 'Select Change choices above, and enter it as the Power Platform administrator.',
    guestGetsReader:
      '{kind, select, subscription {If the account is a guest here, ask an Owner of the subscription {place} to assign Reader there to its user object, then check again:} resourceGroup {If the account is a guest here, ask an Owner of the resource group {place} to assign Reader there to its user object, then check again:} vault {If the account is a guest here, ask an Owner of the key vault {place} to assign Reader there to its user object, then check again:} other {If the account is a guest here, ask an Owner of the policy {place} to assign Reader there to its user object, then check again:}}',
    why: 'A partner account with delegated admin privileges (GDAP) has no user object in this tenant. Assigning it Reader would fail after everything else is created.',
    remedy: 'Change the choices: enter the object ID of a Power Platform admin of this tenant, who then does step 4.',
  },
  mayDo: {
    giveRight: 'Ask for this permission, then check again. Or hand over this step to the key vault admin.',
  },
  mayRegisterProvider: {
    why: 'Registering a provider needs a right on the whole subscription. Nothing that belongs to it can be created before that.',
  },
  mayCreateResourceGroup: {
    why: 'The key vault and the policy go in this resource group, which doesn’t exist yet.',
  },
  mayCreateVaultWhy: { id: 'policy.mayCreateVault.why', defaultMessage: 'The plan creates the key vault for the key.' },
  mayChangeVaultWhy: { id: 'policy.mayChangeVault.why', defaultMessage: 'Purge protection is a key vault setting.' },
  mayUseKeys: {
    why: 'Rights on a key store aren’t rights on its keys. By themselves, neither Contributor nor Owner can use keys.',
  },
  mayCreatePolicyWhy: { id: 'policy.mayCreatePolicy.why', defaultMessage: 'The plan creates the enterprise policy, an Azure resource.' },
  mayGiveKeyAccess: {
    why: 'The policy’s identity needs key store access. Contributor can create the policy but can’t assign roles, so the work would stop halfway.',
  },
  readerIsPersonOrGroup: {
    unread: 'Couldn’t tell whether the object ID is a person’s or a group’s',
    noPersonHasId: 'No person has object ID {objectId}.',
    why: 'Azure refuses Reader for a group that’s taken for a person, after everything else is created.',
    remedy:
      'Change the choices: choose a person. Or ask for the Microsoft Graph permission GroupMember.Read.All, sign in again, then check again.',
  },
  mayGiveReader: {
    why: 'The Power Platform admin needs Reader on the policy. Contributor can’t assign roles, so the work would stop halfway.',
  },
  dutiesSeparated: {
    bothSides: 'This account controls Power Platform and the key',
    maybeBothSides: 'This account controls the key, and might control Power Platform',
    oneSide: 'This account controls only one side: Power Platform or the key',
    why: 'An account that can add environments to the policy and remove the key can lock all of them. Microsoft recommends that the key vault admin has no admin center access.',
    remedy:
      'Split the steps between two people: one owns the key store, one administers Power Platform. You can also continue as one person.',
    manual1: 'Ask the key vault admin to do step 3 with an account that has no Power Platform role.',
    manual2: 'Ask the Power Platform admin to do step 4 with an account that has Reader on the policy and no key store rights.',
    atVault: 'On the key store {vault}: can {powers}.',
    notAtVault: 'On the key store {vault}: no right that could remove the key.',
  },
  workWithKeys: {
    id: 'policy.doing.workWithKeys',
    defaultMessage: 'read and create keys in the key vault {vault}',
    description: 'Completes “The account can …”',
  },
  setAccessPolicies: {
    id: 'policy.doing.setAccessPolicies',
    defaultMessage: 'set the access policies of the key vault {vault}',
    description: 'Completes “The account can …”',
  },
  giveRolesOnVault: {
    id: 'policy.doing.giveRolesOnVault',
    defaultMessage: 'assign roles on the key vault {vault}',
    description: 'Completes “The account can …”',
  },
  giveRolesOnPolicy: {
    id: 'policy.doing.giveRolesOnPolicy',
    defaultMessage: 'assign roles on the policy {policy}',
    description: 'Completes “The account can …”',
  },
  registerProvider: {
    id: 'policy.doing.registerProvider',
    defaultMessage: 'register Microsoft.PowerPlatform in the subscription',
    description: 'Completes “The account can …”',
  },
  registerProviders: {
    id: 'policy.doing.registerProviders',
    defaultMessage: 'register {providers} in the subscription',
    description: 'Completes “The account can …”',
  },
  createResourceGroup: {
    id: 'policy.doing.createResourceGroup',
    defaultMessage: 'create the resource group {group}',
    description: 'Completes “The account can …”',
  },
  createVault: {
    id: 'policy.doing.createVault',
    defaultMessage: 'create the key vault {vault}',
    description: 'Completes “The account can …”',
  },
  changeVault: {
    id: 'policy.doing.changeVault',
    defaultMessage: 'change the key vault {vault}',
    description: 'Completes “The account can …”',
  },
  createPolicy: {
    id: 'policy.doing.createPolicy',
    defaultMessage: 'create the policy {policy}',
    description: 'Completes “The account can …”',
  },
  powerGiveRoles: {
    id: 'policy.power.giveRoles',
    defaultMessage: 'assign and remove roles',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerChangeVault: {
    id: 'policy.power.changeVault',
    defaultMessage: 'change the key vault',
    description: 'In a list that completes “At the vault …: may …”',
  },
  powerDeleteVault: {
    id: 'policy.power.deleteVault',
    defaultMessage: 'delete the key vault',
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
    defaultMessage: 'change keys through an access policy',
    description: 'In a list that completes “At the vault …: may …”',
  },
})
