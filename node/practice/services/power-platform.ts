import { callerOf, type SignInProblem } from '../authentication.ts'
import { endOf, operationJson } from '../operations.ts'
import { guid } from '../random.ts'
import { administersPowerPlatform } from '../rights.ts'
import {
  type AuthenticatedCall,
  type Call,
  dispatch,
  empty,
  json,
  type Practice,
  type Route,
  route,
  type Service,
  ServiceRefusal,
} from '../service.ts'
import { same } from '../state.ts'
import { environmentRoutes } from './environments.ts'
import { policyLinkRoutes } from './policy-links.ts'

/** Power Platform admin API (BAP), on the global and the geographies' hosts. */

const AUDIENCE = 'https://service.powerapps.com'

/** Versions in public sources; others are refused. */
const VERSIONS = [
  '2016-11-01',
  '2018-01-01',
  '2018-10-01',
  '2019-05-01',
  '2019-10-01',
  '2020-06-01',
  '2020-08-01',
  '2020-10-01',
  '2021-04-01',
  '2023-06-01',
  '2024-05-01',
  '2026-06-01',
]

export const powerPlatform: Service = {
  name: 'power-platform',
  handle(call, practice) {
    const caller = callerOf(call, practice, [AUDIENCE], signInRefusal)
    const version = call.query.get('api-version') ?? ''
    if (!VERSIONS.includes(version))
      throw new ServiceRefusal(
        400,
        'InvalidApiVersion',
        `The api-version '${version}' is invalid. The supported versions are '${VERSIONS.join(',')}'.`,
      )
    const known = { ...call, caller }
    requireRegisteredApplication(known, practice)
    const answer = dispatch(routes, known, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'NotFound', `No HTTP resource was found that matches the request URI '${call.url.href}'.`)
  },
  refuse: (refusal) => {
    // Some refusals have no body.
    if (refusal.code === '') return { status: refusal.status, headers: refusal.headers, body: '' }
    return json(
      refusal.status,
      { error: { code: refusal.code, message: refusal.message, detailUrlType: 'NotSpecified', ...refusal.detail } },
      refusal.headers,
    )
  },
  headers: (_call, { random }) => ({
    'x-ms-correlation-id': guid(random),
    'x-ms-request-id': guid(random),
    'x-ms-activity-vector': 'IN.0A',
  }),
}

function signInRefusal(problem: SignInProblem): ServiceRefusal {
  const why =
    typeof problem === 'object'
      ? `The token's audience '${problem.audience}' is not accepted by this service.`
      : problem === 'missing'
        ? 'The request carries no access token.'
        : `The access token is ${problem}.`
  return new ServiceRefusal(401, 'Unauthorized', why, {
    headers: { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${why}"` },
  })
}

/** A service principal needs registration as a management application. */
function requireRegisteredApplication(call: AuthenticatedCall, { state }: Practice): void {
  if (call.caller.kind !== 'ServicePrincipal') return
  if (state.applications.some((application) => same(application.objectId, call.caller.objectId) && application.managesPowerPlatform)) return
  throw new ServiceRefusal(
    403,
    'Forbidden',
    `The service principal with id '${call.caller.objectId}' for application ${call.caller.clientId} does not have permission to access the path '${call.url.pathname}' in tenant ${state.tenantId}.`,
  )
}

function readOperation(call: AuthenticatedCall, practice: Practice) {
  const id = call.part('operation')
  const operation = practice.state.operations.find((entry) => same(entry.id, id))
  if (!operation || !administersPowerPlatform(call.caller.directoryRoles))
    throw new ServiceRefusal(404, 'OperationNotFound', `The operation '${id}' could not be found.`)
  const running = practice.clock.now() < endOf(operation)
  return json(200, operationJson(operation, practice), running ? { 'Retry-After': '10' } : {})
}

/** Newest first. */
function listOperations(call: AuthenticatedCall, practice: Practice) {
  const filter = call.query.get('$filter') ?? ''
  const environment = /^\s*environment\s+eq\s+'([^']+)'\s*$/i.exec(filter)?.[1]
  if (!environment)
    throw new ServiceRefusal(
      400,
      'InvalidRequestContent',
      `The filter '${filter}' is not supported. Filter by environment, as in environment eq '{id}'.`,
    )
  if (!administersPowerPlatform(call.caller.directoryRoles)) return json(200, { value: [] })
  const found = practice.state.operations.filter((entry) => same(entry.environment, environment)).sort((a, b) => b.createdAt - a.createdAt)
  return json(200, { value: found.map((operation) => operationJson(operation, practice)) })
}

function adminApplication(call: AuthenticatedCall, { state }: Practice) {
  const id = call.part('client')
  if (!administersPowerPlatform(call.caller.directoryRoles))
    throw new ServiceRefusal(403, 'Forbidden', 'The caller does not administer Power Platform.')
  const application = state.applications.find(({ clientId }) => same(clientId, id))
  if (!application) throw new ServiceRefusal(404, 'ApplicationNotFound', `The application '${id}' could not be found in the tenant.`)
  if (call.request.method !== 'GET') application.managesPowerPlatform = call.request.method === 'PUT'
  else if (!application.managesPowerPlatform)
    throw new ServiceRefusal(404, 'ApplicationNotFound', `The application '${id}' is not registered.`)
  return call.request.method === 'DELETE' ? empty(204) : json(200, { applicationId: application.clientId })
}

const LOCATIONS: readonly { name: string; displayName: string; azureRegions: string[] }[] = [
  { name: 'unitedstates', displayName: 'United States', azureRegions: ['eastus', 'westus'] },
  { name: 'europe', displayName: 'Europe', azureRegions: ['westeurope', 'northeurope'] },
  { name: 'unitedkingdom', displayName: 'United Kingdom', azureRegions: ['uksouth', 'ukwest'] },
]

const PREFIX = '/providers/Microsoft.BusinessAppPlatform'

function listLocations(_call: Call) {
  const value = LOCATIONS.map(({ name, displayName, azureRegions }, index) => ({
    id: `${PREFIX}/locations/${name}`,
    type: 'Microsoft.BusinessAppPlatform/locations',
    name,
    properties: {
      displayName,
      isDefault: index === 0,
      isDisabled: false,
      canProvisionDatabase: true,
      canProvisionCustomerEngagementDatabase: true,
      azureRegions,
    },
  }))
  return json(200, { value })
}

const routes: readonly Route[] = [
  ...environmentRoutes,
  ...policyLinkRoutes,
  route('GET', `${PREFIX}/lifecycleOperations`, listOperations),
  route('GET', `${PREFIX}/lifecycleOperations/:operation`, readOperation),
  route('GET', `${PREFIX}/locations`, listLocations),
  ...['GET', 'PUT', 'DELETE'].map((method) => route(method, `${PREFIX}/adminApplications/:client`, adminApplication)),
]
