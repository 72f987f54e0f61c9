import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import { preflightView } from '#machines/engine/wizard/preflight-view.ts'
import { addressesIn } from '#machines/procedure/links/link-context.ts'
import { PRESENTATION } from '#machines/procedure/presentation.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { createPorts } from '#node/services/ports.ts'
import { english } from '../english.ts'
import { context as opened } from '../machines/readings.ts'

const no = () => Promise.reject(new Error('You can’t sign in here.'))
const noSignIn = { signIn: no, listTenants: no, signOut: async () => undefined }
const { signal } = new AbortController()

/** Reads a scenario as a whole before anything is decided, as the page does. */
async function preflightOf(scenario: string, as: (reading: Reading) => Reading = (reading) => reading) {
  const wall = () => Date.UTC(2026, 10, 24)
  const random = seededRandom(scenario)
  const open = openPractice(scenario, { wall, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0, random })
  const ports = createPorts(async () => open, noSignIn, wall)
  const tenant = await ports.openPractice(scenario, signal)
  const environmentId = SCENARIOS.find(({ name }) => name === scenario)?.environmentId ?? ''
  const choices = { environmentId }
  const preflight = await readEverything(CUSTOMER_MANAGED_KEYS, ports, choices, STEP_IDS, undefined, signal)
  expect(open.practice.writes(), 'nothing is written').toEqual([])
  const context = {
    ...opened(),
    tenant,
    choices,
    preflight: { ...preflight, readings: preflight.readings.map(as) },
  }
  const view = preflightView(context, false, addressesIn(context, CLOUDS.commercial.portals))
  return english.all({ ...view, ...PRESENTATION.preflight(context) })
}

/** By scenario and owner: what blocks, from which a rule of the sequence and not of the text is made. */
const IN_THE_WAY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'integration-missing': {
    'lifecycle-services-administrator': [
      'The Power Platform integration isn’t enabled yet',
      'The environment has no Dataverse organization',
    ],
  },
  'encrypted-before-integration': {
    'power-platform-administrator': ['The environment has a customer-managed key, but finance and operations isn’t linked yet'],
  },
  'vault-without-purge-protection': { 'key-vault-administrator': ['Purge protection is off'] },
  'key-expires-too-soon': {
    'key-vault-administrator': [
      'The key cmk-contoso-prod expires on Nov 27, 2026, 12:00 AM UTC, too soon: encryption can take until Nov 28, 2026, 12:00 AM UTC',
    ],
  },
  'vault-firewall': { 'key-vault-administrator': ['The firewall of the key vault kv-contoso-cmk blocks Microsoft’s services'] },
  // Only one half of the work can be seen by who has only one half of the rights.
  'vault-half': { 'power-platform-administrator': ['Couldn’t find the environment in the tenant'] },
  'no-reader': { 'key-vault-administrator': ['The Contributor role can’t assign roles on the policy cmk-contoso-prod'] },
  'partner-by-delegation': { you: ['This object ID is your own account’s, and your account belongs to another tenant'] },
  'policy-recreated': {
    microsoft: ['The environment is in an earlier policy named cmk-contoso-prod, not in the current one'],
  },
  // The missing access is in the plan; that a person then selects a button is not.
  locked: {
    'power-platform-administrator': [
      'The environment is locked. Microsoft deletes it 30 days after the lock',
      'The environment is in the policy but disabled',
    ],
  },
  'busy-environment': { 'power-platform-administrator': ['Another operation is running: Backup'] },
}

describe('everything read before any step', () => {
  it.each(SCENARIOS.map(({ name }) => name))('%s: finds what blocks at once, by who can fix it', async (scenario) => {
    const { findings } = await preflightOf(scenario)
    const fails = findings.filter(({ status }) => status === 'fail')
    const titles = [...new Set(fails.map(({ owner }) => owner))].map((owner) => [
      owner,
      fails.filter((each) => each.owner === owner).map(({ title }) => title),
    ])
    expect(Object.fromEntries(titles)).toEqual(IN_THE_WAY[scenario] ?? {})
    expect(findings.slice(0, fails.length)).toEqual(fails)
  })

  it('stays on the page after a change was made to it, as what was true before it', async () => {
    const now = await preflightOf('vault-firewall')
    const before = await preflightOf('vault-firewall', (reading) => ({ ...reading, oldSince: 12 }))
    expect({ ...before, oldSince: undefined }).toEqual({ ...now, oldSince: undefined })
    expect([now.oldSince, before.oldSince]).toEqual([undefined, 12])
  })

  it('asks what a later step will ask, and says what it took for decided', async () => {
    const { findings, assumed, changes, plans } = await preflightOf('not-managed')
    const asked = findings.filter(({ attestable }) => attestable)
    expect(asked.map(({ key }) => key)).toContain('licences-in-place')
    expect(assumed).toMatchObject({ vault: 'kv-contoso-prod-cmk', policy: 'cmk-contoso-prod' })
    // Six to create the policy; two for the environment, which step 4 plans only once there is a policy.
    expect(changes).toContain('8 changes')
    expect(plans.map(({ number, plan }) => [number, plan.map(({ kind }) => kind)])).toEqual([
      [3, ['register-provider', 'create-resource-group', 'create-vault', 'create-key', 'create-policy', 'grant-key-access']],
      [4, ['enable-managed-environment', 'link-environment']],
    ])
  })
})
