import { isRestError } from '@azure/core-rest-pipeline'
import { z } from 'zod'
import type { Refusal, RefusalReason } from '../../machines/engine/answer.ts'
import type { Clock } from '../../machines/engine/clock.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { answerMessages } from '../answer-messages.ts'
import { ToldError, toldBy } from '../told-error.ts'
import { anyCase, text } from './any-case.ts'
import { HostNotAllowed } from './hosts.ts'
import { withOptional } from './optional.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { excerptOf, messageText } from './service-text.ts'
import { SignInFailed } from './sign-in.ts'
import type { Received } from './trail.ts'

/** A principal that Entra has only just made; half a minute is too long to wait between tries, a second too short. */
const REPLICATION_RETRY_SECONDS = 15

/** How long a request may take before it counts as unanswered. */
export class NoAnswerInTime extends ToldError {
  override readonly name = 'NoAnswerInTime'
  constructor(seconds: number) {
    super(answerMessages.noAnswer({ seconds }))
  }
}

/** More pages than any tenant has: a service that links its pages in a circle. */
export class TooManyPages extends ToldError {
  override readonly name = 'TooManyPages'
  constructor(pages: number) {
    super(answerMessages.endless({ pages }))
  }
}

const message = z.union([z.string(), anyCase({ value: z.string() }).transform(({ value }) => value)]).nullish()

/*
 * Members are read with `catch` because this is the last resort: a code that is no text must not hide the message beside it.
 * The shapes: Azure Resource Manager and Power Platform `{error: {code, message}}`, Key Vault the same with `innererror.code`,
 * old OData `{error: {message: {value}}}`, Entra `{error: "…", error_description}`, and ASP.NET `{Message}`.
 */
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
  const read = errorBody.safeParse(parseJson(body))
  if (!read.success) return {}
  const { error, error_description, code, message: bare } = read.data
  if (typeof error === 'string') return withOptional({}, { code: error, message: error_description ?? bare })
  return withOptional({}, { code: error?.innererror?.code || error?.code || code, message: error?.message || bare })
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    // Not JSON is an ordinary finding here: the caller then looks at the text itself.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A web page, whatever it calls itself: proxies and portals answer with those, these services never do. */
export const isPage = (received: Received): boolean =>
  /html/i.test(received.header('content-type') ?? '') || /^\s*<(?:!doctype|html|head|body)/i.test(received.text)

const isCutJson = (received: Received): boolean =>
  (/json/i.test(received.header('content-type') ?? '') || /^\s*[{[]/.test(received.text)) &&
  received.text.trim() !== '' &&
  parseJson(received.text) === undefined

function reasonOf(received: Received, code: string | undefined): RefusalReason {
  const { status } = received
  if (code === 'PrincipalNotFound') return 'not-ready'
  if (status === 409) {
    if (received.text.trim() === '' || code === 'OperationNotStartable' || code === 'AnotherOperationInProgress') return 'busy'
    return code?.startsWith('InsufficientCapacity') ? 'rejected' : 'conflict'
  }
  if (status === 429) return 'throttled'
  // Dataverse words its 401 as a page. A proxy that wants a sign-in of its own says 407, or redirects.
  if (status === 401) return 'unauthenticated'
  if (status >= 500 || status === 408) return 'unavailable'
  // A page or a cut answer comes from something in between: its status says nothing about what the service thinks.
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
  // Microsoft Graph.
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

/** The refusal that an answer with an error status is. @param received any status but a success */
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

/**
 * The refusal for an answer that arrived but is not what the service documents.
 * @param problem what is wrong with it, as a sentence
 */
export function unreadable(received: Received, problem: DisplayText, clock: Clock): Refusal {
  const excerpt = excerptOf(received.text)
  return {
    ...evidence(received, clock),
    reason: 'unreadable',
    message: excerpt ? answerMessages.begins({ problem, excerpt }) : answerMessages.empty({ problem }),
  }
}

/** A refusal that this client gives by itself, without asking the service. */
export function refusedHere(request: string, problem: DisplayText): Refusal {
  return { reason: 'rejected', request, message: problem }
}

/**
 * The refusal behind an error with which this client itself stopped a call: no sign-in, a foreign address, an endless list.
 * @returns nothing for any other error
 */
export function refusalOfClient(error: unknown, request: string): Refusal | undefined {
  if (error instanceof SignInFailed) {
    const reason: RefusalReason = error.reachable ? 'unauthenticated' : 'unavailable'
    return withOptional({ reason, request, message: error.why }, { code: error.code, correlationId: error.correlationId })
  }
  if (error instanceof HostNotAllowed) return { reason: 'rejected', request, message: error.why }
  if (error instanceof TooManyPages) return { reason: 'unreadable', request, message: error.why }
  return undefined
}

/**
 * The refusal behind a request that stayed without an answer.
 * @returns nothing for an error that no network makes, which is a defect of this program and should be thrown on
 */
export function refusalOfConnection(error: unknown, request: string): Refusal | undefined {
  const reason: RefusalReason = 'unavailable'
  if (isRestError(error))
    return withOptional({ reason, request, message: toldBy(error) ?? messageText(error.message) }, { code: error.code })
  if (error instanceof NoAnswerInTime || (error instanceof Error && error.name === 'AbortError')) {
    return { reason, request, message: toldBy(error) ?? messageText(error.message) }
  }
  return undefined
}
