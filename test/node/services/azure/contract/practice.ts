import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Answer, Refusal } from '#machines/engine/answer.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { createPracticeClock, type PracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { createPracticeTenant, type PracticeTenant } from '#node/practice/tenant.ts'
import { PEOPLE, type PersonId, SUBSCRIPTION, TENANT } from '#node/practice/world.ts'
import { connectServices } from '#node/services/azure/services.ts'

export { PEOPLE, SUBSCRIPTION, TENANT }

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const ENVIRONMENT = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
export const GROUP = 'rg-contoso-cmk'
export const VAULT = 'kv-contoso-cmk'
export const KEY = 'cmk-contoso-prod'
export const POLICY = 'cmk-contoso-prod'
export const VAULT_ID = `/subscriptions/${SUBSCRIPTION.id}/resourceGroups/${GROUP}/providers/Microsoft.KeyVault/vaults/${VAULT}`
export const POLICY_ID = `/subscriptions/${SUBSCRIPTION.id}/resourceGroups/${GROUP}/providers/Microsoft.PowerPlatform/enterprisePolicies/${POLICY}`
export const ENCRYPTION_USER = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'

export interface Practice {
  readonly tenant: PracticeTenant
  readonly clock: PracticeClock
  /** The real clients, signed in as a person. */
  as(person: PersonId): Services
  /** As the person whom the scenario signs in. */
  readonly services: Services
}

export function scenarioOf(name: string): Scenario {
  const scenario = scenarioByName(name)
  if (!scenario) throw new Error(`No scenario is called ${name}.`)
  return scenario
}

/** The practice tenant behind the real clients, on a clock where waiting takes no time. */
export function practise(name: string): Practice {
  const scenario = scenarioOf(name)
  const start = Date.UTC(2026, 10, 24, 9)
  const clock = createPracticeClock({ wall: () => start, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 })
  const tenant = createPracticeTenant({ scenario, clock, random: seededRandom(name) })
  const as = (person: string): Services =>
    connectServices({
      cloud: CLOUDS.commercial,
      credential: practiceCredential(tenant, person),
      account: tenant.account(person),
      clock,
      random: seededRandom('client'),
      httpClient: practiceHttpClient(tenant),
    })
  return { tenant, clock, as, services: as(scenario.person) }
}

/** The value of an answer that must have been given. */
export function given<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.refusal)}`)
  return answer.value
}

/** The refusal of an answer that must have been one. */
export function refused<T>(answer: Answer<T>): Refusal {
  if (answer.ok) throw new Error(`Not refused: ${JSON.stringify(answer.value)}`)
  return answer.refusal
}
