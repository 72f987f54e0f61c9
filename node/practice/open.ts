import type { HttpClient } from '@azure/core-rest-pipeline'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { DAY } from '#machines/engine/durations.ts'
import { isOfAnotherTenant } from '#machines/procedure/rights/home-tenant.ts'
import { claimsIn } from '../services/azure/challenge.ts'
import type { RequestWatch } from '../services/azure/request-watch.ts'
import { connectServices } from '../services/azure/services.ts'
import type { OpenTenant } from '../services/open-tenant.ts'
import { createPracticeClock, type PracticeClockOptions } from './clock.ts'
import type { EnvironmentPayload } from './environment-payload.ts'
import { practiceCredential, practiceHttpClient } from './http-client.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'
import { messages } from './scenario-messages.ts'
import { SCENARIOS, scenarioByName } from './scenarios.ts'
import { createPracticeTenant, type PracticeTenant } from './tenant.ts'

/** The person may skip a day during a request, whose token must stay valid. */
const LONGER_THAN_ANY_LEAP = 3_650 * DAY

export interface PracticeOptions extends PracticeClockOptions {
  readonly watch?: RequestWatch
  readonly random: Random
  /** Additional environments as JSON of the admin API. */
  readonly environments?: readonly EnvironmentPayload[]
  readonly around?: (network: HttpClient) => HttpClient
  /** Duration of a first link in milliseconds, if the scenario has none. */
  readonly linkDuration?: number
}

/** The real clients, answered in process. @throws RangeError with the known names for an unknown scenario */
export function openPractice(wanted: string | Scenario, options: PracticeOptions): OpenTenant & { readonly practice: PracticeTenant } {
  const scenario = typeof wanted === 'string' ? scenarioByName(wanted) : wanted
  if (!scenario)
    throw new RangeError(`There is no scenario “${wanted}”. The scenarios are: ${SCENARIOS.map((each) => each.name).join(', ')}.`)
  const clock = createPracticeClock(options)
  const { random, environments, linkDuration, watch, around = (network) => network } = options
  const practice = createPracticeTenant({
    scenario,
    clock,
    random,
    tokenLifetime: LONGER_THAN_ANY_LEAP,
    ...defined({ environments, linkDuration }),
  })
  const account = practice.account(scenario.person)
  const credential = practiceCredential(practice, scenario.person)
  const services = connectServices({
    cloud: CLOUDS.commercial,
    account,
    clock,
    random,
    credential,
    httpClient: around(practiceHttpClient(practice)),
    ...defined({ watch }),
  })
  const { title, story, choices } = scenario
  return {
    tenant: { account, cloud: messages.cloud, practice: { scenario: scenario.name, title, story } },
    services,
    // No page opens here: who practices confirms at once.
    confirm: async (challenges) => {
      for (const challenge of challenges) credential.confirm(claimsIn(challenge))
      return undefined
    },
    clock,
    random,
    cloud: CLOUDS.commercial,
    advance: (milliseconds) => clock.advance(milliseconds),
    practice,
    // A partner must find the field empty, as in a real tenant.
    ...(choices.policy && !isOfAnotherTenant(account)
      ? { suggested: { administratorObjectId: choices.policy.administratorObjectId } }
      : {}),
  }
}
