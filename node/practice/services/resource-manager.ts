import { ORIGINS } from '../addresses.ts'
import { callerOf, type SignInProblem } from '../authentication.ts'
import { guid } from '../random.ts'
import { type AuthenticatedCall, dispatch, json, type Practice, type Route, type Service, ServiceRefusal } from '../service.ts'
import { alertRoutes } from './alerts.ts'
import { requireVersion } from './api-versions.ts'
import { auditLogRoutes } from './audit-logs.ts'
import { authorizationRoutes } from './authorization.ts'
import { eligibleRoleRoutes } from './eligible-roles.ts'
import { policies } from './enterprise-policies.ts'
import { SECOND_FACTOR, SECOND_FACTOR_CLAIMS } from './identity/second-factor.ts'
import { keyResourceRoutes } from './key-resources.ts'
import { keyVaultRoutes } from './key-vaults.ts'
import { lockRoutes } from './locks.ts'
import { managedHsmRoutes } from './managed-hsms.ts'
import { privateEndpointRoutes } from './private-endpoints.ts'
import { resourceListRoutes } from './resource-lists.ts'
import { subscriptionRoutes } from './subscriptions.ts'

const AUDIENCES = [ORIGINS.resourceManager, 'https://management.core.windows.net']

const routes: readonly Route[] = [
  ...subscriptionRoutes,
  ...resourceListRoutes,
  ...authorizationRoutes,
  ...lockRoutes,
  ...auditLogRoutes,
  ...alertRoutes,
  ...eligibleRoleRoutes,
  ...keyVaultRoutes,
  ...managedHsmRoutes,
  ...keyResourceRoutes,
  ...privateEndpointRoutes,
  ...policies.routes,
]

/** For Azure CLI and Azure PowerShell; without a sign-in, as in the real service. */
async function metadataEndpoints({ addresses }: Practice) {
  const login = await addresses.served(ORIGINS.identity)
  const resourceManager = await addresses.served(ORIGINS.resourceManager)
  const directory = await addresses.served(ORIGINS.directory)
  return json(200, {
    name: 'PracticeTenant',
    portal: 'https://portal.azure.com',
    authentication: {
      loginEndpoint: login,
      audiences: [`${ORIGINS.resourceManager}/`, 'https://management.core.windows.net/'],
      tenant: 'common',
      identityProvider: 'AAD',
    },
    resourceManager,
    graph: directory,
    graphEndpoint: directory,
    graphAudience: directory,
    microsoftGraphResourceId: directory,
    activeDirectoryDataLake: 'https://datalake.azure.net/',
    batch: 'https://batch.core.windows.net/',
    gallery: 'https://gallery.azure.com/',
    media: 'https://rest.media.azure.net',
    sqlManagement: 'https://management.core.windows.net:8443/',
    vmImageAliasDoc: 'https://raw.githubusercontent.com/Azure/azure-rest-api-specs/main/arm-compute/quickstart-templates/aliases.json',
    suffixes: {
      keyVaultDns: 'vault.azure.net',
      storage: 'core.windows.net',
      sqlServerHostname: 'database.windows.net',
      mhsmDns: 'managedhsm.azure.net',
      acrLoginServer: 'azurecr.io',
    },
  })
}

export const resourceManager: Service = {
  name: 'resource-manager',
  async handle(call, practice) {
    if (call.request.method === 'GET' && /^\/metadata\/endpoints\/?$/i.test(call.url.pathname)) return metadataEndpoints(practice)
    const audiences = [...AUDIENCES, await practice.addresses.served(ORIGINS.resourceManager)]
    const caller = callerOf(call, practice, audiences, (problem) => signInRefusal(problem, practice))
    await requireSecondFactor({ ...call, caller }, practice)
    requireVersion(call.url.pathname, call.query.get('api-version'))
    const answer = dispatch(routes, { ...call, caller }, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'InvalidResourceType', `The resource type could not be found for the path '${call.url.pathname}'.`)
  },
  refuse: (refusal) =>
    json(
      refusal.status,
      { error: { code: refusal.code, message: refusal.message, ...refusal.detail } },
      { ...refusal.headers, 'x-ms-failure-cause': 'gateway' },
    ),
  headers(call, { random, state }) {
    const id = guid(random)
    const left = { GET: 'reads', HEAD: 'reads', DELETE: 'deletes' }[call.request.method] ?? 'writes'
    return {
      'x-ms-request-id': id,
      'x-ms-correlation-request-id': guid(random),
      'x-ms-routing-request-id': `EASTUS:20261124T000000Z:${id}`,
      [`x-ms-ratelimit-remaining-subscription-${left}`]: String(Math.max(0, 11_999 - state.counters.requests)),
    }
  },
}

function signInRefusal(problem: SignInProblem, { state }: Practice): ServiceRefusal {
  const challenge = (why: string) => ({
    headers: {
      'WWW-Authenticate': `Bearer authorization_uri="https://login.microsoftonline.com/${state.tenantId}", error="invalid_token", error_description="${why}"`,
    },
  })
  const refuse = (code: string, message: string) => new ServiceRefusal(401, code, message, challenge(message.replaceAll('"', "'")))
  if (typeof problem === 'object') {
    return refuse(
      'InvalidAuthenticationTokenAudience',
      `The access token has been obtained for wrong audience or resource '${problem.audience}'. It should exactly match with one of the allowed audiences '${AUDIENCES.join(',')}'.`,
    )
  }
  switch (problem) {
    case 'missing':
      return refuse('AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.")
    case 'expired':
      return refuse('ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than current UTC time.')
    case 'other-tenant':
      return refuse(
        'InvalidAuthenticationTokenTenant',
        `The access token is from the wrong issuer. It must match the tenant '${state.tenantId}' associated with this subscription.`,
      )
    default:
      return refuse('InvalidAuthenticationToken', 'The access token is invalid.')
  }
}

/** Of people, for changes. Source: Microsoft Entra, “Plan for mandatory multifactor authentication”, phase 2: apps and reading are exempt. */
async function requireSecondFactor({ request, url, caller }: AuthenticatedCall, { state, addresses }: Practice): Promise<void> {
  const isReading = ['GET', 'HEAD'].includes(request.method) || /\/checkNameAvailability$/i.test(url.pathname)
  if (!state.behaviour.asksSecondFactor || isReading || caller.kind !== 'User' || caller.contexts.includes(SECOND_FACTOR)) return
  const authority = `${await addresses.served(ORIGINS.identity)}/${state.tenantId}/oauth2/authorize`
  const claims = Buffer.from(SECOND_FACTOR_CLAIMS).toString('base64')
  throw new ServiceRefusal(
    401,
    'RequestDisallowedByPolicy',
    `Resource '${url.pathname.split('/').at(-1)}' was disallowed by policy. Reasons: 'MFA is required'. See error details for policy resource IDs.`,
    {
      headers: {
        'WWW-Authenticate': `Bearer realm="", authorization_uri="${authority}", error="insufficient_claims", claims="${claims}"`,
      },
    },
  )
}
