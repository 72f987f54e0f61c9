import { text } from 'node:stream/consumers'
import type { HttpClient } from '@azure/core-rest-pipeline'

/** Reads each answer to its end: the wizard's own pipeline takes it as a stream, which a measurement would see only begin. */
export const readingWholeAnswers = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    const { readableStreamBody: body, ...response } = await network.sendRequest(request)
    if (body === undefined) return response
    if (response.headers.has('Content-Encoding')) throw new Error(`${request.url} answered in compressed form.`)
    return { ...response, bodyAsText: await text(body) }
  },
})
