import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PORT_CALLS } from '../node/services/azure/calls.ts'
import { bench, challenge, isUnauthenticated, type Reply, SUBSCRIPTION, VAULT_ID } from '../node/services/azure/stand-in.ts'
import { type Example, examples, exists, operationOf } from './published.ts'

/** Which call of a port meets the answers of an operation. */
const READ_BY: Readonly<Record<string, string>> = {
  Vaults_CreateOrUpdate: 'createVault',
  Vaults_Update: 'turnOnPurgeProtection',
  Vaults_Get: 'readVault',
  Vaults_ListBySubscription: 'listVaults',
  Vaults_ListDeleted: 'readVaultName',
  Vaults_CheckNameAvailability: 'readVaultName',
  Keys_CreateIfNotExist: 'createKeyResource',
  Keys_Get: 'readKeyResource',
  Keys_ListVersions: 'listKeyResourceVersions',
  ManagedHsms_Get: 'readManagedHsm',
  ManagedHsms_ListBySubscription: 'listManagedHsms',
  CreateKey: 'createKeyVersion',
  GetKey: 'readKey',
  GetKeyVersions: 'listKeyVersions',
  GetDeletedKey: 'readDeletedKey',
  GetKeyRotationPolicy: 'readKeyRotation',
  UpdateKeyRotationPolicy: 'setKeyRotation',
  'RoleDefinitions_List@hsm': 'readLocalPermissions',
  'RoleAssignments_Create@hsm': 'assignLocalRole',
  'RoleAssignments_ListForScope@hsm': 'listLocalRoles',
  RoleAssignments_ListForSubscription: 'listRoleHolders',
  RoleAssignments_ListForResource: 'listRoleHolders',
  RoleAssignments_Create: 'assignRole',
  RoleAssignments_ListForScope: 'listRoleAssignments',
  Permissions_ListForResourceGroup: 'readPermissions',
  Permissions_ListForResource: 'readPermissions',
  RoleDefinitions_List: 'listRoleDefinitions',
  RoleEligibilityScheduleInstances_ListForScope: 'listEligibleRoles',
  EnterprisePolicies_CreateOrUpdate: 'createPolicy',
  EnterprisePolicies_Get: 'readPolicy',
  EnterprisePolicies_ListBySubscription: 'listPolicies',
  ActionGroups_CreateOrUpdate: 'mailAlerts',
  ActionGroups_Get: 'readActionGroup',
  DiagnosticSettings_CreateOrUpdate: 'sendAuditLog',
  DiagnosticSettings_List: 'listDiagnosticSettings',
  Workspaces_List: 'listWorkspaces',
  EventSubscriptions_CreateOrUpdate: 'alertNearExpiry',
  SystemTopicEventSubscriptions_ListBySystemTopic: 'listNearExpiryAlerts',
  EventSubscriptions_ListByResource: 'listNearExpiryAlerts',
  SystemTopics_ListBySubscription: 'listNearExpiryAlerts',
  PrivateDnsZoneGroups_List: 'listPrivateDnsZones',
  Subscriptions_ListLocations: 'listRegions',
  Subscriptions_List: 'listSubscriptions',
  Providers_Get: 'readProvider',
  ResourceGroups_CreateOrUpdate: 'createResourceGroup',
  ManagementLocks_CreateOrUpdateByScope: 'createLock',
  ManagementLocks_ListByScope: 'listLocks',
}

/** Lists of any scope are the same request. */
const OPERATION_OF: Readonly<Record<string, string>> = {
  RoleAssignments_ListForSubscription: 'RoleAssignments_ListForScope',
  RoleAssignments_ListForResource: 'RoleAssignments_ListForScope',
  Permissions_ListForResourceGroup: 'Permissions_ListForResource',
}

const TOPIC = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.EventGrid/systemTopics/topic`

const eventSubscription = z.looseObject({ properties: z.looseObject({}) })

/** Other answers that lead the call to the request with the example, and to its end. */
const COMES_TO: Readonly<Record<string, Readonly<Record<string, (example: unknown) => object>>>> = {
  Vaults_ListDeleted: { Vaults_CheckNameAvailability: () => ({ nameAvailable: false }) },
  SystemTopicEventSubscriptions_ListBySystemTopic: {
    SystemTopics_ListBySubscription: () => ({ value: [{ id: TOPIC, properties: { source: VAULT_ID } }] }),
  },
  // Some examples are accepted and not done.
  EventSubscriptions_CreateOrUpdate: {
    EventSubscriptions_ListByResource(example) {
      const { properties, ...others } = eventSubscription.parse(example)
      return { value: [{ ...others, properties: { ...properties, provisioningState: 'Succeeded' } }] }
    },
  },
}

const NOT_FOUND: Reply = { status: 404, body: { error: { code: 'NotFound', message: 'No.' } } }

const page = z.looseObject({ nextLink: z.string().nullish() })

/** An example without the address of its next page: the examples' are placeholders, and on hosts that a client asks nothing of. */
function replyOf({ code, body }: Example): Reply {
  const { nextLink: _, ...others } = page.parse(body)
  return { status: code, body: others }
}

const named = Object.entries(examples).flatMap(([operation, all]) =>
  all.map((example) => [`${operation}: ${example.name}, ${example.code}`, operation, example] as const),
)

/** Result of a call with the example, and whether it made the request. Other requests get nothing, or their own examples. */
async function readingOf(operation: string, example: Example) {
  const name = READ_BY[operation]
  const [, call] = PORT_CALLS.find(([each]) => each === name) ?? []
  if (name === undefined || call === undefined) throw new Error(`No call reads ${operation}.`)
  const isNew = /^(?:create|mail)/.test(name)
  const wanted = OPERATION_OF[operation] ?? operation.replace('@hsm', '')
  let isAsked = false
  const { services } = bench((request) => {
    if (/\.(?:vault|managedhsm)\.azure\.net$/.test(request.url.host) && isUnauthenticated(request)) return challenge
    const asked = operationOf(request)?.operation ?? ''
    if (asked === wanted) {
      isAsked = true
      return replyOf(example)
    }
    const [other] = examples[asked] ?? []
    const body = COMES_TO[operation]?.[asked]
    if (body) return { status: 200, body: body(example.body) }
    return other && !isNew ? replyOf(other) : NOT_FOUND
  })
  return { answer: await call(services), isAsked }
}

describe.skipIf(!exists)('each answer that Microsoft publishes as an example', () => {
  it.each(named)('is read: %s', async (_, operation, example) => {
    const { answer, isAsked } = await readingOf(operation, example)
    expect(answer).toMatchObject({ ok: true })
    expect(isAsked).toBe(true)
  })
})
