import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { Clock } from '#machines/engine/clock.ts'
import { MINUTE } from '#machines/engine/durations.ts'

/** `Date` has whole seconds, and an answer takes its time: nearer than that, both clocks are the same. In milliseconds. */
const SAME_WITHIN = 5_000
/** An answer that took longer doesn't say at which moment it was dated. In milliseconds. */
const SLOWEST_ANSWER = 10_000
/** Half of the second that `Date` doesn't have. In milliseconds. */
const HALF_A_SECOND = 500

/**
 * Time as Microsoft's services tell it in `Date`, because they measure waits, deadlines and moments of access by their own clock. Until one
 * was heard: this computer's time.
 * Decision 0229: the services' time counts.
 */
export interface ServiceClock extends Clock {
  /** Milliseconds by which this computer's clock is ahead of the services'; negative if behind, 0 within five seconds. */
  ahead(): number
  /** Begins to time a request. The result takes its answer: its host, and its `Date`. */
  listen(): (host: string, date: string | undefined) => void
}

interface Heard {
  readonly ahead: number
  /** This computer's clock minus its monotonic one: changes only when the clock is set, or the computer sleeps. */
  readonly set: number
}

/**
 * One host may be wrong, so the difference is the median of all that were heard.
 * @param computer this computer's clock, also for all sleeps
 * @param monotonic milliseconds since any moment
 */
export function createServiceClock(computer: Clock, monotonic: () => number = () => performance.now()): ServiceClock {
  const hosts = new Map<string, Heard>()
  let ahead = 0

  function hear(host: string, heard: Heard): void {
    // What was heard before this computer's clock was set says nothing any more.
    for (const [name, { set }] of hosts) if (Math.abs(set - heard.set) > SAME_WITHIN) hosts.delete(name)
    hosts.set(host, heard)
    const median = medianOf([...hosts.values()].map((each) => each.ahead))
    // A clock that follows each answer would run back and forth by seconds.
    if (Math.abs(median - ahead) > SAME_WITHIN) ahead = Math.abs(median) > SAME_WITHIN ? median : 0
  }

  return {
    now: () => computer.now() - ahead,
    sleep: (milliseconds, signal) => computer.sleep(milliseconds, signal),
    ahead: () => ahead,
    listen() {
      const [sent, began] = [computer.now(), monotonic()]
      return (host, date) => {
        const told = Date.parse(date ?? '')
        const [took, received] = [monotonic() - began, computer.now()]
        if (Number.isNaN(told) || took > SLOWEST_ANSWER || Math.abs(received - sent - took) > SAME_WITHIN) return
        hear(host, { ahead: Math.round(received - took / 2 - (told + HALF_A_SECOND)), set: received - monotonic() })
      }
    },
  }
}

/** Of an even number: of the two in the middle, the one nearer to this computer's clock. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const [low = 0, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return Math.abs(low) <= Math.abs(high) ? low : high
}

/** Whole minutes by which the clocks differ, for the person; undefined up to one. */
export function minutesApart(clock: ServiceClock): { readonly minutes: number; readonly side: 'ahead' | 'behind' } | undefined {
  const ahead = clock.ahead()
  return Math.abs(ahead) > MINUTE ? { minutes: Math.round(Math.abs(ahead) / MINUTE), side: ahead > 0 ? 'ahead' : 'behind' } : undefined
}

/** Statuses of a proxy or gateway, whose `Date` isn't the service's. */
const isOfGateway = (status: number): boolean => status === 407 || status === 502 || status === 504

/** Hears the `Date` of each answer that comes from the service itself. An answer with `Age` lay in a cache. */
export function datePolicy({ listen }: Pick<ServiceClock, 'listen'>): PipelinePolicy {
  return {
    name: 'date',
    async sendRequest(request, next) {
      const hear = listen()
      const response = await next(request)
      const { headers, status } = response
      if (!isOfGateway(status) && !headers.has('age')) hear(new URL(request.url).host, headers.get('date'))
      return response
    },
  }
}
