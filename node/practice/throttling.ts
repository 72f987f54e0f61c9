import type { HttpResponse } from './exchange.ts'
import { type Call, type Practice, type Service, ServiceRefusal } from './service.ts'

/** Every nth call is refused; the client's next one succeeds. */
const EVERY = 4

/** Seconds in `Retry-After`, in either form. */
const WAIT = 2

/**
 * Throttles like busy services: 429 with seconds, 429 with a date, 503, alternating. Writes always get a `Retry-After`: without it a client
 * must not repeat them, and outcomes would depend on the order of requests. The date is in practice time, as is the `Date` header.
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
