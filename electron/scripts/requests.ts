import { policyId, vaultId } from '../../machines/ids.ts'
import { AZURE_ROLES } from '../../machines/roles.ts'
import type { NewPolicy, NewVault } from '../../machines/services.ts'
import type { Action } from '../../machines/step/action.ts'
import { withoutSlashes } from '../azure/assignment-name.ts'

/** What the scripts send, in the words of the services: the same as the wizard's own clients do. */

export type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>

/** A path or id as it stands in an address. */
export const inAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

export const policyBody = ({ location, vaultId: id, keyName }: NewPolicy) => ({
  location,
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  tags: {},
  properties: { encryption: { state: 'Enabled', keyVault: { id, key: { name: keyName } } } },
})

/** Settings of a vault that is fit for a customer-managed key, but for the directory it belongs to. */
export const VAULT_SETTINGS = {
  sku: { family: 'A', name: 'standard' },
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  enableRbacAuthorization: true,
  accessPolicies: [],
  networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
  publicNetworkAccess: 'Enabled',
} as const

export const vaultBody = ({ location, tenantId }: NewVault) => ({ location, properties: { tenantId, ...VAULT_SETTINGS } })

export const KEY_ACCESS_ROLE = AZURE_ROLES['key-vault-crypto-service-encryption-user']

export const roleDefinitionId = (subscriptionId: string, roleId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`

/** The ids a grant is about. */
export function keyAccessIds(action: Of<'grant-key-access'>) {
  const vault = vaultId(action.subscriptionId, action.vaultResourceGroup, action.vaultName)
  return {
    vault,
    policy: policyId(action.subscriptionId, action.policyResourceGroup, action.policyName),
    /** The vault as the name of its assignments is derived from it. */
    scope: withoutSlashes(vault).toLowerCase(),
    roleDefinition: roleDefinitionId(action.subscriptionId, KEY_ACCESS_ROLE),
  }
}
