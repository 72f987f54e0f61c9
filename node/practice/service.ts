import * as z from 'zod'
import type { Clock } from '#machines/engine/clock.ts'
import { readJson } from '#machines/parsed-json.ts'
import type { Addresses, ServiceName } from './addresses.ts'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import type { Random } from './random.ts'
import type { TenantState } from './state.ts'
import type { TokenMint } from './tokens.ts'

export interface Practice {
  readonly state: TenantState
  readonly clock: Clock
  readonly random: Random
  readonly addresses: Addresses
  readonly mint: TokenMint
  /** Practice milliseconds per real one without sleepers. Stretches people's time limits. */
  readonly pace: number
  readonly neighbors: () => readonly TenantState[]
}

export interface Caller {
  readonly objectId: string
  /** A person's user principal name, or an application's client ID. */
  readonly name: string
  readonly displayName: string
  readonly kind: 'User' | 'ServicePrincipal'
  readonly clientId: string
  readonly directoryRoles: readonly string[]
  /** Authentication contexts of the sign-in. */
  readonly contexts: readonly string[]
}

export interface Call {
  readonly request: HttpRequest
  /** As called, with doubled slashes collapsed. */
  readonly url: URL
  /** The cloud's origin, for example `https://kv1.vault.azure.net`. */
  readonly origin: string
  readonly query: URLSearchParams
  readonly part: (name: string) => string
}

export interface AuthenticatedCall extends Call {
  readonly caller: Caller
}

/** A refusal; handlers throw it, and the service formats it. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  /** Additional members, for example `innererror`. */
  readonly detail: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; detail?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.headers = more.headers ?? {}
    this.detail = more.detail ?? {}
  }
}

export type Handler<C extends Call = AuthenticatedCall> = (call: C, practice: Practice) => HttpResponse | Promise<HttpResponse>

export interface Route<C extends Call = AuthenticatedCall> {
  readonly method: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly handle: Handler<C>
}

/**
 * `:name` is one segment, `*name` any number; case-insensitive.
 * @param template for example `/subscriptions/:subscription/resourceGroups/:group`
 */
export function route<C extends Call = AuthenticatedCall>(method: string, template: string, handle: Handler<C>): Route<C> {
  const names: string[] = []
  const source = template.replaceAll(/\/[:*](\w+)|[.()]/g, (found, name: string | undefined) => {
    if (!name) return `\\${found}`
    names.push(name)
    return found.startsWith('/*') ? '((?:/[^/]+)*)' : '/([^/]+)'
  })
  return { method, pattern: new RegExp(`^${source}/?$`, 'i'), names, handle }
}

export interface Service {
  readonly name: ServiceName
  handle(call: Call, practice: Practice): HttpResponse | Promise<HttpResponse>
  /** A refusal in this service's envelope. */
  refuse(refusal: ServiceRefusal, practice: Practice): HttpResponse
  headers(call: Call, practice: Practice): Record<string, string>
}

/** Runs a call's route. Undefined for an unknown path; a known path with another method is refused. */
export function dispatch<C extends Call>(
  routes: readonly Route<C>[],
  call: C,
  practice: Practice,
): HttpResponse | Promise<HttpResponse> | undefined {
  const { method } = call.request
  const found = firstOf(routes, method, call.url.pathname)
  if (!found) {
    if (!routes.some(({ pattern }) => pattern.test(call.url.pathname))) return undefined
    throw new ServiceRefusal(405, 'MethodNotAllowed', `The requested resource does not support http method '${method}'.`)
  }
  const parts = new Map(found.entry.names.map((name, index) => [name, decode(found.match[index + 1] ?? '')]))
  const part = (name: string): string => {
    const value = parts.get(name)
    if (value === undefined) throw new Error(`The route ${found.entry.pattern} has no part ${name}.`)
    return value
  }
  return found.entry.handle({ ...call, part }, practice)
}

function firstOf<C extends Call>(routes: readonly Route<C>[], method: string, path: string) {
  for (const entry of routes) {
    const match = entry.method === method ? entry.pattern.exec(path) : null
    if (match) return { entry, match }
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ServiceRefusal(400, 'BadRequest', 'The request path is not properly encoded.')
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) }
}

export const empty = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  body: '',
})

/** Strict body: another content type is 415, malformed JSON 400. @param code the service's error code */
export function bodyOf<T>(call: Call, shape: z.ZodType<T>, code = 'InvalidRequestContent'): T {
  requireJson(call)
  const read = readJson(call.request.body)
  if (!read.ok) throw new ServiceRefusal(400, code, `The request content was invalid and could not be deserialized: '${read.problem}'.`)
  const parsed = shape.safeParse(read.value)
  if (parsed.success) return parsed.data
  throw new ServiceRefusal(400, code, `The request content was invalid and could not be deserialized: '${z.prettifyError(parsed.error)}'.`)
}

export function requireJson(call: Call): void {
  const type = call.request.headers['content-type'] ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    throw new ServiceRefusal(
      415,
      'UnsupportedMediaType',
      `The content media type '${type || '<null>'}' is not supported. Only 'application/json' is supported.`,
    )
  }
}
