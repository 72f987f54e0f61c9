import * as z from 'zod'
import { MINUTE } from '#machines/engine/durations.ts'
import { hasAnyRole } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { groupId, type ProviderState, type ResourceGroupState, type SubscriptionState, same, type TenantState } from '../state.ts'
import { versionsOf } from './api-versions.ts'
import { groupOf, page, RESOURCES_PAGE, requireRight, subscriptionOf } from './resource-scope.ts'

/** Duration of a provider registration, in milliseconds. */
const REGISTRATION = MINUTE

/** Source: documentation of June 2025, and the module for Italy. */
const POLICY_LOCATIONS = [
  'United States',
  'South Africa',
  'UK',
  'Japan',
  'India',
  'France',
  'Europe',
  'Germany',
  'Switzerland',
  'Canada',
  'Brazil',
  'Australia',
  'Asia',
  'UAE',
  'Korea',
  'Norway',
  'Singapore',
  'Sweden',
  'Italy',
]

/** As Azure names them. */
export const AZURE_REGIONS: readonly { name: string; displayName: string }[] = [
  { name: 'eastus', displayName: 'East US' },
  { name: 'centralus', displayName: 'Central US' },
  { name: 'westus', displayName: 'West US' },
  { name: 'westus2', displayName: 'West US 2' },
  { name: 'northeurope', displayName: 'North Europe' },
  { name: 'westeurope', displayName: 'West Europe' },
  { name: 'uksouth', displayName: 'UK South' },
]

const locationWord = (location: string): string => location.toLowerCase().replaceAll(' ', '')

export const policyLocationWords = POLICY_LOCATIONS.map(locationWord)

const groupBody = z.looseObject({ location: z.string().min(1), tags: z.record(z.string(), z.string()).optional() })

function subscriptionJson(subscription: SubscriptionState, { state }: Practice) {
  return {
    id: `/subscriptions/${subscription.id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: subscription.id,
    tenantId: state.tenantId,
    displayName: subscription.displayName,
    state: subscription.state,
    subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' },
  }
}

const newestFirst = (type: string): readonly string[] => versionsOf(`/providers/${type}`)?.toReversed() ?? []

function resourceTypes(namespace: string) {
  const regions = AZURE_REGIONS.map(({ displayName }) => displayName)
  if (same(namespace, 'Microsoft.PowerPlatform')) {
    return [
      { resourceType: 'operations', locations: [], apiVersions: newestFirst('Microsoft.PowerPlatform/operations'), capabilities: 'None' },
      {
        resourceType: 'enterprisePolicies',
        locations: POLICY_LOCATIONS,
        apiVersions: newestFirst('Microsoft.PowerPlatform/enterprisePolicies'),
        defaultApiVersion: '2020-10-30',
        capabilities: 'SystemAssignedResourceIdentity, SupportsTags, SupportsLocation',
      },
    ]
  }
  return [
    {
      resourceType: 'vaults',
      locations: regions,
      apiVersions: newestFirst('Microsoft.KeyVault/vaults'),
      capabilities: 'SupportsTags, SupportsLocation',
    },
  ]
}

function providerJson(subscription: SubscriptionState, provider: ProviderState) {
  return {
    id: `/subscriptions/${subscription.id}/providers/${provider.namespace}`,
    namespace: provider.namespace,
    resourceTypes: resourceTypes(provider.namespace),
    registrationState: provider.registrationState,
    registrationPolicy: 'RegistrationRequired',
  }
}

const groupJson = (group: ResourceGroupState) => ({
  id: groupId(group),
  name: group.name,
  type: 'Microsoft.Resources/resourceGroups',
  location: group.location,
  tags: group.tags,
  properties: { provisioningState: 'Succeeded' },
})

function providerOf(call: AuthenticatedCall, practice: Practice): { subscription: SubscriptionState; provider: ProviderState } {
  const subscription = subscriptionOf(call, practice)
  const namespace = call.part('namespace')
  const provider = subscription.providers.find((entry) => same(entry.namespace, namespace))
  if (!provider) throw new ServiceRefusal(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`)
  return { subscription, provider }
}

function listSubscriptions(call: AuthenticatedCall, practice: Practice) {
  const { subscriptions } = practice.state
  const visible = subscriptions.filter(({ id }) => hasAnyRole(practice.state, call.caller.objectId, `/subscriptions/${id}`))
  const value = visible.map((entry) => subscriptionJson(entry, practice))
  return json(200, { nextLink: '', ...page(call, value, RESOURCES_PAGE) })
}

/** The account's tenants; an app has only its own. */
function listTenants({ caller }: AuthenticatedCall, { state, neighbors }: Practice) {
  const isKnownIn = ({ people }: TenantState) =>
    people.some(({ userName, standing }) => same(userName, caller.name) && standing !== 'outside')
  const known = state.behaviour.listsTenants ? [state, ...neighbors().filter(isKnownIn)] : []
  return json(200, { value: known.map(tenantJson) })
}

const tenantJson = ({ tenantId, tenantName, tenantDomain }: TenantState) => ({
  id: `/tenants/${tenantId}`,
  tenantId,
  displayName: tenantName,
  countryCode: 'US',
  tenantCategory: 'Home',
  defaultDomain: tenantDomain,
  domains: [tenantDomain],
  tenantType: 'AAD',
})

function readProvider(call: AuthenticatedCall, practice: Practice) {
  const { subscription, provider } = providerOf(call, practice)
  requireRight(call, practice, 'Microsoft.Resources/subscriptions/providers/read', `/subscriptions/${subscription.id}`)
  return json(200, providerJson(subscription, provider))
}

function registerProvider(call: AuthenticatedCall, practice: Practice) {
  const { subscription, provider } = providerOf(call, practice)
  requireRight(call, practice, `${provider.namespace}/register/action`, `/subscriptions/${subscription.id}`)
  if (provider.registrationState === 'NotRegistered') {
    provider.registrationState = 'Registering'
    provider.registeredAt = practice.clock.now() + REGISTRATION
  }
  return json(200, providerJson(subscription, provider))
}

function listGroups(call: AuthenticatedCall, practice: Practice) {
  const subscription = subscriptionOf(call, practice)
  const groups = practice.state.resourceGroups.filter(
    (group) => same(group.subscriptionId, subscription.id) && hasAnyRole(practice.state, call.caller.objectId, groupId(group)),
  )
  return json(200, { value: groups.map(groupJson) })
}

function namedGroup(call: AuthenticatedCall, practice: Practice, right: 'read' | 'write') {
  const { id: subscriptionId } = subscriptionOf(call, practice)
  const name = call.part('group')
  requireRight(call, practice, `Microsoft.Resources/subscriptions/resourceGroups/${right}`, groupId({ subscriptionId, name }))
  const existing = practice.state.resourceGroups.find((entry) => same(entry.subscriptionId, subscriptionId) && same(entry.name, name))
  return { subscriptionId, name, existing }
}

function readGroup(call: AuthenticatedCall, practice: Practice) {
  namedGroup(call, practice, 'read')
  return json(200, groupJson(groupOf(call, practice)))
}

function headGroup(call: AuthenticatedCall, practice: Practice) {
  return empty(namedGroup(call, practice, 'read').existing ? 204 : 404)
}

function putGroup(call: AuthenticatedCall, practice: Practice) {
  const { subscriptionId, name, existing } = namedGroup(call, practice, 'write')
  if (!/^[-\w._()]{1,90}$/.test(name) || name.endsWith('.')) {
    throw new ServiceRefusal(
      400,
      'InvalidResourceGroup',
      `The provided resource group name '${name}' has these invalid characters: or ends with a period. The name can only be a letter, digit, '-', '.', '(', ')' or '_'.`,
    )
  }
  const body = bodyOf(call, groupBody)
  const location = locationWord(body.location)
  if (!AZURE_REGIONS.some((region) => region.name === location)) {
    throw new ServiceRefusal(
      400,
      'LocationNotAvailableForResourceGroup',
      `The provided location '${body.location}' is not available for resource group. List of available regions is '${AZURE_REGIONS.map((region) => region.name).join(',')}'.`,
    )
  }
  if (existing && existing.location !== location) {
    throw new ServiceRefusal(
      409,
      'InvalidResourceGroupLocation',
      `Invalid resource group location '${location}'. The Resource group already exists in location '${existing.location}'.`,
    )
  }
  const group: ResourceGroupState = existing ?? { subscriptionId, name, location, tags: {} }
  group.tags = body.tags ?? group.tags
  if (!existing) practice.state.resourceGroups.push(group)
  return json(existing ? 200 : 201, groupJson(group))
}

function listLocations(call: AuthenticatedCall, practice: Practice) {
  const subscription = subscriptionOf(call, practice)
  return json(200, {
    value: AZURE_REGIONS.map((region) => ({
      id: `/subscriptions/${subscription.id}/locations/${region.name}`,
      ...region,
      regionalDisplayName: region.displayName,
      type: 'Region',
    })),
  })
}

/** The preview feature that Microsoft's scripts register; it is unknown whether the service needs it, so nothing here does. */
function feature(call: AuthenticatedCall, practice: Practice) {
  const { subscription, provider } = providerOf(call, practice)
  const name = call.part('feature')
  const registering = call.request.method === 'POST'
  requireRight(
    call,
    practice,
    `Microsoft.Features/providers/features/${registering ? 'register/action' : 'read'}`,
    `/subscriptions/${subscription.id}`,
  )
  return json(200, {
    id: `/subscriptions/${subscription.id}/providers/Microsoft.Features/providers/${provider.namespace}/features/${name}`,
    name: `${provider.namespace}/${name}`,
    type: 'Microsoft.Features/providers/features',
    properties: { state: registering ? 'Registered' : 'NotRegistered' },
  })
}

const IN_SUBSCRIPTION = '/subscriptions/:subscription'

export const subscriptionRoutes: readonly Route[] = [
  route('GET', '/tenants', listTenants),
  route('GET', '/subscriptions', listSubscriptions),
  route('GET', IN_SUBSCRIPTION, (call, practice) => json(200, subscriptionJson(subscriptionOf(call, practice), practice))),
  route('GET', `${IN_SUBSCRIPTION}/locations`, listLocations),
  route('GET', `${IN_SUBSCRIPTION}/providers`, (call, practice) => {
    const subscription = subscriptionOf(call, practice)
    return json(200, { value: subscription.providers.map((provider) => providerJson(subscription, provider)) })
  }),
  route('GET', `${IN_SUBSCRIPTION}/providers/:namespace`, readProvider),
  route('POST', `${IN_SUBSCRIPTION}/providers/:namespace/register`, registerProvider),
  route('GET', `${IN_SUBSCRIPTION}/providers/Microsoft.Features/providers/:namespace/features/:feature`, feature),
  route('POST', `${IN_SUBSCRIPTION}/providers/Microsoft.Features/providers/:namespace/features/:feature/register`, feature),
  route('GET', `${IN_SUBSCRIPTION}/resourceGroups`, listGroups),
  route('GET', `${IN_SUBSCRIPTION}/resourceGroups/:group`, readGroup),
  route('HEAD', `${IN_SUBSCRIPTION}/resourceGroups/:group`, headGroup),
  route('PUT', `${IN_SUBSCRIPTION}/resourceGroups/:group`, putGroup),
]
