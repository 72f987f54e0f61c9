import type { DisplayText } from '../../messages/message.ts'
import type { Pending } from '../../procedure/action.ts'
import { comparePolicies, sameId } from '../../procedure/ids.ts'
import type { Answer, Environment, LifecycleOperation, Refusal, Services } from '../../procedure/services.ts'
import { refusalOf, serviceWait, valueIn } from './refusals.ts'

/** One look at something that the services go on with by themselves. */
export interface Look {
  readonly state: 'running' | 'succeeded' | 'failed'
  /** The service's own word for the state. */
  readonly stateWord: DisplayText
  readonly operation?: LifecycleOperation
  /** The environment's own words for its runtime and link, as one line. */
  readonly environmentState?: DisplayText
  /** Why this look saw less than it should; the wait goes on. */
  readonly refusal?: Refusal
  /** How long the service asks to wait before the next look. */
  readonly retryAfterSeconds?: number
}

/** An operation ends before the environment shows it; after this time the difference is a finding and no longer a wait. */
const LONGEST_SETTLING = 60 * 60_000
const FIRST_INTERVAL = 5_000
const LONGEST_INTERVAL = 60_000
/** Clocks of services and of this computer differ: an operation that is older than its request by more than this is not the one it started. */
const CLOCK_DIFFERENCE = 5 * 60_000

/**
 * Milliseconds until the next look: what the service asks for, never below 5 seconds and never above an hour, stepping
 * back to a minute by itself.
 * @param looks how many looks have been taken
 * @param retryAfterSeconds what the service asks for; a figure that is none counts as not asked
 */
export function nextLookIn(looks: number, retryAfterSeconds: number | undefined): number {
  const backedOff = Math.min(FIRST_INTERVAL * 1.5 ** Math.min(looks, 12), LONGEST_INTERVAL)
  return Math.max(backedOff, serviceWait(retryAfterSeconds))
}

/** Nobody answered at all: the network, the way or the service is away. What is looked at goes on meanwhile. */
export const isOutOfReach = (refusal: Refusal | undefined): boolean => refusal?.reason === 'unavailable' && refusal.status === undefined

/** A look that saw nothing of the operation shows what the one before saw of it: its stages bear their own times. */
export const withWhatIsKnown = (look: Look, before: Look | undefined): Look =>
  look.operation === undefined && look.refusal && before?.operation ? { ...look, operation: before.operation } : look

/**
 * What is waited for, by a clock that was put back since the last look: its moments were taken on the clock before, and move with it.
 * A clock that leapt ahead is as one that slept, and needs nothing.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function onTheClockNow(
  {
    pending,
    lastLookAt,
    nextLookAt,
  }: { readonly pending?: Pending | undefined; readonly lastLookAt?: number | undefined; readonly nextLookAt?: number | undefined },
  now: number,
): { readonly pending?: Pending } {
  if (!pending || lastLookAt === undefined || now >= lastLookAt) return {}
  const back = now - (nextLookAt ?? lastLookAt)
  const since = pending.since + back
  return { pending: 'until' in pending ? { ...pending, since, until: pending.until + back } : { ...pending, since } }
}

/** Looks once, changing nothing. */
export async function look(pending: Pending, services: Services, now: number, signal: AbortSignal): Promise<Look> {
  if (pending.kind === 'provider-registration') {
    const answer = await services.azure.readProvider(pending.subscriptionId, signal)
    if (!answer.ok) return { state: 'running', stateWord: 'Registering', refusal: answer.refusal }
    const { registrationState } = answer.value
    if (registrationState.toLowerCase() === 'registered') return { state: 'succeeded', stateWord: registrationState }
    // A word that never changes would be waited for without end; what is read then says what is so.
    return { state: now - pending.since > LONGEST_SETTLING ? 'failed' : 'running', stateWord: registrationState }
  }
  if (pending.kind !== 'operation') {
    const left = pending.until - now
    if (left <= 0) return { state: 'succeeded', stateWord: 'Long enough' }
    const stateWord = pending.kind === 'rotation' ? 'The new version is being picked up' : 'Access is spreading'
    return { state: 'running', stateWord, retryAfterSeconds: Math.ceil(left / 1000) }
  }
  const { address } = pending.operation
  const [environment, operation] = await Promise.all([
    services.powerPlatform.readEnvironment(pending.environmentId, signal),
    address === undefined ? findOperation(pending, services, signal) : services.powerPlatform.readOperation(address, signal),
  ])
  // 404 while polling is ambiguous: what the environment says decides, and its list of operations may still know the operation.
  const known =
    refusalOf(operation)?.reason === 'not-found' && address !== undefined ? await findOperation(pending, services, signal) : operation
  return judgeLook(pending, environment, known, now)
}

/** Finds the operation in the environment's own list: by its id, or as the newest that the request can have started. */
async function findOperation(
  { environmentId, operation: { id }, since }: Extract<Pending, { kind: 'operation' }>,
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
          message: 'The environment’s list of operations does not name it.',
        },
      }
}

/** What the runtime's word means for the people in it; the word itself stands beside it. */
const RUNTIME_WORDS: Readonly<Record<string, string>> = {
  enabled: 'Open to its users',
  disabled: 'Switched off for its users',
  adminmode: 'Open to administrators only',
}

const inWords = (environment: Environment): string => {
  const link = environment.encryptionPolicy?.linkStatus
  const runtime = environment.runtimeState
  const users = runtime === undefined ? 'State not given' : (RUNTIME_WORDS[runtime.toLowerCase()] ?? 'State')
  return `${users}${runtime === undefined ? '' : ` (${runtime})`}${link ? `, policy ${link}` : ''}`
}

function reached(
  { purpose, policyId: id, policySystemId: systemId }: Extract<Pending, { kind: 'operation' }>,
  { encryptionPolicy, protectionLevel }: Environment,
): boolean {
  const status = encryptionPolicy?.linkStatus?.toLowerCase()
  const named = encryptionPolicy !== undefined && comparePolicies(encryptionPolicy, { id, systemId }) === 'same'
  switch (purpose) {
    case 'managed-environment':
      return protectionLevel?.toLowerCase() === 'standard'
    case 'link':
      return named && status === 'linked'
    case 'unlink':
      return !named || status === 'notlinked'
  }
}

/**
 * Decides from what was read whether the wait is over. Success needs both: the operation ended well, and the environment
 * itself shows it. Where the operation is no longer known, or has not been readable for long, the environment's word is enough.
 */
export function judgeLook(
  pending: Extract<Pending, { kind: 'operation' }>,
  environment: Answer<Environment>,
  operation: Answer<LifecycleOperation>,
  now: number,
): Look {
  const seen = valueIn(environment)
  const known = valueIn(operation)
  const refusal = refusalOf(operation) ?? refusalOf(environment)
  const shown = seen !== undefined && reached(pending, seen)
  // Also what a look was turned away with: the next one keeps to it.
  const retryAfterSeconds = refusal?.retryAfterSeconds ?? known?.retryAfterSeconds
  const base = {
    ...(known ? { operation: known } : {}),
    ...(seen ? { environmentState: inWords(seen) } : {}),
    ...(refusal ? { refusal } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
  const longAtRest = seen !== undefined && seen.ongoingOperation === undefined && now - pending.since > LONGEST_SETTLING
  if (known === undefined) {
    const gone = refusalOf(operation)?.reason === 'not-found'
    // An operation that nobody may read would be waited for without end, though the environment has long shown what it was for.
    if (shown && (gone || longAtRest)) return { ...base, state: 'succeeded', stateWord: 'The environment shows it' }
    if (gone && longAtRest) return { ...base, state: 'failed', stateWord: 'The operation is not known any more' }
    return { ...base, state: 'running', stateWord: 'Could not be read' }
  }
  if (known.state === 'failed' || known.state === 'canceled') return { ...base, state: 'failed', stateWord: known.stateWord }
  // A word that no document names may never change; where nothing runs any more, the environment decides, and what is read then says what is so.
  if (known.state === 'unknown' && longAtRest) return { ...base, state: shown ? 'succeeded' : 'failed', stateWord: known.stateWord }
  if (known.state !== 'succeeded') return { ...base, state: 'running', stateWord: known.stateWord }
  const ended = known.lastActionAt === undefined ? Number.NaN : Date.parse(known.lastActionAt)
  const settling = Number.isNaN(ended) ? now - pending.since <= LONGEST_SETTLING : now - ended <= LONGEST_SETTLING
  if (!shown && settling) return { ...base, state: 'running', stateWord: `${known.stateWord}; the environment does not show it yet` }
  return { ...base, state: 'succeeded', stateWord: known.stateWord }
}
