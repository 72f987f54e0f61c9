import type { AccessToken, TokenCredential } from '@azure/core-auth'
import { createHttpHeaders, type HttpClient, type PipelineRequest, type PipelineResponse, RestError } from '@azure/core-rest-pipeline'
import { NoAnswerInTime } from '../services/azure/refusal.ts'
import { ANSWER_WITHIN_SECONDS } from '../services/azure/retry.ts'
import { ConnectionDropped, type HttpRequest, NeverAnswered } from './exchange.ts'
import { contextsIn, requireContexts } from './services/identity/second-factor.ts'
import type { PracticeTenant } from './tenant.ts'

/** HTTP client for the Azure SDKs, answered by the practice tenant without a socket. */
export function practiceHttpClient(tenant: Pick<PracticeTenant, 'handle' | 'clock'>): HttpClient {
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      throwIfAborted(request)
      // Yields as a network would: otherwise an abort between two requests would go unnoticed.
      await new Promise((resolve) => setImmediate(resolve))
      throwIfAborted(request)
      try {
        const { status, headers, body, cut, slow = 0 } = await tenant.handle(toRequest(request))
        await tenant.clock.sleep(slow)
        // The message of Microsoft's client over a socket.
        if (cut) throw new RestError('Error reading response as text: aborted', { code: RestError.PARSE_ERROR, request })
        return { request, status, headers: createHttpHeaders({ ...headers }), bodyAsText: body }
      } catch (reason) {
        if (reason instanceof ConnectionDropped) throw new RestError(reason.message, { code: 'ECONNRESET', request })
        if (reason instanceof NeverAnswered) {
          // A network's time limit, on the practice clock.
          await tenant.clock.sleep(ANSWER_WITHIN_SECONDS * 1000, request.abortSignal as AbortSignal | undefined)
          throw new NoAnswerInTime(ANSWER_WITHIN_SECONDS)
        }
        throw reason
      }
    },
  }
}

function throwIfAborted({ abortSignal }: PipelineRequest): void {
  if (!abortSignal?.aborted) return
  const reason = new Error('The request was aborted.')
  reason.name = 'AbortError'
  throw reason
}

function toRequest({ method, url, headers, body }: PipelineRequest): HttpRequest {
  return { method, url, headers: headers.toJSON(), body: toText(body) }
}

function toText(body: PipelineRequest['body']): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return new TextDecoder().decode(body)
  throw new TypeError('The practice tenant reads bodies of text or bytes only.')
}

/**
 * Signs in as a practice person. `expiresOnTimestamp` is in the past, so that each request asks for a token: the practice clock may jump
 * past its end, which the pipeline's wall clock wouldn't notice.
 */
export function practiceCredential(tenant: PracticeTenant, personId: string): PracticeCredential {
  let shown: readonly string[] = []
  return {
    async getToken(scopes, { claims } = {}): Promise<AccessToken> {
      const scope = typeof scopes === 'string' ? scopes : scopes.join(' ')
      requireContexts(contextsIn(claims), shown, scope)
      const { token } = tenant.tokenFor(personId, scope, shown)
      return { token, expiresOnTimestamp: 0 }
    },
    confirm(claims) {
      shown = [...new Set([...shown, ...contextsIn(claims)])]
    },
  }
}

export interface PracticeCredential extends TokenCredential {
  /** The person signs in again and shows what is asked for. @param claims as JSON */
  confirm(claims: string): void
}
