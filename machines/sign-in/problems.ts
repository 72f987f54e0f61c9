import type { Refusal } from '../engine/answer.ts'
import type { Problem } from '../engine/step/problems.ts'
import type { DisplayText } from '../messages/message.ts'
import { sentences } from '../messages/sentences.ts'
import { codeMessages } from './code-messages.ts'
import { readingOfCode } from './codes.ts'
import { messages } from './messages.ts'
import { NETWORK_CODES } from './network-codes.ts'
import { AUDIENCE_TITLES } from './permissions.ts'
import { serviceMessages } from './service-messages.ts'
import type { RefusedAudience } from './sign-in.ts'

type Reading = Omit<Problem, 'refusal' | 'id'>

/** Node's codes for an untrusted certificate. */
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
    title: noAccess(audience, problem.title),
    meaning: sentences(problem.meaning, messages.without[audience]),
  }
}

/** The title of a problem with one service, which is named. */
export const noAccess = (audience: RefusedAudience['audience'], title: DisplayText): DisplayText =>
  messages.noAccess({ service: AUDIENCE_TITLES[audience], title })

/** Neither service that carries the procedure gave a token, each for its own reason. */
export function problemOfBoth(first: Problem, second: Problem): Problem {
  return {
    ...first,
    title: messages.neither.title,
    meaning: messages.neither.meaning({ first: first.title, second: second.title }),
    remedy: first.remedy === second.remedy ? first.remedy : sentences(first.remedy, second.remedy),
  }
}

/** Whether a refusal is about one service, so that others may still be asked. */
export function concernsOneService({ code }: Refusal): boolean {
  return readingOfCode(code)?.reach === 'service'
}

/** Whether asking the person once more, in the browser, can get the token. */
export function canAskAgain({ code }: Refusal): boolean {
  return readingOfCode(code)?.askAgain === true
}
