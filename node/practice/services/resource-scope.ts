import { isGuid } from '#machines/guid.ts'
import { hasAnyRole, may, reaches } from '../rights.ts'
import { type AuthenticatedCall, type Call, type Practice, ServiceRefusal } from '../service.ts'
import { groupId, policyId, type ResourceGroupState, type SubscriptionState, same, type TenantState, vaultId } from '../state.ts'

/** Common checks of Azure Resource Manager: rights and existence. */

export function requireRight(call: AuthenticatedCall, practice: Practice, action: string, scope: string): void {
  if (!may(practice.state, call.caller.objectId, action, scope)) throw authorizationFailed(call, action, scope)
}

export function authorizationFailed(call: AuthenticatedCall, action: string, scope: string): ServiceRefusal {
  const { name, objectId } = call.caller
  return new ServiceRefusal(
    403,
    'AuthorizationFailed',
    `The client '${name}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  )
}

/** Whether a subscription, group, vault, key or policy exists. */
function exists(state: TenantState, scope: string): boolean {
  const named = (id: string) => same(id, scope)
  return (
    state.subscriptions.some(({ id }) => named(`/subscriptions/${id}`)) ||
    state.resourceGroups.some((group) => named(groupId(group))) ||
    state.vaults.some((vault) => named(vaultId(vault))) ||
    state.policies.some((policy) => named(policyId(policy))) ||
    state.keys.some((key) => state.vaults.some((vault) => same(vault.name, key.vault) && named(`${vaultId(vault)}/keys/${key.name}`)))
  )
}

export function requireExisting(call: AuthenticatedCall, { state }: Practice): string {
  const scope = call.part('scope')
  if (!exists(state, scope))
    throw new ServiceRefusal(
      404,
      'ResourceNotFound',
      `The Resource '${scope.replace(/\/+$/, '').split('/').at(-1)}' was not found: no resource has the id '${scope}'.`,
    )
  return scope
}

export function requireUnlocked({ state }: Practice, scope: string): void {
  const found = state.locks.filter((lock) => reaches(lock.scope, scope) || reaches(scope, lock.scope))
  if (found.length === 0) return
  throw new ServiceRefusal(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform delete operation because following scope(s) are locked: '${found.map((lock) => lock.scope).join(',')}'. Please remove the lock and try again.`,
  )
}

export function subscriptionOf(call: AuthenticatedCall, { state }: Practice): SubscriptionState {
  const id = call.part('subscription')
  if (!isGuid(id)) {
    throw new ServiceRefusal(400, 'InvalidSubscriptionId', `The provided subscription identifier '${id}' is malformed or invalid.`)
  }
  const subscription = state.subscriptions.find((entry) => same(entry.id, id))
  if (!subscription) throw new ServiceRefusal(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`)
  const scope = `/subscriptions/${subscription.id}`
  if (!hasAnyRole(state, call.caller.objectId, scope)) throw authorizationFailed(call, 'Microsoft.Resources/subscriptions/read', scope)
  return subscription
}

export function groupOf(call: AuthenticatedCall, practice: Practice): ResourceGroupState {
  const subscription = subscriptionOf(call, practice)
  const name = call.part('group')
  const group = practice.state.resourceGroups.find((entry) => same(entry.subscriptionId, subscription.id) && same(entry.name, name))
  if (!group) throw new ServiceRefusal(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`)
  return group
}

export function resourceNotFound(type: string, name: string, group: string): ServiceRefusal {
  return new ServiceRefusal(
    404,
    'ResourceNotFound',
    `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  )
}

export function requireRegistered(subscription: SubscriptionState, namespace: string): void {
  const provider = subscription.providers.find((entry) => same(entry.namespace, namespace))
  if (provider?.registrationState !== 'Registered') {
    throw new ServiceRefusal(
      409,
      'MissingSubscriptionRegistration',
      `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
    )
  }
}

/** Small, to expose clients that ignore the next page. */
export const RESOURCES_PAGE = 2

/** @returns a page with the absolute address of the next */
export function page<T>(call: Call, items: readonly T[], size: number): { value: readonly T[]; nextLink?: string } {
  const from = Number(call.query.get('$skipToken') ?? 0)
  if (!Number.isInteger(from) || from < 0)
    throw new ServiceRefusal(400, 'InvalidSkipToken', `The provided skip token '${call.query.get('$skipToken')}' is invalid.`)
  const value = items.slice(from, from + size)
  if (from + size >= items.length) return { value }
  const next = new URL(call.url)
  next.searchParams.set('$skipToken', String(from + size))
  return { value, nextLink: next.href }
}
