import { defineMessages } from '../../../messages/message.ts'

/** Said beside the fields of the form, so the window holds them too. */
export const messages = defineMessages({
  vaultMissing: { id: 'policy.name.vaultMissing', defaultMessage: 'Enter a key vault name.' },
  vaultLength: { id: 'policy.name.vaultLength', defaultMessage: 'A key vault name has 3 to 24 characters. This one has {count}.' },
  vaultStart: { id: 'policy.name.vaultStart', defaultMessage: 'A key vault name starts with a letter.' },
  vaultCharacters: { id: 'policy.name.vaultCharacters', defaultMessage: 'A key vault name can contain only letters, digits, and hyphens.' },
  vaultEnd: { id: 'policy.name.vaultEnd', defaultMessage: 'A key vault name ends with a letter or a digit.' },
  vaultHyphens: { id: 'policy.name.vaultHyphens', defaultMessage: 'A key vault name can’t contain two hyphens in a row.' },
  keyMissing: { id: 'policy.name.keyMissing', defaultMessage: 'Enter a key name.' },
  keyLength: { id: 'policy.name.keyLength', defaultMessage: 'A key name has 1 to 127 characters. This one has {count}.' },
  keyCharacters: { id: 'policy.name.keyCharacters', defaultMessage: 'A key name can contain only letters, digits, and hyphens.' },
  groupMissing: { id: 'policy.name.groupMissing', defaultMessage: 'Enter a resource group name.' },
  groupLength: { id: 'policy.name.groupLength', defaultMessage: 'A resource group name has 1 to 90 characters. This one has {count}.' },
  groupCharacters: {
    id: 'policy.name.groupCharacters',
    defaultMessage: 'A resource group name can contain only letters, digits, underscores, hyphens, periods, and parentheses.',
  },
  groupEnd: { id: 'policy.name.groupEnd', defaultMessage: 'A resource group name can’t end with a period.' },
  policyMissing: { id: 'policy.name.policyMissing', defaultMessage: 'Enter an enterprise policy name.' },
  policyLength: {
    id: 'policy.name.policyLength',
    defaultMessage: 'An enterprise policy name has 1 to 64 characters. This one has {count}.',
  },
  policyStart: { id: 'policy.name.policyStart', defaultMessage: 'An enterprise policy name starts with a letter or a digit.' },
  policyCharacters: {
    id: 'policy.name.policyCharacters',
    defaultMessage: 'An enterprise policy name can contain only letters, digits, hyphens, underscores, and periods.',
  },
  policyEnd: { id: 'policy.name.policyEnd', defaultMessage: 'An enterprise policy name can’t end with a period.' },
  environmentMissing: { id: 'policy.name.environmentMissing', defaultMessage: 'Choose an environment.' },
  environmentForm: {
    id: 'policy.name.environmentForm',
    defaultMessage: 'An environment ID is a GUID, or Default- followed by the tenant’s GUID.',
  },
  regionMissing: { id: 'policy.name.regionMissing', defaultMessage: 'Choose an Azure region.' },
  regionForm: { id: 'policy.name.regionForm', defaultMessage: 'An Azure region is one lowercase word, such as westeurope.' },
  subscriptionMissing: { id: 'policy.name.subscriptionMissing', defaultMessage: 'Enter a subscription.' },
  subscriptionForm: {
    id: 'policy.name.subscriptionForm',
    defaultMessage: 'A subscription ID has 32 digits and letters a to f in five groups, such as {example}.',
  },
  objectIdMissing: { id: 'policy.name.objectIdMissing', defaultMessage: 'Choose the Power Platform admin.' },
  objectIdForm: {
    id: 'policy.name.objectIdForm',
    defaultMessage: 'Choose a person from the list, or enter an object ID such as {example}.',
  },
  tenantMissing: { id: 'policy.name.tenantMissing', defaultMessage: 'Enter the tenant ID.' },
  tenantForm: {
    id: 'policy.name.tenantForm',
    defaultMessage: 'A tenant ID has 32 digits and letters a to f in five groups, such as {example}.',
  },
})
