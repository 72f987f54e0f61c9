import { type Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { type RequestOptions, request as secureRequest } from 'node:https'
import { type ProxyPolicyOptions, wayOut } from '../network/proxy-policy.ts'

/** How requests to the server of updates leave this computer: as those to Microsoft's services do. */
export type Transport = (url: URL) => Promise<Agent | undefined>

/** @param options the proxies and certificate authorities of every request */
export function updateTransport(options: ProxyPolicyOptions): Transport {
  const agentFor = wayOut(options)
  // Only a test's own server is without https, and it's on this computer.
  return async (url) => (url.protocol === 'http:' ? undefined : agentFor(url))
}

/** Starts a request. @param options as Node.js takes them, with their address and agent */
export const startRequest = (options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest =>
  (options.protocol === 'http:' ? plainRequest : secureRequest)(options, answered)
