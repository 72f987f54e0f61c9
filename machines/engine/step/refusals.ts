import { asText, type DisplayText, isVerbatim, verbatim } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import { codeInWords, isSignInCode, readingOfCode } from '../../sign-in/codes.ts'
import type { Answer, Refusal, RefusalReason } from '../answer.ts'
import { HOUR, LONGEST_SERVICE_WAIT, MINUTE } from '../durations.ts'
import type { RefusalReading, ServiceOwners } from '../owners.ts'
import type { Observation, Owner } from './finding.ts'
import { reasonMeanings, reasonRemedies, refusalMessages } from './refusal-messages.ts'

const OWNERS: Readonly<Record<RefusalReason, 'you' | Exclude<keyof ServiceOwners, 'says' | 'known'>>> = {
  unauthenticated: 'you',
  forbidden: 'rights',
  'not-found': 'you',
  busy: 'operations',
  conflict: 'you',
  'not-ready': 'services',
  throttled: 'services',
  rejected: 'you',
  unavailable: 'services',
  unreadable: 'you',
}

/**
 * Reaction to a refused write. `wait`: another operation must end first; polled at growing intervals. `retry`: repeated after the service's
 * pause. `observe`: its outcome is read first. `person`: a person must fix the cause. `give-up`: repeating would give the same refusal.
 */
export type Course = 'wait' | 'retry' | 'observe' | 'person' | 'give-up'

const COURSES: Readonly<Record<RefusalReason, Course>> = {
  busy: 'wait',
  'not-ready': 'wait',
  throttled: 'retry',
  unavailable: 'observe',
  unreadable: 'observe',
  conflict: 'observe',
  unauthenticated: 'person',
  forbidden: 'person',
  'not-found': 'person',
  rejected: 'give-up',
}

/** The service itself says that it did not take the request: by 429, or by 503 together with the time to come back. */
export const isNotTaken = ({ reason, status, retryAfterSeconds }: Refusal): boolean =>
  reason === 'throttled' || (status === 503 && retryAfterSeconds !== undefined)

/** Sorts a refusal, once and for every write. */
export const courseOf = (refusal: Refusal): Course => (isNotTaken(refusal) ? 'retry' : COURSES[refusal.reason])

/** Multifactor authentication would answer it. */
export const asksForFactor = ({ challenge }: Refusal): boolean => challenge?.asksFor === 'second-factor'

/** No connection, because this computer doesn’t trust what it was shown: by Node's codes for certificates. */
const isUntrusted = ({ reason, code = '' }: Refusal): boolean =>
  reason === 'unavailable' && /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code)

/**
 * Puts a refusal into words once, for every page that shows one.
 * @param grantsRights whom to ask for a right that is missing
 */
export function readingOf(refusal: Refusal, owners: ServiceOwners, grantsRights: Owner = owners.rights): RefusalReading {
  // A token that was refused: the sign-in service's own code says more than that the sign-in is missing.
  const known = isSignInCode(refusal.code) ? readingOfCode(refusal.code) : undefined
  // Unless the person can answer: then what the service asks for says more.
  if (asksForFactor(refusal) && (known === undefined || known.askAgain)) {
    return { meaning: owners.says.secondFactorMeaning, remedy: owners.says.secondFactorRemedy, owner: 'you' }
  }
  if (known) return { meaning: codeInWords(known), remedy: known.remedy, owner: known.owner }
  const certain = owners.known?.(refusal)
  if (certain) return certain
  if (isUntrusted(refusal)) return { meaning: refusalMessages.untrusted.meaning, remedy: refusalMessages.untrusted.remedy, owner: 'you' }
  const { reason } = refusal
  const whose = OWNERS[reason]
  const owner = whose === 'you' ? whose : whose === 'rights' ? grantsRights : owners[whose]
  return { meaning: reasonMeanings[reason], remedy: remedyOf(refusal, owners), owner }
}

function remedyOf({ reason, retryAfterSeconds = 0 }: Refusal, { says }: ServiceOwners): DisplayText {
  if (reason === 'unreadable') return says.unreadableRemedy
  const asked = retryAfterSeconds * 1000
  if (reason !== 'throttled' || asked <= 0) return reasonRemedies[reason]
  return asked > LONGEST_SERVICE_WAIT
    ? refusalMessages.waitCapped({ hours: Math.ceil(asked / HOUR) })
    : refusalMessages.waitAsked({ minutes: Math.ceil(asked / MINUTE) })
}

/** Status, code and message as they came. */
export function wordsOf({ status, code, message }: Pick<Refusal, 'status' | 'code' | 'message'>): DisplayText {
  const error = [status, code].filter((part) => part !== undefined).join(' ')
  const told = asText(message)
  if (error === '') return told
  return isVerbatim(told) ? verbatim(`${error} ${told.verbatim}`) : refusalMessages.said({ error, message: told })
}

/** The service's status, code and message, unchanged, in one line. */
export function inItsOwnWords({ request, status, code, message }: Refusal): DisplayText {
  const error = [status, code].filter((part) => part !== undefined).join(' ')
  return error ? refusalMessages.answered({ request, error, message }) : refusalMessages.answeredOnly({ request, message })
}

/**
 * Observation for an unreadable fact: unknown, which neither passes nor can be confirmed.
 * @param title sentence without its period
 * @param grantsRights role that can assign a missing right
 */
export function couldNotRead(title: DisplayText, refusal: Refusal, owners: ServiceOwners, grantsRights?: Owner): Observation {
  const reading = readingOf(refusal, owners, grantsRights)
  return {
    status: 'unknown',
    title,
    seen: sentences(inItsOwnWords(refusal), reading.meaning),
    remedy: reading.remedy,
    owner: reading.owner,
    refusal,
  }
}

/** The value of an answer, or nothing when it was refused or never asked for. */
export const valueIn = <T>(answer: Answer<T> | undefined): T | undefined => (answer?.ok ? answer.value : undefined)

/** The refusal of an answer, or nothing when there is none. */
export const refusalOf = <T>(answer: Answer<T> | undefined): Refusal | undefined =>
  answer === undefined || answer.ok ? undefined : answer.refusal

/** The refusal of an answer, unless it only says that the thing does not exist. */
export function refusedForAnotherReason<T>(answer: Answer<T> | undefined): Refusal | undefined {
  const refusal = refusalOf(answer)
  return refusal?.reason === 'not-found' ? undefined : refusal
}

export const isAbsent = <T>(answer: Answer<T> | undefined): boolean => refusalOf(answer)?.reason === 'not-found'

/** Milliseconds that a service asks to wait, at most an hour. @param retryAfterSeconds a figure that is none counts as not asked */
export const serviceWait = (retryAfterSeconds: number | undefined): number =>
  Math.min(Math.max(0, (retryAfterSeconds || 0) * 1000), LONGEST_SERVICE_WAIT)
