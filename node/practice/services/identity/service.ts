import { openIdKey } from '../../openid-key.ts'
import { guid } from '../../random.ts'
import {
  type Call,
  dispatch,
  empty,
  type Handler,
  json,
  type Practice,
  type Route,
  route,
  type Service,
  ServiceRefusal,
} from '../../service.ts'
import { same } from '../../state.ts'
import { clientCredentials } from './applications.ts'
import { answerAuthorizePage, authorizePage, redeemCode } from './authorize.ts'
import { answerDevicePage, deviceCode, devicePage, deviceToken } from './device.ts'
import { drawIds, withIds } from './ids.ts'
import { asText, page } from './pages.ts'
import { refresh } from './person-tokens.ts'

/** Metadata, and tokens by browser, device code, client secret, certificate and refresh token. */
export const identity: Service = {
  name: 'identity',
  handle(call, practice) {
    const answer = dispatch(routes, call, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'not_found', `AADSTS900144: There is nothing at '${call.url.pathname}'.`)
  },
  refuse({ status, code, message, detail }, practice) {
    const number = Number(/^AADSTS(\d+)/.exec(message)?.[1] ?? 0)
    const ids = drawIds(practice)
    return json(status, {
      error: code,
      error_description: withIds(message, ids),
      error_codes: number ? [number] : [],
      timestamp: ids.at,
      trace_id: ids.traceId,
      correlation_id: ids.correlationId,
      ...detail,
    })
  },
  headers: (_call, { random }) => ({ 'x-ms-request-id': guid(random), 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' }),
}

const ANY_TENANT = ['common', 'organizations']

const inTenant =
  (handle: Handler<Call>): Handler<Call> =>
  (call, practice) => {
    const { tenantId, tenantDomain } = practice.state
    const named = call.part('tenant')
    if ([tenantId, tenantDomain, ...ANY_TENANT].some((word) => same(word, named))) return handle(call, practice)
    throw new ServiceRefusal(
      400,
      'invalid_tenant',
      `AADSTS90002: Tenant '${named}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    )
  }

function openIdConfiguration(call: Call, practice: Practice) {
  const { origin } = call.url
  const named = ANY_TENANT.find((word) => same(word, call.part('tenant')))
  const tenant = `${origin}/${named ?? practice.state.tenantId}`
  return json(200, {
    issuer: `${named ? `${origin}/{tenantid}` : tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${tenant}/oauth2/v2.0/devicecode`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
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

async function token(call: Call, practice: Practice) {
  const form = new URLSearchParams(call.request.body)
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return clientCredentials(call, form, practice)
    case 'authorization_code':
      return redeemCode(call, form, practice)
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

/** Browsers get a page instead of JSON. */
const asPage =
  (handle: Handler<Call>): Handler<Call> =>
  async (call, practice) => {
    try {
      return await handle(call, practice)
    } catch (reason) {
      if (!(reason instanceof ServiceRefusal)) throw reason
      return page(reason.status, 'This sign-in cannot go on', `<p>${asText(reason.message)}</p><p>You may close this page.</p>`)
    }
  }

const routes: readonly Route<Call>[] = [
  route('GET', '/:tenant/v2.0/.well-known/openid-configuration', inTenant(openIdConfiguration)),
  route('GET', '/:tenant/discovery/instance', discoverInstance),
  route('GET', '/:tenant/discovery/v2.0/keys', () => json(200, { keys: [openIdKey().published] })),
  route('GET', '/:tenant/oauth2/v2.0/authorize', asPage(inTenant(authorizePage))),
  route('POST', '/:tenant/oauth2/v2.0/authorize', asPage(inTenant(answerAuthorizePage))),
  route('POST', '/:tenant/oauth2/v2.0/token', inTenant(token)),
  route('POST', '/:tenant/oauth2/v2.0/devicecode', inTenant(deviceCode)),
  route('GET', '/:tenant/oauth2/v2.0/logout', () => page(200, 'Signed out', '<p>You may close this page.</p>')),
  route('GET', '/device', devicePage),
  route('POST', '/device', answerDevicePage),
  route('GET', '/favicon.ico', () => empty(404)),
]
