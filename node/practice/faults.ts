import { HOUR } from '#machines/engine/durations.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { MANAGED_HSM_AUDIENCE, ORIGINS } from './addresses.ts'
import { ConnectionDropped, type HttpResponse, NeverAnswered } from './exchange.ts'
import { type Call, type Practice, type Service, ServiceRefusal } from './service.ts'
import { SECOND_FACTOR_CLAIMS } from './services/identity/second-factor.ts'

/**
 * Faults of a call. `before`: the service never got it; `after`: the service executed it and the answer is lost or
 * damaged. Others up to `redirect-elsewhere` replace the service, except `409-already-so` and `500-after`.
 */
export const FAULTS = [
  '401-expired',
  '401-wrong-audience',
  '401-claims-challenge',
  '401-second-factor',
  '403',
  '404',
  '409-busy',
  /** Executed, and answered as a repetition, as a client sees whose first answer was lost. */
  '409-already-so',
  /** Executed, but answered as a failure. */
  '500-after',
  '412',
  '429-seconds',
  '429-date',
  '500',
  '502-html',
  '503',
  'unknown-code',
  'redirect-elsewhere',
  /** The service's clock is an hour ahead, in `Date` and `Retry-After`. */
  'clock-skew',
  'time-out-before',
  'time-out-after',
  'reset-before',
  'reset-after',
  'slow-body',
  'cut-body',
  /** Half a document without a transport error. */
  'malformed-json',
  'empty-body',
  /** Every state in the answer is an undocumented word. */
  'unknown-state',
  'wrong-content-type',
] as const

export type Fault = (typeof FAULTS)[number]

export interface FaultRule {
  readonly method: string
  /** Case-insensitive path without query: `*` matches one segment, `**` anything. */
  readonly path: string
  /** Only the nth matching call, counted from setting the rule; absent: all. */
  readonly nth?: number
  readonly fault: Fault
}

export interface Faults {
  /** @returns removes the rule, and counts its calls */
  set(rule: FaultRule): { readonly callOff: () => void; readonly met: () => number }
  /** Fault for this call: the earliest rule wins; every matching rule counts the call. */
  meeting(method: string, path: string): Fault | undefined
}

const EACH = /[.+?^${}()|[\]\\]|\*\*|\*/g

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(EACH, (found) => (found === '**' ? '.*' : found === '*' ? '[^/]*' : `\\${found}`))}/?$`, 'i')

export function createFaults(rules: readonly FaultRule[] = []): Faults {
  const inForce: { readonly rule: FaultRule; readonly pattern: RegExp; fitted: number; met: number }[] = []
  const faults: Faults = {
    set(rule) {
      const entry = { rule, pattern: patternOf(rule.path), fitted: 0, met: 0 }
      inForce.push(entry)
      const callOff = (): void => {
        const place = inForce.indexOf(entry)
        if (place !== -1) inForce.splice(place, 1)
      }
      return { callOff, met: () => entry.met }
    },
    meeting(method, path) {
      let found: (typeof inForce)[number] | undefined
      for (const entry of inForce) {
        const { rule, pattern } = entry
        if ((rule.method !== '*' && rule.method.toUpperCase() !== method) || !pattern.test(path)) continue
        entry.fitted += 1
        if (rule.nth === undefined || rule.nth === entry.fitted) found ??= entry
      }
      if (found) found.met += 1
      return found?.rule.fault
    },
  }
  for (const rule of rules) faults.set(rule)
  return faults
}

/** Parses `METHOD PATH-PATTERN [nth] FAULT`. */
export function readFaultRule(text: string): FaultRule | undefined {
  const [method = '', path = '', ...rest] = text.trim().split(/\s+/)
  const [nth, name] = rest.length === 2 ? [Number(rest[0]), rest[1]] : [undefined, rest[0]]
  const fault = FAULTS.find((known) => known === name)
  if (!/^(\*|[A-Z]+)$/i.test(method) || !/^[/*]/.test(path) || rest.length > 2 || !fault) return undefined
  if (nth === undefined) return { method, path, fault }
  return Number.isInteger(nth) && nth > 0 ? { method, path, nth, fault } : undefined
}

const WAIT = 5
/** Duration of a slow answer in milliseconds: shorter than any client's time-out. */
const SLOW = 30_000

const PAGE = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** Replaces the service's answer; undefined if the service gets the call. */
export async function insteadOf(fault: Fault, service: Service, { origin }: Call, practice: Practice): Promise<HttpResponse | undefined> {
  const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}): HttpResponse =>
    service.refuse(new ServiceRefusal(status, code, message, { headers }), practice)
  const at = (milliseconds: number): string => new Date(practice.clock.now() + milliseconds).toUTCString()
  const throttle = (headers: Record<string, string>): HttpResponse =>
    refuse(429, 'TooManyRequests', 'The request is being throttled. Too many requests have been received.', headers)
  switch (fault) {
    case '401-expired':
    case '401-wrong-audience':
    case '401-claims-challenge':
    case '401-second-factor':
      return refuse(401, SIGN_IN[fault].code, SIGN_IN[fault].message, {
        'WWW-Authenticate': await challengeFor(fault, service, origin, practice),
      })
    case '403':
      return refuse(403, 'AuthorizationFailed', 'The client does not have authorization to perform this action.')
    case '404':
      return refuse(404, 'ResourceNotFound', 'The resource was not found.')
    case '409-busy':
      return service.name === 'power-platform'
        ? refuse(409, 'OperationNotStartable', 'The operation cannot be started: another one is running on the environment.')
        : refuse(409, 'AnotherOperationInProgress', 'Another operation on this or a dependent resource is in progress.')
    case '412':
      return refuse(412, 'PreconditionFailed', 'A precondition of the request does not hold.')
    case '429-seconds':
      return throttle({ 'Retry-After': String(WAIT) })
    case '429-date':
      return throttle({ 'Retry-After': at(WAIT * 1000) })
    case 'clock-skew':
      return throttle({ Date: at(HOUR), 'Retry-After': at(HOUR + WAIT * 1000) })
    case '500':
      return refuse(500, 'InternalServerError', 'The server encountered an internal error.')
    case '502-html':
      return { status: 502, headers: { 'Content-Type': 'text/html' }, body: PAGE }
    case '503':
      return refuse(503, 'ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.')
    case 'unknown-code':
      return refuse(400, 'FluxCapacitorMisaligned', 'The request could not be completed for a reason that no document names.')
    case 'redirect-elsewhere':
      return { status: 302, headers: { Location: 'https://sign-in.example.com/' }, body: '' }
    case 'time-out-before':
      throw new NeverAnswered()
    case 'reset-before':
      throw new ConnectionDropped('read ECONNRESET')
    default:
      return undefined
  }
}

const SIGN_IN = {
  '401-expired': {
    code: 'ExpiredAuthenticationToken',
    message: 'The access token expiry UTC time is earlier than current UTC time.',
  },
  '401-wrong-audience': {
    code: 'InvalidAuthenticationTokenAudience',
    message: 'The access token has been obtained for wrong audience or resource.',
  },
  '401-claims-challenge': {
    code: 'InvalidAuthenticationToken',
    message: 'Continuous access evaluation resulted in a challenge.',
  },
  '401-second-factor': { code: 'RequestDisallowedByPolicy', message: "Resource was disallowed by policy. Reasons: 'MFA is required'." },
} as const

async function challengeFor(fault: Fault, { name }: Service, origin: string, { addresses, state }: Practice): Promise<string> {
  const authority = `${await addresses.served(ORIGINS.identity)}/${state.tenantId}`
  if (fault === '401-claims-challenge' || fault === '401-second-factor') {
    const newer = JSON.stringify({ access_token: { nbf: { essential: true, value: '1700000000' } } })
    const claims = Buffer.from(fault === '401-second-factor' ? SECOND_FACTOR_CLAIMS : newer).toString('base64')
    return `Bearer realm="", authorization_uri="${authority}/oauth2/authorize", error="insufficient_claims", claims="${claims}"`
  }
  return name === 'key-vault'
    ? `Bearer authorization="${authority}", resource="${new URL(origin).host.endsWith('.managedhsm.azure.net') ? MANAGED_HSM_AUDIENCE : 'https://vault.azure.net'}"`
    : `Bearer authorization_uri="${authority}", error="invalid_token"`
}

/** Changes an answer after the service executed the call. */
export function onItsWay(fault: Fault, service: Service, response: HttpResponse, call: Call, practice: Practice): HttpResponse {
  switch (fault) {
    case '409-already-so':
      settleAtOnce(practice)
      return service.refuse(new ServiceRefusal(409, alreadySo(call), 'It already is as this request would have it.'), practice)
    case '500-after':
      return service.refuse(new ServiceRefusal(500, 'InternalServerError', 'The server encountered an internal error.'), practice)
    case 'time-out-after':
      throw new NeverAnswered()
    case 'reset-after':
      throw new ConnectionDropped('read ECONNRESET')
    case 'slow-body':
      return { ...response, slow: SLOW }
    case 'cut-body':
      return { ...response, cut: true }
    case 'malformed-json':
      return { ...response, body: response.body.slice(0, Math.ceil(response.body.length / 2)) || '{"value":[' }
    case 'empty-body':
      return { ...response, body: '' }
    case 'unknown-state':
      return { ...response, body: withUnknownStates(response.body) }
    case 'wrong-content-type':
      return { ...response, headers: { ...response.headers, 'Content-Type': 'text/html; charset=utf-8' } }
    default:
      return response
  }
}

/** “Already so” must be true: completes the environment's change or the event subscription at once. */
function settleAtOnce({ state, clock }: Practice): void {
  const now = clock.now()
  for (const [index, { underWay: _, ...settled }] of state.eventSubscriptions.entries()) state.eventSubscriptions[index] = settled
  for (const [index, operation] of state.operations.entries()) {
    if (operation.settled || operation.purpose.kind !== 'governance') continue
    const stages = operation.stages.map(({ name, beginsAt, endsAt }) => ({
      name,
      beginsAt: Math.min(beginsAt, now),
      endsAt: Math.min(endsAt, now),
    }))
    state.operations[index] = { ...operation, stages }
  }
}

const alreadySo = ({ url }: Call): string => (/\/roleAssignments\//i.test(url.pathname) ? 'RoleAssignmentExists' : 'Conflict')

/** Members with a state in any service's answers: a word, or an object whose `id` is the word. */
const STATES = /(?:state|status|protectionLevel|keyManagedBy|recoveryLevel)$|^(?:management|runtime)$/i

function inUnknownState(value: unknown, saysState = false): unknown {
  if (typeof value === 'string') return saysState ? 'Unheardof' : value
  if (Array.isArray(value)) return value.map((each) => inUnknownState(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, inUnknownState(member, STATES.test(name) || (saysState && name === 'id'))]),
  )
}

function withUnknownStates(body: string): string {
  const read = parsedJson(body)
  return typeof read === 'object' ? JSON.stringify(inUnknownState(read)) : body
}
