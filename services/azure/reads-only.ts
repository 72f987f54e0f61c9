import { AsyncLocalStorage } from 'node:async_hooks'
import type { HttpClient, PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline'
import { requestMessages } from '../answer-messages.ts'
import { ToldError } from '../told-error.ts'

/** A request that could change something. It was not sent. */
export class WriteNotSent extends ToldError {
  override readonly name = 'WriteNotSent'
  constructor() {
    super(requestMessages.readsOnly)
  }
}

/** Questions that Azure takes as a POST. They change nothing. */
const ASKED_BY_POST: readonly RegExp[] = [/^\/subscriptions\/[^/]+\/providers\/microsoft\.keyvault\/checknameavailability$/i]

function reads({ method, url }: PipelineRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return method === 'POST' && ASKED_BY_POST.some((address) => address.test(new URL(url).pathname))
}

/**
 * Sends what reads, and nothing else: whatever asks for more, it doesn't leave this computer.
 * Decision 0152: one way out that refuses, not narrower types, which a cast passes.
 */
export const readsOnly = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    if (!reads(request)) throw new WriteNotSent()
    return network.sendRequest(request)
  },
})

const onlyReading = new AsyncLocalStorage<true>()

/** Runs work of which nothing leaves this computer but what reads, whoever opened the tenant. */
export const whileOnlyReading = <T>(work: () => Promise<T>): Promise<T> => onlyReading.run(true, work)

/** Refuses what writes while work runs that only reads. */
export const onlyReadingPolicy: PipelinePolicy = {
  name: 'onlyReading',
  async sendRequest(request, next) {
    if (onlyReading.getStore() && !reads(request)) throw new WriteNotSent()
    return next(request)
  },
}
