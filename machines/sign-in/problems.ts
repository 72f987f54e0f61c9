import type { Refusal } from '../engine/answer.ts'
import type { Problem } from '../engine/step/problems.ts'
import { type DisplayText, defineMessages } from '../messages/message.ts'
import { sentences } from '../messages/sentences.ts'
import { codeMessages } from './code-messages.ts'
import { readingOfCode } from './codes.ts'
import { NETWORK_CODES } from './network-codes.ts'
import { AUDIENCE_TITLES } from './permissions.ts'
import type { RefusedAudience } from './sign-in.ts'

type Reading = Omit<Problem, 'refusal' | 'id'>

/** Node's codes for untrusted certificates. */
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_(?:UNTRUSTED|SIGNATURE)|INVALID_CA/
const OUT_OF_DATE = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/
const CERTIFICATE = /CERT_|ALTNAME|ERR_TLS|EPROTO|ERR_SSL/

const serviceMessages = {
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

const interception: Reading = { ...serviceMessages.interception, owner: 'you' }

const outOfDate: Reading = { ...serviceMessages.outOfDate, owner: 'you' }

const page: Reading = { ...serviceMessages.page, owner: 'you' }

const offline: Reading = { ...serviceMessages.offline, owner: 'you' }

const serviceFailed: Reading = { ...codeMessages.serviceBusy, owner: 'microsoft' }

const unknown: Reading = { ...serviceMessages.unknown, owner: 'you' }

const PROXY: Readonly<Record<string, Reading>> = {
  [NETWORK_CODES.proxyWantsSignIn]: { ...serviceMessages.proxyWantsSignIn, owner: 'you' },
  [NETWORK_CODES.proxyRefused]: { ...serviceMessages.proxyRefused, owner: 'you' },
  [NETWORK_CODES.proxyUnreachable]: { ...serviceMessages.proxyUnreachable, owner: 'you' },
  [NETWORK_CODES.proxyUnsupported]: { ...serviceMessages.proxyUnsupported, owner: 'you' },
}

/** By remedy: Entra's code first, then network problems. */
function readingOf({ code = '', reason, status }: Refusal): Reading {
  const known = readingOfCode(code)
  if (known) return known
  const proxy = PROXY[code]
  if (proxy) return proxy
  if (OUT_OF_DATE.test(code)) return outOfDate
  if (UNTRUSTED.test(code) || CERTIFICATE.test(code)) return interception
  if (reason === 'unreadable') return page
  if (reason === 'throttled') return serviceFailed
  if (reason === 'unavailable') return status === undefined ? offline : serviceFailed
  return unknown
}

/** Explains a refused sign-in; the service's text stays beside it. */
export function problemOfSignIn(refusal: Refusal): Problem {
  const { title, meaning, remedy, owner } = readingOf(refusal)
  return { title, meaning, remedy, owner, refusal }
}

const messages = {
  ...defineMessages('signIn', {
    noAccess: 'Couldn’t access {service}: {title}',
  }),
  neither: defineMessages('signIn.neither', {
    title: 'Couldn’t access Azure or Power Platform',
    meaning: '{first}. {second}.',
  }),
  without: defineMessages('signIn.without', {
    'resource-manager': {
      id: 'signIn.without.resourceManager',
      defaultMessage: 'Without Azure Resource Manager, only someone else can check and do step 3.',
    },
    'key-vault': {
      id: 'signIn.without.keyVault',
      defaultMessage: 'Without Azure Key Vault, we can’t read or create the key in the key vault.',
    },
    'power-platform': {
      id: 'signIn.without.powerPlatform',
      defaultMessage: 'Without Power Platform, we can’t read environments or add one to the policy.',
    },
    dataverse: 'Without Dataverse, only the admin API shows whether finance and operations is linked.',
  }),
}

export function problemOfAudience(audience: RefusedAudience['audience'], refusal: Refusal): Problem {
  const problem = problemOfSignIn(refusal)
  return {
    ...problem,
    title: noAccess(audience, problem.title),
    meaning: sentences(problem.meaning, messages.without[audience]),
  }
}

export const noAccess = (audience: RefusedAudience['audience'], title: DisplayText): DisplayText =>
  messages.noAccess({ service: AUDIENCE_TITLES[audience], title })

export function problemOfBoth(first: Problem, second: Problem): Problem {
  return {
    ...first,
    title: messages.neither.title,
    meaning: messages.neither.meaning({ first: first.title, second: second.title }),
    remedy: first.remedy === second.remedy ? first.remedy : sentences(first.remedy, second.remedy),
  }
}

/** Only one service is affected; others may still be asked. */
export function concernsOneService({ code }: Refusal): boolean {
  return readingOfCode(code)?.reach === 'service'
}

export function canAskAgain({ code }: Refusal): boolean {
  return readingOfCode(code)?.askAgain === true
}
