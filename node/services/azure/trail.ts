import { AsyncLocalStorage } from 'node:async_hooks'
import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { Exchange } from '#machines/engine/step/evidence.ts'
import { withOptional } from './optional.ts'

export interface Received {
  /** Method and path: `GET /subscriptions`. */
  readonly request: string
  readonly status: number
  header(name: string): string | undefined
  readonly text: string
}

/** Requests of one port call: possibly several, for pages or a vault's challenge. */
interface Trail {
  /** Last request, answered or not. */
  asked?: string
  unanswered?: unknown
  /** That the requests’ tokens are for. */
  scope?: string
  readonly received: Received[]
}

/* Each call carries a trail through the pipeline, on which a policy records the answers, those to a challenge and a retry included.
   A connection that is kept alive keeps the store of the call that opened it. So a store lets go of everything when its call ends. */
const calls = new AsyncLocalStorage<{ trail?: Trail | undefined; signal: AbortSignal | undefined }>()

/** For what a call leaves running after its abort: without the reason of the call's own, whose stack holds what was closed. */
const ABORTED = AbortSignal.abort()

/** Runs a call and returns its answers. @param call may reject */
export async function follow(call: () => Promise<unknown>, signal?: AbortSignal): Promise<{ trail: Trail; error?: unknown }> {
  const trail: Trail = { received: [] }
  const store = { trail, signal }
  try {
    await calls.run(store, () => unlessAborted(call(), signal))
    return { trail }
  } catch (error) {
    return { trail, error }
  } finally {
    Object.assign(store, { trail: undefined, signal: signal?.aborted ? ABORTED : undefined })
  }
}

/** The pipeline ignores the signal while it waits for a token; the caller must not. */
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

export const currentSignal = (): AbortSignal | undefined => calls.getStore()?.signal

/** Name of a request without host and query, which can contain signatures. */
export function nameOf(request: Pick<PipelineRequest, 'method' | 'url'>): string {
  return `${request.method} ${new URL(request.url).pathname}`
}

export function noteRequest(request: PipelineRequest): void {
  const trail = calls.getStore()?.trail
  if (trail) trail.asked = nameOf(request)
}

/** By each request: the SDK asks for the token of parallel ones once. @param scope that its token is for */
export function noteScope(scope: string | undefined): void {
  const trail = calls.getStore()?.trail
  if (trail && scope !== undefined) trail.scope = scope
}

type Watcher = (request: PipelineRequest, response: PipelineResponse | undefined) => void

const watchers = new AsyncLocalStorage<{ watch?: Watcher }>()

export async function watched<T>(watch: Watcher, work: () => Promise<T>): Promise<T> {
  const outer = watchers.getStore()
  const store: { watch?: Watcher } = {
    watch: (request, response) => {
      outer?.watch?.(request, response)
      watch(request, response)
    },
  }
  try {
    return await watchers.run(store, work)
  } finally {
    delete store.watch
  }
}

/** Returns a call's outcome and its requests. @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z */
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

export const recordingPolicy: PipelinePolicy = {
  name: 'recording',
  async sendRequest(request, next) {
    const trail = calls.getStore()?.trail
    try {
      const response = await next(request)
      watchers.getStore()?.watch?.(request, response)
      trail?.received.push({
        request: nameOf(request),
        status: response.status,
        header: (name) => response.headers.get(name),
        text: response.bodyAsText ?? '',
      })
      return response
    } catch (error) {
      watchers.getStore()?.watch?.(request, undefined)
      if (trail) trail.unanswered = error
      throw error
    }
  },
}
