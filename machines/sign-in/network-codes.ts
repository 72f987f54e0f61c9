/** Own codes for proxy errors. */
export const NETWORK_CODES = {
  proxyWantsSignIn: 'PROXY_SIGN_IN',
  proxyRefused: 'PROXY_REFUSED',
  proxyUnreachable: 'PROXY_UNREACHABLE',
  proxyUnsupported: 'PROXY_UNSUPPORTED',
} as const
