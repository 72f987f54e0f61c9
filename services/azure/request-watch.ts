import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { Clock } from '../../machines/engine/clock.ts'

/** One try of a request, as it may be shown: no host, no query, no header, and no body. */
export interface SeenRequest {
  /** When it was sent, on the engagement's clock: milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Absent where no answer came. */
  readonly status?: number
  /** How long that took, in real milliseconds. */
  readonly took: number
}

export type RequestWatch = (request: SeenRequest) => void

/**
 * Shows each try to those who look on. A path holds no secret: signatures are in queries, tokens in headers.
 * @param now milliseconds on a clock that only runs forward
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
