import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClientCertificate, createLoopbackCertificates } from '../../../practice/certificates.ts'
import { createPracticeClock, realTimers } from '../../../practice/clock.ts'
import { practiceCloud } from '../../../practice/cloud-file.ts'
import { AUTOMATION } from '../../../practice/people.ts'
import { seededRandom } from '../../../practice/random.ts'
import type { Scenario } from '../../../practice/scenario.ts'
import { startPracticeServer } from '../../../practice/server.ts'
import type { PracticeTenant } from '../../../practice/tenant.ts'
import type { ServedCloud } from './served-cloud.ts'

/** A company with a tenant in the cloud. */
export interface Company {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly scenario: Scenario
}

/** One cloud with the tenants of several companies, at this computer. */
export interface ServedTenants {
  /** The cloud as one of the companies sees it. */
  readonly of: (company: Company) => ServedCloud
  readonly tenant: (company: Company) => PracticeTenant
  /** From now on the time of one tenant passes so many times faster than ours. */
  rush(company: Company, times: number): void
  stop(): Promise<void>
}

const DAY = 24 * 3_600_000

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

/** Serves them from this process, which then can let their time pass faster. */
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
    ...{ company, scenario: company.scenario, clock: clockOf(company).clock, random: seededRandom(company.name) },
    // Who is signed in stays so while days pass.
    ...{ certificates: [client.certificate], deviceCodeInterval: 0, tokenLifetime: 90 * DAY },
  })
  const server = await startPracticeServer({
    ...{ tenant: wish(first), others: more.map(wish), certificates, port: 0, onDefect: (reason) => defects.push(reason) },
  })
  writeFileSync(at('authority.pem'), certificates.authority)
  writeFileSync(at('client.pem'), `${client.key}${client.certificate}`, { mode: 0o600 })
  writeFileSync(at('cloud.json'), JSON.stringify(practiceCloud(server.addresses(), at('authority.pem'))))
  const shared = {
    ...{ clientId: AUTOMATION.clientId, clientSecret: AUTOMATION.secret },
    addresses: Object.fromEntries(server.addresses().map(({ origin, address }) => [origin, address])),
    ...{ caFile: at('authority.pem'), cloudFile: at('cloud.json'), clientCertificateFile: at('client.pem') },
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
    rush: (company, times) => clockOf(company).rush(times),
    stop: shared.stop,
  }
}
