import type { Problem } from '../engine/step/problems.ts'
import type { Refusal } from '../procedure/services.ts'
import { readingOfCode } from './codes.ts'
import { NETWORK_CODES } from './network-codes.ts'
import { AUDIENCE_TITLES } from './permissions.ts'
import type { RefusedAudience } from './sign-in.ts'

type Reading = Omit<Problem, 'refusal' | 'id'>

/** Node's words for a certificate that nobody here vouches for. */
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_(?:UNTRUSTED|SIGNATURE)|INVALID_CA/
const OUT_OF_DATE = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/
const CERTIFICATE = /CERT_|ALTNAME|ERR_TLS|EPROTO|ERR_SSL/

const interception: Reading = {
  title: 'Something between this computer and Microsoft shows a certificate that is not trusted',
  meaning:
    'Usually this is your company’s inspection of encrypted traffic, whose certificate authority the wizard does not know. Nothing was sent.',
  remedy:
    'Ask the network administrator for the certificate authority as a PEM file and start the wizard with --ca-file=FILE, or have the addresses of the sign-in left out of the inspection.',
  owner: 'you',
}

const outOfDate: Reading = {
  title: 'A certificate is out of date, or this computer’s clock is wrong',
  meaning: 'The certificate that was shown is not valid at the time this computer believes it to be. Nothing was sent.',
  remedy:
    'Set the computer’s clock, date and time zone by the network, then sign in again. If the clock is right, ask the network administrator.',
  owner: 'you',
}

const page: Reading = {
  title: 'A web page answered instead of the sign-in service',
  meaning: 'Something on the way, such as the sign-in page of a hotel’s or a guest network, or a proxy, answered in Microsoft’s place.',
  remedy: 'Open any page in the browser and sign in to the network, or change to another network. Then sign in again.',
  owner: 'you',
}

const offline: Reading = {
  title: 'The sign-in service cannot be reached',
  meaning: 'There is no way from this computer to the sign-in service at this moment. Nothing is wrong with the account.',
  remedy: 'Check the network, the VPN and the proxy (HTTPS_PROXY, NO_PROXY), then sign in again.',
  owner: 'you',
}

const serviceFailed: Reading = {
  title: 'The sign-in service cannot answer now',
  meaning: 'The service was reached, but says that it cannot answer.',
  remedy: 'Wait a few minutes, then sign in again.',
  owner: 'microsoft',
}

const unknown: Reading = {
  title: 'The sign-in was refused',
  meaning: 'The sign-in service gave a reason for which the wizard has no better words.',
  remedy:
    'Read the service’s own words below; they name what it did not accept. The Entra administrator finds the sign-in by the correlation id.',
  owner: 'you',
}

const PROXY: Readonly<Record<string, Reading>> = {
  [NETWORK_CODES.proxyWantsSignIn]: {
    title: 'The proxy wants a sign-in of its own',
    meaning: 'The proxy lets nothing through without a user name and a password, or does not take those it was given.',
    remedy:
      'Set HTTPS_PROXY with the proxy’s user name and password for this start, or ask the network administrator for an exception. The wizard offers Basic sign-in to a proxy only, no NTLM or Kerberos.',
    owner: 'you',
  },
  [NETWORK_CODES.proxyRefused]: {
    title: 'The proxy refuses the connection',
    meaning: 'The proxy was reached, but does not let this computer through to the address.',
    remedy: 'Ask the network administrator to allow the addresses of the sign-in and of the services, then sign in again.',
    owner: 'you',
  },
  [NETWORK_CODES.proxyUnreachable]: {
    title: 'The proxy cannot be reached',
    meaning: 'A proxy is set for this computer, and it does not answer.',
    remedy:
      'Check HTTPS_PROXY and the proxy settings of the system, or connect to the network that the proxy belongs to. Then sign in again.',
    owner: 'you',
  },
  [NETWORK_CODES.proxyUnsupported]: {
    title: 'The proxy is of a kind that the wizard cannot use',
    meaning: 'The proxy that is set for this address is neither an HTTP, an HTTPS nor a SOCKS proxy.',
    remedy: 'Set HTTPS_PROXY to one of these, or add the address to NO_PROXY. Then sign in again.',
    owner: 'you',
  },
}

/** Sorted by what the person can do about it: first Entra's own code, then what lay on the way. */
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

/** Says what a refused sign-in means, why, and who can put it right; the service's own words stay beside it. */
export function problemOfSignIn(refusal: Refusal): Problem {
  const { title, meaning, remedy, owner } = readingOf(refusal)
  return { title, meaning, remedy, owner, refusal }
}

/** The same for one service, while others gave their tokens: the service is named. */
export function problemOfAudience(audience: RefusedAudience['audience'], refusal: Refusal): Problem {
  const problem = problemOfSignIn(refusal)
  return {
    ...problem,
    title: `${AUDIENCE_TITLES[audience]} gave no token: ${problem.title.charAt(0).toLowerCase()}${problem.title.slice(1)}`,
    meaning: `${problem.meaning} ${WITHOUT[audience]}`,
  }
}

/** What does not work without a service's token. */
const WITHOUT: Readonly<Record<RefusedAudience['audience'], string>> = {
  'resource-manager': 'Without Azure Resource Manager, step 3 can be read and done only by somebody else.',
  'key-vault': 'Without Azure Key Vault, the key in the vault can be neither read nor made.',
  'power-platform': 'Without Power Platform, no environment can be read or added to the policy.',
  dataverse: 'Without Dataverse, only the admin API tells whether finance and operations is linked.',
}

/** Whether a refusal is about one service, so that others may still be asked. */
export function concernsOneService({ code }: Refusal): boolean {
  return readingOfCode(code)?.reach === 'service'
}

/** Whether asking the person once more, in the browser, can get the token. */
export function canAskAgain({ code }: Refusal): boolean {
  return readingOfCode(code)?.askAgain === true
}
