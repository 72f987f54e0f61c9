import * as z from 'zod'
import { guid } from '../random.ts'
import { hasAnyRole, may } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { groupId, type PolicyState, policyId, same, type TenantState } from '../state.ts'
import {
  groupOf,
  page,
  RESOURCES_PAGE,
  requireRegistered,
  requireRight,
  requireUnlocked,
  resourceNotFound,
  subscriptionOf,
} from './resource-scope.ts'
import { policyLocationWords } from './subscriptions.ts'

/** Source: its public API specification, and the official scripts. */

const TYPE = 'Microsoft.PowerPlatform/enterprisePolicies'
const KINDS = ['Lockbox', 'PrivateEndpoint', 'Encryption', 'NetworkInjection', 'Identity']

/** Delay until the directory knows a new policy's identity, in milliseconds. Source: Microsoft's Terraform example waits 90 seconds. */
const REPLICATION = 90_000

const encryption = z.looseObject({
  state: z.enum(['Enabled', 'Disabled', 'NotConfigured']).optional(),
  keyVault: z.looseObject({ id: z.string(), key: z.looseObject({ name: z.string(), version: z.string().nullish() }) }).nullish(),
})

export const policyProperties = z.looseObject({ encryption: encryption.nullish() })

const putBody = z.looseObject({
  location: z.string(),
  kind: z.string(),
  tags: z.record(z.string(), z.string()).optional(),
  identity: z.looseObject({ type: z.enum(['SystemAssigned', 'None']) }).optional(),
  properties: policyProperties.optional(),
})

const patchBody = z.looseObject({
  tags: z.record(z.string(), z.string()).optional(),
  properties: policyProperties.optional(),
})

export function environmentsOf(state: TenantState, policy: PolicyState): number {
  return state.environments.filter(({ payload }) => {
    const link = payload.properties.enterprisePolicies?.customerManagedKeys
    return (
      same(link?.systemId, policy.systemId) &&
      (same(link?.linkStatus, 'Linked') || same(link?.linkStatus, 'Linking') || same(link?.linkStatus, 'Unlinking'))
    )
  }).length
}

/** The provider spells its namespace in two ways: as specified for a new policy, otherwise with a small p. */
function policyJson(policy: PolicyState, { state }: Practice, spelling: string) {
  const identity =
    policy.identity.type === 'SystemAssigned'
      ? { type: 'SystemAssigned', principalId: policy.identity.principalId, tenantId: state.tenantId }
      : { type: 'None' }
  return {
    id: policyId(policy, spelling),
    name: policy.name,
    type: `${spelling}/enterprisePolicies`,
    location: policy.location,
    kind: policy.kind,
    tags: policy.tags,
    identity,
    properties: { lockbox: null, networkInjection: null, ...policy.properties, systemId: policy.systemId, healthStatus: 'Undetermined' },
  }
}

const READ_SPELLING = 'Microsoft.Powerplatform'

function refuse(status: number, code: string, message: string): ServiceRefusal {
  return new ServiceRefusal(status, code, message, { detail: { target: null, namespace: 'Quartz.EnterprisePolicy' } })
}

function find(call: AuthenticatedCall, practice: Practice): PolicyState | undefined {
  const group = groupOf(call, practice)
  const name = call.part('name')
  return practice.state.policies.find(
    (entry) => same(entry.subscriptionId, group.subscriptionId) && same(entry.resourceGroup, group.name) && same(entry.name, name),
  )
}

/** The ID, whether or not the policy exists: rights are checked first. */
const idOf = (call: AuthenticatedCall): string =>
  policyId({ subscriptionId: call.part('subscription'), resourceGroup: call.part('group'), name: call.part('name') })

function requireLocation(location: string): string {
  const word = location.toLowerCase().replaceAll(' ', '')
  if (policyLocationWords.includes(word)) return word
  throw new ServiceRefusal(
    400,
    'LocationNotAvailableForResourceType',
    `The provided location '${location}' is not available for resource type '${TYPE}'. List of available regions for the resource type is '${policyLocationWords.join(',')}'.`,
  )
}

function requireUnlinked(state: TenantState, policy: PolicyState, what: 'Update' | 'Deletion'): void {
  const linked = environmentsOf(state, policy)
  if (linked === 0) return
  const code = what === 'Update' ? 'EnterprisePolicyUpdateNotAllowed' : 'EnterprisePolicyDeleteNotAllowed'
  throw refuse(
    400,
    code,
    `Enterprise Policy ${what} not allowed for Enterprise Policy with name ${policy.name} as it is linked with ${linked} environments.`,
  )
}

function put(call: AuthenticatedCall, practice: Practice) {
  const { state, clock, random } = practice
  const subscription = subscriptionOf(call, practice)
  requireRight(call, practice, `${TYPE}/write`, idOf(call))
  requireRegistered(subscription, 'Microsoft.PowerPlatform')
  const group = groupOf(call, practice)
  const body = bodyOf(call, putBody)
  const location = requireLocation(body.location)
  if (!KINDS.includes(body.kind))
    throw refuse(400, 'InvalidEnterprisePolicyKind', `The kind '${body.kind}' is not one of ${KINDS.join(', ')}.`)
  if (body.kind === 'Encryption' && !body.properties?.encryption?.keyVault)
    throw refuse(400, 'InvalidRequestContent', 'A policy of kind Encryption names its key vault and key in properties.encryption.keyVault.')
  const existing = find(call, practice)
  if (existing) requireUnlinked(state, existing, 'Update')
  if (existing && existing.location !== location) {
    throw new ServiceRefusal(
      409,
      'InvalidResourceLocation',
      `The resource '${existing.name}' already exists in location '${existing.location}' in resource group '${group.name}'. A resource with the same name cannot be created in location '${location}'.`,
    )
  }
  const hasIdentity = body.identity?.type === 'SystemAssigned'
  const policy: PolicyState = existing ?? {
    subscriptionId: subscription.id,
    resourceGroup: group.name,
    name: call.part('name'),
    location,
    kind: body.kind,
    systemId: `/regions/${location}/providers/${TYPE}/${guid(random)}`,
    tags: {},
    identity: hasIdentity ? { type: 'SystemAssigned', principalId: guid(random) } : { type: 'None' },
    properties: {},
    principalKnownAt: clock.now() + REPLICATION,
  }
  policy.tags = body.tags ?? {}
  policy.properties = { ...body.properties }
  if (!existing) state.policies.push(policy)
  return json(existing ? 200 : 201, policyJson(policy, practice, 'Microsoft.PowerPlatform'))
}

function patch(call: AuthenticatedCall, practice: Practice) {
  subscriptionOf(call, practice)
  requireRight(call, practice, `${TYPE}/write`, idOf(call))
  const policy = existing(call, practice)
  const body = bodyOf(call, patchBody)
  requireUnlinked(practice.state, policy, 'Update')
  policy.tags = body.tags ?? policy.tags
  policy.properties = { ...policy.properties, ...body.properties }
  return json(200, policyJson(policy, practice, READ_SPELLING))
}

function existing(call: AuthenticatedCall, practice: Practice): PolicyState {
  const policy = find(call, practice)
  if (!policy) throw resourceNotFound(TYPE, call.part('name'), call.part('group'))
  return policy
}

function read(call: AuthenticatedCall, practice: Practice) {
  subscriptionOf(call, practice)
  requireRight(call, practice, `${TYPE}/read`, idOf(call))
  return json(200, policyJson(existing(call, practice), practice, READ_SPELLING))
}

function remove(call: AuthenticatedCall, practice: Practice) {
  subscriptionOf(call, practice)
  requireRight(call, practice, `${TYPE}/delete`, idOf(call))
  const policy = find(call, practice)
  if (!policy) return empty(204)
  requireUnlocked(practice, policyId(policy))
  requireUnlinked(practice.state, policy, 'Deletion')
  practice.state.policies.splice(practice.state.policies.indexOf(policy), 1)
  return empty(200)
}

/** Only readable policies, as Azure's lists. */
function list(call: AuthenticatedCall, practice: Practice, within: string) {
  if (!hasAnyRole(practice.state, call.caller.objectId, within)) requireRight(call, practice, `${TYPE}/read`, within)
  const found = practice.state.policies.filter((policy) => {
    const id = policyId(policy)
    return id.toLowerCase().startsWith(`${within.toLowerCase()}/`) && may(practice.state, call.caller.objectId, `${TYPE}/read`, id)
  })
  const value = found.map((policy) => policyJson(policy, practice, READ_SPELLING))
  return json(200, page(call, value, RESOURCES_PAGE))
}

const IN_GROUP = '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.PowerPlatform/enterprisePolicies'

export const enterprisePolicyRoutes: readonly Route[] = [
  route('GET', '/subscriptions/:subscription/providers/Microsoft.PowerPlatform/enterprisePolicies', (call, practice) =>
    list(call, practice, `/subscriptions/${subscriptionOf(call, practice).id}`),
  ),
  route('GET', IN_GROUP, (call, practice) => list(call, practice, groupId(groupOf(call, practice)))),
  route('GET', `${IN_GROUP}/:name`, read),
  route('PUT', `${IN_GROUP}/:name`, put),
  route('PATCH', `${IN_GROUP}/:name`, patch),
  route('DELETE', `${IN_GROUP}/:name`, remove),
]
