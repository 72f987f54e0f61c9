import type { Refusal } from '../engine/answer.ts'
import type { Problem } from '../engine/step/problems.ts'
import { type DisplayText, defineMessages } from '../messages/message.ts'
import { sentences } from '../messages/sentences.ts'
import { codeMessages } from './code-messages.ts'
import { readingOfCode } from './codes.ts'
import { NETWORK_CODES } from './network-codes.ts'
import { AUDIENCE_TITLES } from './permissions.ts'
import { serviceMessages } from './service-messages.ts'
import type { RefusedAudience } from './sign-in.ts'

type Reading = Omit<Problem, 'refusal' | 'id'>

/** Node's codes for untrusted certificates. */
const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_(?:UNTRUSTED|SIGNATURE)|INVALID_CA/
const OUT_OF_DATE = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/
const CERTIFICATE = /CERT_|ALTNAME|ERR_TLS|EPROTO|ERR_SSL/

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
