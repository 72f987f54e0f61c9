import type { RequestPolicyFactory, WebResource } from '@azure/storage-blob'
import { answerMessages } from '../answer-messages.ts'
import { ContainerRefused } from './container.ts'

/** How long the service is waited for. */
export interface Patience {
  /** Milliseconds without a byte, and for those that are slower than the rate. */
  readonly milliseconds: number
  /** Slower transfers are given up. */
  readonly bytesPerSecond: number
}

export const USUAL_PATIENCE: Patience = { milliseconds: 60_000, bytesPerSecond: 8 * 1024 }

/** In bytes. A page lists 5,000 blobs, each with a name and metadata of some hundred. */
const LARGEST_PAGE = 16 * 1024 * 1024
/** In bytes. Errors have some hundred. */
const LARGEST_ERROR = 256 * 1024

/** From these statuses on: redirects, what the client did wrong, failures of the service or of a gateway. */
const REDIRECT = 300
const CLIENT_ERROR = 400
const SERVER_ERROR = 500
const NOT_MODIFIED = 304
const EVERY_STATUS = new Set([Number.POSITIVE_INFINITY])

/** Ends a request that the service doesn't answer, or answers byte by byte. */
export class Watch {
  readonly #patience: Patience
  readonly #late = new AbortController()
  readonly #began = performance.now()
  #bytes: number
  #timer: NodeJS.Timeout | undefined

  /** @param bytes that are sent */
  constructor(patience: Patience, bytes = 0) {
    this.#patience = patience
    this.#bytes = bytes
    this.#wait()
  }

  get signal(): AbortSignal {
    return this.#late.signal
  }

  /** Rejects when it's late. */
  get ended(): Promise<never> {
    return new Promise((_, reject) => this.signal.addEventListener('abort', () => reject(this.refusal()), { once: true }))
  }

  came(bytes: number): void {
    this.#bytes += bytes
    this.#wait()
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  refusal(): ContainerRefused {
    return new ContainerRefused('unreachable', answerMessages.noAnswer({ seconds: Math.ceil(this.#patience.milliseconds / 1000) }))
  }

  #wait(): void {
    const { milliseconds, bytesPerSecond } = this.#patience
    clearTimeout(this.#timer)
    const until = this.#began + milliseconds + (this.#bytes / bytesPerSecond) * 1000
    this.#timer = setTimeout(() => this.#late.abort(), Math.max(0, until - performance.now()))
  }
}

const lengthOf = ({ headers }: WebResource): number => Number(headers.get('content-length') ?? 0) || 0

/** @throws ContainerRefused if it's longer */
export async function collected(
  stream: AsyncIterable<Uint8Array | string>,
  watch: Watch,
  largest: number,
  tooLong: () => ContainerRefused,
): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > largest) throw tooLong()
    parts.push(bytes)
    watch.came(bytes.length)
  }
  return Buffer.concat(parts)
}

const MB = 1024 * 1024

/**
 * Bounds each attempt: Microsoft's client waits without an end, reads answers of any length, and takes a proxy's page for a blob that was
 * written.
 */
export class BoundedAttempts implements RequestPolicyFactory {
  /** Decision 0231: Microsoft's client puts a policy around each attempt, before its parser, only by this name, which a bundle would shorten. */
  static readonly name = 'InjectorPolicyFactory'
  readonly #patience: Patience

  constructor(patience: Patience) {
    this.#patience = patience
  }

  create(next: Parameters<RequestPolicyFactory['create']>[0]): ReturnType<RequestPolicyFactory['create']> {
    return {
      sendRequest: async (request) => {
        const watch = new Watch(this.#patience, lengthOf(request))
        const { abortSignal, streamResponseStatusCodes: streamed } = request
        request.abortSignal = abortSignal instanceof AbortSignal ? AbortSignal.any([abortSignal, watch.signal]) : watch.signal
        request.streamResponseStatusCodes = EVERY_STATUS
        const { host } = new URL(request.url)
        const most = (status: number): number => (status < REDIRECT ? LARGEST_PAGE : LARGEST_ERROR)
        try {
          // The client waits for a token without looking at the signal.
          const response = await Promise.race([next.sendRequest(request), watch.ended])
          const { status, headers, readableStreamBody: body } = response
          // The service itself names each answer; a proxy’s page, or that of a network that wants a sign-in, has no such name. A gateway’s error
          // is left to the client, which asks once more after some.
          if (status < SERVER_ERROR && !headers.contains('x-ms-request-id')) throw new ContainerRefused('unreachable', answerMessages.page)
          // No service of storage redirects; where the condition of a read isn't met, it answers 304.
          if (status >= REDIRECT && status < CLIENT_ERROR && status !== NOT_MODIFIED)
            throw new ContainerRefused('unreachable', answerMessages.elsewhere({ status }))
          if (streamed?.has(status)) return response
          const tooLong = () =>
            new ContainerRefused('other', answerMessages.tooLong({ host, size: Math.max(1, Math.round(most(status) / MB)) }))
          const text = body === undefined ? null : (await collected(body, watch, most(status), tooLong)).toString('utf8')
          return Object.assign(response, { bodyAsText: text, readableStreamBody: undefined })
        } catch (error) {
          throw watch.signal.aborted ? watch.refusal() : error
        } finally {
          watch.end()
          Object.assign(request, { abortSignal, streamResponseStatusCodes: streamed })
        }
      },
    }
  }
}
