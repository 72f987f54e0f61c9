import { defineMessages } from '../../messages/message.ts'

/** What an account may do, from any source. */
export const verdictMessages = defineMessages({
  may: { id: 'rights.verdict.may', defaultMessage: 'The account may {doing}' },
  mayNot: { id: 'rights.verdict.mayNot', defaultMessage: 'The account may not {doing}' },
  mayNotAsContributor: {
    id: 'rights.verdict.mayNotAsContributor',
    defaultMessage: 'The account may not {doing}: Contributor is not enough',
  },
  underCondition: { id: 'rights.verdict.underCondition', defaultMessage: 'The account may {doing} only under a condition' },
  unknown: { id: 'rights.verdict.unknown', defaultMessage: 'It could not be known whether the account may {doing}' },
  runCommand: { id: 'rights.verdict.runCommand', defaultMessage: 'Or run this in Azure CLI:' },
  runCommandAs: { id: 'rights.verdict.runCommandAs', defaultMessage: 'Or run this in Azure CLI, as {roles}:' },
})

export const demandMessages = defineMessages({
  unread: { id: 'rights.demand.unread', defaultMessage: 'What the account may do at {place} could not be read: {error}' },
  serviceDecides: {
    id: 'rights.demand.serviceDecides',
    defaultMessage:
      'You can go on: the service decides when the change is made. If it refuses, the wizard says so, and what was done stays.',
  },
  conditionDecides: {
    id: 'rights.demand.conditionDecides',
    defaultMessage:
      'You can go on: only the service can tell whether the condition allows this change, and it decides when the change is made.',
  },
  atPlace: { id: 'rights.demand.atPlace', defaultMessage: 'At {place}:', description: 'Sentences about this place follow' },
  givenBy: { id: 'rights.demand.givenBy', defaultMessage: '{action} is given by {pattern}.' },
  noRole: { id: 'rights.demand.noRole', defaultMessage: '{action} is not given: no role reaches the account.' },
  givenByNone: {
    id: 'rights.demand.givenByNone',
    defaultMessage: '{action} is given by none of {count, plural, one {# role} other {# roles}}.',
  },
  takenAway: { id: 'rights.demand.takenAway', defaultMessage: 'A role that gives {givenBy} takes it away by {takenBy}.' },
  condition: { id: 'rights.demand.condition', defaultMessage: 'Condition: {condition}' },
  giveYourself: {
    id: 'rights.demand.giveYourself',
    defaultMessage:
      '{kind, select, subscription {The account may give roles on the subscription {place}, also to itself: give it {role} there.} resourceGroup {The account may give roles on the resource group {place}, also to itself: give it {role} there.} vault {The account may give roles on the key vault {place}, also to itself: give it {role} there.} other {The account may give roles on the policy {place}, also to itself: give it {role} there.}}',
  },
  askFor: {
    id: 'rights.demand.askFor',
    defaultMessage:
      '{kind, select, subscription {Ask someone who is {givers} on the subscription {place} to give the account {role} there.} resourceGroup {Ask someone who is {givers} on the resource group {place} to give the account {role} there.} vault {Ask someone who is {givers} on the key vault {place} to give the account {role} there.} other {Ask someone who is {givers} on the policy {place} to give the account {role} there.}}',
  },
  othersDo: { id: 'rights.demand.othersDo', defaultMessage: '{roles} would do as well.' },
  thenCheck: { id: 'rights.demand.thenCheck', defaultMessage: 'It can take 5 minutes to count; then check again.' },
  handOver: { id: 'rights.demand.handOver', defaultMessage: 'Or hand this step to the key vault administrator.' },
  inherits: {
    id: 'rights.demand.inherits',
    defaultMessage:
      '{kind, select, subscription {The subscription {place} does not exist yet and will inherit it.} resourceGroup {The resource group {place} does not exist yet and will inherit it.} vault {The key vault {place} does not exist yet and will inherit it.} other {The policy {place} does not exist yet and will inherit it.}}',
  },
  inPortal: {
    id: 'rights.demand.inPortal',
    defaultMessage:
      '{kind, select, subscription {In the Azure portal, open the subscription {place}, Access control (IAM), Add role assignment; choose {role} and the account with the object ID {account}.} resourceGroup {In the Azure portal, open the resource group {place}, Access control (IAM), Add role assignment; choose {role} and the account with the object ID {account}.} vault {In the Azure portal, open the key vault {place}, Access control (IAM), Add role assignment; choose {role} and the account with the object ID {account}.} other {In the Azure portal, open the policy {place}, Access control (IAM), Add role assignment; choose {role} and the account with the object ID {account}.}}',
  },
  letOthersDoIt: {
    id: 'rights.demand.letOthersDoIt',
    defaultMessage: 'Or let someone who has the right already make this one change:',
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
    defaultMessage: 'Others in the access policies have what is missing; one of them may be a group the account is in.',
  },
  vaultDecides: {
    id: 'rights.accessPolicies.vaultDecides',
    defaultMessage:
      'You can go on: the vault decides when the change is made. If it refuses, ask for the key permissions for the account itself.',
  },
  lacks: {
    id: 'rights.accessPolicies.lacks',
    defaultMessage: 'The account may not {doing}: the vault’s access policies do not give it {permissions}',
  },
  addYourself: {
    id: 'rights.accessPolicies.addYourself',
    defaultMessage:
      'The account may set the vault’s access policies, also its own: add the key permissions with the command below, then check again.',
  },
  askFor: {
    id: 'rights.accessPolicies.askFor',
    defaultMessage: 'Ask someone who is {roles} on the key vault {vault} to add the key permissions for the account, then check again.',
  },
  inPortal: {
    id: 'rights.accessPolicies.inPortal',
    defaultMessage:
      'In the Azure portal, open the key vault {vault}, Access policies, Create; select the key permissions {permissions} and choose the account with the object ID {account}.',
  },
})

export const directoryMessages = defineMessages({
  roles: { id: 'rights.directory.roles', defaultMessage: 'Roles in the sign-in of {user}: {roles}.' },
  noRoles: {
    id: 'rights.directory.noRoles',
    defaultMessage: 'Roles in the sign-in of {user}: none that administers Power Platform.',
  },
  environmentGives: {
    id: 'rights.directory.environmentGives',
    defaultMessage: 'The environment gives the account the permission {permission}.',
  },
  environmentDoesNotGive: {
    id: 'rights.directory.environmentDoesNotGive',
    defaultMessage: 'The environment does not give the account the permission {permission}.',
  },
  activate: {
    id: 'rights.directory.activate',
    defaultMessage:
      'If the account is eligible for the role in Privileged Identity Management: open My roles in the Entra admin center, activate {role}, sign out and in again.',
  },
  assign: {
    id: 'rights.directory.assign',
    defaultMessage:
      'Otherwise a Privileged Role Administrator or Global Administrator opens Roles and administrators in the Entra admin center, {role}, Add assignments, and adds {user}.',
  },
  assignByCommand: { id: 'rights.directory.assignByCommand', defaultMessage: 'Or runs this in Azure CLI:' },
  keptFromKeys: {
    id: 'rights.directory.keptFromKeys',
    defaultMessage: '{role} is in the sign-in, but the environment does not let the account manage its keys',
  },
  keptFromKeysRemedy: {
    id: 'rights.directory.keptFromKeysRemedy',
    defaultMessage:
      'If the only role is {role}, the account must also be in the environment’s security group: have it added, then check again. You can go on; the service decides.',
  },
  checkSecurityGroup: {
    id: 'rights.directory.checkSecurityGroup',
    defaultMessage: 'In the admin center, open the environment, find its security group, and have the account added to it in Entra.',
  },
  noRole: { id: 'rights.directory.noRole', defaultMessage: 'No role is in the sign-in that lets the account {doing}' },
  noRoleRemedy: {
    id: 'rights.directory.noRoleRemedy',
    defaultMessage:
      'Have the account given {role}, the scope is the whole directory, then sign out and in again. If it has the role through a group, you can go on: the service decides. Or hand the step to a Power Platform administrator.',
  },
  onlyRole: {
    id: 'rights.directory.onlyRole',
    defaultMessage: 'The only role in the sign-in of {user} that administers Power Platform is {role}.',
  },
  maybeNotInGroup: {
    id: 'rights.directory.maybeNotInGroup',
    defaultMessage: 'The account may be missing from the environment’s security group',
  },
  noEnvironment: { id: 'rights.directory.noEnvironment', defaultMessage: 'No environment is shown to it.' },
  securityGroup: { id: 'rights.directory.securityGroup', defaultMessage: 'Security group of the environment: {group}.' },
  noSecurityGroup: { id: 'rights.directory.noSecurityGroup', defaultMessage: 'Security group of the environment: none named.' },
  notInGroup: {
    id: 'rights.directory.notInGroup',
    defaultMessage: 'The environment does not let the account manage its keys: it may be missing from the security group',
  },
  environmentShown: { id: 'rights.directory.environmentShown', defaultMessage: 'The environment is shown to the account' },
})

export const accountMessages = defineMessages({
  ofAnotherTenant: {
    id: 'rights.account.ofAnotherTenant',
    defaultMessage:
      'This account belongs to another tenant. For what needs a user of this tenant, hand the step over under Work with a second person.',
  },
})
