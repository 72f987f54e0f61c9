/** Codes that the wizard itself gives for a proxy between it and the services. */
export const NETWORK_CODES = {
  proxyWantsSignIn: 'PROXY_SIGN_IN',
  proxyRefused: 'PROXY_REFUSED',
  proxyUnreachable: 'PROXY_UNREACHABLE',
  proxyUnsupported: 'PROXY_UNSUPPORTED',
} as const
