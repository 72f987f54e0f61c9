import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline'

/** A request as it left a client, and the answer as it came. */
export interface Exchange {
  readonly method: string
  readonly url: URL
  readonly body: string
  /** Key Vault's clients send their first request without a token, to be told which one it wants. */
  readonly signedIn: boolean
  readonly status: number
  readonly answer: string
  readonly headers: Readonly<Record<string, string>>
}

function textOf(body: PipelineRequest['body']): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  throw new TypeError('Only text is sent to these services.')
}

/** Keeps what is exchanged with what answers. */
export const recording =
  (exchanges: Exchange[]) =>
  (network: HttpClient): HttpClient => ({
    async sendRequest(request) {
      const response = await network.sendRequest(request)
      exchanges.push({
        method: request.method,
        url: new URL(request.url),
        body: textOf(request.body),
        signedIn: request.headers.has('authorization'),
        status: response.status,
        answer: response.bodyAsText ?? '',
        headers: response.headers.toJSON(),
      })
      return response
    },
  })
