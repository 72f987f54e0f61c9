import { defineMessages } from '../../messages/message.ts'

export const verdictMessages = defineMessages('rights.verdict', {
  may: 'The account can {doing}',
  mayNot: 'The account can’t {doing}',
  mayNotAsContributor: 'The Contributor role can’t {doing}',
  underCondition: 'The account can {doing} only under a condition',
  unknown: 'It’s unknown whether the account can {doing}',
  runCommand: 'Or run this in Azure CLI:',
  runCommandAs: 'Or run this in Azure CLI, as {roles}:',
})

export const demandMessages = defineMessages('rights.demand', {
  unread: 'Couldn’t read the account’s permissions at {place}: {error}',
  serviceDecides:
    'This alone doesn’t stop you. The service decides when the change is made. If it refuses, the wizard tells you, and completed changes stay.',
  conditionDecides:
    'This alone doesn’t stop you. Only the service can tell whether the condition allows this change, and it decides when the change is made.',
  atPlace: { id: 'rights.demand.atPlace', defaultMessage: 'At {place}:', description: 'Sentences about this place follow' },
  givenBy: '{pattern} allows {action}.',
  noRole: '{action} isn’t allowed: the account has no role here.',
  givenByNone: '{count, plural, one {The account’s # role doesn’t allow {action}.} other {None of the account’s # roles allow {action}.}}',
  takenAway: 'A role that allows {givenBy} excludes it with {takenBy}.',
  condition: 'Condition: {condition}',
  giveYourself:
    '{kind, select, subscription {The account can assign roles on the subscription {place}, including to itself: assign it {role} there.} resourceGroup {The account can assign roles on the resource group {place}, including to itself: assign it {role} there.} vault {The account can assign roles on the key vault {place}, including to itself: assign it {role} there.} other {The account can assign roles on the policy {place}, including to itself: assign it {role} there.}}',
  askFor:
    '{kind, select, subscription {Ask for {role} on the subscription {place}. {givers} can assign it.} resourceGroup {Ask for {role} on the resource group {place}. {givers} can assign it.} vault {Ask for {role} on the key vault {place}. {givers} can assign it.} other {Ask for {role} on the policy {place}. {givers} can assign it.}}',
  partnerGetsNoRole: 'A partner account (GDAP) has no user object in this tenant, so no one can assign it a role here.',
  partnerAlternatives:
    'Hand over this step to the customer. Or, for a subscription that you sold as a reseller, work in a group under Admin Agents that has {role}.',
  othersDo: '{roles} would also work.',
  thenCheck: 'By Microsoft’s scripts, the role can take up to 5 minutes to take effect. Then check again.',
  handOver: 'Or hand over this step to the key vault admin.',
  inherits:
    '{kind, select, subscription {The subscription {place} doesn’t exist yet and will inherit it.} resourceGroup {The resource group {place} doesn’t exist yet and will inherit it.} vault {The key vault {place} doesn’t exist yet and will inherit it.} other {The policy {place} doesn’t exist yet and will inherit it.}}',
  inPortal:
    '{kind, select, subscription {In the Azure portal, go to the subscription {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.} resourceGroup {In the Azure portal, go to the resource group {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.} vault {In the Azure portal, go to the key vault {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.} other {In the Azure portal, go to the policy {place} > Access control (IAM) > Add role assignment. Choose {role} and the account {account}.}}',
  letOthersDoIt: 'Or ask someone who already has this right to make the change:',
})

export const accessPolicyMessages = defineMessages('rights.accessPolicies', {
  found: 'Access policies of {vault}, account {account}: {permissions}. Needed: {needed}.',
  foundNone: 'Access policies of {vault}, account {account}: no key permission. Needed: {needed}.',
  maybeByGroup: 'Other entries in the access policies have what’s missing. One of them might be a group the account is in.',
  vaultDecides:
    'This alone doesn’t stop you. The key vault decides when the change is made. If it refuses, ask for key permissions for the account itself.',
  lacks: 'The account can’t {doing}: the vault’s access policies don’t give it {permissions}',
  addYourself:
    'The account can set the vault’s access policies, including its own. Add the key permissions with this command, then check again.',
  askFor: 'Ask someone who is {roles} on the key vault {vault} to add the key permissions for the account. Then check again.',
  inPortal:
    'In the Azure portal, go to the key vault {vault} > Access policies > Create. Select the key permissions {permissions} and the account {account}.',
})

export const directoryMessages = defineMessages('rights.directory', {
  roles: 'Roles in the sign-in of {user}: {roles}.',
  noRoles: 'Roles in the sign-in of {user}: no Power Platform admin role.',
  environmentGives: 'The environment gives the account the permission {permission}.',
  environmentDoesNotGive: 'The environment doesn’t give the account the permission {permission}.',
  inPowerPlatform: { id: 'policy.dutiesSeparated.inPowerPlatform', defaultMessage: 'In Power Platform: {roles}.' },
  notInPowerPlatform: {
    id: 'policy.dutiesSeparated.notInPowerPlatform',
    defaultMessage: 'In Power Platform: no admin role in the sign-in.',
  },
  registeredApplication: 'In Power Platform: the app is registered as a management application.',
  environmentKept: 'The account can’t read the environment.',
  permissionsNotShown: 'A role can come from a group, and the environment’s permissions weren’t shown.',
  activate:
    'If the account is eligible for the role in Privileged Identity Management: In the Microsoft Entra admin center, open My roles, activate {role}, then sign out and in again.',
  assign:
    'Otherwise, ask a Privileged Role Administrator or Global Administrator: in the Microsoft Entra admin center, go to Roles and administrators > {role} > Add assignments, and add {user}.',
  assignByCommand: 'Or they can run this in Azure CLI:',
  keptFromKeys: 'The sign-in has {role}, but the environment doesn’t let the account manage its keys',
  keptFromKeysRemedy:
    'If {role} is the only role, the account must also be in the environment’s security group. Ask to be added, then check again. You can also continue; the service decides.',
  checkSecurityGroup:
    'In the Power Platform admin center, open the environment and find its security group. Ask to add the account to it in Microsoft Entra ID.',
  noRole: 'No role in the sign-in lets the account {doing}',
  noRoleRemedy:
    'Ask for {role} for the whole directory, then sign out and in again. If a group gives the account this role, you can continue; the service decides. Or hand over the step to a Power Platform admin.',
  onlyRole: 'The only Power Platform admin role in the sign-in of {user} is {role}.',
  maybeNotInGroup: 'The account might be missing from the environment’s security group',
  noEnvironment: 'The account sees no environment.',
  securityGroup: 'The environment’s security group: {group}.',
  noSecurityGroup: 'The environment’s security group: none shown.',
  notInGroup: 'The environment doesn’t let the account manage its keys, which might be because it’s not in the security group',
  environmentShown: 'The account can see the environment',
})

export const accountMessages = defineMessages('rights.account', {
  ofAnotherTenant: 'This account belongs to another tenant. For steps that need a user of this tenant, use Hand over.',
})
