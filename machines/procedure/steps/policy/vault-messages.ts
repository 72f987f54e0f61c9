import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  subscriptionUsableWhy: {
    id: 'policy.subscriptionUsable.why',
    defaultMessage:
      'The vault and the policy live in this subscription for as long as the key is used. When it is disabled, the key is out of reach.',
  },
  subscriptionUsableRemedy: {
    id: 'policy.subscriptionUsable.remedy',
    defaultMessage: 'Choose an enabled subscription that the account can see, or ask its owner to put it in order.',
  },
  subscriptionsUnread: {
    id: 'policy.subscriptionUsable.subscriptionsUnread',
    defaultMessage: 'The list of subscriptions could not be read',
  },
  subscriptionNotFound: {
    id: 'policy.subscriptionUsable.subscriptionNotFound',
    defaultMessage: 'The subscription is not among those the account can see',
  },
  subscriptionEnabled: {
    id: 'policy.subscriptionUsable.subscriptionEnabled',
    defaultMessage: 'The subscription {subscription} is enabled',
  },
  subscriptionBillingProblem: {
    id: 'policy.subscriptionUsable.subscriptionBillingProblem',
    defaultMessage: 'The subscription {subscription} has a billing problem',
  },
  subscriptionBillingRemedy: {
    id: 'policy.subscriptionUsable.subscriptionBillingRemedy',
    defaultMessage: 'Have its owner settle it: a subscription that gets disabled takes every environment on the key offline.',
  },
  subscriptionCannotUsed: {
    id: 'policy.subscriptionUsable.subscriptionCannotUsed',
    defaultMessage: 'The subscription {subscription} cannot be used: {state}',
  },
  providerRegisteredWhy: {
    id: 'policy.providerRegistered.why',
    defaultMessage: 'Enterprise policies can only be created where the subscription is registered for Power Platform.',
  },
  providerRegisteredRemedy: {
    id: 'policy.providerRegistered.remedy',
    defaultMessage: 'Register Microsoft.PowerPlatform in the subscription. An owner or contributor of the subscription can.',
  },
  providerRegisteredManual1: { id: 'policy.providerRegistered.manual1', defaultMessage: 'In the Azure portal, open the subscription.' },
  providerRegisteredManual2: {
    id: 'policy.providerRegistered.manual2',
    defaultMessage: 'Open Resource providers, find Microsoft.PowerPlatform, select Register.',
  },
  providerRegisteredManual3: { id: 'policy.providerRegistered.manual3', defaultMessage: 'Wait until it says Registered.' },
  registrationUnread: {
    id: 'policy.providerRegistered.registrationUnread',
    defaultMessage: 'The registration of Microsoft.PowerPlatform could not be read',
  },
  providerRegistered: {
    id: 'policy.providerRegistered.providerRegistered',
    defaultMessage: 'Microsoft.PowerPlatform is registered',
  },
  providerNotRegistered: {
    id: 'policy.providerRegistered.providerNotRegistered',
    defaultMessage: 'Microsoft.PowerPlatform is not registered in the subscription',
  },
  resourceGroupReadableWhy: { id: 'policy.resourceGroupReadable.why', defaultMessage: 'The policy is created in this resource group.' },
  resourceGroupReadableRemedy: {
    id: 'policy.resourceGroupReadable.remedy',
    defaultMessage: 'Ask the owner of the subscription for Contributor on the resource group.',
  },
  resourceGroupUnread: {
    id: 'policy.resourceGroupReadable.resourceGroupUnread',
    defaultMessage: 'The resource group {resourceGroup} could not be read',
  },
  resourceGroupExists: { id: 'policy.resourceGroupReadable.resourceGroupExists', defaultMessage: 'The resource group {group} exists' },
  keepException: {
    id: 'policy.vaultReachable.keepException',
    defaultMessage:
      'Keep that exception while an environment uses the key. People outside the networks that the vault allows cannot see or change its keys, whatever their role.',
  },
  notUnderstood: {
    id: 'policy.vaultReachable.notUnderstood',
    defaultMessage: 'Can Microsoft’s services reach the key vault {vault}? Its network setting is one this wizard does not know',
  },
  notUnderstoodRemedy: {
    id: 'policy.vaultReachable.notUnderstoodRemedy',
    defaultMessage: 'Ask the person who set up the vault’s network whether trusted Microsoft services get through, then confirm.',
  },
  shutOutByPublicAccess: {
    id: 'policy.vaultReachable.shutOutByPublicAccess',
    defaultMessage: 'The key vault {vault} shuts Microsoft’s services out: public access is off without the exception',
  },
  shutOutByFirewall: {
    id: 'policy.vaultReachable.shutOutByFirewall',
    defaultMessage: 'The firewall of the key vault {vault} shuts Microsoft’s services out',
  },
  exceptionDespitePublicAccess: {
    id: 'policy.vaultReachable.exceptionDespitePublicAccess',
    defaultMessage: 'Public access to the key vault {vault} is off; only the exception for trusted services keeps it reachable',
  },
  exceptionDespiteFirewall: {
    id: 'policy.vaultReachable.exceptionDespiteFirewall',
    defaultMessage: 'The firewall of the key vault {vault} is on; only the exception for trusted services lets Microsoft in',
  },
  documentsDisagree: {
    id: 'policy.vaultReachable.documentsDisagree',
    defaultMessage: 'One document allows this setup, another lists turning off public access among what locks environments.',
  },
  listOmitsPowerPlatform: {
    id: 'policy.vaultReachable.listOmitsPowerPlatform',
    defaultMessage: 'Microsoft’s list of trusted services does not name Power Platform.',
  },
  reachable: {
    id: 'policy.vaultReachable.reachable',
    defaultMessage: 'Microsoft’s services can reach the key vault {vault}',
  },
  geographyUnknown: {
    id: 'policy.vaultInGeography.geographyUnknown',
    defaultMessage: 'Does {location} lie in {title}? The wizard’s list of regions does not say',
  },
  geographyUnknownRemedy: {
    id: 'policy.vaultInGeography.geographyUnknownRemedy',
    defaultMessage: 'Compare with Azure’s list of regions by geography, then confirm.',
  },
  inGeography: { id: 'policy.vaultInGeography.inGeography', defaultMessage: 'The key vault lies in {title}' },
  outsideGeography: { id: 'policy.vaultInGeography.outsideGeography', defaultMessage: 'The key vault {vault} lies outside {title}' },
  nameUnread: { id: 'policy.vaultNameFree.nameUnread', defaultMessage: 'Whether the name {vaultName} is free could not be read' },
  serviceDecidesName: {
    id: 'policy.vaultNameFree.serviceDecidesName',
    defaultMessage: 'You can go on: the service says so when the vault is created. What was done until then stays.',
  },
  nameFree: { id: 'policy.vaultNameFree.nameFree', defaultMessage: 'The name {vaultName} is free' },
  nameAvailable: { id: 'policy.vaultNameFree.nameAvailable', defaultMessage: 'The service says that it is available.' },
  heldByDeletedRemedy: {
    id: 'policy.vaultNameFree.heldByDeletedRemedy',
    defaultMessage: 'Choose another name, or recover the deleted vault and use it. Its role assignments are not recovered with it.',
  },
  nameNotUsable: {
    id: 'policy.vaultNameFree.nameNotUsable',
    defaultMessage: 'The name {vaultName} cannot be used for a new vault',
  },
  vaultReadableWhy: {
    id: 'policy.vaultReadable.why',
    defaultMessage: 'What can’t be read can’t be verified, and every environment on the key depends on this vault.',
  },
  vaultReadableRemedy: { id: 'policy.vaultReadable.remedy', defaultMessage: 'Ask for Reader on the vault, then check again.' },
  vaultUnread: { id: 'policy.vaultReadable.vaultUnread', defaultMessage: 'The key vault {vaultName} could not be read' },
  vaultReadable: { id: 'policy.vaultReadable.vaultReadable', defaultMessage: 'The key vault {vault} can be read' },
  vaultNameFreeWhy: {
    id: 'policy.vaultNameFree.why',
    defaultMessage: 'The plan creates a key vault of this name. Names are unique in the whole cloud, and a deleted vault keeps its own.',
  },
  vaultNameFreeRemedy: { id: 'policy.vaultNameFree.remedy', defaultMessage: 'Choose another name.' },
  vaultNameFreeManual1: {
    id: 'policy.vaultNameFree.manual1',
    defaultMessage:
      'In the Azure portal, open Key vaults, Manage deleted vaults, choose the subscription: a vault named there can be recovered.',
  },
  softDeleteWhy: {
    id: 'policy.softDelete.why',
    defaultMessage: 'Without soft delete a deleted key is gone at once, and everything encrypted with it.',
  },
  softDeleteRemedy: { id: 'policy.softDelete.remedy', defaultMessage: 'Turn on soft delete for the vault. It cannot be turned off again.' },
  softDeleteManual1: { id: 'policy.softDelete.manual1', defaultMessage: 'In the Azure portal, open the vault, Properties.' },
  softDeleteManual2: { id: 'policy.softDelete.manual2', defaultMessage: 'Turn on soft delete, save.' },
  softDeleteOn: { id: 'policy.softDelete.softDeleteOn', defaultMessage: 'Soft delete is on' },
  softDeleteOff: { id: 'policy.softDelete.softDeleteOff', defaultMessage: 'Soft delete is off' },
  purgeProtectionWhy: {
    id: 'policy.purgeProtection.why',
    defaultMessage:
      'Without purge protection anyone with the right can delete the key for good, and the environment’s data with it. The service refuses such a vault.',
  },
  purgeProtectionRemedy: {
    id: 'policy.purgeProtection.remedy',
    defaultMessage:
      'Turn on purge protection for the vault. It is permanent: deleted keys and the vault itself can then only be purged when the retention time is over.',
  },
  purgeProtectionManual1: { id: 'policy.purgeProtection.manual1', defaultMessage: 'In the Azure portal, open the vault, Properties.' },
  purgeProtectionManual2: {
    id: 'policy.purgeProtection.manual2',
    defaultMessage: 'Select Enable purge protection, save. It cannot be turned off again.',
  },
  purgeProtectionOn: { id: 'policy.purgeProtection.purgeProtectionOn', defaultMessage: 'Purge protection is on' },
  purgeProtectionOff: { id: 'policy.purgeProtection.purgeProtectionOff', defaultMessage: 'Purge protection is off' },
  retentionLongEnoughWhy: {
    id: 'policy.retentionLongEnough.why',
    defaultMessage: 'Restores need an old key for 28 to 30 days after a change. The retention time cannot be changed later.',
  },
  retentionLongEnoughRemedy: {
    id: 'policy.retentionLongEnough.remedy',
    defaultMessage: 'Use a vault with a longer retention time, 90 days if you can choose; it has to be a new vault.',
  },
  retentionShort: {
    id: 'policy.retentionLongEnough.retentionShort',
    defaultMessage: 'Deleted keys are kept only {days, plural, one {# day} other {# days}}',
  },
  retentionLong: {
    id: 'policy.retentionLongEnough.retentionLong',
    defaultMessage: 'Deleted keys are kept {days, plural, one {# day} other {# days}}',
  },
  vaultReachableWhy: {
    id: 'policy.vaultReachable.why',
    defaultMessage: 'When Microsoft’s services cannot reach the key, every environment on it goes offline at once.',
  },
  vaultReachableRemedy: {
    id: 'policy.vaultReachable.remedy',
    defaultMessage: 'Allow trusted Microsoft services to bypass the vault’s firewall, or allow public access.',
  },
  vaultReachableManual1: { id: 'policy.vaultReachable.manual1', defaultMessage: 'In the Azure portal, open the vault, Networking.' },
  vaultReachableManual2: {
    id: 'policy.vaultReachable.manual2',
    defaultMessage: 'Select “Allow trusted Microsoft services to bypass this firewall”, then Apply.',
  },
  vaultInGeographyWhy: {
    id: 'policy.vaultInGeography.why',
    defaultMessage:
      'Microsoft’s document wants the key’s resources in the environment’s region, for example Central US for United States. Nothing describes a vault elsewhere.',
  },
  vaultInGeographyRemedy: {
    id: 'policy.vaultInGeography.remedy',
    defaultMessage: 'Choose or create a vault in an Azure region of the environment’s geography.',
  },
  subscriptionFound: { id: 'policy.subscriptionUsable.found', defaultMessage: '{name} ({id}): {state}.' },
  registrationState: { id: 'policy.providerRegistered.found', defaultMessage: 'Microsoft.PowerPlatform: {state}.' },
  groupLocation: { id: 'policy.resourceGroupReadable.location', defaultMessage: 'Location {location}.' },
  publicAccess: { id: 'policy.vaultReachable.publicAccess', defaultMessage: 'Public access: {setting}.' },
  publicAccessOpen: { id: 'policy.vaultReachable.publicAccessOpen', defaultMessage: 'Public access: not restricted.' },
  defaultAction: { id: 'policy.vaultReachable.defaultAction', defaultMessage: 'Default action: {action}.' },
  exceptionOn: { id: 'policy.vaultReachable.exceptionOn', defaultMessage: 'Exception for trusted Microsoft services: on.' },
  exceptionOff: { id: 'policy.vaultReachable.exceptionOff', defaultMessage: 'Exception for trusted Microsoft services: off.' },
  exceptionNone: { id: 'policy.vaultReachable.exceptionNone', defaultMessage: 'Exception for trusted Microsoft services: no rules set.' },
  bothLocations: { id: 'policy.vaultInGeography.bothLocations', defaultMessage: 'Vault: {vault}. Environment: {environment}.' },
  reason: { id: 'policy.vaultNameFree.reason', defaultMessage: 'The service gives the reason {reason}.' },
  noReason: { id: 'policy.vaultNameFree.noReason', defaultMessage: 'The service gives no reason.' },
  heldByDeleted: { id: 'policy.vaultNameFree.heldByDeleted', defaultMessage: 'The name {vaultName} is held by a deleted vault' },
  heldByDeletedUntil: {
    id: 'policy.vaultNameFree.heldByDeletedUntil',
    defaultMessage: 'The name {vaultName} is held by a deleted vault until {moment}',
  },
  foundWithRoles: { id: 'policy.vaultReadable.foundWithRoles', defaultMessage: '{address}, {location}, Azure role-based access.' },
  foundWithAccessPolicies: {
    id: 'policy.vaultReadable.foundWithAccessPolicies',
    defaultMessage: '{address}, {location}, access policies.',
  },
  softDeleteFoundFor: {
    id: 'policy.softDelete.foundFor',
    defaultMessage: '{vault}: soft delete on, {days, plural, one {# day} other {# days}}.',
  },
  softDeleteFoundOn: { id: 'policy.softDelete.foundOn', defaultMessage: '{vault}: soft delete on.' },
  softDeleteFoundOff: { id: 'policy.softDelete.foundOff', defaultMessage: '{vault}: soft delete off.' },
  purgeProtectionFoundOn: { id: 'policy.purgeProtection.foundOn', defaultMessage: '{vault}: purge protection on.' },
  purgeProtectionFoundOff: { id: 'policy.purgeProtection.foundOff', defaultMessage: '{vault}: purge protection off.' },
  retentionFound: { id: 'policy.retentionLongEnough.found', defaultMessage: '{days, plural, one {# day} other {# days}}.' },
  stepNote: { id: 'policy.stepNote', defaultMessage: 'Key vault, key and policy' },
})
