import { setMaxListeners } from 'node:events'
import { STEP_IDS } from '../../machines/procedure/procedure.ts'
import { observe } from '../../machines/procedure/reading.ts'
import { type Asked, criticalPath } from './critical-path.ts'
import { recordingClient } from './recording-client.ts'
import { type ServedTenant, signInTo } from './served-tenant.ts'

/** What one full reading of all four steps took. */
export interface Preflight {
  /** From the first request to the last judgement. */
  readonly wallMs: number
  readonly criticalPathMs: number
  readonly ratio: number
  readonly requests: number
  /** How many of them differ: a script that reads the same asks each once, one after the other. */
  readonly requestsSequentialScript: number
}

const now = (): number => performance.now()

/** Reads everything that every step depends on, all at once, as the wizard does before the first write. */
async function readAll({ scenario, known, connect }: ServedTenant): Promise<Preflight> {
  const asked: Asked[] = []
  const { signal } = new AbortController()
  // Some dozen requests listen for the one abort.
  setMaxListeners(0, signal)
  const services = connect(recordingClient(asked, now))
  const startedAt = now()
  const readings = await Promise.all(STEP_IDS.map((step) => observe(step, { services, choices: scenario.choices, now: Date.now, signal })))
  const wallMs = now() - startedAt
  const refused = asked.filter(({ status }) => status >= 400 && status !== 401)
  const unproved = readings.flatMap(({ plan }) => plan.map(({ kind }) => kind))
  if (refused.length > 0 || unproved.length > 0)
    throw new Error(`The reading was not complete: ${[...refused.map(({ url, status }) => `${status} ${url}`), ...unproved].join(', ')}.`)
  const criticalPathMs = criticalPath(asked, [known])
  return {
    ...{ wallMs, criticalPathMs, ratio: wallMs / criticalPathMs, requests: asked.length },
    requestsSequentialScript: new Set(asked.map(({ method, url }) => `${method} ${url}`)).size,
  }
}

/**
 * Measures the first reading, in which every client is loaded and every connection is made, and several more.
 * @param file what the practice tenant printed with `--json`
 */
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
