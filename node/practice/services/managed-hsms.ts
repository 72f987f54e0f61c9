import { defined } from '#machines/defined.ts'
import { storeOrigin } from '../addresses.ts'
import { hasAnyRole, may } from '../rights.ts'
import { type AuthenticatedCall, json, type Practice, type Route, route } from '../service.ts'
import { same, type VaultState, vaultId } from '../state.ts'
import { groupOf, page, RESOURCES_PAGE, requireRight, resourceNotFound, subscriptionOf } from './resource-scope.ts'

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

async function read(call: AuthenticatedCall, practice: Practice) {
  const group = groupOf(call, practice)
  const name = call.part('name')
  const place = { subscriptionId: group.subscriptionId, resourceGroup: group.name, name, managedHsm: true }
  requireRight(call, practice, `${TYPE}/read`, vaultId(place))
  const found = practice.state.vaults.find((entry) => same(vaultId(entry), vaultId(place)))
  if (!found) throw resourceNotFound(TYPE, name, group.name)
  return json(200, await hsmJson(found, practice))
}

async function list(call: AuthenticatedCall, practice: Practice, group?: string) {
  const subscription = subscriptionOf(call, practice)
  const { state } = practice
  const scope = group === undefined ? `/subscriptions/${subscription.id}` : `/subscriptions/${subscription.id}/resourceGroups/${group}`
  if (!hasAnyRole(state, call.caller.objectId, scope)) requireRight(call, practice, `${TYPE}/read`, scope)
  const found = state.vaults.filter(
    (entry) =>
      entry.managedHsm &&
      same(entry.subscriptionId, subscription.id) &&
      (group === undefined || same(entry.resourceGroup, group)) &&
      may(state, call.caller.objectId, `${TYPE}/read`, vaultId(entry)),
  )
  return json(200, page(call, await Promise.all(found.map((hsm) => hsmJson(hsm, practice))), RESOURCES_PAGE))
}

const IN_SUBSCRIPTION = '/subscriptions/:subscription/providers/Microsoft.KeyVault'
const IN_GROUP = `/subscriptions/:subscription/resourceGroups/:group/providers/${TYPE}`

export const managedHsmRoutes: readonly Route[] = [
  route('GET', `${IN_SUBSCRIPTION}/managedHSMs`, (call, practice) => list(call, practice)),
  route('GET', `${IN_SUBSCRIPTION}/deletedManagedHSMs`, (call, practice) => {
    subscriptionOf(call, practice)
    return json(200, { value: [] })
  }),
  route('GET', IN_GROUP, (call, practice) => list(call, practice, groupOf(call, practice).name)),
  route('GET', `${IN_GROUP}/:name`, read),
]
