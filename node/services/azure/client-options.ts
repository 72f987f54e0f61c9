import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createPipelineRequest,
  type HttpMethods,
  type PipelinePolicy,
  tlsPolicy,
  userAgentPolicy,
} from '@azure/core-rest-pipeline'
import { version } from '../../../package.json'
import { waitingPolicy } from '../network/waits.ts'
import { type AnswerLimits, boundedAnswerPolicy } from './bounded-answer.ts'
import type { Connection } from './connection.ts'
import { randomGuid } from './guid.ts'
import { type AllowedHost, hostPolicy } from './hosts.ts'
import { lazily } from './lazily.ts'
import { onlyReadingPolicy } from './reads-only.ts'
import { watchingPolicy } from './request-watch.ts'
import { retryPolicy } from './retry.ts'
import { type SigningIn, signingIn } from './sign-in.ts'
import { noteScope, recordingPolicy } from './trail.ts'

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

/** After the sign-in: the token of the request is known. */
const scopePolicy = (credential: SigningIn): PipelinePolicy => ({
  name: 'scope',
  sendRequest(request, next) {
    noteScope(credential.scope())
    return next(request)
  },
})

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
export function restClient(connection: Connection, audience: string, allowed: AllowedHost, limits?: AnswerLimits): RestClient {
  const credential = signingIn(connection.credential)
  return clientWith(
    connection,
    credential,
    bearerTokenAuthenticationPolicy({ credential, scopes: `${audience}/.default` }),
    allowed,
    limits,
  )
}

/** As `restClient`. @param signIn adds the credential’s token @param allowed hosts for tokens */
export function clientWith(
  connection: Connection,
  credential: SigningIn,
  signIn: PipelinePolicy,
  allowed: AllowedHost,
  limits?: AnswerLimits,
): RestClient {
  // Not the SDK's own pipeline: waits, redirects and proxies are handled here, and its policies load Node's HTTP client.
  const pipeline = createEmptyPipeline()
  const { tlsOptions } = connection
  if (tlsOptions) pipeline.addPolicy(tlsPolicy(tlsOptions))
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: USER_AGENT }))
  for (const policy of [hostPolicy(allowed), onlyReadingPolicy, identifyingPolicy(connection.random)])
    pipeline.addPolicy(policy, { phase: 'Serialize' })
  pipeline.addPolicy(signIn, { phase: 'Sign' })
  // Innermost and in this order: records the answer of the last attempt.
  pipeline.addPolicy(scopePolicy(credential), { afterPhase: 'Sign' })
  pipeline.addPolicy(recordingPolicy, { afterPhase: 'Sign' })
  if (connection.waits) pipeline.addPolicy(waitingPolicy(connection.waits), { afterPhase: 'Sign' })
  pipeline.addPolicy(retryPolicy(connection), { afterPhase: 'Sign' })
  pipeline.addPolicy(boundedAnswerPolicy(limits), { afterPhase: 'Sign' })
  if (connection.proxy) pipeline.addPolicy(connection.proxy, { afterPhase: 'Sign' })
  if (connection.watch) pipeline.addPolicy(watchingPolicy(connection.watch, connection.clock), { afterPhase: 'Sign' })
  if (connection.dates) pipeline.addPolicy(connection.dates, { afterPhase: 'Sign' })
  const network = lazily(async () => connection.httpClient ?? (await import('./network-client.ts')).createDefaultHttpClient())
  return {
    async send({ method, url, body, headers }) {
      const request = createPipelineRequest({ method, url })
      request.headers.set('Accept', 'application/json')
      for (const [name, value] of Object.entries(headers ?? {})) request.headers.set(name, value)
      if (body !== undefined) {
        request.headers.set('Content-Type', 'application/json')
        request.body = JSON.stringify(body)
      }
      await pipeline.sendRequest(await network(), request)
    },
  }
}
