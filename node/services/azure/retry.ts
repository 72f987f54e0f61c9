import { isRestError, type PipelinePolicy, type PipelineRequest, type PipelineResponse, type SendRequest } from '@azure/core-rest-pipeline'
import type { Clock } from '#machines/engine/clock.ts'
import { NoAnswerInTime } from './refusal.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { currentGate } from './through-gate.ts'
import { currentSignal } from './trail.ts'

const MOST_RETRIES = 5
/** Longer pauses aren't waited for here: the person decides. */
const LONGEST_PAUSE_SECONDS = 120
/** For writes, because a pause here is invisible. The step shows longer ones and can be stopped. */
const LONGEST_UNSEEN_SECONDS = 10
const FIRST_BACKOFF_SECONDS = 1
const LONGEST_BACKOFF_SECONDS = 30
/** As in Microsoft's clients. */
export const ANSWER_WITHIN_SECONDS = 100

/** For reads. A plain 500 may be permanent, but repeating is harmless. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])
const LASTING_CODES = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|PROXY_/

type Outcome = { readonly response: PipelineResponse } | { readonly error: unknown }

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

/**
 * Seconds before the next attempt; undefined to return the outcome. Reads are repeated after temporary failures. A write, even a PUT, may
 * have been executed although its answer was lost, so it is repeated only if the service says that it didn't take it: 429, or 503 with a
 * time. Other failed writes go to the step, which reads first.
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
  // All rejected clients got the same number: without jitter they return at once.
  return asked > (isRead(method) ? LONGEST_PAUSE_SECONDS : LONGEST_UNSEEN_SECONDS) ? undefined : asked + random()
}

/**
 * The only retry policy of all services. Waits on the given clock.
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

/** In parallel reading: after the others, and not before the service's time. */
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

/** Seconds requested by a busy service. */
const comeBackAfter = ({ status, headers }: PipelineResponse, clock: Clock): number | undefined =>
  status === 429 || status === 503 ? retryAfterSeconds(headers.get('retry-after'), clock.now(), headers.get('date')) : undefined

/**
 * Time limit on the computer's clock, because a hanging connection isn't the procedure's time.
 * The caller's signal applies only after the sign-in: callers share a token request, which one's abort must not fail.
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
