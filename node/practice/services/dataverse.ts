import { ORIGINS } from '../addresses.ts'
import { callerOf, type SignInProblem } from '../authentication.ts'
import { ConnectionDropped } from '../exchange.ts'
import { guid } from '../random.ts'
import {
  type AuthenticatedCall,
  type Call,
  dispatch,
  json,
  type Practice,
  type Route,
  route,
  type Service,
  ServiceRefusal,
} from '../service.ts'
import { type OrganizationState, same } from '../state.ts'

/** Dataverse: a host per organization, with the integration function. */

export const dataverse: Service = {
  name: 'dataverse',
  async handle(call, practice) {
    const organization = organizationOf(call, practice)
    const login = await practice.addresses.served(ORIGINS.identity)
    const audiences = [organization.origin, await practice.addresses.served(organization.origin)]
    const caller = callerOf(call, practice, audiences, (problem) =>
      signInRefusal(problem, `${login}/${practice.state.tenantId}/oauth2/authorize`, call.url.origin),
    )
    if (!organization.users.some((user) => same(user, caller.objectId)))
      throw new ServiceRefusal(403, '0x80072560', 'The user is not a member of the organization.')
    const answer = dispatch(routes, { ...call, caller }, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, '0x80060888', `Resource not found for the segment '${call.url.pathname.split('/').at(-1)}'.`)
  },
  refuse: (refusal) => {
    if (refusal.status === 401)
      return {
        status: 401,
        headers: { ...refusal.headers, 'Content-Type': 'text/html' },
        body: 'HTTP Error 401 - Unauthorized: Access is denied',
      }
    return json(
      refusal.status,
      { error: { code: refusal.code, message: refusal.message } },
      { ...refusal.headers, 'Content-Type': 'application/json; odata.metadata=minimal' },
    )
  },
  headers(_call, { random }) {
    const id = guid(random)
    return { 'x-ms-service-request-id': id, REQ_ID: guid(random), 'x-ms-request-id': id, 'OData-Version': '4.0' }
  },
}

function organizationOf(call: Call, { state }: Practice): OrganizationState {
  const organization = state.organizations.find(({ origin }) => origin === call.origin)
  if (!organization) throw new ConnectionDropped(`getaddrinfo ENOTFOUND ${new URL(call.origin).hostname}`)
  return organization
}

function signInRefusal(_problem: SignInProblem, authorize: string, resource: string): ServiceRefusal {
  return new ServiceRefusal(401, 'Unauthorized', 'Access is denied', {
    headers: { 'WWW-Authenticate': `Bearer authorization_uri=${authorize}, resource_id=${resource}/` },
  })
}

function integrationDetails(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const organization = organizationOf(call, practice)
  const environment = state.environments.find(({ payload }) => payload.name === organization.environment)
  const app = environment?.payload.properties.linkedAppMetadata
  if (!organization.integrated)
    throw new ServiceRefusal(400, '0x80048d0b', "Dataverse instance isn't integrated with finance and operations.")
  return json(
    200,
    {
      '@odata.context': `${call.url.origin}/api/data/${call.part('version')}/$metadata#Microsoft.Dynamics.CRM.RetrieveFinanceAndOperationsIntegrationDetailsResponse`,
      Url: (app?.url ?? organization.integratedWith)?.replace(/\/+$/, '') ?? '',
      TenantId: state.tenantId,
      Id: app?.id ?? '',
      IsUnifiedDatabase: same(app?.type, 'Internal'),
    },
    { 'Content-Type': 'application/json; odata.metadata=minimal' },
  )
}

const routes: readonly Route[] = [
  route('GET', '/api/data/:version/RetrieveFinanceAndOperationsIntegrationDetails', integrationDetails),
  route('GET', '/api/data/:version/RetrieveFinanceAndOperationsIntegrationDetails()', integrationDetails),
]
