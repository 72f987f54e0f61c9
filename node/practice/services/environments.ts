import * as z from 'zod'
import { regionalPowerPlatform } from '../addresses.ts'
import type { EnvironmentPayload } from '../environment-payload.ts'
import type { HttpResponse } from '../exchange.ts'
import { GOVERNANCE_DURATION, ongoing, startOperation } from '../operations.ts'
import { ADMINISTRATOR_ROLES, administersPowerPlatform } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type EnvironmentState, type OperationState, same } from '../state.ts'

/** Environments of the admin API: lists, reads, Managed Environments. */

const PREFIX = '/providers/Microsoft.BusinessAppPlatform'

const governanceBody = z.looseObject({ protectionLevel: z.enum(['Standard', 'Basic']), settings: z.unknown().optional() })

/** Value for "no security group". */
const NO_GROUP = '00000000-0000-0000-0000-000000000000'

/**
 * Administrators see all environments, others those with their Dataverse user. A Dynamics 365 administrator is limited
 * to the environment's security group.
 */
function sees(call: AuthenticatedCall, { state }: Practice, environment: EnvironmentState): boolean {
  const { directoryRoles } = call.caller
  const group = environment.payload.properties.linkedEnvironmentMetadata?.securityGroupId
  const { powerPlatform, global } = ADMINISTRATOR_ROLES
  const holds = (role: string) => directoryRoles.some((held) => same(held, role))
  if (holds(powerPlatform) || holds(global) || (administersPowerPlatform(directoryRoles) && (!group || group === NO_GROUP))) return true
  const organization = state.organizations.find((entry) => entry.environment === environment.payload.name)
  return organization?.users.some((user) => same(user, call.caller.objectId)) ?? false
}

export function environmentNotFound(id: string): ServiceRefusal {
  return new ServiceRefusal(404, 'EnvironmentNotFound', `The environment '${id}' could not be found in the tenant.`)
}

/** The environment if readable, otherwise "not found". */
export function environmentOf(call: AuthenticatedCall, practice: Practice): EnvironmentState {
  const id = call.part('environment')
  const environment = practice.state.environments.find(({ payload }) => same(payload.name, id))
  if (!environment || !sees(call, practice, environment)) throw environmentNotFound(id)
  return environment
}

/** Names in `$expand`, without their path. */
function expanded(call: AuthenticatedCall): (name: string) => boolean {
  const names = (call.query.get('$expand') ?? '').split(',').map((name) =>
    name
      .trim()
      .replaceAll('/', '.')
      .replace(/^properties\./, ''),
  )
  return (name) => names.some((entry) => same(entry, name))
}

const PERMISSIONS = [
  'ReadEnvironment',
  'UpdateEnvironment',
  'DeleteEnvironment',
  'ManageProtectionKeys',
  'ManageEnvironmentGovernance',
  'ManageDatabaseUsers',
]

async function render(
  call: AuthenticatedCall,
  practice: Practice,
  { payload }: EnvironmentState,
  scope: 'admin' | 'maker',
): Promise<EnvironmentPayload> {
  const { state, addresses } = practice
  // Copied only if different: a tenant may have thousands.
  const properties = { ...payload.properties }
  const copy = { ...payload, properties }
  const expands = expanded(call)
  if (state.behaviour.policiesOnlyWhenExpanded && !expands('enterprisePolicies')) delete properties.enterprisePolicies
  if (!expands('permissions')) delete properties.permissions
  else
    properties.permissions ??= administersPowerPlatform(call.caller.directoryRoles)
      ? Object.fromEntries(PERMISSIONS.map((name) => [name, {}]))
      : { ReadEnvironment: {} }
  const { linkedEnvironmentMetadata, runtimeEndpoints } = properties
  if (linkedEnvironmentMetadata)
    properties.linkedEnvironmentMetadata = await served(linkedEnvironmentMetadata, ['instanceUrl', 'instanceApiUrl'], addresses)
  if (runtimeEndpoints) properties.runtimeEndpoints = await served(runtimeEndpoints, ['microsoft.BusinessAppPlatform'], addresses)
  if (scope === 'maker') return { ...copy, id: `${PREFIX}/environments/${copy.name}`, type: 'Microsoft.BusinessAppPlatform/environments' }
  return copy
}

async function served<Holder extends object>(
  holder: Holder,
  members: readonly string[],
  addresses: Practice['addresses'],
): Promise<Holder> {
  const copies = members.map(async (member) => {
    const address: unknown = Reflect.get(holder, member)
    if (typeof address !== 'string' || !URL.canParse(address)) return []
    const { origin } = new URL(address)
    return [[member, address.replace(origin, await addresses.served(origin))]]
  })
  return { ...holder, ...Object.fromEntries((await Promise.all(copies)).flat()) }
}

async function list(call: AuthenticatedCall, practice: Practice, scope: 'admin' | 'maker') {
  const administrator = administersPowerPlatform(call.caller.directoryRoles)
  const visible = practice.state.environments.filter(
    (environment) => (scope === 'maker' || administrator) && sees(call, practice, environment),
  )
  return json(200, { value: await Promise.all(visible.map((environment) => render(call, practice, environment, scope))) })
}

async function read(call: AuthenticatedCall, practice: Practice, scope: 'admin' | 'maker') {
  const environment = environmentOf(call, practice)
  if (scope === 'admin' && !administersPowerPlatform(call.caller.directoryRoles)) throw environmentNotFound(call.part('environment'))
  return json(200, await render(call, practice, environment, scope))
}

/** Only administrators change environments; the error names the permission. */
export function requirePermission(call: AuthenticatedCall, permission: string): void {
  if (administersPowerPlatform(call.caller.directoryRoles)) return
  throw new ServiceRefusal(
    403,
    'EnvironmentAccess',
    `The user with object id '${call.caller.objectId}' does not have access to the environment '${call.part('environment')}'. Reason: UserMissingRequiredPermission. Required permission: ${permission}.`,
  )
}

/** Only one operation at a time. */
export function requireIdle({ state }: Practice, { payload }: EnvironmentState): void {
  if (ongoing(state, payload.name)) {
    throw new ServiceRefusal(
      409,
      'OperationNotStartable',
      `This operation cannot be performed because there is an active lifecycle operation on the environment ${payload.name}.`,
    )
  }
}

export function notPerformable(message: string): ServiceRefusal {
  return new ServiceRefusal(400, 'InvalidLifecycleOperationRequest', message)
}

export function showOngoing({ payload }: EnvironmentState, operation: OperationState): void {
  payload.properties.ongoingOperation = { id: operation.id, type: { id: operation.type }, links: {} }
}

/**
 * The 202. Sources differ on the header with the operation and its case, so the variants alternate. Polling uses the geography's own host.
 */
export async function accepted(
  { state, addresses }: Practice,
  { payload }: EnvironmentState,
  operation: OperationState,
): Promise<HttpResponse> {
  const host = await addresses.served(regionalPowerPlatform(payload.location))
  const address = `${host}${PREFIX}/lifecycleOperations/${operation.id}?api-version=2023-06-01`
  const turn = state.counters.accepted
  state.counters.accepted += 1
  const variants = ['both', 'operation-location', 'location'] as const
  const chosen = state.behaviour.acceptedHeaders === 'in-turn' ? variants[turn % variants.length] : state.behaviour.acceptedHeaders
  const lower = turn % 2 === 1
  const name = (word: string) => (lower ? word.toLowerCase() : word)
  return empty(202, {
    ...(chosen === 'location' ? {} : { [name('Operation-Location')]: address }),
    ...(chosen === 'operation-location' ? {} : { [name('Location')]: address }),
    [name('Retry-After')]: '5',
  })
}

async function govern(call: AuthenticatedCall, practice: Practice) {
  const environment = environmentOf(call, practice)
  requirePermission(call, 'ManageEnvironmentGovernance')
  const wanted = call.request.body === '' ? { protectionLevel: 'Standard' as const } : bodyOf(call, governanceBody)
  const { payload } = environment
  if (payload.properties.parentEnvironmentGroup?.id)
    throw new ServiceRefusal(409, '', 'The environment belongs to an environment group, which governs it.')
  const now = payload.properties.governanceConfiguration?.protectionLevel ?? 'Basic'
  if (now === 'Standard' && wanted.protectionLevel === 'Standard' && practice.state.behaviour.refusesManagedAgain)
    throw new ServiceRefusal(409, '', 'The environment is a Managed Environment already.')
  const type =
    wanted.protectionLevel === 'Basic'
      ? 'DisableGovernanceConfiguration'
      : now === 'Standard'
        ? 'UpdateGovernanceConfiguration'
        : 'EnableGovernanceConfiguration'
  if (!payload.properties.linkedEnvironmentMetadata)
    throw notPerformable(
      `${type} cannot be performed because there is no linked CDS instance or the CDS instance version is not supported.`,
    )
  if (wanted.protectionLevel === 'Basic' && payload.properties.enterprisePolicies?.customerManagedKeys) {
    throw notPerformable(`${type} cannot be performed on Power Platform environment because of the governance configuration.`)
  }
  requireIdle(practice, environment)
  const titles = {
    EnableGovernanceConfiguration: 'Enable Managed Environment',
    UpdateGovernanceConfiguration: 'Update Managed Environment',
    DisableGovernanceConfiguration: 'Disable Managed Environment',
  }
  const operation = startOperation(practice, call.caller, {
    environment: payload.name,
    type,
    typeDisplayName: titles[type],
    purpose: { kind: 'governance', protectionLevel: wanted.protectionLevel },
    duration: GOVERNANCE_DURATION,
  })
  showOngoing(environment, operation)
  return accepted(practice, environment, operation)
}

export const environmentRoutes: readonly Route[] = [
  route('GET', `${PREFIX}/scopes/admin/environments`, (call, practice) => list(call, practice, 'admin')),
  route('GET', `${PREFIX}/scopes/admin/environments/:environment`, (call, practice) => read(call, practice, 'admin')),
  route('GET', `${PREFIX}/environments`, (call, practice) => list(call, practice, 'maker')),
  route('GET', `${PREFIX}/environments/:environment`, (call, practice) => read(call, practice, 'maker')),
  route('POST', `${PREFIX}/environments/:environment/governanceConfiguration`, govern),
]
