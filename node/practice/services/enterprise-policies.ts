import * as z from 'zod'
import { guid } from '../random.ts'
import { bodyOf, type Practice, ServiceRefusal } from '../service.ts'
import { type PolicyState, policyId, same, type TenantState } from '../state.ts'
import { inGroups } from './resource.ts'
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

function refuse(status: number, code: string, message: string): ServiceRefusal {
  return new ServiceRefusal(status, code, message, { detail: { target: null, namespace: 'Quartz.EnterprisePolicy' } })
}

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

export const policies = inGroups<PolicyState>({
  type: TYPE,
  list: (state) => state.policies,
  id: policyId,
  shown: (policy, practice) => policyJson(policy, practice, 'Microsoft.Powerplatform'),
  shownOnPut: (policy, practice) => policyJson(policy, practice, 'Microsoft.PowerPlatform'),
  put(call, { state, clock, random }, { subscription, group }, existing) {
    const body = bodyOf(call, putBody)
    const location = requireLocation(body.location)
    if (!KINDS.includes(body.kind))
      throw refuse(400, 'InvalidEnterprisePolicyKind', `The kind '${body.kind}' is not one of ${KINDS.join(', ')}.`)
    if (body.kind === 'Encryption' && !body.properties?.encryption?.keyVault)
      throw refuse(
        400,
        'InvalidRequestContent',
        'A policy of kind Encryption names its key vault and key in properties.encryption.keyVault.',
      )
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
    return policy
  },
  patch(call, { state }, policy) {
    const body = bodyOf(call, patchBody)
    requireUnlinked(state, policy, 'Update')
    policy.tags = body.tags ?? policy.tags
    policy.properties = { ...policy.properties, ...body.properties }
  },
  removing: (policy, { state }) => requireUnlinked(state, policy, 'Deletion'),
})
