import { defined } from '#machines/defined.ts'
import type { Action } from '#machines/procedure/action.ts'
import { LOCK_NOTES } from '#machines/procedure/actions/create-lock/lock.ts'
import { VAULT_SETTINGS } from '#machines/procedure/actions/create-vault/vault-settings.ts'
import { AUDIT_LOGS } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { ROTATION_POLICY } from '#machines/procedure/actions/set-rotation-policy/rotation-policy.ts'
import { policyId, vaultId } from '#machines/procedure/ids.ts'
import type { StorePlace } from '#machines/procedure/key-store.ts'
import { storeId } from '#machines/procedure/key-store.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import type { NewPolicy, NewResourceGroup, NewVault } from '#machines/procedure/services/services.ts'
import { tagsObject } from '#machines/procedure/tags.ts'
import { withoutSlashes } from '../services/azure/assignment-name.ts'
import { quoteForAzureCli, quoteForBash } from './quoting.ts'

export type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>

export const inAddress = (id: string): string => id.split('/').map(encodeURIComponent).join('/')

export const groupAddress = (subscriptionId: string, name: string): string =>
  `/subscriptions/${encodeURIComponent(subscriptionId)}/resourceGroups/${encodeURIComponent(name)}`

export const vaultAddress = (subscriptionId: string, resourceGroup: string, name: string): string =>
  vaultId(encodeURIComponent(subscriptionId), encodeURIComponent(resourceGroup), encodeURIComponent(name))

export const storeAddress = ({ subscriptionId, vaultResourceGroup, vaultName, keyStore }: StorePlace): string =>
  storeId({
    subscriptionId: encodeURIComponent(subscriptionId),
    vaultResourceGroup: encodeURIComponent(vaultResourceGroup),
    vaultName: encodeURIComponent(vaultName),
    ...defined({ keyStore }),
  })

export const policyAddress = (subscriptionId: string, resourceGroup: string, name: string): string =>
  policyId(encodeURIComponent(subscriptionId), encodeURIComponent(resourceGroup), encodeURIComponent(name))

export const policyBody = ({ location, vaultId: id, keyName, tags }: NewPolicy) => ({
  location,
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  tags: tagsObject(tags),
  properties: { encryption: { state: 'Enabled', keyVault: { id, key: { name: keyName } } } },
})

export const groupBody = ({ location, tags }: NewResourceGroup) => ({ location, ...(tags ? { tags: tagsObject(tags) } : {}) })

export const vaultBody = ({ location, tenantId, tags }: NewVault) => ({
  location,
  ...(tags ? { tags: tagsObject(tags) } : {}),
  properties: { tenantId, ...VAULT_SETTINGS },
})

/** As in Azure Resource Manager. */
export const keyBody = ({ size }: Of<'create-key'>) => ({ properties: { kty: 'RSA', keySize: size, attributes: { enabled: true } } })
export const LOCK_BODY = { properties: { level: 'CanNotDelete', notes: LOCK_NOTES } }

export const auditLogBody = ({ workspaceId }: Of<'send-audit-log'>) => ({ properties: { workspaceId, logs: AUDIT_LOGS } })

/** As in Key Vault and Azure CLI. */
export const ROTATION_BODY = {
  lifetimeActions: [
    { trigger: { timeAfterCreate: ROTATION_POLICY.rotateAfter }, action: { type: 'Rotate' } },
    { trigger: { timeBeforeExpiry: ROTATION_POLICY.notifyBefore }, action: { type: 'Notify' } },
  ],
  attributes: { expiryTime: ROTATION_POLICY.newVersionsLast },
}

/** For existing keys: Resource Manager can't change them, and Terraform changes only its own. */
export const rotationCommand = ({ vaultName, name }: Of<'set-rotation-policy'>): string =>
  `az keyvault key rotation-policy update --vault-name ${quoteForAzureCli(vaultName)} --name ${quoteForAzureCli(name)} --value ${quoteForBash(JSON.stringify(ROTATION_BODY))}`

export const KEY_ACCESS_ROLE = AZURE_ROLES['key-vault-crypto-service-encryption-user']

export const roleDefinitionId = (subscriptionId: string, roleId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`

export function keyAccessIds(action: Of<'grant-key-access'>) {
  const { subscriptionId, vaultResourceGroup, vaultName, policyResourceGroup, policyName } = action
  const vault = vaultId(subscriptionId, vaultResourceGroup, vaultName)
  return {
    vault,
    vaultAddress: vaultAddress(subscriptionId, vaultResourceGroup, vaultName),
    policy: policyId(subscriptionId, policyResourceGroup, policyName),
    policyAddress: policyAddress(subscriptionId, policyResourceGroup, policyName),
    /** Scope in the derivation of assignment names. */
    scope: withoutSlashes(vault).toLowerCase(),
    roleDefinition: roleDefinitionId(subscriptionId, KEY_ACCESS_ROLE),
  }
}
