import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
  type HttpMethods,
  type PipelinePolicy,
} from '@azure/core-rest-pipeline'
import { defined } from '#machines/defined.ts'
import { version } from '../../../package.json'
import { DECIDED_HERE } from '../network/proxy-policy.ts'
import type { Connection } from './connection.ts'
import { randomGuid } from './guid.ts'
import { type AllowedHost, hostPolicy } from './hosts.ts'
import { onlyReadingPolicy } from './reads-only.ts'
import { watchingPolicy } from './request-watch.ts'
import { retryPolicy } from './retry.ts'
import { signingIn } from './sign-in.ts'
import { recordingPolicy } from './trail.ts'

export const USER_AGENT = `cmk-enablement-wizard/${version}`

function identifyingPolicy(random: () => number): PipelinePolicy {
  return {
    name: 'identifying',
    sendRequest(request, next) {
      request.headers.set('x-ms-client-request-id', randomGuid(random))
      request.headers.set('x-ms-useragent', USER_AGENT)
      return next(request)
    },
  }
}

/** Waits and redirects are handled here, so the SDKs' own are off. */
function pipelineOptions({ tlsOptions, proxy }: Connection) {
  return {
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: USER_AGENT },
    ...defined({ tlsOptions }),
    ...(proxy ? { proxyOptions: DECIDED_HERE } : {}),
  }
}

/** Options for Key Vault's client and ours. @param allowed hosts for tokens */
export function clientOptions(connection: Connection, allowed: AllowedHost) {
  return {
    ...pipelineOptions(connection),
    ...defined({ httpClient: connection.httpClient }),
    additionalPolicies: [
      { policy: hostPolicy(allowed), position: 'perCall' as const },
      { policy: onlyReadingPolicy, position: 'perCall' as const },
      { policy: identifyingPolicy(connection.random), position: 'perCall' as const },
      // Innermost and in this order: records the answer of the last attempt.
      { policy: recordingPolicy, position: 'perRetry' as const },
      { policy: retryPolicy(connection), position: 'perRetry' as const },
      ...(connection.proxy ? [{ policy: connection.proxy, position: 'perRetry' as const }] : []),
      ...(connection.watch ? [{ policy: watchingPolicy(connection.watch, connection.clock), position: 'perRetry' as const }] : []),
    ],
  }
}

export interface RestRequest {
  readonly method: HttpMethods
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface RestClient {
  send(request: RestRequest): Promise<void>
}

/** Client of a service. Answers are on the call's trail (`exchange`). @param audience without trailing slash */
export function restClient(connection: Connection, audience: string, allowed: AllowedHost): RestClient {
  const pipeline = createPipelineFromOptions(pipelineOptions(connection))
  const { additionalPolicies } = clientOptions(connection, allowed)
  for (const { policy, position } of additionalPolicies) {
    pipeline.addPolicy(policy, position === 'perRetry' ? { afterPhase: 'Sign' } : { phase: 'Serialize' })
  }
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential: signingIn(connection.credential), scopes: `${audience}/.default` }), {
    phase: 'Sign',
  })
  const httpClient: HttpClient = connection.httpClient ?? createDefaultHttpClient()
  return {
    async send({ method, url, body, headers }) {
      const request = createPipelineRequest({ method, url })
      request.headers.set('Accept', 'application/json')
      for (const [name, value] of Object.entries(headers ?? {})) request.headers.set(name, value)
      if (body !== undefined) {
        request.headers.set('Content-Type', 'application/json')
        request.body = JSON.stringify(body)
      }
      await pipeline.sendRequest(httpClient, request)
    },
  }
}
