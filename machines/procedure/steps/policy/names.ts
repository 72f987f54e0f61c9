/**
 * The services' own rules for names and ids. Each function takes what is in the field and gives the rule that is broken,
 * as a sentence for the person, or nothing when the name will do.
 * Sources: Azure's naming rules for resources (key vault 3 to 24, resource group 1 to 90, key 1 to 127); ids are GUIDs.
 */
export type NameRule = (value: string) => string | undefined

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A GUID in its usual form with hyphens, any case. */
export const isGuid = (value: string): boolean => GUID.test(value)

export const validateVaultName: NameRule = (value) => {
  if (value === '') return 'Enter the name of the key vault.'
  if (value.length < 3 || value.length > 24) return `A key vault name has 3 to 24 characters; this one has ${value.length}.`
  if (!/^[a-z]/i.test(value)) return 'A key vault name starts with a letter.'
  if (!/^[a-z0-9-]+$/i.test(value)) return 'A key vault name holds only letters, digits and hyphens.'
  if (value.endsWith('-')) return 'A key vault name ends with a letter or a digit.'
  if (value.includes('--')) return 'A key vault name holds no two hyphens in a row.'
  return undefined
}

export const validateKeyName: NameRule = (value) => {
  if (value === '') return 'Enter the name of the key.'
  if (value.length > 127) return `A key name has 1 to 127 characters; this one has ${value.length}.`
  if (!/^[a-z0-9-]+$/i.test(value)) return 'A key name holds only letters, digits and hyphens.'
  return undefined
}

export const validateResourceGroupName: NameRule = (value) => {
  if (value === '') return 'Enter the name of the resource group.'
  if (value.length > 90) return `A resource group name has 1 to 90 characters; this one has ${value.length}.`
  // Digits of any script, but not fractions or Roman numerals: Azure goes by what .NET calls a letter or digit.
  if (!/^[\p{L}\p{Nd}_().-]+$/u.test(value))
    return 'A resource group name holds only letters, digits, underscores, hyphens, periods and parentheses.'
  if (value.endsWith('.')) return 'A resource group name does not end with a period.'
  return undefined
}

// No source states a rule of its own for enterprise policies: these are the characters every Azure resource name may have.
export const validatePolicyName: NameRule = (value) => {
  if (value === '') return 'Enter the name of the enterprise policy.'
  if (value.length > 64) return `An enterprise policy name has 1 to 64 characters; this one has ${value.length}.`
  if (!/^[a-z0-9]/i.test(value)) return 'An enterprise policy name starts with a letter or a digit.'
  if (!/^[a-z0-9_.-]+$/i.test(value)) return 'An enterprise policy name holds only letters, digits, hyphens, underscores and periods.'
  if (value.endsWith('.')) return 'An enterprise policy name does not end with a period.'
  return undefined
}

const guidRule =
  (what: string, example: string): NameRule =>
  (value) => {
    if (value === '') return `Enter ${what}.`
    return isGuid(value)
      ? undefined
      : `${example} is 32 digits and letters a to f in five groups, such as 1f0e2d3c-4b5a-4678-9abc-def012345678.`
  }

export const validateSubscriptionId = guidRule('the subscription', 'A subscription id')
export const validateObjectId = guidRule('the object id of the Power Platform administrator', 'An object id')
export const validateTenantId = guidRule('the tenant id', 'A tenant id')

export const validateEnvironmentId: NameRule = (value) => {
  if (value === '') return 'Choose an environment.'
  return isGuid(value.replace(/^Default-/i, '')) ? undefined : 'An environment id is a GUID, or Default- followed by the tenant’s GUID.'
}

export const validateRegion: NameRule = (value) => {
  if (value === '') return 'Choose an Azure region.'
  return /^[a-z0-9]{3,40}$/.test(value) ? undefined : 'An Azure region is one word in lower case, such as westeurope.'
}

/** The first rule that a whole form breaks, by field; empty when all will do. */
export function brokenRules(policy: {
  subscriptionId: string
  resourceGroup: string
  region: string
  vaultName: string
  vaultResourceGroup: string
  keyName: string
  policyName: string
  administratorObjectId: string
}): Readonly<Record<string, string>> {
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
