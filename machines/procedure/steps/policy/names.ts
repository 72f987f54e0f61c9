import { defineMessages, type Message } from '#machines/messages/message.ts'
import { isGuid } from '../../../guid.ts'

/**
 * Naming rules of the services: each returns the broken rule as a message, or undefined.
 * Sources: Azure's naming rules for resources (key vault 3 to 24, resource group 1 to 90, key 1 to 127); IDs are GUIDs.
 */
export type NameRule = (value: string) => Message | undefined

const EXAMPLE = '1f0e2d3c-4b5a-4678-9abc-def012345678'

/** Also part of the window's form. */
const messages = defineMessages('policy.name', {
  vaultMissing: 'Enter a key vault name.',
  vaultLength: 'A key vault name has 3 to 24 characters. This one has {count}.',
  vaultStart: 'A key vault name starts with a letter.',
  vaultCharacters: 'A key vault name can contain only letters, digits, and hyphens.',
  vaultEnd: 'A key vault name ends with a letter or a digit.',
  vaultHyphens: 'A key vault name can’t contain two hyphens in a row.',
  keyMissing: 'Enter a key name.',
  keyLength: 'A key name has 1 to 127 characters. This one has {count}.',
  keyCharacters: 'A key name can contain only letters, digits, and hyphens.',
  groupMissing: 'Enter a resource group name.',
  groupLength: 'A resource group name has 1 to 90 characters. This one has {count}.',
  groupCharacters: 'A resource group name can contain only letters, digits, underscores, hyphens, periods, and parentheses.',
  groupEnd: 'A resource group name can’t end with a period.',
  policyMissing: 'Enter an enterprise policy name.',
  policyLength: 'An enterprise policy name has 1 to 64 characters. This one has {count}.',
  policyStart: 'An enterprise policy name starts with a letter or a digit.',
  policyCharacters: 'An enterprise policy name can contain only letters, digits, hyphens, underscores, and periods.',
  policyEnd: 'An enterprise policy name can’t end with a period.',
  environmentMissing: 'Choose an environment.',
  environmentForm: 'An environment ID is a GUID, or Default- followed by the tenant’s GUID.',
  regionMissing: 'Choose an Azure region.',
  regionForm: 'An Azure region is one lowercase word, such as westeurope.',
  subscriptionMissing: 'Enter a subscription.',
  subscriptionForm: 'A subscription ID has 32 digits and letters a to f in five groups, such as {example}.',
  objectIdMissing: 'Choose the Power Platform admin.',
  objectIdForm: 'Choose a person from the list, or enter an object ID such as {example}.',
})

export const validateVaultName: NameRule = (value) => {
  if (value === '') return messages.vaultMissing
  if (value.length < 3 || value.length > 24) return messages.vaultLength({ count: value.length })
  if (!/^[a-z]/i.test(value)) return messages.vaultStart
  if (!/^[a-z0-9-]+$/i.test(value)) return messages.vaultCharacters
  if (value.endsWith('-')) return messages.vaultEnd
  if (value.includes('--')) return messages.vaultHyphens
  return undefined
}

export const validateKeyName: NameRule = (value) => {
  if (value === '') return messages.keyMissing
  if (value.length > 127) return messages.keyLength({ count: value.length })
  if (!/^[a-z0-9-]+$/i.test(value)) return messages.keyCharacters
  return undefined
}

export const validateResourceGroupName: NameRule = (value) => {
  if (value === '') return messages.groupMissing
  if (value.length > 90) return messages.groupLength({ count: value.length })
  // Digits of any script, but not fractions or Roman numerals, as in .NET's letter-or-digit.
  if (!/^[\p{L}\p{Nd}_().-]+$/u.test(value)) return messages.groupCharacters
  if (value.endsWith('.')) return messages.groupEnd
  return undefined
}

// Undocumented for enterprise policies: the characters allowed in all Azure resource names.
export const validatePolicyName: NameRule = (value) => {
  if (value === '') return messages.policyMissing
  if (value.length > 64) return messages.policyLength({ count: value.length })
  if (!/^[a-z0-9]/i.test(value)) return messages.policyStart
  if (!/^[a-z0-9_.-]+$/i.test(value)) return messages.policyCharacters
  if (value.endsWith('.')) return messages.policyEnd
  return undefined
}

const guidRule =
  (missing: Message, form: Message): NameRule =>
  (value) => {
    if (value === '') return missing
    return isGuid(value) ? undefined : form
  }

export const validateSubscriptionId = guidRule(messages.subscriptionMissing, messages.subscriptionForm({ example: EXAMPLE }))
export const validateObjectId = guidRule(messages.objectIdMissing, messages.objectIdForm({ example: EXAMPLE }))

export const validateEnvironmentId: NameRule = (value) => {
  if (value === '') return messages.environmentMissing
  return isGuid(value.replace(/^Default-/i, '')) ? undefined : messages.environmentForm
}

export const validateRegion: NameRule = (value) => {
  if (value === '') return messages.regionMissing
  return /^[a-z0-9]{3,40}$/.test(value) ? undefined : messages.regionForm
}

export function brokenRules(policy: {
  subscriptionId: string
  resourceGroup: string
  region: string
  vaultName: string
  vaultResourceGroup: string
  keyName: string
  policyName: string
  administratorObjectId: string
}): Readonly<Record<string, Message>> {
  const rules: readonly [keyof typeof policy, NameRule][] = [
    ['subscriptionId', validateSubscriptionId],
    ['resourceGroup', validateResourceGroupName],
    ['region', validateRegion],
    ['vaultName', validateVaultName],
    ['vaultResourceGroup', validateResourceGroupName],
    ['keyName', validateKeyName],
    ['policyName', validatePolicyName],
    ['administratorObjectId', validateObjectId],
  ]
  return Object.fromEntries(
    rules.flatMap(([field, rule]) => {
      const broken = rule(policy[field])
      return broken === undefined ? [] : [[field, broken]]
    }),
  )
}
