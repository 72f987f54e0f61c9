import { defineMessages } from '../messages/message.ts'

/** What lay between this computer and the sign-in service, or what the service said without a code that is known. */
export const serviceMessages = {
  interception: defineMessages({
    title: {
      id: 'signIn.service.interception.title',
      defaultMessage: 'The connection to Microsoft shows a certificate that isn’t trusted',
    },
    meaning: {
      id: 'signIn.service.interception.meaning',
      defaultMessage:
        'Usually, your organization inspects encrypted traffic with a certificate authority that the wizard doesn’t recognize. Nothing was sent.',
    },
    remedy: {
      id: 'signIn.service.interception.remedy',
      defaultMessage:
        'Ask your network administrator for the certificate authority as a PEM file, and start the wizard with --ca-file=FILE. Or have the sign-in addresses excluded from the inspection.',
    },
  }),
  outOfDate: defineMessages({
    title: { id: 'signIn.service.outOfDate.title', defaultMessage: 'A certificate is out of date, or this computer’s clock is wrong' },
    meaning: {
      id: 'signIn.service.outOfDate.meaning',
      defaultMessage: 'According to this computer’s clock, the certificate isn’t valid now. Nothing was sent.',
    },
    remedy: {
      id: 'signIn.service.outOfDate.remedy',
      defaultMessage:
        'Sync this computer’s clock, date, and time zone with the network, then sign in again. If the clock is right, ask your network administrator.',
    },
  }),
  page: defineMessages({
    title: { id: 'signIn.service.page.title', defaultMessage: 'A web page answered instead of the sign-in service' },
    meaning: {
      id: 'signIn.service.page.meaning',
      defaultMessage: 'Something between this computer and Microsoft answered instead, such as a guest network’s sign-in page or a proxy.',
    },
    remedy: {
      id: 'signIn.service.page.remedy',
      defaultMessage: 'Open any page in the browser and sign in to the network, or switch to another network. Then sign in again.',
    },
  }),
  offline: defineMessages({
    title: { id: 'signIn.service.offline.title', defaultMessage: 'Can’t reach the sign-in service' },
    meaning: {
      id: 'signIn.service.offline.meaning',
      defaultMessage: 'This computer can’t connect to the sign-in service right now. Nothing is wrong with the account.',
    },
    remedy: {
      id: 'signIn.service.offline.remedy',
      defaultMessage: 'Check the network, the VPN, and the proxy (HTTPS_PROXY, NO_PROXY), then sign in again.',
    },
  }),
  unknown: defineMessages({
    title: { id: 'signIn.service.unknown.title', defaultMessage: 'The sign-in was refused' },
    meaning: {
      id: 'signIn.service.unknown.meaning',
      defaultMessage: 'The sign-in service gave a reason that the wizard doesn’t recognize.',
    },
    remedy: {
      id: 'signIn.service.unknown.remedy',
      defaultMessage: 'The error details below name what it didn’t accept. Your Entra admin can find the sign-in by the correlation ID.',
    },
  }),
  proxyWantsSignIn: defineMessages({
    title: { id: 'signIn.service.proxyWantsSignIn.title', defaultMessage: 'The proxy requires its own sign-in' },
    meaning: {
      id: 'signIn.service.proxyWantsSignIn.meaning',
      defaultMessage: 'The proxy requires a user name and password, or it doesn’t accept the ones it was given.',
    },
    remedy: {
      id: 'signIn.service.proxyWantsSignIn.remedy',
      defaultMessage:
        'Set HTTPS_PROXY with the proxy’s user name and password for this start, or ask your network administrator for an exception. The wizard supports only Basic authentication to a proxy, not NTLM or Kerberos.',
    },
  }),
  proxyRefused: defineMessages({
    title: { id: 'signIn.service.proxyRefused.title', defaultMessage: 'The proxy refuses the connection' },
    meaning: {
      id: 'signIn.service.proxyRefused.meaning',
      defaultMessage: 'The proxy answered but doesn’t allow this computer to reach the address.',
    },
    remedy: {
      id: 'signIn.service.proxyRefused.remedy',
      defaultMessage: 'Ask your network administrator to allow the addresses of the sign-in and the services, then sign in again.',
    },
  }),
  proxyUnreachable: defineMessages({
    title: { id: 'signIn.service.proxyUnreachable.title', defaultMessage: 'Can’t reach the proxy' },
    meaning: { id: 'signIn.service.proxyUnreachable.meaning', defaultMessage: 'A proxy is set for this computer, but it doesn’t answer.' },
    remedy: {
      id: 'signIn.service.proxyUnreachable.remedy',
      defaultMessage: 'Check HTTPS_PROXY and the system’s proxy settings, or connect to the proxy’s network. Then sign in again.',
    },
  }),
  proxyUnsupported: defineMessages({
    title: { id: 'signIn.service.proxyUnsupported.title', defaultMessage: 'The wizard can’t use this type of proxy' },
    meaning: {
      id: 'signIn.service.proxyUnsupported.meaning',
      defaultMessage: 'The proxy set for this address isn’t an HTTP, HTTPS, or SOCKS proxy.',
    },
    remedy: {
      id: 'signIn.service.proxyUnsupported.remedy',
      defaultMessage: 'Set HTTPS_PROXY to one of these, or add the address to NO_PROXY. Then sign in again.',
    },
  }),
}
