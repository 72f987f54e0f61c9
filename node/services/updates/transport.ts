import { type Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { type RequestOptions, request as secureRequest } from 'node:https'
import { type ProxyPolicyOptions, wayOut } from '../network/proxy-policy.ts'

/** Route of update requests, as for Microsoft's services. */
export type Transport = (url: URL) => Promise<Agent | undefined>

/** @param options proxies and authorities of all requests */
export function updateTransport(options: ProxyPolicyOptions): Transport {
  const agentFor = wayOut(options)
  // Only a test's local server lacks https.
  return async (url) => (url.protocol === 'http:' ? undefined : agentFor(url))
}

/** @param options Node.js's, with address and agent */
export const startRequest = (options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest =>
  options.protocol === 'http:' ? plainRequest(options, answered) : secureRequest({ ...options, rejectUnauthorized: true }, answered)
