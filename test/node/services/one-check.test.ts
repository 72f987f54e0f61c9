import type { HttpClient } from '@azure/core-rest-pipeline'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { loadClients } from '#node/services/azure/load-clients.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { observeIn } from '#node/services/ports.ts'
import { type Asked, criticalPath } from '../../bench/parts/critical-path.ts'

/** Turns of the event loop after which no request comes any more that was not waiting for an answer. */
const QUIET_TURNS = 50

const turn = () => new Promise((resolve) => void setImmediate(resolve))

/** Answers in rounds: all requests that were made meanwhile at once, so that a chain of requests takes as many rounds as it is long. */
function inRounds(client: HttpClient, asked: Asked[]) {
  let [round, made] = [0, 0]
  let ending: Promise<void> | undefined
  async function endOfRound() {
    for (let [quiet, seen] = [0, made]; quiet < QUIET_TURNS; quiet = seen === made ? quiet + 1 : 0) {
      seen = made
      await turn()
    }
    round += 1
    ending = undefined
  }
  const sendRequest: HttpClient['sendRequest'] = async (request) => {
    const startedAt = round
    made += 1
    ending ??= endOfRound()
    await ending
    const response = await client.sendRequest(request)
    const answer = `${JSON.stringify(response.headers.toJSON())}\n${response.bodyAsText ?? ''}`
    asked.push({ method: request.method, url: request.url, startedAt, endedAt: startedAt + 1, status: response.status, answer })
    return response
  }
  return { sendRequest, rounds: () => round }
}

async function check(scenario: Scenario) {
  const timing = { wall: () => 1_790_000_000_000, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 }
  const clock = createPracticeClock(timing)
  const random = seededRandom('one check')
  const { practice, ...open } = openPractice(scenario.name, { ...timing, random })
  const asked: Asked[] = []
  const network = inRounds(practiceHttpClient(practice), asked)
  const services = connectServices({
    cloud: CLOUDS.commercial,
    clock,
    random,
    account: open.services.account,
    credential: practiceCredential(practice, scenario.person),
    httpClient: network,
  })
  const { choices } = scenario
  const observe: Parameters<typeof readEverything>[1]['observe'] = (...which) =>
    observeIn({ ...open, clock, services }, () => clock.now(), ...which)
  await readEverything(CUSTOMER_MANAGED_KEYS, { observe }, choices, STEP_IDS, undefined, new AbortController().signal)
  const known = JSON.stringify([CLOUDS.commercial, choices, open.services.account])
  return { asked, rounds: network.rounds(), longest: criticalPath(asked, [known]) }
}

/** Answers of a service that has what was asked for, and lets the account read it once it has signed in. */
const isPlain = ({ status }: Asked): boolean => status === 200 || status === 401

const isTurnedAway = ({ status }: Asked): boolean => status === 401 || status === 429 || status >= 500

const isRefused = (each: Asked): boolean => !isPlain(each) && !isTurnedAway(each)

const triesIn =
  (asked: readonly Asked[]) =>
  ({ method, url, startedAt }: Asked): number =>
    asked.filter((each) => each.method === method && each.url === url && each.startedAt <= startedAt).length

beforeAll(async () => {
  await loadClients()
  // The first reading loads its modules.
  for (const scenario of SCENARIOS.slice(0, 1)) await check(scenario)
})

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('a check of everything in %s', (_name, scenario) => {
  it('reads nothing twice, and waits for no answer that it does not need', async () => {
    const { asked, rounds, longest } = await check(scenario)
    const answered = asked.filter((each) => !isTurnedAway(each)).map(({ method, url }) => `${method} ${url.toLowerCase()}`)
    expect(answered.filter((each, place) => answered.indexOf(each) !== place)).toEqual([])
    // Where something is missing or refused, what is asked for in its place waits for that answer, and for each try before it.
    expect(rounds - longest).toBeLessThanOrEqual(asked.every(isPlain) ? 0 : Math.max(1, ...asked.filter(isRefused).map(triesIn(asked))))
  })
})
