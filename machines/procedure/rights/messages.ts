import { defineMessages } from '../../messages/message.ts'

/** What an account may do, from any source. */
export const verdictMessages = defineMessages({
  may: { id: 'rights.verdict.may', defaultMessage: 'The account can {doing}' },
  mayNot: { id: 'rights.verdict.mayNot', defaultMessage: 'The account can’t {doing}' },
  mayNotAsContributor: {
    id: 'rights.verdict.mayNotAsContributor',
    defaultMessage: 'The account can’t {doing}: Contributor isn’t enough',
  },
  underCondition: { id: 'rights.verdict.underCondition', defaultMessage: 'The account can {doing} only under a condition' },
  unknown: { id: 'rights.verdict.unknown', defaultMessage: 'It’s unknown whether the account can {doing}' },
  runCommand: { id: 'rights.verdict.runCommand', defaultMessage: 'Or run this in Azure CLI:' },
  runCommandAs: { id: 'rights.verdict.runCommandAs', defaultMessage: 'Or run this in Azure CLI, as {roles}:' },
})

export const demandMessages = defineMessages({
  unread: { id: 'rights.demand.unread', defaultMessage: 'Couldn’t read the account’s permissions at {place}: {error}' },
  serviceDecides: {
    id: 'rights.demand.serviceDecides',
    defaultMessage:
      'You can continue. The service decides when the change is made. If it refuses, the wizard tells you, and completed changes stay.',
  },
  conditionDecides: {
    id: 'rights.demand.conditionDecides',
    defaultMessage:
      'You can continue. Only the service can tell whether the condition allows this change, and it decides when the change is made.',
  },
  atPlace: { id: 'rights.demand.atPlace', defaultMessage: 'At {place}:', description: 'Sentences about this place follow' },
  givenBy: { id: 'rights.demand.givenBy', defaultMessage: '{pattern} allows {action}.' },
  noRole: { id: 'rights.demand.noRole', defaultMessage: '{action} isn’t allowed: the account has no role here.' },
  givenByNone: {
    id: 'rights.demand.givenByNone',
    defaultMessage:
      '{count, plural, one {The account’s # role doesn’t allow {action}.} other {None of the account’s # roles allow {action}.}}',
  },
  takenAway: { id: 'rights.demand.takenAway', defaultMessage: 'A role that allows {givenBy} excludes it with {takenBy}.' },
  condition: { id: 'rights.demand.condition', defaultMessage: 'Condition: {condition}' },
  giveYourself: {
    id: 'rights.demand.giveYourself',
    defaultMessage:
      '{kind, select, subscription {The account can assign roles on the subscription {place}, including to itself: assign it {role} there.} resourceGroup {The account can assign roles on the resource group {place}, including to itself: assign it {role} there.} vault {The account can assign roles on the key vault {place}, including to itself: assign it {role} there.} other {The account can assign roles on the policy {place}, including to itself: assign it {role} there.}}',
  },
  askFor: {
    id: 'rights.demand.askFor',
    defaultMessage:
      '{kind, select, subscription {Ask someone who is {givers} on the subscription {place} to assign {role} there to the account.} resourceGroup {Ask someone who is {givers} on the resource group {place} to assign {role} there to the account.} vault {Ask someone who is {givers} on the key vault {place} to assign {role} there to the account.} other {Ask someone who is {givers} on the policy {place} to assign {role} there to the account.}}',
  },
  partnerGetsNoRole: {
    id: 'rights.demand.partnerGetsNoRole',
    defaultMessage: 'A partner account (GDAP) has no user object in this tenant, so no one can assign it a role here.',
  },
  partnerAlternatives: {
    id: 'rights.demand.partnerAlternatives',
    defaultMessage: 'Hand over this step to the customer, or work in a group under Admin Agents that has {role}.',
  },
  othersDo: { id: 'rights.demand.othersDo', defaultMessage: '{roles} would also work.' },
  thenCheck: { id: 'rights.demand.thenCheck', defaultMessage: 'Wait up to 5 minutes for the role to take effect, then check again.' },
  handOver: { id: 'rights.demand.handOver', defaultMessage: 'Or hand over this step to the key vault admin.' },
  inherits: {
    id: 'rights.demand.inherits',
    defaultMessage:
      '{kind, select, subscription {The subscription {place} doesn’t exist yet and will inherit it.} resourceGroup {The resource group {place} doesn’t exist yet and will inherit it.} vault {The key vault {place} doesn’t exist yet and will inherit it.} other {The policy {place} doesn’t exist yet and will inherit it.}}',
  },
  inPortal: {
    id: 'rights.demand.inPortal',
    defaultMessage:
      '{kind, select, subscription {In the Azure portal, go to the subscription {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.} resourceGroup {In the Azure portal, go to the resource group {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.} vault {In the Azure portal, go to the key vault {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.} other {In the Azure portal, go to the policy {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.}}',
  },
  letOthersDoIt: {
    id: 'rights.demand.letOthersDoIt',
    defaultMessage: 'Or ask someone who already has this right to make the change:',
  },
})

export const accessPolicyMessages = defineMessages({
  found: {
    id: 'rights.accessPolicies.found',
    defaultMessage: 'Access policies of {vault}, account {account}: {permissions}. Needed: {needed}.',
  },
  foundNone: {
    id: 'rights.accessPolicies.foundNone',
    defaultMessage: 'Access policies of {vault}, account {account}: no key permission. Needed: {needed}.',
  },
  maybeByGroup: {
    id: 'rights.accessPolicies.maybeByGroup',
    defaultMessage: 'Other entries in the access policies have what’s missing. One of them might be a group the account is in.',
  },
  vaultDecides: {
    id: 'rights.accessPolicies.vaultDecides',
    defaultMessage:
      'You can continue. The key vault decides when the change is made. If it refuses, ask for key permissions for the account itself.',
  },
  lacks: {
    id: 'rights.accessPolicies.lacks',
    defaultMessage: 'The account can’t {doing}: the vault’s access policies don’t give it {permissions}',
  },
  addYourself: {
    id: 'rights.accessPolicies.addYourself',
    defaultMessage:
      'The account can set the vault’s access policies, including its own. Add the key permissions with this command, then check again.',
  },
  askFor: {
    id: 'rights.accessPolicies.askFor',
    defaultMessage: 'Ask someone who is {roles} on the key vault {vault} to add the key permissions for the account. Then check again.',
  },
  inPortal: {
    id: 'rights.accessPolicies.inPortal',
    defaultMessage:
      'In the Azure portal, go to the key vault {vault} > Access policies > Create. Select the key permissions {permissions} and the account {account}.',
  },
})

export const directoryMessages = defineMessages({
  roles: { id: 'rights.directory.roles', defaultMessage: 'Roles in the sign-in of {user}: {roles}.' },
  noRoles: {
    id: 'rights.directory.noRoles',
    defaultMessage: 'Roles in the sign-in of {user}: no Power Platform admin role.',
  },
  environmentGives: {
    id: 'rights.directory.environmentGives',
    defaultMessage: 'The environment gives the account the permission {permission}.',
  },
  environmentDoesNotGive: {
    id: 'rights.directory.environmentDoesNotGive',
    defaultMessage: 'The environment doesn’t give the account the permission {permission}.',
  },
  activate: {
    id: 'rights.directory.activate',
    defaultMessage:
      'If the account is eligible for the role in Privileged Identity Management: In the Microsoft Entra admin center, open My roles, activate {role}, then sign out and in again.',
  },
  assign: {
    id: 'rights.directory.assign',
    defaultMessage:
      'Otherwise, ask a Privileged Role Administrator or Global Administrator: in the Microsoft Entra admin center, go to Roles and administrators > {role} > Add assignments, and add {user}.',
  },
  assignByCommand: { id: 'rights.directory.assignByCommand', defaultMessage: 'Or they can run this in Azure CLI:' },
  keptFromKeys: {
    id: 'rights.directory.keptFromKeys',
    defaultMessage: 'The sign-in has {role}, but the environment doesn’t let the account manage its keys',
  },
  keptFromKeysRemedy: {
    id: 'rights.directory.keptFromKeysRemedy',
    defaultMessage:
      'If {role} is the only role, the account must also be in the environment’s security group. Ask to be added, then check again. You can also continue; the service decides.',
  },
  checkSecurityGroup: {
    id: 'rights.directory.checkSecurityGroup',
    defaultMessage:
      'In the Power Platform admin center, open the environment and find its security group. Ask to add the account to it in Microsoft Entra ID.',
  },
  noRole: { id: 'rights.directory.noRole', defaultMessage: 'No role in the sign-in lets the account {doing}' },
  noRoleRemedy: {
    id: 'rights.directory.noRoleRemedy',
    defaultMessage:
      'Ask for {role} for the whole directory, then sign out and in again. If a group gives the account this role, you can continue; the service decides. Or hand over the step to a Power Platform admin.',
  },
  onlyRole: {
    id: 'rights.directory.onlyRole',
    defaultMessage: 'The only Power Platform admin role in the sign-in of {user} is {role}.',
  },
  maybeNotInGroup: {
    id: 'rights.directory.maybeNotInGroup',
    defaultMessage: 'The account might be missing from the environment’s security group',
  },
  noEnvironment: { id: 'rights.directory.noEnvironment', defaultMessage: 'The account sees no environment.' },
  securityGroup: { id: 'rights.directory.securityGroup', defaultMessage: 'The environment’s security group: {group}.' },
  noSecurityGroup: { id: 'rights.directory.noSecurityGroup', defaultMessage: 'The environment’s security group: none shown.' },
  notInGroup: {
    id: 'rights.directory.notInGroup',
    defaultMessage: 'The environment doesn’t let the account manage its keys, which might be because it’s not in the security group',
  },
  environmentShown: { id: 'rights.directory.environmentShown', defaultMessage: 'The account can see the environment' },
})

export const accountMessages = defineMessages({
  ofAnotherTenant: {
    id: 'rights.account.ofAnotherTenant',
    defaultMessage: 'This account belongs to another tenant. For steps that need a user of this tenant, use Hand over.',
  },
})
