import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ToldError } from '../told-error.ts'
import { browserMessages } from './messages.ts'

/** What the sign-in page sent back: a code for tokens, or the codes of its refusal. Its texts are never taken. */
export type BrowserAnswer =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly code?: string; readonly correlationId?: string }

/** Shown in the browser at the end, as whole HTML pages. */
export interface FinalPages {
  readonly done: string
  readonly failed: string
}

export interface BrowserListener {
  /** For the sign-in page; bound to this computer. */
  readonly redirectUri: string
  /** Rejects with the signal's reason. */
  answer(signal: AbortSignal): Promise<BrowserAnswer>
  /** Ends connections, too: after an answer, once the browser has its last page, or after ten seconds. */
  close(): void
}

/** The sign-in page refused, in words of ours: whoever can write an address can write a text. */
export class BrowserRefused extends ToldError {
  override readonly name = 'BrowserRefused'
  readonly code: string | undefined
  readonly correlationId: string | undefined
  constructor({ code, correlationId }: { readonly code?: string; readonly correlationId?: string }) {
    super(code === undefined ? browserMessages.refusedWithoutCode : browserMessages.refused({ code }))
    this.code = code
    this.correlationId = correlationId
  }
}

const LOOPBACK = '127.0.0.1'

/** In milliseconds: a program that sends nothing is let go. */
const REQUEST_WITHIN = 10_000

/** In milliseconds: a browser that is slow, or has many pages open, comes for its last page later than the tokens do. */
const LAST_PAGE_WITHIN = 10_000

/** Known ones have about 2,000 characters. */
const CODE = /^[\x21-\x7e]{1,8000}$/

/** Source: RFC 6749, section 4.1.2.1; OpenID Connect Core, section 3.1.2.6; Microsoft Learn, "OAuth 2.0 authorization code flow". */
const OAUTH_ERRORS: readonly string[] = [
  'access_denied',
  'account_selection_required',
  'consent_required',
  'interaction_required',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'login_required',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_response_type',
]

const ENTRA_CODE = /\bAADSTS\d{4,9}\b/
const CORRELATION_ID = /\bCorrelation ID: ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i

const isSame = (one: string, other: string): boolean =>
  Buffer.byteLength(one) === Buffer.byteLength(other) && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** @returns undefined for what isn't the answer to this sign-in */
function answerIn(query: URLSearchParams, state: string): BrowserAnswer | undefined {
  const only = (name: string): string | undefined => (query.getAll(name).length === 1 ? (query.get(name) ?? undefined) : undefined)
  if (!isSame(only('state') ?? '', state) || query.has('code') === query.has('error')) return undefined
  const code = only('code')
  if (code !== undefined) return CODE.test(code) ? { ok: true, code } : undefined
  const error = only('error')
  if (error === undefined) return undefined
  const description = query.get('error_description') ?? ''
  const refused = ENTRA_CODE.exec(description)?.[0] ?? OAUTH_ERRORS.find((each) => each === error)
  const correlationId = CORRELATION_ID.exec(description)?.[1]
  return { ok: false, ...(refused === undefined ? {} : { code: refused }), ...(correlationId === undefined ? {} : { correlationId }) }
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

function send(
  response: ServerResponse,
  status: number,
  { page, location }: { readonly page?: string; readonly location?: string } = {},
): void {
  response.writeHead(status, {
    ...HEADERS,
    ...(page === undefined ? {} : { 'content-type': 'text/html; charset=utf-8' }),
    ...(location === undefined ? {} : { location }),
  })
  response.end(page)
}

/** The address and host of a request to `/`; undefined for others, also under another name for this computer (DNS rebinding). */
function queryOf({ method, url = '', headers }: IncomingMessage, port: number): URLSearchParams | undefined {
  const [path, ...query] = url.split('?')
  return method === 'GET' && path === '/' && headers.host === `localhost:${port}` ? new URLSearchParams(query.join('?')) : undefined
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The place where the browser comes back has no port.')
  return address.port
}

/**
 * Waits on this computer for one answer of the sign-in page. Everything that doesn't hold the state is answered with 404 and changes
 * nothing: other programs and web pages can call this address. Decision 0224: the identity library's own listener takes any.
 * @param state unguessable, for this sign-in alone
 * @param requestWithin in milliseconds
 */
export async function listenForAnswer(state: string, pages: FinalPages, requestWithin = REQUEST_WITHIN): Promise<BrowserListener> {
  let answered: BrowserAnswer | undefined
  let take: ((answer: BrowserAnswer) => void) | undefined
  let isClosed = false
  let hasLastPage = false
  const end = () => {
    server.close()
    server.closeAllConnections()
  }
  const sendLast = (response: ServerResponse, page: string) => {
    response.once('finish', () => {
      hasLastPage = true
      // What was handed over still has to leave.
      if (isClosed) server.close()
    })
    send(response, 200, { page })
  }
  // Node.js looks for what is over its time once in an interval, by itself each 30 seconds.
  const limits = { headersTimeout: requestWithin, requestTimeout: requestWithin, connectionsCheckingInterval: requestWithin / 10 }
  const server = createServer(limits, (request, response) => {
    request.resume()
    const query = queryOf(request, portOf(server))
    if (!query) return send(response, 404)
    if (answered) return answered.ok && query.size === 0 ? sendLast(response, pages.done) : send(response, 404)
    answered = answerIn(query, state)
    if (!answered) return send(response, 404)
    // A redirect keeps the code out of the browser's history.
    if (answered.ok) send(response, 302, { location: '/' })
    else sendLast(response, pages.failed)
    take?.(answered)
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(0, LOOPBACK, listening)
  })
  return {
    redirectUri: `http://localhost:${portOf(server)}`,
    answer: (signal) =>
      new Promise((taken, canceled) => {
        if (signal.aborted) return canceled(signal.reason)
        if (answered) return taken(answered)
        take = taken
        signal.addEventListener('abort', () => canceled(signal.reason), { once: true })
      }),
    close() {
      isClosed = true
      if (!answered || hasLastPage) return end()
      server.unref()
      setTimeout(end, LAST_PAGE_WITHIN).unref()
    },
  }
}
