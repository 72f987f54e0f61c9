import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import type { Asked } from './critical-path.ts'

/** The network as every client uses it, with a mark when each request leaves and when its answer has come. */
export function recordingClient(asked: Asked[], now: () => number): HttpClient {
  const network = createDefaultHttpClient()
  return {
    async sendRequest(request) {
      const startedAt = now()
      const response = await network.sendRequest(request)
      const { method, url } = request
      const answer = `${JSON.stringify(response.headers.toJSON())}\n${response.bodyAsText ?? ''}`
      asked.push({ method, url, startedAt, endedAt: now(), status: response.status, answer })
      return response
    },
  }
}
