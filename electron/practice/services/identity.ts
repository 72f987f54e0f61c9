import { ORIGINS } from '../addresses.ts'
import { guid, hex, type Random } from '../random.ts'
import { type Call, dispatch, empty, json, type Practice, type Route, route, type Service, ServiceRefusal } from '../service.ts'
import { type Application, type DeviceCodeState, type Person, same, timestamp } from '../state.ts'
import { audienceOf, sameAudience, TOKEN_LIFETIME } from '../tokens.ts'
import { answerDevicePage, devicePage } from './device-page.ts'

/** The identity service: OpenID metadata and the token endpoint, for client secrets, device codes and refresh tokens. */

/** How long a device code can be entered, in milliseconds of real time. */
const DEVICE_CODE_LIFETIME = 15 * 60_000

/** Audiences that the directory knows besides the organizations' own addresses. */
const AUDIENCES = [
  ORIGINS.resourceManager,
  'https://management.core.windows.net',
  'https://vault.azure.net',
  'https://service.powerapps.com',
  'https://api.powerplatform.com',
  'https://graph.microsoft.com',
  'https://service.flow.microsoft.com',
]

export const identity: Service = {
  name: 'identity',
  handle(call, practice) {
    const answer = dispatch(routes, call, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'not_found', `AADSTS900144: There is nothing at '${call.url.pathname}'.`)
  },
  refuse(refusal, { clock, random }) {
    const number = Number(/^AADSTS(\d+)/.exec(refusal.message)?.[1] ?? 0)
    return json(refusal.status, {
      error: refusal.code,
      error_description: refusal.message,
      error_codes: number ? [number] : [],
      timestamp: timestamp(clock.now()),
      trace_id: guid(random),
      correlation_id: guid(random),
    })
  },
  headers: (_call, { random }) => ({ 'x-ms-request-id': guid(random), 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' }),
}

/** The tenant a path names, by id, domain or one of the words that stand for any. */
function requireTenant(call: Call, { state }: Practice): void {
  const named = call.part('tenant')
  if (same(named, state.tenantId) || ['common', 'organizations', 'contoso.example'].some((word) => same(word, named))) return
  throw new ServiceRefusal(
    400,
    'invalid_tenant',
    `AADSTS90002: Tenant '${named}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  )
}

function openIdConfiguration(call: Call, practice: Practice) {
  requireTenant(call, practice)
  const { origin } = call.url
  const tenant = `${origin}/${practice.state.tenantId}`
  return json(200, {
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${tenant}/oauth2/v2.0/devicecode`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    tenant_region_scope: 'NA',
    cloud_instance_name: new URL(origin).host,
  })
}

function discoverInstance(call: Call, { state }: Practice) {
  const { origin, host } = call.url
  return json(200, {
    tenant_discovery_endpoint: `${origin}/${state.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  })
}

/** The audience a scope asks for, if the directory knows it. */
async function requireAudience(scope: string, { state, addresses }: Practice): Promise<string> {
  const audience = audienceOf(scope)
  const organizations = await Promise.all(state.organizations.map(({ origin }) => addresses.served(origin)))
  const known = [
    ...AUDIENCES,
    await addresses.served(ORIGINS.resourceManager),
    ...organizations,
    ...state.organizations.map(({ origin }) => origin),
  ]
  if (audience && known.some((entry) => sameAudience(entry, audience))) return audience
  throw new ServiceRefusal(
    400,
    'invalid_resource',
    `AADSTS500011: The resource principal named ${audience ?? scope} was not found in the tenant named ${state.tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  )
}

const invalidGrant = (message: string): ServiceRefusal => new ServiceRefusal(400, 'invalid_grant', message)

async function token(call: Call, practice: Practice) {
  requireTenant(call, practice)
  const form = new URLSearchParams(call.request.body)
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return clientCredentials(call, form, practice)
    case 'urn:ietf:params:oauth:grant-type:device_code':
    case 'device_code':
      return deviceToken(call, form, practice)
    case 'refresh_token':
      return refresh(call, form, practice)
    default:
      throw new ServiceRefusal(
        400,
        'unsupported_grant_type',
        `AADSTS70003: The app requested an unsupported grant type '${form.get('grant_type') ?? ''}'.`,
      )
  }
}

/** What clients are told of a token's life, in seconds of real time. */
const EXPIRES_IN = TOKEN_LIFETIME / 1000

/** Id and secret come in the form, or as user and password of a Basic header. */
function clientOf(call: Call, form: URLSearchParams): { id: string; secret: string } {
  const basic = /^Basic\s+(\S+)$/i.exec(call.request.headers['authorization'] ?? '')?.[1]
  if (!basic) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
  return { id, secret }
}

async function clientCredentials(call: Call, form: URLSearchParams, practice: Practice) {
  const client = clientOf(call, form)
  const application: Application | undefined = practice.state.applications.find(({ clientId }) => same(clientId, client.id))
  if (!application) {
    throw new ServiceRefusal(
      400,
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${client.id}' was not found in the directory '${practice.state.tenantName}'.`,
    )
  }
  if (client.secret !== application.secret) {
    throw new ServiceRefusal(
      401,
      'invalid_client',
      `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client.id}'.`,
    )
  }
  const audience = await requireAudience(form.get('scope') ?? '', practice)
  const access = practice.mint.forApplication(application, audience, practice.clock.now())
  return json(200, { token_type: 'Bearer', expires_in: EXPIRES_IN, ext_expires_in: EXPIRES_IN, access_token: access })
}

/** Eight letters that are not mistaken for one another. */
function userCode(random: Random): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ'
  return Array.from({ length: 9 }, () => letters[Math.floor(random() * letters.length)]).join('')
}

function deviceCode(call: Call, practice: Practice) {
  requireTenant(call, practice)
  const { state, clock, random } = practice
  const form = new URLSearchParams(call.request.body)
  const entry: DeviceCodeState = {
    deviceCode: hex(random, 64),
    userCode: userCode(random),
    clientId: form.get('client_id') ?? '',
    scope: form.get('scope') ?? '',
    expiresAt: clock.now() + DEVICE_CODE_LIFETIME * practice.pace,
    decision: 'pending',
  }
  state.deviceCodes.push(entry)
  const page = `${call.url.origin}/device`
  return json(200, {
    user_code: entry.userCode,
    device_code: entry.deviceCode,
    verification_uri: page,
    expires_in: DEVICE_CODE_LIFETIME / 1000,
    interval: state.behaviour.deviceCodeInterval,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${entry.userCode} to authenticate.`,
  })
}

async function deviceToken(call: Call, form: URLSearchParams, practice: Practice) {
  const { state, clock } = practice
  const entry = state.deviceCodes.find(({ deviceCode: code }) => code === form.get('device_code'))
  if (!entry) throw invalidGrant('AADSTS70019: The verification code is not known, or was used already.')
  if (entry.expiresAt <= clock.now())
    throw new ServiceRefusal(
      400,
      'expired_token',
      'AADSTS70020: The provided value for the input parameter device_code is not valid. This device code has expired.',
    )
  if (entry.decision === 'pending')
    throw new ServiceRefusal(
      400,
      'authorization_pending',
      'AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    )
  state.deviceCodes.splice(state.deviceCodes.indexOf(entry), 1)
  if (entry.decision === 'declined')
    throw new ServiceRefusal(400, 'authorization_declined', 'AADSTS70018: The user declined to sign in on the device.')
  const { personId } = entry.decision
  const person = state.people.find(({ id }) => id === personId)
  if (!person) throw invalidGrant('AADSTS50034: The user account does not exist in the directory.')
  return personTokens(call, practice, person, entry.clientId, entry.scope)
}

async function personTokens(call: Call, practice: Practice, person: Person, clientId: string, scope: string) {
  const { state, mint, clock, random } = practice
  const audience = await requireAudience(scope, practice)
  const access = mint.forPerson(person, audience, clock.now(), clientId)
  const refreshToken = `practice.${hex(random, 64)}`
  state.refreshTokens.push({ token: refreshToken, personId: person.id, clientId })
  const client = { uid: person.objectId, utid: state.tenantId }
  return json(200, {
    token_type: 'Bearer',
    scope,
    expires_in: EXPIRES_IN,
    ext_expires_in: EXPIRES_IN,
    access_token: access,
    refresh_token: refreshToken,
    id_token: mint.identity(person, clientId, `${call.url.origin}/${state.tenantId}/v2.0`, clock.now()),
    client_info: Buffer.from(JSON.stringify(client)).toString('base64url'),
  })
}

/** A refresh token belongs to one client and stays good; the answer brings a new one besides. */
async function refresh(call: Call, form: URLSearchParams, practice: Practice) {
  const { state } = practice
  const known = state.refreshTokens.find(
    (entry) => entry.token === form.get('refresh_token') && same(entry.clientId, form.get('client_id') ?? ''),
  )
  const person = state.people.find(({ id }) => id === known?.personId)
  if (!known || !person) throw invalidGrant('AADSTS700082: The refresh token has expired or is not known.')
  return personTokens(call, practice, person, known.clientId, form.get('scope') ?? '')
}

const routes: readonly Route<Call>[] = [
  route('GET', '/:tenant/v2.0/.well-known/openid-configuration', openIdConfiguration),
  route('GET', '/:tenant/discovery/instance', discoverInstance),
  route('GET', '/:tenant/discovery/v2.0/keys', () => json(200, { keys: [] })),
  route('POST', '/:tenant/oauth2/v2.0/token', token),
  route('POST', '/:tenant/oauth2/v2.0/devicecode', deviceCode),
  route('GET', '/device', devicePage),
  route('POST', '/device', answerDevicePage),
  route('GET', '/favicon.ico', () => empty(404)),
]
