import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as realPause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { ownOf, say } from '../long/share.ts'
import { disturbances } from './disturbances.ts'
import { simulatedTenant } from './simulated-tenant.ts'
import { verdict } from './verdict.ts'

/**
 * `npm run test:soak`: the real host, record and clients wait four days for the link, through 200 sleeps of the computer, 50 spells without a
 * network and 20 expired tokens. Time leaps from one poll to the next, so the processor time of the whole run, with the services in it, is compared
 * with four days. Ten real seconds between two polls are measured as well.
 */

const NAME = 'ready-to-enable'
/** Looks between two weighings of the memory. */
const WEIGHED_EVERY = 40
/** Real time at rest between two looks, long enough to tell a half per cent of it. */
const AT_REST_MS = 10_000
/** By then the looks are a minute apart. */
const RESTS_AT_LOOK = 20

const scenario = scenarioByName(NAME)
if (!scenario) throw new Error(`There is no scenario ${NAME}.`)

const folder = await mkdtemp(path.join(tmpdir(), 'soak-'))
const tenant = simulatedTenant(scenario)
const { clock } = tenant
const now = (): number => clock.now()
const host = createKeysHost({
  store: engagementStore(folder, thisRun(), now),
  wall: now,
  scenarios: [],
  openPractice: async () => tenant.open,
})

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** In MB (10⁶ bytes), after garbage collection. */
function heldMemory(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

/** The share of one core that the wait takes in real time, and what keeps the process awake meanwhile. */
async function restForReal() {
  tenant.runReal()
  await realPause(200)
  collectGarbage()
  const began = process.cpuUsage()
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate').length
  await realPause(AT_REST_MS)
  const used = seconds(process.cpuUsage(began))
  tenant.leap()
  return { cpuShare: used / (AT_REST_MS / 1000), timers }
}

const memory: number[] = []
let looks = 0
let lastPollAt: number | undefined
let waitsSince: { readonly at: number; readonly cpu: NodeJS.CpuUsage; readonly lines: number } | undefined
let waited: { readonly ms: number; readonly cpuSeconds: number; readonly lines: number } | undefined
let atRest: ReturnType<typeof restForReal> | undefined
const linesNow = (): number => host.engagement()?.journal.last()?.sequence ?? 0
const done = { sleeps: 0, offlineSpells: 0, tokenExpiries: 0 }

host.subscribe(({ step }) => {
  const wait = step?.phase === 'waiting' && step.wait?.mayClose ? step.wait : undefined
  if (!wait) {
    if (waitsSince && waited === undefined && looks > WEIGHED_EVERY)
      waited = {
        ms: now() - waitsSince.at,
        cpuSeconds: seconds(process.cpuUsage(waitsSince.cpu)),
        lines: linesNow() - waitsSince.lines,
      }
    return
  }
  if (wait.lastPollAt === undefined || wait.lastPollAt === lastPollAt) return
  lastPollAt = wait.lastPollAt
  looks += 1
  if (looks === RESTS_AT_LOOK) {
    atRest = restForReal().finally(() => {
      waitsSince = { at: now(), cpu: process.cpuUsage(), lines: linesNow() }
    })
    return
  }
  if (!waitsSince) return
  if (looks % WEIGHED_EVERY === 0) memory.push(heldMemory())
  for (const kind of disturbances.due(now() - waitsSince.at)) {
    done[kind] += 1
    tenant.disturb(kind)
  }
})

try {
  for (const { name } of ownOf([{ name: 'four days' }])) {
    const { end } = await walk(host, { scenario: NAME, ...scenario, tell: () => undefined })
    const rest = await atRest
    await host.stop()
    const { line, wrong } = verdict({ end, looks, ...done, met: tenant.met(), waited, memory, rest })
    say({ line, case: { name, wrong } })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
