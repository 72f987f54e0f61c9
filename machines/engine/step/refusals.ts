import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import type { Answer, Refusal, RefusalReason } from '../../procedure/services.ts'
import { codeInWords, readingOfCode } from '../../sign-in/codes.ts'
import type { Observation, Owner } from './finding.ts'

const messages = defineMessages({ couldNotBeRead: { id: 'step.refusal.couldNotBeRead', defaultMessage: '{what} could not be read' } })

/** What a refusal means for the person and what to do about it, when the step knows nothing more precise. */
interface Reading {
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
}

const READINGS: Readonly<Record<RefusalReason, Reading>> = {
  unauthenticated: {
    meaning: 'The sign-in is missing, has expired, or is not meant for this service.',
    remedy: 'Sign in again, then check again.',
    owner: 'you',
  },
  forbidden: {
    meaning: 'The signed-in account may not do this.',
    remedy: 'Ask the owner of the resource for the right that the service names, sign in again so that it counts, then check again.',
    owner: 'key-vault-administrator',
  },
  'not-found': {
    meaning: 'It does not exist, or the signed-in account may not see it. The service gives the same answer for both.',
    remedy: 'Compare the name and the tenant, and the rights of the account, then check again.',
    owner: 'you',
  },
  busy: {
    meaning: 'Another operation is running on the environment.',
    remedy: 'Wait until it has ended, then check again. Nothing is lost.',
    owner: 'power-platform-administrator',
  },
  conflict: {
    meaning: 'The service says that the present state forbids it.',
    remedy: 'Check again to see the present state, then decide.',
    owner: 'you',
  },
  'not-ready': {
    meaning: 'The services do not know the new resource everywhere yet.',
    remedy: 'Wait a minute or two, then try again.',
    owner: 'microsoft',
  },
  throttled: {
    meaning: 'The service asks for fewer requests.',
    remedy: 'Wait for the time it names, then check again.',
    owner: 'microsoft',
  },
  rejected: {
    meaning: 'The service did not accept the request.',
    remedy: 'Read the service’s own words below; they name what it did not accept.',
    owner: 'you',
  },
  unavailable: {
    meaning: 'The service gave no answer, or one that says it cannot answer now.',
    remedy: 'Check the network, wait a moment, then check again.',
    owner: 'microsoft',
  },
  unreadable: {
    meaning: 'The answer is not what this service documents. A proxy or a sign-in page on the way can cause that.',
    remedy: 'Check the network on the way to Microsoft, then check again. If it stays, send the words below to Microsoft.',
    owner: 'you',
  },
}

/**
 * What is done about a refused write. `wait`: something else has to end first, and it is asked less and less often. `retry`: the same
 * again, when the service says so. `observe`: what came of it is read before anything is decided. `person`: somebody puts it right.
 * `give-up`: the same again would be answered the same.
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

/**
 * Puts a refusal into words once, for every page that shows one.
 * @param grantsRights whom to ask for a right that is missing: rights on environments come from other people than rights in Azure
 */
export function readingOf(refusal: Refusal, grantsRights: Owner = 'key-vault-administrator'): Reading {
  // A token that was refused: the sign-in service's own code says more than that the sign-in is missing.
  const known = refusal.code?.startsWith('AADSTS') ? readingOfCode(refusal.code) : undefined
  if (known) return { meaning: codeInWords(known), remedy: known.remedy, owner: known.owner }
  const reading = READINGS[refusal.reason]
  return refusal.reason === 'forbidden' ? { ...reading, owner: grantsRights } : reading
}

/** One line with the service's own words: status, code and message as they came. */
export function inItsOwnWords(refusal: Refusal): string {
  const head = [refusal.status, refusal.code].filter((part) => part !== undefined).join(' ')
  return `${refusal.request} answered ${head ? `${head}: ` : ''}${refusal.message}`
}

/**
 * The observation for something that could not be read: unknown, which is not a pass and which nobody can attest.
 * @param what the thing, as a noun with its article: "The key vault kv-contoso-cmk"
 * @param grantsRights whom to ask for a right that is missing
 */
export function couldNotRead(what: DisplayText, refusal: Refusal, grantsRights?: Owner): Observation {
  const reading = readingOf(refusal, grantsRights)
  return {
    status: 'unknown',
    title: messages.couldNotBeRead({ what }),
    seen: sentences(inItsOwnWords(refusal), reading.meaning),
    remedy: reading.remedy,
    owner: reading.owner,
    refusal,
  }
}

/** Codes with which Key Vault turns a caller away for where the request comes from. Rights do not help against them. */
const OUTSIDE_THE_NETWORK = ['forbiddenbyfirewall', 'forbiddenbyconnection']

export const isOutsideNetwork = (refusal: Refusal | undefined): boolean => OUTSIDE_THE_NETWORK.includes(refusal?.code?.toLowerCase() ?? '')

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

/** Longer is never waited in one go: a service that asks for days is asked again meanwhile, and timers do not hold for weeks. */
const LONGEST_SERVICE_WAIT = 60 * 60_000

/** Milliseconds that a service asks to wait, at most an hour. @param retryAfterSeconds a figure that is none counts as not asked */
export const serviceWait = (retryAfterSeconds: number | undefined): number =>
  Math.min(Math.max(0, (retryAfterSeconds || 0) * 1000), LONGEST_SERVICE_WAIT)
