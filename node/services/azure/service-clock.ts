import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import { httpDate } from './http-date.ts'

/** `Date` has whole seconds, and an answer takes its time: nearer than that, both clocks are the same. In milliseconds. */
const SAME_WITHIN = 5_000
/** An answer that took longer doesn't say at which moment it was dated. In milliseconds. */
const SLOWEST_ANSWER = 10_000
/** Half of the second that `Date` doesn't have. In milliseconds. */
const HALF_A_SECOND = 500

/**
 * Time as Microsoft's services tell it in `Date`, because they measure waits, deadlines and moments of access by their own clock. Until two
 * were heard: this computer's time.
 * Decision 0229: the services' time counts.
 */
export interface ServiceClock extends Clock {
  /** Milliseconds by which this computer's clock is ahead of the services' by all that was heard; negative if behind, 0 within five seconds. */
  heard(): number
  /** Begins to time a request. The result takes its answer: its host, and its `Date`. */
  listen(): (host: string, date: string | undefined) => void
}

/** A clock that follows each answer would run back and forth by seconds. */
const orSame = (ahead: number): number => (Math.abs(ahead) > SAME_WITHIN ? ahead : 0)

/**
 * The difference after this computer's clock was set, or the computer slept, which set the clock forward too. It can only be set back by hand
 * or by a time server. Forward it may be either: the earlier time counts, so that no wait ends too early.
 */
const afterJump = (ahead: number, jumped: number): number => orSame(jumped < 0 ? ahead + jumped : Math.max(ahead, 0))

/** How many hosts must be heard before their time counts: two, unless all services of the cloud have one. */
export const hostsNeeded = ({ authority, resourceManager, powerPlatform }: Cloud): number =>
  Math.min(2, new Set([authority, resourceManager, powerPlatform.url].map((address) => new URL(address).host)).size)

/**
 * One host may be wrong, so the difference is the median of all that were heard. While they're too few, what counted before is another vote.
 * @param computer this computer's clock, also for all sleeps
 * @param needed how many hosts aren't too few
 * @param monotonic milliseconds since any moment
 */
export function createServiceClock(computer: Clock, needed = 2, monotonic: () => number = () => performance.now()): ServiceClock {
  const hosts = new Map<string, number>()
  /** This computer's clock minus its monotonic one: changes only when the clock is set, or the computer sleeps. */
  const offset = (): number => computer.now() - monotonic()
  let set = offset()
  let before = 0
  let ahead = 0
  let isKnown = false

  /** What was heard before this computer's clock was set says nothing any more. */
  function current(): number {
    const now = offset()
    if (Math.abs(now - set) <= SAME_WITHIN) return ahead
    if (isKnown) ahead = before = afterJump(ahead, now - set)
    hosts.clear()
    set = now
    return ahead
  }

  function hear(host: string, difference: number): void {
    current()
    set = offset()
    hosts.set(host, difference)
    const isEnough = hosts.size >= needed
    isKnown ||= isEnough
    const median = medianOf([...hosts.values(), ...(isEnough ? [] : [before])])
    if (Math.abs(median - ahead) > SAME_WITHIN) ahead = orSame(median)
  }

  return {
    now: () => computer.now() - current(),
    sleep: (milliseconds, signal) => computer.sleep(milliseconds, signal),
    heard() {
      current()
      return hosts.size === 0 ? ahead : orSame(medianOf([...hosts.values()]))
    },
    listen() {
      const [sent, began] = [computer.now(), monotonic()]
      return (host, date) => {
        const told = httpDate(date)
        const [took, received] = [monotonic() - began, computer.now()]
        if (told === undefined || took > SLOWEST_ANSWER || Math.abs(received - sent - took) > SAME_WITHIN) return
        hear(host, Math.round(received - took / 2 - (told + HALF_A_SECOND)))
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
  const ahead = clock.heard()
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
