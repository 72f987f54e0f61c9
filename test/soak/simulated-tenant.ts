import type { HttpClient } from '@azure/core-rest-pipeline'
import { RestError } from '@azure/core-rest-pipeline'
import type { Clock } from '#machines/engine/clock.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { connectServices } from '#node/services/azure/services.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'
import { type Disturbance, FOUR_DAYS } from './disturbances.ts'

const START = Date.parse('2026-11-24T12:00:00Z')
const MINUTE = 60_000

export interface SimulatedTenant {
  readonly open: OpenTenant
  readonly clock: Clock
  disturb(kind: Disturbance): void
  /** Requests that found no network, and requests with an expired token. */
  met(): { readonly offline: number; readonly expired: number }
  /** Time runs as it does for people, until it is to leap again. */
  runReal(): void
  leap(): void
}

/**
 * The practice tenant as a real one, so that the record reaches the disk; its time leaps to the next sleeper.
 *
 * A sleep of the computer moves the clock on while no timer fires: what was due meanwhile fires late. Offline, no name is found.
 * An expired token is refused by the services until the next look has met it.
 */
export function simulatedTenant(scenario: Scenario): SimulatedTenant {
  const random = seededRandom(scenario.name)
  const drawn = seededRandom('disturbances')
  let asleep = 0
  let offlineUntil = 0
  let offline = 0
  let expired = 0
  /** Set while time is real: what the wall has run since. */
  let realSince: number | undefined
  const wall = (): number => START + asleep + (realSince === undefined ? 0 : performance.now() - realSince)
  const timers = {
    after(milliseconds: number, wake: () => void) {
      if (realSince === undefined) {
        const turn = setImmediate(wake)
        return () => clearImmediate(turn)
      }
      const timer = setTimeout(wake, milliseconds)
      return () => clearTimeout(timer)
    },
  }
  const { practice, ...open } = openPractice(scenario, {
    wall,
    timers,
    speed: 1,
    longest: Number.POSITIVE_INFINITY,
    random,
    linkDuration: FOUR_DAYS,
  })
  const { clock, cloud, tenant, advance } = open
  const client = practiceHttpClient(practice)
  const httpClient: HttpClient = {
    async sendRequest(request) {
      if (clock.now() >= offlineUntil) return client.sendRequest(request)
      await new Promise((resolve) => setImmediate(resolve))
      offline += 1
      throw new RestError(`getaddrinfo ENOTFOUND ${new URL(request.url).host}`, { code: 'ENOTFOUND', request })
    },
  }
  const services = connectServices({
    cloud,
    clock,
    random,
    httpClient,
    account: open.services.account,
    credential: practiceCredential(practice, scenario.person),
  })
  return {
    open: { ...open, services, tenant: { account: tenant.account, cloud: 'Public cloud' } },
    clock,
    disturb(kind) {
      if (kind === 'sleeps') asleep += (1 + drawn() * 14) * MINUTE
      else if (kind === 'offlineSpells') offlineUntil = clock.now() + (2 + drawn() * 88) * MINUTE
      else {
        const { callOff, met } = practice.faults.set({ method: 'GET', path: '**', fault: '401-expired' })
        const look = (): void => {
          if (met() === 0) return void setImmediate(look)
          expired += met()
          callOff()
        }
        look()
      }
    },
    met: () => ({ offline, expired }),
    runReal() {
      realSince = performance.now()
      advance?.(0)
    },
    leap() {
      asleep = wall() - START
      realSince = undefined
      advance?.(0)
    },
  }
}
