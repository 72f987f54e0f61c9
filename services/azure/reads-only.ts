import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline'
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

/** Sends what reads, and nothing else: whatever asks for more, it doesn't leave this computer. */
export const readsOnly = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    if (!reads(request)) throw new WriteNotSent()
    return network.sendRequest(request)
  },
})
