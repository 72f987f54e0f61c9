import type { Action } from './action.ts'
import { policyId, resourceGroupId, vaultId } from './ids.ts'
import { AZURE_ROLES } from './roles.ts'

/** One field of one resource, as the service names it, before an action and after it. What is not listed stays as it is. */
export interface FieldChange {
  /** Id in Azure; for an environment the path below the admin API. */
  readonly resourceId: string
  readonly field: string
  /** Nothing when the field, or the whole resource, does not exist. */
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  /** The service chooses the value, so nobody knows it before; `after` then says nothing. */
  readonly chosenByService?: true
  /** Not every service shows it, or only much later. */
  readonly mayStay?: true
}

export type FieldValue = string | number | boolean

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>

/** Fields of a resource that does not exist yet. */
const created = (resourceId: string, fields: Readonly<Record<string, FieldValue>>): FieldChange[] =>
  Object.entries(fields).map(([field, after]) => ({ resourceId, field, before: null, after }))

const chosen = (resourceId: string, ...fields: readonly string[]): FieldChange[] =>
  fields.map((field) => ({ resourceId, field, before: null, after: null, chosenByService: true }))

const turned = (resourceId: string, field: string, before: FieldValue, after: FieldValue): FieldChange => ({
  resourceId,
  field,
  before,
  after,
})

/** Where a key is, as Azure Resource Manager would name it. */
const keyId = (subscriptionId: string, resourceGroup: string, vaultName: string, name: string): string =>
  `${vaultId(subscriptionId, resourceGroup, vaultName)}/keys/${name}`

/** The environment's path below the admin API. */
const environmentPath = (environmentId: string): string => `/environments/${environmentId}`

function vaultChanges({ vault: { subscriptionId, resourceGroup, name, location, tenantId } }: Of<'create-vault'>): readonly FieldChange[] {
  return created(vaultId(subscriptionId, resourceGroup, name), {
    location,
    'properties.tenantId': tenantId,
    'properties.sku.name': 'standard',
    'properties.enableSoftDelete': true,
    'properties.softDeleteRetentionInDays': 90,
    'properties.enablePurgeProtection': true,
    'properties.enableRbacAuthorization': true,
    'properties.networkAcls.bypass': 'AzureServices',
    'properties.networkAcls.defaultAction': 'Allow',
    'properties.publicNetworkAccess': 'Enabled',
  })
}

function keyChanges({ subscriptionId, vaultResourceGroup, vaultName, name, size }: Of<'create-key'>): readonly FieldChange[] {
  const id = keyId(subscriptionId, vaultResourceGroup, vaultName, name)
  return [
    ...created(id, { 'properties.kty': 'RSA', 'properties.keySize': size, 'properties.attributes.enabled': true }),
    ...chosen(id, 'properties.keyUriWithVersion'),
  ]
}

function policyChanges({
  policy: { subscriptionId, resourceGroup, name, location, vaultId: vault, keyName },
}: Of<'create-policy'>): readonly FieldChange[] {
  const id = policyId(subscriptionId, resourceGroup, name)
  return [
    ...created(id, {
      location,
      kind: 'Encryption',
      'identity.type': 'SystemAssigned',
      'properties.encryption.state': 'Enabled',
      'properties.encryption.keyVault.id': vault,
      'properties.encryption.keyVault.key.name': keyName,
    }),
    ...chosen(id, 'identity.principalId', 'properties.systemId'),
  ]
}

function accessChanges(action: Of<'grant-key-access'>): readonly FieldChange[] {
  const id = vaultId(action.subscriptionId, action.vaultResourceGroup, action.vaultName)
  if (action.byAccessPolicy) return created(id, { 'properties.accessPolicies.permissions.keys': 'get, unwrapKey, wrapKey' })
  return chosen(id, `roleAssignments.${AZURE_ROLES['key-vault-crypto-service-encryption-user']}`)
}

function linkChanges({ environmentId, policyId: policy, policySystemId }: Of<'link-environment'>): readonly FieldChange[] {
  const id = environmentPath(environmentId)
  const link = 'properties.enterprisePolicies.customerManagedKeys'
  return [
    ...created(id, { [`${link}.id`]: policy, [`${link}.systemId`]: policySystemId, [`${link}.linkStatus`]: 'Linked' }),
    ...chosen(id, `${link}.policyId`, `${link}.location`),
    // By public answers of the admin API it stays "Microsoft" in some tenants.
    { ...turned(id, 'properties.protectionStatus.keyManagedBy', 'Microsoft', 'Customer'), mayStay: true },
  ]
}

/** What a system id says of its policy: `/regions/<location>/providers/Microsoft.PowerPlatform/enterprisePolicies/<guid>`. */
function named(link: string, systemId: string): Readonly<Record<string, string>> {
  const [, location, guid] = /^\/regions\/([^/]+)\/.*\/([^/]+)$/i.exec(systemId) ?? []
  return location === undefined || guid === undefined ? {} : { [`${link}.policyId`]: guid, [`${link}.location`]: location }
}

function unlinkChanges({ environmentId, policyId: policy, policySystemId }: Of<'unlink-environment'>): readonly FieldChange[] {
  const id = environmentPath(environmentId)
  const link = 'properties.enterprisePolicies.customerManagedKeys'
  const gone = {
    [`${link}.id`]: policy,
    [`${link}.systemId`]: policySystemId,
    [`${link}.linkStatus`]: 'Linked',
    ...named(link, policySystemId),
  }
  return [
    ...Object.entries(gone).map(([field, before]): FieldChange => ({ resourceId: id, field, before, after: null })),
    { ...turned(id, 'properties.protectionStatus.keyManagedBy', 'Customer', 'Microsoft'), mayStay: true },
  ]
}

/**
 * Everything that an action changes once it is through, field by field: what a person may hold against the tenant afterwards.
 * A test does so for every scenario of the practice tenant. What services note down for themselves (times, operations, who
 * asked) is not among it.
 */
export function fieldChanges(action: Action): readonly FieldChange[] {
  switch (action.kind) {
    case 'register-provider':
      return [
        turned(
          `/subscriptions/${action.subscriptionId}/providers/Microsoft.PowerPlatform`,
          'registrationState',
          'NotRegistered',
          'Registered',
        ),
      ]
    case 'create-resource-group':
      return created(resourceGroupId(action.subscriptionId, action.name), { location: action.location })
    case 'create-vault':
      return vaultChanges(action)
    case 'turn-on-purge-protection':
      return [turned(vaultId(action.subscriptionId, action.resourceGroup, action.name), 'properties.enablePurgeProtection', false, true)]
    case 'create-key':
      return keyChanges(action)
    case 'create-policy':
      return policyChanges(action)
    case 'grant-key-access':
      return accessChanges(action)
    case 'grant-reader': {
      const id = policyId(action.subscriptionId, action.policyResourceGroup, action.policyName)
      return created(id, { [`roleAssignments.${AZURE_ROLES.reader}`]: action.principalId })
    }
    case 'enable-managed-environment':
      return [turned(environmentPath(action.environmentId), 'properties.governanceConfiguration.protectionLevel', 'Basic', 'Standard')]
    case 'link-environment':
      return linkChanges(action)
    case 'rotate-key': {
      const resourceId = keyId(action.subscriptionId, action.vaultResourceGroup, action.vaultName, action.name)
      return [{ resourceId, field: 'properties.keyUriWithVersion', before: action.after, after: null, chosenByService: true }]
    }
    case 'unlink-environment':
      return unlinkChanges(action)
  }
}
