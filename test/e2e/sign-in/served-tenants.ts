import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defined } from '#machines/defined.ts'
import { createClientCertificate, createLoopbackCertificates } from '#node/practice/certificates.ts'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { AUTOMATION, TENANT } from '#node/practice/people.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { startPracticeServer } from '#node/practice/server.ts'
import type { PracticeTenant } from '#node/practice/tenant.ts'
import { repositoryRoot } from '../../../tools/location.mjs'
import type { Wizard } from '../launch.ts'
import type { ServedCloud } from './served-cloud.ts'

export interface Company {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly scenario: Scenario
  /** False: no tenant is listed for its accounts. */
  readonly listsTenants?: boolean
}

/** One cloud with the tenants of several companies, at this computer. */
export interface ServedTenants {
  /** The cloud as one of the companies sees it. */
  readonly of: (company: Company) => ServedCloud
  readonly tenant: (company: Company) => PracticeTenant
  /** From now on the time of one tenant passes so many times faster than ours: what Microsoft takes minutes for takes an instant. */
  rush(company: Company, times?: number): void
  /** Lets time pass at once: in a company's tenant, and for wizards in front of it that were started with the leaping clock. */
  letPass(company: Company, milliseconds: number, ...wizards: readonly Wizard[]): Promise<void>
  stop(): Promise<void>
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** Longer than any test, however fast time passes. */
const YEARS = 3_650 * DAY

/** Electron loads it before the app, whose time then can leap. */
export const LEAPING_CLOCK = path.join(repositoryRoot, 'test', 'e2e', 'sign-in', 'leaping-clock.cjs')

/** The time of the whole main process stands this much ahead of ours. */
export const standAhead = ({ main }: Wizard, milliseconds: number): Promise<void> =>
  main.evaluate((_electron, wizardIsAhead) => void Object.assign(globalThis, { wizardIsAhead }), milliseconds)

/** A tenant's clock, of which the pace can be changed. */
function changingClock() {
  let since = Date.now()
  let then = since
  let pace = 1
  const wall = (): number => then + (Date.now() - since) * pace
  return {
    clock: createPracticeClock({ wall, timers: realTimers, speed: 1, longest: 0 }),
    rush(times: number) {
      ;[then, since, pace] = [wall(), Date.now(), times]
    },
  }
}

/** The company of the practice cases. */
export function contoso(scenario = 'ready-to-enable'): Company {
  const found = scenarioByName(scenario)
  if (!found) throw new Error(`There is no scenario ${scenario}.`)
  return { ...TENANT, scenario: found }
}

/** Serves them from this process, which then can let their time pass. */
export async function serveTenants(first: Company, ...more: readonly Company[]): Promise<ServedTenants> {
  const folder = mkdtempSync(path.join(tmpdir(), 'served-tenants-'))
  const at = (name: string): string => path.join(folder, name)
  const certificates = createLoopbackCertificates(Date.now())
  const client = createClientCertificate(AUTOMATION.displayName, Date.now())
  const defects: unknown[] = []
  const clocks = new Map([first, ...more].map(({ id }) => [id, changingClock()]))
  const clockOf = ({ id }: Company) => {
    const clock = clocks.get(id)
    if (!clock) throw new Error('This company has no tenant here.')
    return clock
  }
  const wish = (company: Company) => ({
    ...defined({ listsTenants: company.listsTenants }),
    company,
    scenario: company.scenario,
    clock: clockOf(company).clock,
    random: seededRandom(company.name),
    // Who is signed in stays so while days pass.
    certificates: [client.certificate],
    deviceCodeInterval: 0,
    tokenLifetime: YEARS,
  })
  const server = await startPracticeServer({
    tenant: wish(first),
    others: more.map(wish),
    certificates,
    port: 0,
    onDefect: (reason) => defects.push(reason),
  })
  writeFileSync(at('authority.pem'), certificates.authority)
  writeFileSync(at('client.pem'), `${client.key}${client.certificate}`, { mode: 0o600 })
  writeFileSync(at('cloud.json'), JSON.stringify(practiceCloud(server.addresses(), at('authority.pem'))))
  const shared = {
    clientId: AUTOMATION.clientId,
    clientSecret: AUTOMATION.secret,
    addresses: Object.fromEntries(server.addresses().map(({ origin, address }) => [origin, address])),
    caFile: at('authority.pem'),
    cloudFile: at('cloud.json'),
    clientCertificateFile: at('client.pem'),
    complaints: () => defects.map(String).join('\n'),
    async stop() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return {
    of: ({ id }) => ({ ...shared, tenantId: id }),
    tenant({ id }) {
      const found = [server.tenant, ...server.others].find(({ tenantId }) => tenantId === id)
      if (!found) throw new Error('This company has no tenant here.')
      return found
    },
    rush: (company, times = 20_000) => clockOf(company).rush(times),
    async letPass(company, milliseconds, ...wizards) {
      const { clock } = clockOf(company)
      clock.advance(milliseconds)
      for (const wizard of wizards) await standAhead(wizard, clock.now() - Date.now())
    },
    stop: shared.stop,
  }
}
