import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  subscriptionUsableWhy: {
    id: 'policy.subscriptionUsable.why',
    defaultMessage:
      'The key store and the policy stay in this subscription as long as you use the key. If it’s disabled, the service can’t use the key.',
  },
  subscriptionUsableRemedy: {
    id: 'policy.subscriptionUsable.remedy',
    defaultMessage: 'Choose an enabled subscription that the account can see, or ask its owner to fix it.',
  },
  subscriptionsUnread: {
    id: 'policy.subscriptionUsable.subscriptionsUnread',
    defaultMessage: 'Couldn’t read the list of subscriptions',
  },
  subscriptionNotFound: {
    id: 'policy.subscriptionUsable.subscriptionNotFound',
    defaultMessage: 'The account can’t see this subscription',
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
    defaultMessage: 'Ask its owner to fix the billing. If the subscription is disabled, every environment on the key goes offline.',
  },
  subscriptionCannotUsed: {
    id: 'policy.subscriptionUsable.subscriptionCannotUsed',
    defaultMessage: 'The subscription {subscription} can’t be used: {state}',
  },
  providerRegisteredWhy: {
    id: 'policy.providerRegistered.why',
    defaultMessage: 'You can create enterprise policies only in a subscription that’s registered for Power Platform.',
  },
  providerRegisteredRemedy: {
    id: 'policy.providerRegistered.remedy',
    defaultMessage: 'Register Microsoft.PowerPlatform in the subscription. You need Owner or Contributor on the subscription.',
  },
  providerRegisteredManual1: { id: 'policy.providerRegistered.manual1', defaultMessage: 'In the Azure portal, open the subscription.' },
  providerRegisteredManual2: {
    id: 'policy.providerRegistered.manual2',
    defaultMessage: 'Select Resource providers, find Microsoft.PowerPlatform, and select Register.',
  },
  providerRegisteredManual3: { id: 'policy.providerRegistered.manual3', defaultMessage: 'Wait until it says Registered.' },
  registrationUnread: {
    id: 'policy.providerRegistered.registrationUnread',
    defaultMessage: 'Couldn’t read the registration of Microsoft.PowerPlatform',
  },
  providerRegistered: {
    id: 'policy.providerRegistered.providerRegistered',
    defaultMessage: 'Microsoft.PowerPlatform is registered',
  },
  providerNotRegistered: {
    id: 'policy.providerRegistered.providerNotRegistered',
    defaultMessage: 'Microsoft.PowerPlatform isn’t registered in the subscription',
  },
  resourceGroupReadableWhy: { id: 'policy.resourceGroupReadable.why', defaultMessage: 'The policy goes in this resource group.' },
  resourceGroupReadableRemedy: {
    id: 'policy.resourceGroupReadable.remedy',
    defaultMessage: 'Ask the subscription’s owner for Contributor on the resource group.',
  },
  resourceGroupUnread: {
    id: 'policy.resourceGroupReadable.resourceGroupUnread',
    defaultMessage: 'Couldn’t read the resource group {resourceGroup}',
  },
  resourceGroupExists: { id: 'policy.resourceGroupReadable.resourceGroupExists', defaultMessage: 'The resource group {group} exists' },
  keepException: {
    id: 'policy.vaultReachable.keepException',
    defaultMessage:
      'Keep that exception while an environment uses the key. People outside the allowed networks can’t see or change the key, whatever their role.',
  },
  notUnderstood: {
    id: 'policy.vaultReachable.notUnderstood',
    defaultMessage: 'Can Microsoft’s services reach the key vault {vault}? The wizard doesn’t recognize its network setting',
  },
  notUnderstoodRemedy: {
    id: 'policy.vaultReachable.notUnderstoodRemedy',
    defaultMessage: 'Ask the person who set up this network whether it allows trusted Microsoft services, then confirm.',
  },
  shutOutByPublicAccess: {
    id: 'policy.vaultReachable.shutOutByPublicAccess',
    defaultMessage: 'The key vault {vault} blocks Microsoft’s services: public access is off without the exception',
  },
  shutOutByFirewall: {
    id: 'policy.vaultReachable.shutOutByFirewall',
    defaultMessage: 'The firewall of the key vault {vault} blocks Microsoft’s services',
  },
  exceptionDespitePublicAccess: {
    id: 'policy.vaultReachable.exceptionDespitePublicAccess',
    defaultMessage: 'Public access to the key vault {vault} is off; only the trusted services exception lets Microsoft in',
  },
  exceptionDespiteFirewall: {
    id: 'policy.vaultReachable.exceptionDespiteFirewall',
    defaultMessage: 'The firewall of the key vault {vault} is on; only the trusted services exception lets Microsoft in',
  },
  documentsDisagree: {
    id: 'policy.vaultReachable.documentsDisagree',
    defaultMessage: 'One document allows this setup. Another lists turning off public access as something that locks environments.',
  },
  listOmitsPowerPlatform: {
    id: 'policy.vaultReachable.listOmitsPowerPlatform',
    defaultMessage: 'Microsoft’s list of trusted services doesn’t include Power Platform.',
  },
  reachable: {
    id: 'policy.vaultReachable.reachable',
    defaultMessage: 'Microsoft’s services can reach the key vault {vault}',
  },
  geographyUnknown: {
    id: 'policy.vaultInGeography.geographyUnknown',
    defaultMessage: 'Is {location} in {title}? The wizard’s list of regions doesn’t say',
  },
  geographyUnknownRemedy: {
    id: 'policy.vaultInGeography.geographyUnknownRemedy',
    defaultMessage: 'Check Azure’s list of regions by geography, then confirm.',
  },
  inGeography: { id: 'policy.vaultInGeography.inGeography', defaultMessage: 'The key vault is in {title}' },
  outsideGeography: { id: 'policy.vaultInGeography.outsideGeography', defaultMessage: 'The key vault {vault} is outside {title}' },
  nameUnread: { id: 'policy.vaultNameFree.nameUnread', defaultMessage: 'Couldn’t check whether the name {vaultName} is available' },
  serviceDecidesName: {
    id: 'policy.vaultNameFree.serviceDecidesName',
    defaultMessage: 'You can continue. The service decides when it creates the vault. Completed changes stay.',
  },
  nameFree: { id: 'policy.vaultNameFree.nameFree', defaultMessage: 'The name {vaultName} is available' },
  nameAvailable: { id: 'policy.vaultNameFree.nameAvailable', defaultMessage: 'The service reports that it’s available.' },
  heldByDeletedRemedy: {
    id: 'policy.vaultNameFree.heldByDeletedRemedy',
    defaultMessage: 'Choose another name, or recover the deleted vault and use it. Recovery doesn’t restore its role assignments.',
  },
  nameNotUsable: {
    id: 'policy.vaultNameFree.nameNotUsable',
    defaultMessage: 'You can’t use the name {vaultName} for a new key vault',
  },
  vaultReadableWhy: {
    id: 'policy.vaultReadable.why',
    defaultMessage: 'The wizard can’t verify what it can’t read, and every environment on the key depends on this key store.',
  },
  vaultReadableRemedy: { id: 'policy.vaultReadable.remedy', defaultMessage: 'Ask for Reader on the key vault, then check again.' },
  vaultUnread: { id: 'policy.vaultReadable.vaultUnread', defaultMessage: 'Couldn’t read the key vault {vaultName}' },
  vaultReadable: { id: 'policy.vaultReadable.vaultReadable', defaultMessage: 'The key vault {vault} is readable' },
  vaultNameFreeWhy: {
    id: 'policy.vaultNameFree.why',
    defaultMessage: 'The plan creates a key vault with this name. Names are unique across the cloud, and a deleted vault keeps its name.',
  },
  vaultNameFreeRemedy: { id: 'policy.vaultNameFree.remedy', defaultMessage: 'Choose another name.' },
  vaultNameFreeManual1: {
    id: 'policy.vaultNameFree.manual1',
    defaultMessage:
      'In the Azure portal, go to Key vaults > Manage deleted vaults and choose the subscription. You can recover the listed vaults.',
  },
  softDeleteWhy: {
    id: 'policy.softDelete.why',
    defaultMessage: 'Without soft delete, a deleted key and everything encrypted with it are gone at once.',
  },
  softDeleteRemedy: {
    id: 'policy.softDelete.remedy',
    defaultMessage: 'Turn on soft delete for the key vault. You can’t turn it off again.',
  },
  softDeleteManual1: { id: 'policy.softDelete.manual1', defaultMessage: 'In the Azure portal, go to the key vault > Properties.' },
  softDeleteManual2: { id: 'policy.softDelete.manual2', defaultMessage: 'Turn on soft delete and save.' },
  softDeleteOn: { id: 'policy.softDelete.softDeleteOn', defaultMessage: 'Soft delete is on' },
  softDeleteOff: { id: 'policy.softDelete.softDeleteOff', defaultMessage: 'Soft delete is off' },
  purgeProtectionWhy: {
    id: 'policy.purgeProtection.why',
    defaultMessage:
      'Without purge protection, anyone with the right can permanently delete the key, and the environment’s data with it. The service refuses such a key store.',
  },
  purgeProtectionRemedy: {
    id: 'policy.purgeProtection.remedy',
    defaultMessage:
      'Turn on purge protection for the key vault. It’s permanent: deleted keys and the vault can’t be purged before the retention period ends.',
  },
  purgeProtectionManual1: {
    id: 'policy.purgeProtection.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Properties.',
  },
  purgeProtectionManual2: {
    id: 'policy.purgeProtection.manual2',
    defaultMessage: 'Select Enable purge protection and save. You can’t turn it off again.',
  },
  purgeProtectionOn: { id: 'policy.purgeProtection.purgeProtectionOn', defaultMessage: 'Purge protection is on' },
  purgeProtectionOffer: { id: 'policy.purgeProtection.offer', defaultMessage: 'Turn on purge protection' },
  purgeProtectionOff: { id: 'policy.purgeProtection.purgeProtectionOff', defaultMessage: 'Purge protection is off' },
  retentionLongEnoughWhy: {
    id: 'policy.retentionLongEnough.why',
    defaultMessage: 'Restores need an old key for 28 to 30 days after a change. You can’t change the retention period later.',
  },
  retentionLongEnoughRemedy: {
    id: 'policy.retentionLongEnough.remedy',
    defaultMessage: 'Use a new key store with a longer retention period, 90 days if possible.',
  },
  retentionShort: {
    id: 'policy.retentionLongEnough.retentionShort',
    defaultMessage: 'Deleted keys are kept for only {days, plural, one {# day} other {# days}}',
  },
  retentionLong: {
    id: 'policy.retentionLongEnough.retentionLong',
    defaultMessage: 'Deleted keys are kept for {days, plural, one {# day} other {# days}}',
  },
  vaultReachableWhy: {
    id: 'policy.vaultReachable.why',
    defaultMessage: 'If Microsoft’s services can’t reach the key, every environment on it goes offline at once.',
  },
  vaultReachableRemedy: {
    id: 'policy.vaultReachable.remedy',
    defaultMessage: 'Allow trusted Microsoft services to bypass the key store’s firewall, or allow public access.',
  },
  vaultReachableManual1: {
    id: 'policy.vaultReachable.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Networking.',
  },
  vaultReachableManual2: {
    id: 'policy.vaultReachable.manual2',
    defaultMessage: 'Select “Allow trusted Microsoft services to bypass this firewall”, then Apply.',
  },
  vaultInGeographyWhy: {
    id: 'policy.vaultInGeography.why',
    defaultMessage:
      'Microsoft asks for the key’s resources in the environment’s region, such as Central US for United States. No document describes a key store elsewhere.',
  },
  vaultInGeographyRemedy: {
    id: 'policy.vaultInGeography.remedy',
    defaultMessage: 'Choose or create a key store in an Azure region of the environment’s geography.',
  },
  subscriptionFound: { id: 'policy.subscriptionUsable.found', defaultMessage: '{name} ({id}): {state}.' },
  registrationState: { id: 'policy.providerRegistered.found', defaultMessage: 'Microsoft.PowerPlatform: {state}.' },
  groupLocation: { id: 'policy.resourceGroupReadable.location', defaultMessage: 'Location: {location}.' },
  publicAccess: { id: 'policy.vaultReachable.publicAccess', defaultMessage: 'Public access: {setting}.' },
  publicAccessOpen: { id: 'policy.vaultReachable.publicAccessOpen', defaultMessage: 'Public access: not restricted.' },
  defaultAction: { id: 'policy.vaultReachable.defaultAction', defaultMessage: 'Default action: {action}.' },
  exceptionOn: { id: 'policy.vaultReachable.exceptionOn', defaultMessage: 'Exception for trusted Microsoft services: on.' },
  exceptionOff: { id: 'policy.vaultReachable.exceptionOff', defaultMessage: 'Exception for trusted Microsoft services: off.' },
  rulesCounted: { id: 'policy.vaultReachable.rulesCounted', defaultMessage: 'Rules: {ip} IP, {network} virtual network.' },
  exceptionNone: { id: 'policy.vaultReachable.exceptionNone', defaultMessage: 'Exception for trusted Microsoft services: no rules set.' },
  bothLocations: { id: 'policy.vaultInGeography.bothLocations', defaultMessage: 'Key store: {vault}. Environment: {environment}.' },
  reason: { id: 'policy.vaultNameFree.reason', defaultMessage: 'The service’s reason: {reason}.' },
  noReason: { id: 'policy.vaultNameFree.noReason', defaultMessage: 'The service gives no reason.' },
  heldByDeleted: { id: 'policy.vaultNameFree.heldByDeleted', defaultMessage: 'A deleted vault holds the name {vaultName}' },
  heldByDeletedUntil: {
    id: 'policy.vaultNameFree.heldByDeletedUntil',
    defaultMessage: 'A deleted vault holds the name {vaultName} until {moment}',
  },
  foundWithRoles: { id: 'policy.vaultReadable.foundWithRoles', defaultMessage: '{address}, {location}, Azure RBAC.' },
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
  stepNote: { id: 'policy.stepNote', defaultMessage: 'Key vault, key, and policy' },
  protectionsProposed: {
    id: 'policy.protectionsProposed',
    defaultMessage: '{by, select, pilot {Protections are proposed, as for {from}.} other {The template {from} proposes protections.}}',
    description: 'by: where the proposal comes from; from: an environment or the name of a template',
  },
})
