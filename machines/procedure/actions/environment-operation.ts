import { defined } from '../../defined.ts'
import type { ActionDescription } from '../../engine/action.ts'
import type { Answer, LifecycleOperation } from '../../engine/answer.ts'
import { MINUTE } from '../../engine/durations.ts'
import { LONGEST_SETTLING, type Poll } from '../../engine/step/poll.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { number, oneOf, optional, record, type StoredAs, text, time } from '../../engine/stored.ts'
import { verbatim } from '../../messages/message.ts'
import { sameId } from '../ids.ts'
import { serviceWord } from '../service-words.ts'
import type { AcceptedOperation, Environment, Services } from '../services/services.ts'
import type { Wait, Written } from './definition.ts'
import { actionMessages as messages } from './messages.ts'

/* Writes that Power Platform accepts and completes itself, in minutes or days. */

const stored = {
  kind: 'operation',
  fields: {
    purpose: oneOf('managed-environment', 'link', 'unlink'),
    environmentId: text,
    /** For a link: the policy that the environment must name afterwards; for an unlink: the one that it must no longer name. */
    policyId: optional(text),
    /** The system ID too, because another policy can take the name. */
    policySystemId: optional(text),
    operation: record({ address: optional(text), id: optional(text), retryAfterSeconds: optional(number) }),
    since: time,
  },
} as const

export type EnvironmentOperation = StoredAs<typeof stored>

type Following = (operation: AcceptedOperation) => EnvironmentOperation

export const followingOf =
  (started: Omit<EnvironmentOperation, 'kind' | 'operation'>): Following =>
  (operation) => ({ kind: 'operation', ...started, operation })

type WrittenOperation = Written<EnvironmentOperation>

/** Adds the running operation to a "busy" refusal, if the list of operations names it. */
export async function namingWhatRuns<T>(
  asked: Promise<Answer<T>>,
  environmentId: string,
  powerPlatform: Services['powerPlatform'],
  signal: AbortSignal,
): Promise<Answer<T>> {
  const answer = await asked
  if (answer.ok || answer.refusal.reason !== 'busy') return answer
  const runs = valueIn(await powerPlatform.listOperations(environmentId, signal))?.find(
    ({ state }) => state === 'running' || state === 'not-started',
  )
  if (!runs) return answer
  const { type, typeDisplayName: name, createdAt: since } = runs
  return {
    ...answer,
    refusal: { ...answer.refusal, running: { type, ...(name ? { name } : {}), ...(since ? { since } : {}) } },
  }
}

export const followed = (accepted: Answer<AcceptedOperation>, resourceId: string, following: Following): WrittenOperation =>
  accepted.ok ? { ok: true, resourceId, written: true, pending: following(accepted.value) } : accepted

export function alreadyRuns({ ongoingOperation }: Environment, resourceId: string, following: Following): WrittenOperation {
  const operation = ongoingOperation?.id === undefined ? {} : { id: ongoingOperation.id }
  return { ok: true, resourceId, written: false, pending: following(operation) }
}

/** The same request would move the environment to another policy, with two outages: another person's decision, so not overruled. */
export const putElsewhere = (environmentId: string, other: string): WrittenOperation => ({
  ok: false,
  refusal: {
    reason: 'conflict',
    request: `GET /environments/${environmentId}`,
    message: messages.inAnotherPolicy({ policy: other }),
  },
})

export type Reached = (environment: Environment, pending: EnvironmentOperation) => boolean

export const operationWait = <Action extends { readonly environmentId: string }>(
  purpose: EnvironmentOperation['purpose'],
  reached: Reached,
  words: Pick<Wait<Action, EnvironmentOperation>, 'title' | 'range' | 'takesDays' | 'takesUpTo'>,
): Wait<Action, EnvironmentOperation> => ({
  ...words,
  stored,
  follows: (pending) => pending.kind === 'operation' && 'purpose' in pending && pending.purpose === purpose,
  operationId: ({ operation }) => operation.id,
  isOf: ({ environmentId }, pending) => sameId(environmentId, pending.environmentId),
  unsettles: true,
  poll: (pending, services, now, signal) => pollOperation(pending, reached, services, now, signal),
})

/** Tolerance for clock differences: an operation that is older than the request by more than this is another one. */
const CLOCK_DIFFERENCE = 5 * MINUTE

async function pollOperation(
  pending: EnvironmentOperation,
  reached: Reached,
  services: Services,
  now: number,
  signal: AbortSignal,
): Promise<Poll> {
  const { address } = pending.operation
  const [environment, operation] = await Promise.all([
    services.powerPlatform.readEnvironment(pending.environmentId, signal),
    address === undefined ? findOperation(pending, services, signal) : services.powerPlatform.readOperation(address, signal),
  ])
  // 404 while polling is ambiguous: the environment decides, and its list of operations may still have the operation.
  const known =
    refusalOf(operation)?.reason === 'not-found' && address !== undefined ? await findOperation(pending, services, signal) : operation
  return judgePoll(pending, environment, known, now, reached)
}

/** Finds the operation in the environment's list by ID, or takes the newest that the request can have started. */
async function findOperation(
  { environmentId, operation: { id }, since }: EnvironmentOperation,
  services: Services,
  signal: AbortSignal,
): Promise<Answer<LifecycleOperation>> {
  const listed = await services.powerPlatform.listOperations(environmentId, signal)
  if (!listed.ok) return listed
  const isTooOld = ({ createdAt }: LifecycleOperation) => createdAt !== undefined && Date.parse(createdAt) < since - CLOCK_DIFFERENCE
  const operation = listed.value.find((candidate) => (id === undefined ? !isTooOld(candidate) : sameId(candidate.id, id)))
  return operation
    ? { ok: true, value: operation }
    : {
        ok: false,
        refusal: {
          reason: 'not-found',
          request: 'GET lifecycleOperations',
          message: messages.operationNotListed,
        },
      }
}

const RUNTIMES = ['enabled', 'disabled', 'adminmode']

function shownBy({ runtimeState: runtime, encryptionPolicy }: Environment): Pick<Poll, 'environmentState' | 'environmentNow'> {
  const word = runtime?.toLowerCase() ?? 'none'
  const users = { users: runtime === undefined || RUNTIMES.includes(word) ? word : 'other', runtime: runtime ?? '' }
  const state = messages.runtime(users)
  const link = encryptionPolicy?.linkStatus
  return {
    environmentState: link ? messages.runtimeAndPolicy({ state, link }) : state,
    environmentNow: { users: messages.users(users), ownWords: [runtime, link].filter((each) => each !== undefined) },
  }
}

/**
 * Whether the wait is over. Success needs both a successful operation and the environment's own state. If the operation
 * is unknown or long unreadable, the environment's state suffices.
 */
export function judgePoll(
  pending: EnvironmentOperation,
  environment: Answer<Environment>,
  operation: Answer<LifecycleOperation>,
  now: number,
  reached: Reached,
): Poll {
  const seen = valueIn(environment)
  const known = valueIn(operation)
  const refusal = refusalOf(operation) ?? refusalOf(environment)
  const shown = seen !== undefined && reached(seen, pending)
  // Also from the refusal of the last poll.
  const retryAfterSeconds = refusal?.retryAfterSeconds ?? known?.retryAfterSeconds
  const base = {
    ...defined({ operation: known }),
    ...(seen ? shownBy(seen) : {}),
    ...defined({ refusal, retryAfterSeconds }),
  }
  const longAtRest = seen !== undefined && seen.ongoingOperation === undefined && now - pending.since > LONGEST_SETTLING
  if (known === undefined) {
    const gone = refusalOf(operation)?.reason === 'not-found'
    // Without this, an unreadable operation would be awaited forever, although the environment shows the result.
    if (shown && (gone || longAtRest)) return { ...base, state: 'succeeded', stateWord: messages.shown }
    if (gone && longAtRest) return { ...base, state: 'failed', stateWord: messages.notKnown }
    return { ...base, state: 'running', stateWord: messages.notRead }
  }
  if (known.state === 'failed' || known.state === 'canceled') return { ...base, state: 'failed', stateWord: serviceWord(known.stateWord) }
  // An undocumented state may never change: once nothing runs, the environment decides.
  if (known.state === 'unknown' && longAtRest)
    return { ...base, state: shown ? 'succeeded' : 'failed', stateWord: serviceWord(known.stateWord) }
  if (known.state !== 'succeeded') return { ...base, state: 'running', stateWord: serviceWord(known.stateWord) }
  const ended = known.lastActionAt === undefined ? Number.NaN : Date.parse(known.lastActionAt)
  const settling = Number.isNaN(ended) ? now - pending.since <= LONGEST_SETTLING : now - ended <= LONGEST_SETTLING
  if (!shown && settling) return { ...base, state: 'running', stateWord: messages.notShownYet({ word: known.stateWord }) }
  return { ...base, state: 'succeeded', stateWord: serviceWord(known.stateWord) }
}

export const membership = {
  environmentId: text,
  environmentName: text,
  policyId: text,
  policyName: text,
  policySystemId: text,
}

/** Common to both: downtime, and again to undo it. */
export const describeMembership = (
  request: 'link' | 'unlink',
  own: Pick<ActionDescription, 'title' | 'before' | 'after' | 'undo' | 'takes'>,
): ActionDescription => ({
  ...own,
  resource: verbatim(`enterprisePolicies/Encryption/${request}`),
  reversible: 'with-an-outage',
  usersCutOff: true,
  owner: 'power-platform-administrator',
})
