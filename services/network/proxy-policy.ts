import { Agent } from 'node:https'
import { createSecureContext } from 'node:tls'
import { type PipelinePolicy, type PipelineRequest, RestError } from '@azure/core-rest-pipeline'
import { present } from '../../machines/present.ts'
import { ProxyFailed, type ProxyFor } from './proxy.ts'
import { ProxyAgent } from './proxy-agent.ts'

export interface ProxyPolicyOptions {
  readonly proxyFor: ProxyFor
  /** Certificate authorities as PEM; absent, those that come with Node. */
  readonly ca?: readonly string[]
}

/** A proxy that cannot be used is a request that was not sent, like any other: it is shown, not thrown as a defect. */
const asUnsent = (error: unknown, request: PipelineRequest): unknown =>
  error instanceof ProxyFailed ? Object.assign(new RestError(error.message, { code: error.code, request }), { cause: error }) : error

/**
 * The value of the SDKs' own proxy setting, so that they do not read HTTPS_PROXY themselves: they cannot read one without
 * `http://`. It is never used, because each request is given its way here.
 */
export const DECIDED_HERE = { host: 'http://localhost', port: 9 } as const

/**
 * Sends each request straight or through the proxy that is set for it, and trusts the given certificate authorities. The one
 * place where this is decided, for the sign-in and for every service.
 */
export function proxyPolicy({ proxyFor, ca }: ProxyPolicyOptions): PipelinePolicy {
  // Once: reading some 150 authorities anew for each connection took a third of a walk's processor time.
  const trust = present({ secureContext: ca && createSecureContext({ ca: [...ca] }) })
  const straight = new Agent({ keepAlive: true, ...trust })
  const proxies = new Map<string, ProxyAgent>()
  const through = (proxy: URL): ProxyAgent => {
    const agent = proxies.get(proxy.href) ?? new ProxyAgent(proxy, trust)
    proxies.set(proxy.href, agent)
    return agent
  }
  return {
    name: 'wizardProxyPolicy',
    async sendRequest(request, next) {
      const proxy = await proxyFor(new URL(request.url)).catch((error: unknown) => {
        throw asUnsent(error, request)
      })
      request.agent = proxy ? through(proxy) : straight
      return next(request)
    },
  }
}
