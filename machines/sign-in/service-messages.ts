import { defineMessages } from '../messages/message.ts'

export const serviceMessages = {
  interception: defineMessages('signIn.service.interception', {
    title: 'The connection to Microsoft shows a certificate that isn’t trusted',
    meaning:
      'Usually, your organization inspects encrypted traffic with a certificate authority that the wizard doesn’t recognize. Nothing was sent.',
    remedy:
      'Ask your network administrator for the certificate authority as a PEM file, and start the wizard with --ca-file=FILE. Or have the sign-in addresses excluded from the inspection.',
  }),
  outOfDate: defineMessages('signIn.service.outOfDate', {
    title: 'A certificate is out of date, or this computer’s clock is wrong',
    meaning: 'According to this computer’s clock, the certificate isn’t valid now. Nothing was sent.',
    remedy:
      'Sync this computer’s clock, date, and time zone with the network, then sign in again. If the clock is right, ask your network administrator.',
  }),
  page: defineMessages('signIn.service.page', {
    title: 'A web page answered instead of the sign-in service',
    meaning: 'Something between this computer and Microsoft answered instead, such as a guest network’s sign-in page or a proxy.',
    remedy: 'Open any page in the browser and sign in to the network, or switch to another network. Then sign in again.',
  }),
  offline: defineMessages('signIn.service.offline', {
    title: 'Can’t reach the sign-in service',
    meaning: 'This computer can’t connect to the sign-in service right now. Nothing is wrong with the account.',
    remedy: 'Check the network, the VPN, and the proxy (HTTPS_PROXY, NO_PROXY), then sign in again.',
  }),
  unknown: defineMessages('signIn.service.unknown', {
    title: 'The sign-in was refused',
    meaning: 'The sign-in service gave a reason that the wizard doesn’t recognize.',
    remedy: 'The error details below name what it didn’t accept. Your Entra admin can find the sign-in by the correlation ID.',
  }),
  proxyWantsSignIn: defineMessages('signIn.service.proxyWantsSignIn', {
    title: 'The proxy requires its own sign-in',
    meaning: 'The proxy requires a user name and password, or it doesn’t accept the ones it was given.',
    remedy:
      'Set HTTPS_PROXY with the proxy’s user name and password for this start, or ask your network administrator for an exception. The wizard supports only Basic authentication to a proxy, not NTLM or Kerberos.',
  }),
  proxyRefused: defineMessages('signIn.service.proxyRefused', {
    title: 'The proxy refuses the connection',
    meaning: 'The proxy answered but doesn’t allow this computer to reach the address.',
    remedy: 'Ask your network administrator to allow the addresses of the sign-in and the services, then sign in again.',
  }),
  proxyUnreachable: defineMessages('signIn.service.proxyUnreachable', {
    title: 'Can’t reach the proxy',
    meaning: 'A proxy is set for this computer, but it doesn’t answer.',
    remedy: 'Check HTTPS_PROXY and the system’s proxy settings, or connect to the proxy’s network. Then sign in again.',
  }),
  proxyUnsupported: defineMessages('signIn.service.proxyUnsupported', {
    title: 'The wizard can’t use this type of proxy',
    meaning: 'The proxy set for this address isn’t an HTTP, HTTPS, or SOCKS proxy.',
    remedy: 'Set HTTPS_PROXY to one of these, or add the address to NO_PROXY. Then sign in again.',
  }),
}
