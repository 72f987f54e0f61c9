import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import type { Asked } from './critical-path.ts'

/** HTTP client that records when requests start and end. */
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
