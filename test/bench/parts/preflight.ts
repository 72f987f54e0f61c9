import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { observeIn } from '#node/services/ports.ts'
import { type Asked, criticalPath } from './critical-path.ts'
import { type ServedTenant, signInTo } from './served-tenant.ts'
import { readingWholeAnswers } from './whole-answer.ts'

export interface Preflight {
  readonly wallMs: number
  readonly criticalPathMs: number
  readonly ratio: number
  readonly requests: number
  /** Distinct requests, without repeated reads and challenges. */
  readonly distinctRequests: number
}

const now = (): number => performance.now()

/** HTTP client that records when requests start and end. */
function recordingClient(asked: Asked[], now: () => number): HttpClient {
  const network = readingWholeAnswers(createDefaultHttpClient())
  return {
    async sendRequest(request) {
      const startedAt = now()
      const response = await network.sendRequest(request)
      const { method, url } = request
      const answer = `${JSON.stringify(response.headers.toJSON())}\n${response.bodyAsText ?? ''}`
      asked.push({ method, url, startedAt, endedAt: now(), status: response.status, answer })
      return response
    },
  }
}

/** Reads all steps, as the check of all steps does. */
async function readAll(tenant: ServedTenant): Promise<Preflight> {
  const asked: Asked[] = []
  const open = tenant.open(recordingClient(asked, now))
  const observe: Parameters<typeof readEverything>[1]['observe'] = (...which) => observeIn(open, Date.now, ...which)
  const startedAt = now()
  const { choices } = tenant.scenario
  const { readings } = await readEverything(CUSTOMER_MANAGED_KEYS, { observe }, choices, STEP_IDS, undefined, new AbortController().signal)
  const wallMs = now() - startedAt
  const refused = asked.filter(({ status }) => status >= 400 && status !== 401)
  const unproved = readings.flatMap(({ plan }) => plan.map(({ kind }) => kind))
  if (refused.length > 0 || unproved.length > 0)
    throw new Error(`The reading was not complete: ${[...refused.map(({ url, status }) => `${status} ${url}`), ...unproved].join(', ')}.`)
  const criticalPathMs = criticalPath(asked, [tenant.known])
  return {
    wallMs,
    criticalPathMs,
    ratio: wallMs / criticalPathMs,
    requests: asked.length,
    distinctRequests: new Set(asked.map(({ method, url }) => `${method} ${url}`)).size,
  }
}

/** Measures the first reading, with loading and connecting, and several more. @param file output of the practice tenant's `--json` */
export async function measurePreflight(
  file: string,
  rounds: number,
): Promise<{ readonly first: Preflight; readonly later: readonly Preflight[] }> {
  const tenant = await signInTo(file)
  const first = await readAll(tenant)
  const later: Preflight[] = []
  for (let round = 0; round < rounds; round++) later.push(await readAll(tenant))
  return { first, later }
}
