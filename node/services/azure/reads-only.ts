import { AsyncLocalStorage } from 'node:async_hooks'
import type { HttpClient, PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline'
import { requestMessages } from '../answer-messages.ts'
import { ToldError } from '../told-error.ts'

export class WriteNotSent extends ToldError {
  override readonly name = 'WriteNotSent'
  constructor() {
    super(requestMessages.readsOnly)
  }
}

/** Azure's read-only POSTs. */
const ASKED_BY_POST: readonly RegExp[] = [/^\/subscriptions\/[^/]+\/providers\/microsoft\.keyvault\/checknameavailability$/i]

function reads({ method, url }: PipelineRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return method === 'POST' && ASKED_BY_POST.some((address) => address.test(new URL(url).pathname))
}

/**
 * Sends only reads; anything else doesn't leave this computer.
 * Decision 0152: one way out that refuses, not narrower types, which a cast passes.
 */
export const readsOnly = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    if (!reads(request)) throw new WriteNotSent()
    return network.sendRequest(request)
  },
})

const onlyReading = new AsyncLocalStorage<true>()

/** Runs work that may only read, regardless of the tenant's sign-in. */
export const whileOnlyReading = <T>(work: () => Promise<T>): Promise<T> => onlyReading.run(true, work)

/** Refuses writes during read-only work. */
export const onlyReadingPolicy: PipelinePolicy = {
  name: 'onlyReading',
  async sendRequest(request, next) {
    if (onlyReading.getStore() && !reads(request)) throw new WriteNotSent()
    return next(request)
  },
}
