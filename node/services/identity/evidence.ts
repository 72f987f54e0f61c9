import { AsyncLocalStorage } from 'node:async_hooks'
import { isRestError, type PipelinePolicy, type PipelineResponse } from '@azure/core-rest-pipeline'
import * as z from 'zod'
import type { Refusal } from '#machines/engine/answer.ts'
import { type DisplayText, isAnyOf, isList, isVerbatim, type MessageValue, verbatim } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { codeIn } from '#machines/sign-in/codes.ts'
import { answerMessages, signInAnswerMessages } from '../answer-messages.ts'
import { AnswerRefused } from '../azure/bounded-answer.ts'
import { HostNotAllowed } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { isPage, NoAnswerInTime } from '../azure/refusal.ts'
import { withoutValues } from '../azure/secrets-in-text.ts'
import { excerptOf, messageText } from '../azure/service-text.ts'
import { follow } from '../azure/trail.ts'
import { toldBy } from '../told-error.ts'
import { BrowserRefused } from './browser-listener.ts'

/* The identity library's message often lacks the cause: an unknown tenant, a web page instead of the service, and an
   untrusted certificate all become `endpoints_resolution_error`. So the last failed answer is kept with each request.
   Successful answers contain tokens and are never kept. */

interface Evidence {
  refusal?: Refusal
}

const asked = new AsyncLocalStorage<Evidence>()

/** Entra's errors (RFC 6749 with additions). */
const refusedBody = z.object({
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  error_codes: z.array(z.number()).optional().catch(undefined),
  trace_id: z.string().optional().catch(undefined),
  correlation_id: z.string().optional().catch(undefined),
})

/** Secret request members, removed from answers that repeat them. */
const SECRET_MEMBERS = [
  'client_secret',
  'client_assertion',
  'assertion',
  'code',
  'code_verifier',
  'refresh_token',
  'device_code',
  'password',
]

function secretsOf(body: unknown): readonly string[] {
  if (typeof body !== 'string') return []
  const form = new URLSearchParams(body)
  return SECRET_MEMBERS.flatMap((name) => form.getAll(name))
}

function parsedBody(text: string): z.infer<typeof refusedBody> | undefined {
  const body = parsedJson(text)
  if (body === undefined) return undefined
  return refusedBody.safeParse(body).data
}

const nameOf = ({ method, url }: PipelineResponse['request']): string => `${method} ${new URL(url).pathname}`

const reasonOf = (status: number): Refusal['reason'] => (status === 429 ? 'throttled' : status >= 500 ? 'unavailable' : 'unauthenticated')

function refusalIn(response: PipelineResponse): Refusal | undefined {
  const { status, headers, request } = response
  const text = withoutValues(response.bodyAsText ?? '', secretsOf(request.body))
  const received = { request: nameOf(request), status, header: (name: string) => headers.get(name), text }
  const body = parsedBody(text)
  const header = headers.get('x-ms-request-id')
  if (status >= 300 && status < 400) {
    return {
      reason: 'unreadable',
      request: received.request,
      status,
      message: signInAnswerMessages.elsewhere,
    }
  }
  if (isPage(received) || body === undefined) {
    const message = text.trim() === '' ? signInAnswerMessages.empty : signInAnswerMessages.notJson({ excerpt: excerptOf(text) })
    const reason = status >= 500 ? 'unavailable' : 'unreadable'
    return withOptional({ reason, request: received.request, status, message } as const, { correlationId: header })
  }
  // Normal while the person has yet to enter the code.
  if (status < 400 || body.error === 'authorization_pending' || body.error === 'slow_down') return undefined
  const { error, error_description: description, error_codes: codes, trace_id: trace, correlation_id: correlation } = body
  const words = messageText(description ?? '')
  const silent = error ? answerMessages.silentWithError({ status, error: messageText(error) }) : answerMessages.silent({ status })
  const said = words === '' ? silent : words
  const isTraced = trace === undefined || words.includes(trace)
  const code = codeIn(description ?? '') ?? (codes?.[0] === undefined ? error && messageText(error) : `AADSTS${codes[0]}`)
  return withOptional(
    {
      reason: reasonOf(status),
      request: received.request,
      status,
      message: isTraced ? said : answerMessages.traced({ said, trace: messageText(trace) }),
    },
    { code, correlationId: messageText(correlation ?? header ?? '') || undefined },
  )
}

function refusalBehind(error: unknown, request: string): Refusal | undefined {
  if (isRestError(error))
    return withOptional(
      { reason: 'unavailable' as const, request, message: toldBy(error) ?? messageText(error.message) },
      { code: error.code },
    )
  if (error instanceof NoAnswerInTime) return { reason: 'unavailable', request, message: error.why }
  if (error instanceof HostNotAllowed) return { reason: 'rejected', request, message: error.why }
  if (error instanceof AnswerRefused) return { reason: 'unreadable', request, message: error.why }
  return undefined
}

/** Keeps each refusal with its request. A success clears it. */
export const evidencePolicy: PipelinePolicy = {
  name: 'signInEvidence',
  async sendRequest(request, next) {
    const evidence = asked.getStore()
    try {
      const response = await next(request)
      if (evidence) note(evidence, refusalIn(response))
      return response
    } catch (error) {
      if (evidence) note(evidence, refusalBehind(error, `${request.method} ${new URL(request.url).pathname}`))
      throw error
    }
  },
}

function note(evidence: Evidence, refusal: Refusal | undefined): void {
  if (refusal) evidence.refusal = refusal
  else delete evidence.refusal
}

export interface Asking {
  /** Name for a refusal without a request, for example "Azure CLI". */
  readonly request: string
  /** Values to remove from the library's messages. */
  readonly secrets?: readonly string[]
  readonly signal?: AbortSignal | undefined
}

export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Asks the identity library and returns refusals with evidence.
 * Has its own trail: an aborted service request must not abort a shared token request.
 * @throws the signal's reason after a cancellation
 */
export async function ask<T>(question: () => Promise<T>, { request, secrets = [], signal }: Asking): Promise<Asked<T>> {
  const evidence: Evidence = {}
  let answer: { readonly value: T } | undefined
  const { error } = await asked.run(evidence, () =>
    follow(async () => {
      answer = { value: await question() }
    }, signal),
  )
  signal?.throwIfAborted()
  if (answer) return { ok: true, value: answer.value }
  return { ok: false, refusal: scrubbed(evidence.refusal ?? refusalFrom(error, request), secrets) }
}

/** The library's message, if no request failed: a browser page, a tool, a missing sign-in. */
function refusalFrom(error: unknown, request: string): Refusal {
  const own = toldBy(error)
  if (own) {
    const codes = error instanceof BrowserRefused ? { code: error.code, correlationId: error.correlationId } : {}
    return withOptional({ reason: 'unauthenticated', request, message: own } as const, codes)
  }
  const message = messageText(error instanceof Error ? error.message : String(error))
  // The library starts with an error code: `access_denied: …`, `device_code_expired: …`.
  const word = /^([a-z]+(?:_[a-z]+)+):/.exec(message)?.[1]
  const correlation = /Correlation ID:\s*([0-9a-f-]{36})/i.exec(message)?.[1]
  return withOptional(
    { reason: 'unauthenticated' as const, request, message },
    { code: codeIn(message) ?? word, correlationId: correlation },
  )
}

const scrubbed = (refusal: Refusal, secrets: readonly string[]): Refusal => ({
  ...refusal,
  message: textWithoutValues(refusal.message, secrets),
})

/** Message values may repeat what was sent, too. */
function textWithoutValues(text: DisplayText | string, secrets: readonly string[]): DisplayText | string {
  if (typeof text === 'string') return withoutValues(text, secrets)
  if (isVerbatim(text)) return verbatim(withoutValues(text.verbatim, secrets))
  const { values } = text
  if (values === undefined) return text
  const scrub = (value: MessageValue): MessageValue => {
    if (typeof value === 'number') return value
    if (isAnyOf(value)) return { anyOf: value.anyOf.map((each) => textWithoutValues(each, secrets)) }
    return isList(value) ? value.map((each) => textWithoutValues(each, secrets)) : textWithoutValues(value, secrets)
  }
  return { ...text, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, scrub(value)])) }
}
