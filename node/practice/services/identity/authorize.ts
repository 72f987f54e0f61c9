import { createHash } from 'node:crypto'
import { defined } from '#machines/defined.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import type { HttpResponse } from '../../exchange.ts'
import { hex } from '../../random.ts'
import { type Call, type Practice, ServiceRefusal } from '../../service.ts'
import { type Person, same } from '../../state.ts'
import { admissionRefusal, invalidGrant } from './admission.ts'
import { targetOf } from './audiences.ts'
import { drawIds, withIds } from './ids.ts'
import { asText, page, picker } from './pages.ts'
import { clientInfo, personTokens } from './person-tokens.ts'
import { contextsIn, factorNote } from './second-factor.ts'

/** Authorization code flow with PKCE for local apps. Stricter than the real service: loopback redirects only, PKCE required. */

/** Lifetime of a code, in milliseconds of real time. */
const CODE_LIFETIME = 10 * MINUTE

interface Wish {
  readonly clientId: string
  readonly redirectUri: string
  readonly state?: string
  readonly nonce?: string
  readonly scope: string
  /** Authentication contexts that its claims ask for. */
  readonly contexts: readonly string[]
  readonly challenge: string
  readonly responseMode: 'query' | 'form_post'
  readonly prompt?: string
  readonly loginHint?: string
}

const invalidRequest = (message: string): ServiceRefusal => new ServiceRefusal(400, 'invalid_request', message)

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(address)
  return (
    protocol === 'http:' &&
    ['localhost', '127.0.0.1'].includes(hostname) &&
    pathname === '/' &&
    `${search}${hash}${username}${password}` === ''
  )
}

function wishOf(call: Call): Wish {
  const asked = (name: string): string => call.query.get(name) ?? ''
  if (!asked('client_id')) throw invalidRequest("AADSTS900144: The request must contain the following parameter: 'client_id'.")
  if (!isLoopback(asked('redirect_uri')))
    throw invalidRequest(
      `AADSTS50011: The redirect URI '${asked('redirect_uri')}' specified in the request does not match the redirect URIs configured for the application '${asked('client_id')}': here those are http://localhost and http://127.0.0.1 with any port.`,
    )
  return {
    clientId: asked('client_id'),
    redirectUri: asked('redirect_uri'),
    scope: asked('scope'),
    contexts: contextsIn(call.query.get('claims')),
    challenge: asked('code_challenge'),
    responseMode: asked('response_mode') === 'form_post' ? 'form_post' : 'query',
    ...(call.query.has('state') ? { state: asked('state') } : {}),
    ...(call.query.has('nonce') ? { nonce: asked('nonce') } : {}),
    ...(call.query.has('prompt') ? { prompt: asked('prompt') } : {}),
    ...(call.query.has('login_hint') ? { loginHint: asked('login_hint') } : {}),
  }
}

const declined = new ServiceRefusal(400, 'access_denied', 'AADSTS65004: User declined to sign in.')

async function problemWith(call: Call, wish: Wish, practice: Practice): Promise<ServiceRefusal | undefined> {
  const type = call.query.get('response_type') ?? ''
  if (type !== 'code')
    return new ServiceRefusal(400, 'unsupported_response_type', `AADSTS700054: response_type '${type}' is not enabled for the application.`)
  if (call.query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(wish.challenge))
    return invalidRequest('AADSTS501491: A code_challenge of method S256 is required: PKCE proves that app and browser belong together.')
  if (wish.prompt === 'none')
    return new ServiceRefusal(400, 'login_required', 'AADSTS50058: A silent sign-in request was sent but no user is signed in.')
  try {
    await targetOf(wish.scope, practice)
  } catch (reason) {
    if (reason instanceof ServiceRefusal) return reason
    throw reason
  }
  return undefined
}

/** Account picker; always shown, as `prompt=select_account` requires. */
export async function authorizePage(call: Call, practice: Practice): Promise<HttpResponse> {
  const wish = wishOf(call)
  const problem = await problemWith(call, wish, practice)
  if (problem) return toApp(wish, refusalAnswer(problem, practice))
  const { audience } = await targetOf(wish.scope, practice)
  return page(
    200,
    'Sign in',
    `<p>The app <code>${asText(wish.clientId)}</code> on this computer asks for access to <code>${asText(audience)}</code>.</p>${factorNote(wish.contexts)}<form method="post" action="${here(call)}">${picker(practice.state.people, wish.loginHint)}<p><button name="decision" value="accept">Sign in</button> <button name="decision" value="decline">Cancel</button></p></form>`,
    [originOf(wish)],
  )
}

export async function answerAuthorizePage(call: Call, practice: Practice): Promise<HttpResponse> {
  const wish = wishOf(call)
  const problem = await problemWith(call, wish, practice)
  if (problem) return toApp(wish, refusalAnswer(problem, practice))
  const form = new URLSearchParams(call.request.body)
  if (form.get('decision') === 'decline') return toApp(wish, { ...refusalAnswer(declined, practice), error_subcode: 'cancel' })
  const person = practice.state.people.find(({ id }) => id === form.get('person'))
  if (!person) return page(400, 'Nobody was chosen', `<p><a href="${here(call)}">Go back</a> and choose who signs in.</p>`)
  const refusal = admissionRefusal(person, await targetOf(wish.scope, practice), wish.clientId, practice)
  if (!refusal) return toApp(wish, codeFor(person, wish, practice))
  if (form.get('decision') === 'report') return toApp(wish, refusalAnswer(refusal, practice))
  return refusedPage(call, wish, person, refusal)
}

const here = (call: Call): string => asText(`${call.url.pathname}${call.url.search}`)

const originOf = ({ redirectUri }: Wish): string => new URL(redirectUri).origin

/** The real page leaves the app waiting; this one can notify it. */
function refusedPage(call: Call, wish: Wish, person: Person, { message }: ServiceRefusal): HttpResponse {
  return page(
    403,
    'You cannot sign in with this account',
    `<p>${asText(message)}</p><p><a href="${here(call)}">Choose another account</a></p><form method="post" action="${here(call)}"><input type="hidden" name="person" value="${asText(person.id)}"><p><button name="decision" value="report">Tell the app</button></p></form>`,
    [originOf(wish)],
  )
}

function codeFor(person: Person, wish: Wish, { state, clock, random, pace }: Practice): Record<string, string> {
  const { clientId, redirectUri, scope, contexts, challenge, nonce } = wish
  const code = `0.${hex(random, 64)}`
  state.authorizationCodes.push({
    code,
    clientId,
    redirectUri,
    scope,
    contexts,
    challenge,
    personId: person.id,
    redeemed: false,
    ...defined({ nonce }),
    expiresAt: clock.now() + CODE_LIFETIME * pace,
  })
  return { code, client_info: clientInfo(person, state) }
}

const refusalAnswer = ({ code, message, detail }: ServiceRefusal, practice: Practice): Record<string, string> => ({
  error: code === 'invalid_grant' ? 'access_denied' : code,
  error_description: withIds(message, drawIds(practice)),
  ...(typeof detail['suberror'] === 'string' ? { suberror: detail['suberror'] } : {}),
})

/** Returns to the app by redirect, or by a form without script. */
function toApp({ redirectUri, state, responseMode, ...wish }: Wish, answer: Readonly<Record<string, string>>): HttpResponse {
  const members = { ...answer, ...defined({ state }) }
  if (responseMode === 'query') {
    const address = new URL(redirectUri)
    for (const [name, value] of Object.entries(members)) address.searchParams.set(name, value)
    return { status: 302, headers: { Location: address.href, 'Referrer-Policy': 'no-referrer' }, body: '' }
  }
  const inputs = Object.entries(members).map(([name, value]) => `<input type="hidden" name="${asText(name)}" value="${asText(value)}">`)
  return page(
    200,
    'Back to the app',
    `<form method="post" action="${asText(redirectUri)}">${inputs.join('')}<p><button>Go back to the app</button></p></form>`,
    [originOf({ ...wish, redirectUri, responseMode })],
  )
}

/** Redeems a code once, for its app with PKCE. */
export async function redeemCode(call: Call, form: URLSearchParams, practice: Practice) {
  const { state, clock } = practice
  const entry = state.authorizationCodes.find(({ code }) => code === form.get('code'))
  if (!entry) throw invalidGrant('AADSTS9002313: Invalid request. The authorization code is malformed or not known.')
  if (entry.redeemed) throw invalidGrant('AADSTS54005: OAuth2 Authorization code was already redeemed.')
  if (entry.expiresAt <= clock.now()) throw invalidGrant('AADSTS70008: The provided authorization code has expired.')
  if (!same(entry.clientId, form.get('client_id') ?? ''))
    throw invalidGrant('AADSTS70000: The provided authorization code was issued to another application.')
  if (entry.redirectUri !== form.get('redirect_uri'))
    throw invalidGrant(
      `AADSTS500112: The reply address '${form.get('redirect_uri') ?? ''}' does not match the reply address '${entry.redirectUri}' provided when requesting the authorization code.`,
    )
  const proof = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (proof !== entry.challenge)
    throw invalidGrant('AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.')
  entry.redeemed = true
  const { personId, clientId, contexts, nonce } = entry
  return personTokens(call, practice, {
    personId,
    clientId,
    contexts,
    scope: form.get('scope') ?? entry.scope,
    ...(nonce ? { nonce } : {}),
  })
}
