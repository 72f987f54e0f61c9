import { createKeysHost, type KeysHost } from '../host/customer-managed-keys.ts'
import type { WizardView } from '../messages/view.ts'
import { realTimers } from '../practice/clock.ts'
import { openPractice, type PracticeOptions } from '../practice/open.ts'
import { seededRandom } from '../practice/random.ts'
import type { Scenario } from '../practice/scenario.ts'
import { scenarioByName } from '../practice/scenarios.ts'
import type { Pace } from '../presenting/staging.ts'
import { walk } from '../presenting/walk/walk.ts'

/** The moment at which everything that is practised here begins. */
export const START = Date.parse('2026-11-24T12:00:00Z')

/** Time moves only by what is slept: the same walk each time, without waiting. */
const timers = {
  after(_milliseconds: number, wake: () => void) {
    const turn = setImmediate(wake)
    return () => clearImmediate(turn)
  },
}

export function caseOf(name: string): Scenario {
  const found = scenarioByName(name)
  if (!found) throw new Error(`There is no scenario ${name}.`)
  return found
}

/** The practice tenant of a scenario, in which time leaps. */
export const leaping = (scenario: Scenario, more: Pick<PracticeOptions, 'linkDuration'> = {}) =>
  openPractice(scenario, {
    ...{ wall: () => START, timers, speed: Number.POSITIVE_INFINITY, longest: 0, random: seededRandom(scenario.name) },
    ...more,
  })

/** The practice tenant of a case, in which time runs at a pace that may change. */
export const atPace = (name: string, pace: Pace) =>
  openPractice(name, {
    ...{ wall: () => START, timers: realTimers, random: seededRandom(name) },
    get speed() {
      return pace.speed
    },
    get longest() {
      return pace.longest
    },
  })

export type Tenant = ReturnType<typeof leaping>

/** The real machine, the real clients and a practice tenant. */
export interface Practised {
  readonly host: KeysHost
  readonly tenant: Tenant
  readonly send: KeysHost['send']
  readonly until: (met: (view: WizardView) => boolean) => Promise<WizardView>
  /** Accepted changes, each as method and path. */
  readonly writes: () => readonly string[]
}

export function practised(tenant: Tenant): Practised {
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => tenant })
  return {
    host,
    tenant,
    send: (event) => host.send(event),
    writes: () => tenant.practice.writes().map(({ method, path }) => `${method} ${path}`),
    until: (met) =>
      new Promise((resolve) => {
        if (met(host.view())) return resolve(host.view())
        const leave = host.subscribe((view) => {
          if (!met(view)) return
          leave()
          resolve(view)
        })
      }),
  }
}

/** Walked to the end of the four steps. @throws where that is not its end */
export async function walkedToItsEnd(scenario: Scenario, tenant: Tenant = leaping(scenario)): Promise<Practised> {
  const run = practised(tenant)
  const { name, environmentId, choices } = scenario
  const end = await walk(run.host, { scenario: name, environmentId, choices, tell: () => undefined })
  if (end.end !== 'encrypted') throw new Error(`${name} ended otherwise: ${JSON.stringify(end)}`)
  return run
}
