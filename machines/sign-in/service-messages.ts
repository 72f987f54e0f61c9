import { defineMessages } from '../messages/message.ts'

/** What lay between this computer and the sign-in service, or what the service said without a code that is known. */
export const serviceMessages = {
  interception: defineMessages({
    title: {
      id: 'signIn.service.interception.title',
      defaultMessage: 'Something between this computer and Microsoft shows a certificate that is not trusted',
    },
    meaning: {
      id: 'signIn.service.interception.meaning',
      defaultMessage:
        'Usually this is your company’s inspection of encrypted traffic, whose certificate authority the wizard does not know. Nothing was sent.',
    },
    remedy: {
      id: 'signIn.service.interception.remedy',
      defaultMessage:
        'Ask the network administrator for the certificate authority as a PEM file and start the wizard with --ca-file=FILE, or have the addresses of the sign-in left out of the inspection.',
    },
  }),
  outOfDate: defineMessages({
    title: { id: 'signIn.service.outOfDate.title', defaultMessage: 'A certificate is out of date, or this computer’s clock is wrong' },
    meaning: {
      id: 'signIn.service.outOfDate.meaning',
      defaultMessage: 'The certificate that was shown is not valid at the time this computer believes it to be. Nothing was sent.',
    },
    remedy: {
      id: 'signIn.service.outOfDate.remedy',
      defaultMessage:
        'Set the computer’s clock, date and time zone by the network, then sign in again. If the clock is right, ask the network administrator.',
    },
  }),
  page: defineMessages({
    title: { id: 'signIn.service.page.title', defaultMessage: 'A web page answered instead of the sign-in service' },
    meaning: {
      id: 'signIn.service.page.meaning',
      defaultMessage:
        'Something on the way, such as the sign-in page of a hotel’s or a guest network, or a proxy, answered in Microsoft’s place.',
    },
    remedy: {
      id: 'signIn.service.page.remedy',
      defaultMessage: 'Open any page in the browser and sign in to the network, or change to another network. Then sign in again.',
    },
  }),
  offline: defineMessages({
    title: { id: 'signIn.service.offline.title', defaultMessage: 'The sign-in service cannot be reached' },
    meaning: {
      id: 'signIn.service.offline.meaning',
      defaultMessage: 'There is no way from this computer to the sign-in service at this moment. Nothing is wrong with the account.',
    },
    remedy: {
      id: 'signIn.service.offline.remedy',
      defaultMessage: 'Check the network, the VPN and the proxy (HTTPS_PROXY, NO_PROXY), then sign in again.',
    },
  }),
  unknown: defineMessages({
    title: { id: 'signIn.service.unknown.title', defaultMessage: 'The sign-in was refused' },
    meaning: {
      id: 'signIn.service.unknown.meaning',
      defaultMessage: 'The sign-in service gave a reason for which the wizard has no better words.',
    },
    remedy: {
      id: 'signIn.service.unknown.remedy',
      defaultMessage:
        'Read the error details below; they name what it did not accept. The Entra administrator finds the sign-in by the correlation ID.',
    },
  }),
  proxyWantsSignIn: defineMessages({
    title: { id: 'signIn.service.proxyWantsSignIn.title', defaultMessage: 'The proxy wants a sign-in of its own' },
    meaning: {
      id: 'signIn.service.proxyWantsSignIn.meaning',
      defaultMessage: 'The proxy lets nothing through without a user name and a password, or does not take those it was given.',
    },
    remedy: {
      id: 'signIn.service.proxyWantsSignIn.remedy',
      defaultMessage:
        'Set HTTPS_PROXY with the proxy’s user name and password for this start, or ask the network administrator for an exception. The wizard offers Basic sign-in to a proxy only, no NTLM or Kerberos.',
    },
  }),
  proxyRefused: defineMessages({
    title: { id: 'signIn.service.proxyRefused.title', defaultMessage: 'The proxy refuses the connection' },
    meaning: {
      id: 'signIn.service.proxyRefused.meaning',
      defaultMessage: 'The proxy was reached, but does not let this computer through to the address.',
    },
    remedy: {
      id: 'signIn.service.proxyRefused.remedy',
      defaultMessage: 'Ask the network administrator to allow the addresses of the sign-in and of the services, then sign in again.',
    },
  }),
  proxyUnreachable: defineMessages({
    title: { id: 'signIn.service.proxyUnreachable.title', defaultMessage: 'The proxy cannot be reached' },
    meaning: { id: 'signIn.service.proxyUnreachable.meaning', defaultMessage: 'A proxy is set for this computer, and it does not answer.' },
    remedy: {
      id: 'signIn.service.proxyUnreachable.remedy',
      defaultMessage:
        'Check HTTPS_PROXY and the proxy settings of the system, or connect to the network that the proxy belongs to. Then sign in again.',
    },
  }),
  proxyUnsupported: defineMessages({
    title: { id: 'signIn.service.proxyUnsupported.title', defaultMessage: 'The proxy is of a kind that the wizard cannot use' },
    meaning: {
      id: 'signIn.service.proxyUnsupported.meaning',
      defaultMessage: 'The proxy that is set for this address is neither an HTTP, an HTTPS nor a SOCKS proxy.',
    },
    remedy: {
      id: 'signIn.service.proxyUnsupported.remedy',
      defaultMessage: 'Set HTTPS_PROXY to one of these, or add the address to NO_PROXY. Then sign in again.',
    },
  }),
}
