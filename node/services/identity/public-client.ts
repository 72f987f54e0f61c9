import { createDefaultHttpClient, createHttpHeaders, createPipelineFromOptions, createPipelineRequest } from '@azure/core-rest-pipeline'
import { type INetworkModule, type NetworkResponse, PublicClientApplication } from '@azure/msal-node'
import * as z from 'zod'
import { parsedJson } from '#machines/parsed-json.ts'
import { CAPABILITIES } from './claims-apart.ts'
import type { SignInPipeline } from './pipeline.ts'
import { cachePlugin, type TokenCache } from './token-cache.ts'

interface Sent {
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Requests of MSAL by the same rules as all others of a sign-in. */
function networkOf({ clientOptions, policies }: SignInPipeline): INetworkModule {
  const pipeline = createPipelineFromOptions(clientOptions)
  for (const { policy, position } of policies) pipeline.addPolicy(policy, position === 'perRetry' ? { afterPhase: 'Sign' } : {})
  async function send<T>(method: 'GET' | 'POST', url: string, { headers, body }: Sent = {}): Promise<NetworkResponse<T>> {
    const request = createPipelineRequest({ method, url, headers: createHttpHeaders(headers), ...(body === undefined ? {} : { body }) })
    const response = await pipeline.sendRequest(createDefaultHttpClient(), request)
    // MSAL validates what it takes from these objects.
    const answer = z.custom<T>((value) => typeof value === 'object' && value !== null).safeParse(parsedJson(response.bodyAsText ?? ''))
    if (!answer.success) throw new Error('The sign-in service’s answer isn’t JSON.')
    return { body: answer.data, headers: response.headers.toJSON(), status: response.status }
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  }
}

/**
 * MSAL itself: the identity library's browser sign-in has no state and takes any answer.
 * @param isKnown false: the library would ask Microsoft's public cloud whether the authority exists
 */
export function publicClient(
  {
    authority,
    tenantId,
    clientId,
    isKnown,
    pipeline,
  }: {
    readonly authority: string
    readonly tenantId: string
    readonly clientId: string
    readonly isKnown: boolean
    readonly pipeline: SignInPipeline
  },
  cache: TokenCache,
): PublicClientApplication {
  const tenant = `${authority}/${tenantId}`
  return new PublicClientApplication({
    auth: { clientId, authority: tenant, knownAuthorities: isKnown ? [] : [tenant], clientCapabilities: CAPABILITIES },
    cache: { cachePlugin: cachePlugin(cache) },
    system: { networkClient: networkOf(pipeline) },
  })
}
