import { Agent } from 'node:https'
import { createSecureContext, type SecureContext } from 'node:tls'
import { type PipelinePolicy, type PipelineRequest, RestError } from '@azure/core-rest-pipeline'
import { defined } from '#machines/defined.ts'
import { ProxyFailed, type ProxyFor } from './proxy.ts'
import { ProxyAgent } from './proxy-agent.ts'

export interface ProxyPolicyOptions {
  readonly proxyFor: ProxyFor
  /** PEM; absent: Node's authorities. */
  readonly ca?: readonly string[]
}

/** An unusable proxy is an unsent request, not a defect. */
const asUnsent = (error: unknown, request: PipelineRequest): unknown =>
  error instanceof ProxyFailed ? Object.assign(new RestError(error.message, { code: error.code, request }), { cause: error }) : error

let trusted: { readonly ca: readonly string[]; readonly secureContext: SecureContext } | undefined

/** Cached: loading about 150 authorities takes longer than a request. */
function trusting(ca: readonly string[]): SecureContext {
  if (trusted?.ca.length !== ca.length || !trusted.ca.every((each, at) => each === ca[at]))
    trusted = { ca, secureContext: createSecureContext({ ca: [...ca] }) }
  return trusted.secureContext
}

/**
 * Route of a request, direct or by proxy, and its trusted authorities: the only place for the sign-in and every service.
 * Decision 0044: not Electron's own network stack, which takes no extra authorities.
 */
export function wayOut({ proxyFor, ca }: ProxyPolicyOptions): (url: URL) => Promise<Agent | ProxyAgent> {
  // Shared by connections: creating it each time took a third of a walk's CPU time.
  const trust = defined({ secureContext: ca && trusting(ca) })
  const straight = new Agent({ keepAlive: true, ...trust })
  const proxies = new Map<string, ProxyAgent>()
  const through = (proxy: URL): ProxyAgent => {
    const agent = proxies.get(proxy.href) ?? new ProxyAgent(proxy, trust)
    proxies.set(proxy.href, agent)
    return agent
  }
  return async (url) => {
    const proxy = await proxyFor(url)
    return proxy ? through(proxy) : straight
  }
}

export function proxyPolicy(options: ProxyPolicyOptions): PipelinePolicy {
  const agentFor = wayOut(options)
  return {
    name: 'wizardProxyPolicy',
    async sendRequest(request, next) {
      request.agent = await agentFor(new URL(request.url)).catch((error: unknown) => {
        throw asUnsent(error, request)
      })
      return next(request)
    },
  }
}
