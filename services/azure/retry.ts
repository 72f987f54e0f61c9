import { isRestError, type PipelinePolicy, type PipelineRequest, type PipelineResponse, type SendRequest } from '@azure/core-rest-pipeline'
import type { Clock } from '../../machines/engine/clock.ts'
import { NoAnswerInTime } from './refusal.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { currentGate } from './through-gate.ts'
import { currentSignal } from './trail.ts'

/** How often a request is repeated at most, after the first time. */
const MOST_RETRIES = 5
/** A longer pause is not waited for here. The person is told and decides. */
const LONGEST_PAUSE_SECONDS = 120
/** For a write, because a pause here is invisible. The step shows a longer one, counts it, and can stop it. */
const LONGEST_UNSEEN_SECONDS = 10
const FIRST_BACKOFF_SECONDS = 1
const LONGEST_BACKOFF_SECONDS = 30
/** As long as Microsoft's own clients wait for an answer. */
export const ANSWER_WITHIN_SECONDS = 100

/** For a read. A plain 500 may be a lasting defect, but reading again is harmless. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])
/** Connections that fail like this fail again. */
const LASTING_CODES = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|PROXY_/

type Outcome = { readonly response: PipelineResponse } | { readonly error: unknown }

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

/**
 * Seconds to wait before trying again; nothing when the outcome is to be handed on as it is.
 *
 * A read is repeated after any passing failure. A write, also a PUT, may have been carried out although its answer was lost, so it
 * is repeated only where the service itself says that it did not take the request: by 429, or by 503 together with the time to come
 * back. Any other failure of a write goes to the step, which reads before anything is decided.
 */
function pauseAfter(
  outcome: Outcome,
  method: string,
  retry: number,
  { clock, random }: { clock: Clock; random: () => number },
): number | undefined {
  if (retry > MOST_RETRIES) return undefined
  const backoff = Math.min(LONGEST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2 ** (retry - 1)) * (0.5 + random() / 2)
  if ('error' in outcome) {
    const broken = isRestError(outcome.error) && !LASTING_CODES.test(outcome.error.code ?? '')
    return broken && isRead(method) ? backoff : undefined
  }
  const { status, headers } = outcome.response
  const asked = retryAfterSeconds(headers.get('retry-after'), clock.now(), headers.get('date'))
  const notTaken = status === 429 || (status === 503 && asked !== undefined)
  if (isRead(method) ? !PASSING_STATUSES.has(status) : !notTaken) return undefined
  if (asked === undefined) return backoff
  // Every rejected client got the same number. Without jitter they all return at once.
  return asked > (isRead(method) ? LONGEST_PAUSE_SECONDS : LONGEST_UNSEEN_SECONDS) ? undefined : asked + random()
}

/**
 * The one policy by which any request to any service is repeated. Waits on the clock it is given, never on a timer of its own.
 * Decision 0016: a write is repeated only where the service says that it wasn't accepted.
 */
export function retryPolicy(time: { readonly clock: Clock; readonly random: () => number }): PipelinePolicy {
  return {
    name: 'retry',
    async sendRequest(request, next) {
      const signal = currentSignal()
      for (let retry = 1; ; retry++) {
        const outcome = await inTurn(request, next, signal, time.clock)
        const pause = signal?.aborted ? undefined : pauseAfter(outcome, request.method, retry, time)
        if (pause === undefined) {
          if ('error' in outcome) throw outcome.error
          return outcome.response
        }
        await time.clock.sleep(pause * 1000, signal)
      }
    },
  }
}

/** Where many are read at once: after the others' turn, and not before the service wants to be asked again. */
async function inTurn(request: PipelineRequest, next: SendRequest, signal: AbortSignal | undefined, clock: Clock): Promise<Outcome> {
  const gate = currentGate()
  if (gate === undefined) return attempt(request, next, signal)
  const leave = await gate.pass(signal)
  try {
    const outcome = await attempt(request, next, signal)
    const asked = 'response' in outcome ? comeBackAfter(outcome.response, clock) : undefined
    if (asked !== undefined) gate.hold(asked * 1000)
    return outcome
  } finally {
    leave()
  }
}

/** Seconds, where a service is too busy and says so. */
const comeBackAfter = ({ status, headers }: PipelineResponse, clock: Clock): number | undefined =>
  status === 429 || status === 503 ? retryAfterSeconds(headers.get('retry-after'), clock.now(), headers.get('date')) : undefined

/**
 * A connection that hangs is the network's doing and not the procedure's time, so this one limit runs on the computer's own clock.
 * The caller's abort signal is set here, after the sign-in, and not earlier: callers wait together for one token, and the first
 * one's abort would fail the others.
 */
async function attempt(request: PipelineRequest, next: SendRequest, signal: AbortSignal | undefined): Promise<Outcome> {
  const late = AbortSignal.timeout(ANSWER_WITHIN_SECONDS * 1000)
  request.abortSignal = signal ? AbortSignal.any([signal, late]) : late
  try {
    return { response: await next(request) }
  } catch (error) {
    return { error: late.aborted && !signal?.aborted ? new NoAnswerInTime(ANSWER_WITHIN_SECONDS) : error }
  }
}
