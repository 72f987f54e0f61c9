import { Agent } from 'node:https'
import { createSecureContext, type SecureContext } from 'node:tls'
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

let trusted: { readonly ca: readonly string[]; readonly secureContext: SecureContext } | undefined

/** Kept for the next sign-in, which trusts the same: to read some 150 authorities takes longer than a request. */
function trusting(ca: readonly string[]): SecureContext {
  if (trusted?.ca.length !== ca.length || !trusted.ca.every((each, at) => each === ca[at]))
    trusted = { ca, secureContext: createSecureContext({ ca: [...ca] }) }
  return trusted.secureContext
}

/**
 * How a request to an address leaves this computer: straight or through the proxy that is set for it, trusting the given certificate
 * authorities. The one place where this is decided, for the sign-in and for every service.
 * Decision 0044: not Electron's own network stack, which takes no extra authorities.
 */
export function wayOut({ proxyFor, ca }: ProxyPolicyOptions): (url: URL) => Promise<Agent | ProxyAgent> {
  // Not for each connection: that took a third of a walk's processor time.
  const trust = present({ secureContext: ca && trusting(ca) })
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

/** The same for the clients that send requests through a pipeline. */
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
