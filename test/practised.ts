import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice, type PracticeOptions } from '#node/practice/open.ts'
import type { Pace } from '#node/practice/presenting/staging.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { type Driver, drive } from './driver.ts'
import { leapingTime, START } from './leaping-time.ts'

export function caseOf(name: string): Scenario {
  const found = scenarioByName(name)
  if (!found) throw new Error(`There is no scenario ${name}.`)
  return found
}

/** A link of an hour has all stages that one of a day has, and less of the same look. In milliseconds. */
const LINK_DURATION = 3_600_000

/** The practice tenant of a scenario, in which time leaps. */
export const leaping = (scenario: Scenario, more: Partial<Pick<PracticeOptions, 'linkDuration' | 'around' | 'wall'>> = {}) =>
  openPractice(scenario, { ...leapingTime, random: seededRandom(scenario.name), linkDuration: LINK_DURATION, ...more })

/** The practice tenant of a case, in which time runs at a pace that may change. */
export const atPace = (name: string, pace: Pace) =>
  openPractice(name, {
    wall: () => START,
    timers: realTimers,
    random: seededRandom(name),
    get speed() {
      return pace.speed
    },
    get longest() {
      return pace.longest
    },
  })

export type Tenant = ReturnType<typeof leaping>

/** The real machine, the real clients and a practice tenant. */
export interface Practised extends Driver<KeysHost> {
  readonly tenant: Tenant
  /** Accepted changes, each as method and path. */
  readonly writes: () => readonly string[]
}

export function practised(tenant: Tenant): Practised {
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => tenant })
  return { ...drive(host), tenant, writes: () => tenant.practice.writes().map(({ method, path }) => `${method} ${path}`) }
}

/** Walked to the end of the four steps. @throws where that is not its end */
export async function walkedToItsEnd(scenario: Scenario, tenant: Tenant = leaping(scenario)): Promise<Practised> {
  const run = practised(tenant)
  const { name, environmentId, choices } = scenario
  const end = await walk(run.host, { scenario: name, environmentId, choices, tell: () => undefined })
  if (end.end !== 'encrypted') throw new Error(`${name} ended otherwise: ${JSON.stringify(end)}`)
  return run
}
