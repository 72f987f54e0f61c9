import { isRestError } from '@azure/core-rest-pipeline'
import { z } from 'zod'
import type { Refusal, RefusalReason } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { answerMessages } from '../answer-messages.ts'
import { ToldError, toldBy } from '../told-error.ts'
import { anyCase, text } from './any-case.ts'
import { AnswerRefused } from './bounded-answer.ts'
import { HostNotAllowed } from './hosts.ts'
import { withOptional } from './optional.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { excerptOf, messageText } from './service-text.ts'
import { SignInFailed } from './sign-in.ts'
import type { Received } from './trail.ts'

/** For a new principal in Entra: half a minute is too long between attempts, a second too short. */
const REPLICATION_RETRY_SECONDS = 15

export class NoAnswerInTime extends ToldError {
  override readonly name = 'NoAnswerInTime'
  constructor(seconds: number) {
    super(answerMessages.noAnswer({ seconds }))
  }
}

/** More pages than any tenant has: the service links them in a circle. */
export class TooManyPages extends ToldError {
  override readonly name = 'TooManyPages'
  constructor(pages: number) {
    super(answerMessages.endless({ pages }))
  }
}

const message = z.union([z.string(), anyCase({ value: z.string() }).transform(({ value }) => value)]).nullish()

/* `catch` on members, because a code of the wrong type must not hide the message.
   Shapes: Azure Resource Manager and Power Platform `{error: {code, message}}`, Key Vault the same with
   `innererror.code`, old OData `{error: {message: {value}}}`, Entra `{error: "…", error_description}`, and ASP.NET
   `{Message}`. */
export const errorBody = anyCase({
  error: z
    .union([
      z.string(),
      anyCase({
        code: text.catch(undefined),
        message: message.catch(undefined),
        innererror: anyCase({ code: text.catch(undefined) })
          .nullish()
          .catch(undefined),
      }),
    ])
    .nullish()
    .catch(undefined),
  error_description: text.catch(undefined),
  code: text.catch(undefined),
  message: message.catch(undefined),
})

interface Said {
  readonly code?: string
  readonly message?: string
}

function saidIn(body: string): Said {
  const read = errorBody.safeParse(parsedJson(body))
  if (!read.success) return {}
  const { error, error_description, code, message: bare } = read.data
  if (typeof error === 'string') return withOptional({}, { code: error, message: error_description ?? bare })
  return withOptional({}, { code: error?.innererror?.code || error?.code || code, message: error?.message || bare })
}

/** HTML comes from proxies and portals, never from these services. */
export const isPage = (received: Received): boolean =>
  /html/i.test(received.header('content-type') ?? '') || /^\s*<(?:!doctype|html|head|body)/i.test(received.text)

const isCutJson = (received: Received): boolean =>
  (/json/i.test(received.header('content-type') ?? '') || /^\s*[{[]/.test(received.text)) &&
  received.text.trim() !== '' &&
  parsedJson(received.text) === undefined

function reasonOf(received: Received, code: string | undefined): RefusalReason {
  const { status } = received
  if (code === 'PrincipalNotFound') return 'not-ready'
  if (status === 409) {
    if (received.text.trim() === '' || code === 'OperationNotStartable' || code === 'AnotherOperationInProgress') return 'busy'
    return code?.startsWith('InsufficientCapacity') ? 'rejected' : 'conflict'
  }
  if (status === 429) return 'throttled'
  // Dataverse's 401 is a page. A proxy's own sign-in uses 407 or a redirect.
  if (status === 401) return 'unauthenticated'
  if (status >= 500 || status === 408) return 'unavailable'
  // A page or truncated answer is from an intermediary: its status isn't the service's.
  if (isPage(received) || isCutJson(received)) return 'unreadable'
  switch (status) {
    case 403:
      return 'forbidden'
    case 404:
    case 410:
      return 'not-found'
    case 412:
      return 'conflict'
    default:
      return 'rejected'
  }
}

const correlationOf = (received: Received): string | undefined =>
  received.header('x-ms-correlation-id') ||
  received.header('x-ms-correlation-request-id') ||
  received.header('x-ms-request-id') ||
  received.header('request-id') ||
  undefined

function evidence(received: Received, clock: Clock) {
  const correlation = correlationOf(received)
  return withOptional(
    { request: messageText(received.request), status: received.status },
    {
      correlationId: correlation && messageText(correlation),
      retryAfterSeconds: retryAfterSeconds(received.header('retry-after'), clock.now(), received.header('date')),
    },
  )
}

/** @param received any error status */
export function refuse(received: Received, clock: Clock): Refusal {
  if (received.status < 400) {
    return unreadable(received, answerMessages.elsewhere({ status: received.status }), clock)
  }
  const said = saidIn(received.text)
  const reason = reasonOf(received, said.code)
  const waiting = reason === 'not-ready' ? { retryAfterSeconds: REPLICATION_RETRY_SECONDS } : {}
  const fallback = excerptOf(received.text) || answerMessages.silent({ status: received.status })
  return withOptional(
    { reason, ...waiting, ...evidence(received, clock), message: messageText(said.message ?? '') || fallback },
    { code: said.code && messageText(said.code) },
  )
}

/** A refusal for an undocumented answer. @param problem as a sentence */
export function unreadable(received: Received, problem: DisplayText, clock: Clock): Refusal {
  const excerpt = excerptOf(received.text)
  return {
    ...evidence(received, clock),
    reason: 'unreadable',
    message: excerpt ? answerMessages.begins({ problem, excerpt }) : answerMessages.empty({ problem }),
  }
}

export function refusedHere(request: string, problem: DisplayText): Refusal {
  return { reason: 'rejected', request, message: problem }
}

/** Refusal for an error of this client: no sign-in, a foreign address, an endless list. @returns undefined for other errors */
export function refusalOfClient(error: unknown, request: string): Refusal | undefined {
  if (error instanceof SignInFailed) {
    const reason: RefusalReason = error.reachable ? 'unauthenticated' : 'unavailable'
    return withOptional({ reason, request, message: error.why }, { code: error.code, correlationId: error.correlationId })
  }
  if (error instanceof HostNotAllowed) return { reason: 'rejected', request, message: error.why }
  if (error instanceof TooManyPages || error instanceof AnswerRefused) return { reason: 'unreadable', request, message: error.why }
  return undefined
}

/** Refusal for a request without an answer. @returns undefined for defects, which should be rethrown */
export function refusalOfConnection(error: unknown, request: string): Refusal | undefined {
  const reason: RefusalReason = 'unavailable'
  if (isRestError(error))
    return withOptional({ reason, request, message: toldBy(error) ?? messageText(error.message) }, { code: error.code })
  if (error instanceof NoAnswerInTime || (error instanceof Error && error.name === 'AbortError')) {
    return { reason, request, message: toldBy(error) ?? messageText(error.message) }
  }
  return undefined
}
