import { defined } from '#machines/defined.ts'
import { storeOrigin } from '../addresses.ts'
import { json, type Practice, type Route, route } from '../service.ts'
import { type VaultState, vaultId } from '../state.ts'
import { inGroups } from './resource.ts'
import { subscriptionOf } from './resource-scope.ts'

/** Microsoft.KeyVault management plane: Managed HSMs, read-only. */

const TYPE = 'Microsoft.KeyVault/managedHSMs'

async function hsmJson(hsm: VaultState, { addresses }: Practice) {
  const activation = hsm.managedHsm?.activation ?? 'Active'
  return {
    id: vaultId(hsm),
    name: hsm.name,
    type: TYPE,
    location: hsm.location,
    sku: { family: 'B', name: 'Standard_B1' },
    tags: hsm.tags,
    properties: {
      tenantId: hsm.tenantId,
      hsmUri: `${await addresses.served(storeOrigin(hsm))}/`,
      enableSoftDelete: true,
      softDeleteRetentionInDays: hsm.softDeleteRetentionInDays,
      enablePurgeProtection: hsm.enablePurgeProtection,
      provisioningState: hsm.provisioningState,
      statusMessage: activation === 'Active' ? 'The Managed HSM is provisioned and ready to use.' : 'The Managed HSM is provisioned.',
      ...defined({ networkAcls: hsm.networkAcls, publicNetworkAccess: hsm.publicNetworkAccess }),
      securityDomainProperties: {
        activationStatus: activation,
        activationStatusMessage:
          activation === 'Active' ? 'Your HSM has been activated.' : 'Your HSM has been provisioned, but not activated.',
      },
    },
  }
}

export const managedHsms = inGroups<VaultState>({
  type: TYPE,
  list: ({ vaults }) => vaults,
  is: ({ managedHsm }) => managedHsm !== undefined,
  id: vaultId,
  shown: hsmJson,
})

export const managedHsmRoutes: readonly Route[] = [
  ...managedHsms.routes,
  route('GET', '/subscriptions/:subscription/providers/Microsoft.KeyVault/deletedManagedHSMs', (call, practice) => {
    subscriptionOf(call, practice)
    return json(200, { value: [] })
  }),
]
