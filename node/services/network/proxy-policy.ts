import { Agent } from 'node:https'
import { createSecureContext } from 'node:tls'
import { type PipelinePolicy, type PipelineRequest, RestError } from '@azure/core-rest-pipeline'
import { defined } from '#machines/defined.ts'
import { ProxyFailed, type ProxyFor } from './proxy.ts'
import { ProxyAgent, SECURE, type Trust } from './proxy-agent.ts'

export interface ProxyPolicyOptions {
  readonly proxyFor: ProxyFor
  /** PEM; absent: Node's authorities. */
  readonly ca?: readonly string[]
}

/** An unusable proxy is an unsent request, not a defect. */
const asUnsent = (error: unknown, request: PipelineRequest): unknown =>
  error instanceof ProxyFailed ? Object.assign(new RestError(error.message, { code: error.code, request }), { cause: error }) : error

/** Kept-alive connections that trust the same authorities. */
interface Connections {
  readonly ca: readonly string[] | undefined
  readonly trust: Trust
  readonly straight: Agent
  readonly proxies: Map<string, ProxyAgent>
}

const all: Connections[] = []

/**
 * Shared by all sign-ins, so that opening an environment again leaves no idle connections behind. A connection carries no identity.
 * Loading about 150 authorities takes longer than a request.
 */
function connectionsTrusting(ca: readonly string[] | undefined): Connections {
  const existing = all.find((each) => each.ca?.length === ca?.length && (each.ca ?? []).every((authority, at) => authority === ca?.[at]))
  if (existing) return existing
  const trust = { ...SECURE, ...defined({ secureContext: ca && createSecureContext({ ...SECURE, ca: [...ca] }) }) }
  const connections = { ca, trust, straight: new Agent({ keepAlive: true, ...trust }), proxies: new Map() }
  all.push(connections)
  return connections
}

/**
 * Route of a request, direct or by proxy, and its trusted authorities: the only place for the sign-in and every service.
 * Decision 0044: not Electron's own network stack, which takes no extra authorities.
 */
export function wayOut({ proxyFor, ca }: ProxyPolicyOptions): (url: URL) => Promise<Agent | ProxyAgent> {
  const { trust, straight, proxies } = connectionsTrusting(ca)
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
