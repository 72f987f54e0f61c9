import { AsyncLocalStorage } from 'node:async_hooks'
import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { Exchange } from '../../machines/engine/step/evidence.ts'
import { withOptional } from './optional.ts'

/** An answer as it came, before any SDK has read it. */
export interface Received {
  /** Method and path, without host and query: `GET /subscriptions`. */
  readonly request: string
  readonly status: number
  /** The value of a header, by its name in any case. */
  header(name: string): string | undefined
  readonly text: string
}

/** What one call of a port did on the wire. A call may take several requests (pages, a vault's sign-in challenge). */
interface Trail {
  readonly signal?: AbortSignal
  /** The request made last, answered or not. */
  asked?: string
  /** Why the request made last stayed without an answer. */
  unanswered?: unknown
  readonly received: Received[]
}

/*
 * The SDKs give back objects of their own making, throw from their parsers when an answer surprises them, and drop options such as
 * the abort signal when they fetch a second page. What the person needs is the answer itself. So each call carries a trail
 * through the SDK, and a pipeline policy writes on it.
 */
const trails = new AsyncLocalStorage<Trail>()

/** Runs one call and gives back what came over the wire meanwhile. @param call the SDK's function; may reject */
export async function follow(call: () => Promise<unknown>, signal?: AbortSignal): Promise<{ trail: Trail; error?: unknown }> {
  const trail: Trail = signal ? { signal, received: [] } : { received: [] }
  try {
    await trails.run(trail, () => unlessAborted(call(), signal))
    return { trail }
  } catch (error) {
    return { trail, error }
  }
}

/** An SDK that waits for a token looks at no signal; the caller must not wait with it. */
async function unlessAborted(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) {
    await work
    return
  }
  let stop: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    await Promise.race([work, aborted])
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
  }
}

/** The abort signal of the call under way. */
export const currentSignal = (): AbortSignal | undefined => trails.getStore()?.signal

/** How a request is named to people: no host, and no query, since that can hold signatures. */
export function nameOf(request: Pick<PipelineRequest, 'method' | 'url'>): string {
  return `${request.method} ${new URL(request.url).pathname}`
}

/** Notes that a request is about to be made. */
export function noteRequest(request: PipelineRequest): void {
  const trail = trails.getStore()
  if (trail) trail.asked = nameOf(request)
}

type Watcher = (request: PipelineRequest, response: PipelineResponse | undefined) => void

/** An observer gets each request made while it is registered. */
const watchers = new AsyncLocalStorage<Watcher>()

/** Runs work and shows each of its requests with what came, to those who watch already as well. */
export function watched<T>(watch: Watcher, work: () => Promise<T>): Promise<T> {
  const outer = watchers.getStore()
  return watchers.run((request, response) => {
    outer?.(request, response)
    watch(request, response)
  }, work)
}

/**
 * Runs a call and gives back, beside its outcome, every request that was made for it.
 * @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z
 */
export async function withExchanges<T>(
  call: () => Promise<T>,
  now: () => number,
): Promise<{ readonly outcome: T; readonly exchanges: readonly Exchange[] }> {
  const exchanges: Exchange[] = []
  const outcome = await watched((request, response) => void exchanges.push(exchangeOf(request, response, now())), call)
  return { outcome, exchanges }
}

function exchangeOf(request: PipelineRequest, response: PipelineResponse | undefined, at: number): Exchange {
  const header = (...names: readonly string[]) => names.map((name) => response?.headers.get(name)).find((value) => value)
  return withOptional(
    { method: request.method, path: new URL(request.url).pathname, at },
    {
      status: response?.status,
      clientRequestId: request.headers.get('x-ms-client-request-id'),
      requestId: header('x-ms-request-id'),
      correlationId: header('x-ms-correlation-id', 'x-ms-correlation-request-id'),
    },
  )
}

/** Writes each answer, and each failure to get one, on the trail of the call it belongs to. */
export const recordingPolicy: PipelinePolicy = {
  name: 'recording',
  async sendRequest(request, next) {
    const trail = trails.getStore()
    try {
      const response = await next(request)
      watchers.getStore()?.(request, response)
      trail?.received.push({
        request: nameOf(request),
        status: response.status,
        header: (name) => response.headers.get(name),
        text: response.bodyAsText ?? '',
      })
      return response
    } catch (error) {
      watchers.getStore()?.(request, undefined)
      if (trail) trail.unanswered = error
      throw error
    }
  },
}
