import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { Clock } from '#machines/engine/clock.ts'

/** Without host, query, headers and body. */
export interface SeenRequest {
  /** On the engagement's clock, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly method: string
  readonly path: string
  readonly status?: number
  /** Real milliseconds. */
  readonly took: number
}

export type RequestWatch = (request: SeenRequest) => void

/**
 * Shows each attempt to observers. Paths hold no secrets: signatures are in queries, tokens in headers.
 * @param now milliseconds of a monotonic clock
 */
export function watchingPolicy(
  watch: RequestWatch,
  clock: Pick<Clock, 'now'>,
  now: () => number = () => performance.now(),
): PipelinePolicy {
  return {
    name: 'watching',
    async sendRequest(request, next) {
      const { method, url } = request
      const sent = { at: clock.now(), method, path: new URL(url).pathname }
      const began = now()
      try {
        const response = await next(request)
        watch({ ...sent, status: response.status, took: now() - began })
        return response
      } catch (error) {
        watch({ ...sent, took: now() - began })
        throw error
      }
    },
  }
}
