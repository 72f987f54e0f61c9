import { type AuthenticatedCall, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type DeletedVaultState, same, timestamp, vaultId } from '../state.ts'
import { page, RESOURCES_PAGE, requireRight, subscriptionOf } from './resource-scope.ts'

function deletedJson({ vault, deletedAt, scheduledPurgeAt }: DeletedVaultState) {
  return {
    id: `/subscriptions/${vault.subscriptionId}/providers/Microsoft.KeyVault/locations/${vault.location}/deletedVaults/${vault.name}`,
    type: 'Microsoft.KeyVault/deletedVaults',
    name: vault.name,
    properties: {
      vaultId: vaultId(vault),
      location: vault.location,
      tags: vault.tags,
      deletionDate: timestamp(deletedAt),
      scheduledPurgeDate: timestamp(scheduledPurgeAt),
      ...(vault.enablePurgeProtection ? { purgeProtectionEnabled: true } : {}),
    },
  }
}

export function deletedVault(call: AuthenticatedCall, practice: Practice): DeletedVaultState {
  const name = call.part('name')
  const found = practice.state.deletedVaults.find(({ vault }) => same(vault.name, name))
  if (!found) throw new ServiceRefusal(404, 'DeletedVaultNotFound', `The specified deleted vault '${name}' does not exist.`)
  return found
}

function purge(call: AuthenticatedCall, practice: Practice) {
  const subscription = subscriptionOf(call, practice)
  requireRight(call, practice, 'Microsoft.KeyVault/locations/deletedVaults/purge/action', `/subscriptions/${subscription.id}`)
  const deleted = deletedVault(call, practice)
  if (deleted.vault.enablePurgeProtection) {
    throw new ServiceRefusal(
      400,
      'MethodNotAllowed',
      `Operation 'DeletedVaultPurge' is not allowed: purge protection keeps the vault until ${timestamp(deleted.scheduledPurgeAt)}.`,
    )
  }
  practice.state.deletedVaults.splice(practice.state.deletedVaults.indexOf(deleted), 1)
  return empty(200)
}

const IN_SUBSCRIPTION = '/subscriptions/:subscription/providers/Microsoft.KeyVault'

export const deletedVaultRoutes: readonly Route[] = [
  route('GET', `${IN_SUBSCRIPTION}/deletedVaults`, (call, practice) => {
    const subscription = subscriptionOf(call, practice)
    const found = practice.state.deletedVaults.filter(({ vault }) => same(vault.subscriptionId, subscription.id))
    return json(200, page(call, found.map(deletedJson), RESOURCES_PAGE))
  }),
  route('GET', `${IN_SUBSCRIPTION}/locations/:location/deletedVaults/:name`, (call, practice) => {
    subscriptionOf(call, practice)
    return json(200, deletedJson(deletedVault(call, practice)))
  }),
  route('POST', `${IN_SUBSCRIPTION}/locations/:location/deletedVaults/:name/purge`, purge),
]
