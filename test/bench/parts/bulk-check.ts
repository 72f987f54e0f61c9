import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { runMany } from '#machines/engine/many/run-many.ts'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { AT_ONCE } from '#node/host/check-many.ts'
import { createPracticeClock, type PracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { throughGate } from '#node/services/azure/through-gate.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'
import { observeIn } from '#node/services/ports.ts'

/** Bulk check compared with its limits. Times in simulated time, without the computer's own work. */
export interface BulkCheck {
  readonly environments: number
  readonly tenants: number
  readonly requests: number
  readonly refused: number
  readonly tookMs: number
  /** Minimum time by the slowest tenant's limit, and by the check's own bounds. */
  readonly allowedMs: number
  readonly ratio: number
}

const LATENCY_MS = 100
/** Token bucket per tenant, as Azure Resource Manager's: burst size and refill rate. */
const BUCKET = { size: 250, perSecond: 25 }
const RETRY_AFTER_SECONDS = 1

/** Answers with latency, and refuses requests beyond the bucket. */
function limited(client: HttpClient, clock: Clock, counted: { requests: number; refused: number }): HttpClient {
  let tokens: number = BUCKET.size
  let filledAt = clock.now()
  return {
    async sendRequest(request) {
      const now = clock.now()
      tokens = Math.min(BUCKET.size, tokens + ((now - filledAt) / 1000) * BUCKET.perSecond)
      filledAt = now
      if (tokens < 1) {
        counted.refused += 1
        await clock.sleep(LATENCY_MS)
        return { request, status: 429, headers: createHttpHeaders({ 'retry-after': String(RETRY_AFTER_SECONDS) }), bodyAsText: '{}' }
      }
      tokens -= 1
      counted.requests += 1
      await clock.sleep(LATENCY_MS)
      return client.sendRequest(request)
    },
  }
}

function tenantOf(place: number, clock: PracticeClock, counted: { requests: number; refused: number }): OpenTenant {
  const scenario = scenarioByName('already-encrypted')
  if (!scenario) throw new Error('There is no such scenario.')
  const random = seededRandom(`bulk ${place}`)
  const immediately = { wall: () => clock.now(), timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0, random }
  const { practice, ...open } = openPractice(scenario, immediately)
  const services = connectServices({
    cloud: CLOUDS.commercial,
    clock,
    random,
    account: open.services.account,
    credential: practiceCredential(practice, scenario.person),
    httpClient: limited(practiceHttpClient(practice), clock, counted),
  })
  return { ...open, clock, services }
}

export async function measureBulkCheck(environments: number, tenants: number): Promise<BulkCheck> {
  const clock = createPracticeClock({ wall: () => 1_790_000_000_000, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 })
  const counts = Array.from({ length: tenants }, () => ({ requests: 0, refused: 0 }))
  const opened = counts.map((counted, place) => tenantOf(place, clock, counted))
  const { choices } = scenarioByName('already-encrypted') ?? {}
  if (!choices) throw new Error('There is no such scenario.')
  const begun = clock.now()
  const many = runMany({
    ...AT_ONCE,
    items: Array.from({ length: environments }, (_, at) => at % tenants),
    laneOf: String,
    clock,
    run: async (tenant, gate, signal) => {
      const open = opened[tenant]
      if (!open) throw new Error('No such tenant.')
      const observe: Parameters<typeof readEverything>[1]['observe'] = (...asked) => observeIn(open, () => clock.now(), ...asked)
      await throughGate(gate, () => readEverything(CUSTOMER_MANAGED_KEYS, { observe }, choices, STEP_IDS, undefined, signal))
    },
  })
  const failed = (await many.finished).filter(({ state }) => state !== 'done')
  if (failed.length > 0) throw new Error(`${failed.length} checks failed: ${JSON.stringify(failed[0])}`)
  const tookMs = clock.now() - begun
  const requests = counts.reduce((sum, each) => sum + each.requests, 0)
  const slowest = Math.max(...counts.map((each) => Math.max(0, each.requests - BUCKET.size) / BUCKET.perSecond)) * 1000
  const bounded = (requests * LATENCY_MS) / (AT_ONCE.mostRequests * Math.min(tenants, AT_ONCE.most))
  const allowedMs = Math.max(slowest, bounded)
  return {
    environments,
    tenants,
    requests,
    refused: counts.reduce((sum, each) => sum + each.refused, 0),
    tookMs,
    allowedMs,
    ratio: tookMs / allowedMs,
  }
}
