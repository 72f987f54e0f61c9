import type { HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import type { Verb } from '#node/cli/cmk-wizard/grammar.ts'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import { realTimers } from '#node/practice/clock.ts'
import { createEnvironmentPayload } from '#node/practice/environment-payload.ts'
import type { Fault } from '#node/practice/faults.ts'
import { openPractice } from '#node/practice/open.ts'
import { PEOPLE, TENANT } from '#node/practice/people.ts'
import { seededRandom } from '#node/practice/random.ts'
import { readsOnly } from '#node/services/azure/reads-only.ts'
import { command } from './in-process.ts'
import { leapingClock, practiceIdentity } from './practice-identity.ts'

const CASE = 'already-encrypted'
const CUSTOMER = 'contoso.example'
const OTHERS = 49
const UNREAD = 31

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const nameOf = (at: number): string => `sandbox-${at}`

const others = Array.from({ length: OTHERS }, (_, at) =>
  createEnvironmentPayload({
    name: idOf(at),
    displayName: nameOf(at),
    sku: 'Sandbox',
    tenantId: TENANT.id,
    location: 'unitedstates',
    azureRegion: 'eastus',
    protectionLevel: 'Standard',
    createdBy: { id: PEOPLE.ada.objectId, displayName: PEOPLE.ada.displayName, userPrincipalName: PEOPLE.ada.userName },
    dataverse: {
      organizationId: idOf(at),
      domainName: nameOf(at),
      uniqueName: `unq${at}`,
      instanceUrl: `https://${nameOf(at)}.crm.dynamics.com`,
    },
    financeAndOperations: { id: idOf(at), type: 'Linked', url: `https://${nameOf(at)}.operations.dynamics.com/` },
  }),
)

/** A tenant with fifty environments, of which one isn't read. */
function open(fault: Fault, around = (network: HttpClient) => network) {
  const opened = openPractice(CASE, {
    wall: () => Date.UTC(2026, 10, 29),
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(CASE),
    environments: others,
    around: (network) => readsOnly(around(network)),
  })
  opened.practice.faults.set({ method: '*', path: `/**/${idOf(UNREAD)}**`, fault })
  return opened
}

const ended = (verb: Verb, fault: Fault, words: readonly string[]) =>
  command([verb, '--tenant', CUSTOMER, '--sign-in', 'secret', '--client-id', idOf(0), '--all', ...words], {
    variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' },
    clock: leapingClock(),
    identity: practiceIdentity({ [CUSTOMER]: () => open(fault) }),
  })

describe.each(['check', 'plan'] as const)('%s of fifty environments, of which one isn’t read', (verb) => {
  it.each<Fault>(['403', '500', 'reset-before'])('ends with 3 and names it alone: %s', async (fault) => {
    const { code, out } = await ended(verb, fault, ['--json'])
    const result: ResultDocument = JSON.parse(out)
    if (result.verb !== verb) throw new Error(result.verb)
    const environments = result.customers.flatMap((each) => [...each.environments])
    expect(environments).toHaveLength(OTHERS + 1)
    const unread = environments.filter(({ state }) => state === 'not-read')
    expect(unread.map(({ id, name }) => ({ id, name }))).toEqual([{ id: idOf(UNREAD), name: nameOf(UNREAD) }])
    expect(unread[0]?.unread.length).toBeGreaterThan(0)
    expect(code).toBe(3)
  })
})

it('the last line counts it, and a line names it', async () => {
  const { code, out } = await ended('check', '403', ['--quiet'])
  expect(code).toBe(3)
  expect(out).toMatch(new RegExp(`^${nameOf(UNREAD)} \\(Sandbox\\) ${idOf(UNREAD)}: Couldn’t be read$`, 'm'))
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^50 environments: .*, 1 couldn’t be read\.$/)
})
