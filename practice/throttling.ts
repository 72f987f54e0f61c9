import type { HttpResponse } from './exchange.ts'
import { type Call, type Practice, type Service, ServiceRefusal } from './service.ts'

/** Every so many calls one is turned away; the next one of the same client gets through. */
const EVERY = 4

/** Seconds in `Retry-After`, in either form. */
const WAIT = 2

/**
 * Whether a call is throttled, as busy services do: by 429 with seconds, by 429 with a date, by 503, in turn. A write always gets a
 * `Retry-After`: without one a client must not repeat it, and the outcome of a walk would depend on the order of its requests. The
 * date counts on the practice clock, which the `Date` header gives.
 */
export function turnedAway(practice: Practice, service: Service, call: Call): HttpResponse | undefined {
  const { state, clock } = practice
  if (!state.behaviour.throttles || service.name === 'identity') return undefined
  const count = state.counters.requests
  if (count % EVERY !== 0) return undefined
  const date = new Date(clock.now() + WAIT * 1000).toUTCString()
  const turn = (count / EVERY) % 3
  const refusal =
    turn === 1
      ? new ServiceRefusal(429, 'TooManyRequests', 'The request is being throttled. Too many requests have been received.', {
          headers: { 'Retry-After': String(WAIT) },
        })
      : turn === 2
        ? new ServiceRefusal(429, 'TooManyRequests', 'The request is being throttled. Too many requests have been received.', {
            headers: { 'retry-after': date },
          })
        : new ServiceRefusal(503, 'ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.', {
            headers: call.request.method === 'GET' ? {} : { 'Retry-After': String(WAIT) },
          })
  return service.refuse(refusal, practice)
}
