import { describe, expect, it } from 'vitest'
import { type Occurrence, walk } from '#node/practice/presenting/walk/walk.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import type { PrivateEndpointState, VaultState } from '#node/practice/state.ts'
import { english } from '#test/english.ts'
import { watchStory } from '#test/model/one-story.ts'
import { caseOf, leaping, practised } from '#test/practised.ts'

const WALK_TIMEOUT = { timeout: 60_000 }

const ENDPOINT: PrivateEndpointState = {
  id: '/subscriptions/2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24/resourceGroups/rg-contoso-network/providers/Microsoft.Network/privateEndpoints/pe-contoso-cmk',
  status: 'Approved',
  zones: ['privatelink.vaultcore.azure.net'],
}

/** The practice case of a private vault, with its vault otherwise than it should be. */
function half(over: Partial<VaultState>): Scenario {
  const scenario = caseOf('private-vault')
  const build: Scenario['build'] = (world) =>
    scenario.build({ ...world, vault: (group, name, wish) => world.vault(group, name, { ...wish, ...over }) })
  return { ...scenario, build }
}

async function walked(scenario: Scenario) {
  const { name, environmentId, choices } = scenario
  const { host, tenant } = practised(leaping(scenario))
  const { onView, atItsEnd } = watchStory({ host, practice: tenant.practice })
  const seen: Occurrence[] = []
  const end = await walk(host, { scenario: name, environmentId, choices, tell: (occurrence) => seen.push(occurrence), onView })
  expect(await atItsEnd()).toEqual([])
  const attestations = host.view().closing?.attestations ?? []
  host.stop()
  const findings = seen.flatMap((each) => (each.kind === 'finding' ? [`${each.status} ${each.id}: ${each.title}`] : []))
  return { end, findings, attestations, keyWrites: tenant.practice.writes().filter(({ path }) => path.includes('/keys/')) }
}

const shutRules = (bypass: string) => ({ bypass, defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] })

it('a private vault is confirmed in step 3, and named once more in the question before the link', WALK_TIMEOUT, async () => {
  const scenario = caseOf('private-vault')
  const { host } = practised(leaping(scenario))
  const cautions: string[] = []
  const { name, environmentId, choices } = scenario
  const end = await walk(host, {
    scenario: name,
    environmentId,
    choices,
    tell: () => undefined,
    onView: ({ step }) => void (step?.id === 'membership' && cautions.push(...(step.confirmation?.cautions ?? []))),
  })
  expect(end).toMatchObject({ end: 'encrypted' })
  expect(new Set(cautions)).toContainEqual(expect.stringContaining('locks environments'))
  expect(host.view().closing?.attestations).toContainEqual(
    expect.objectContaining({
      title: expect.stringContaining('Public access to the key vault kv-contoso-cmk is off'),
      by: 'ada@contoso.example',
    }),
  )
  host.stop()
})

describe('a private vault that is not what it should be', () => {
  it('without the exception for trusted services is refused, before anything is written', WALK_TIMEOUT, async () => {
    const { end, findings, keyWrites } = await walked(half({ networkAcls: shutRules('None') }))
    expect(end).toMatchObject({ end: 'refused', step: 'policy', findings: expect.arrayContaining(['F-A07']) })
    expect(findings).toContainEqual(expect.stringContaining('fail F-A07: The key vault kv-contoso-cmk blocks Microsoft’s services'))
    expect(keyWrites).toEqual([])
  })

  it.each<[string, PrivateEndpointState[], string]>([
    ['with an endpoint that waits for approval', [{ ...ENDPOINT, status: 'Pending' }], 'warning F-409: No private endpoint of'],
    ['with an endpoint that was rejected', [{ ...ENDPOINT, status: 'Rejected' }], 'warning F-409: No private endpoint of'],
    ['with an endpoint in no DNS zone', [{ ...ENDPOINT, zones: [] }], 'warning F-410: The private endpoint isn’t in'],
    ['with an endpoint in another zone', [{ ...ENDPOINT, zones: ['privatelink.blob.core.windows.net'] }], 'warning F-410: '],
  ])('%s is encrypted all the same, and it is said', WALK_TIMEOUT, async (_when, privateEndpoints, expected) => {
    const { end, findings } = await walked(half({ privateEndpoints }))
    expect(end).toMatchObject({ end: 'encrypted' })
    expect(findings).toContainEqual(expect.stringContaining(expected))
  })

  it('whose endpoint is in a subscription of the network team asks a person, whose word is kept by name', WALK_TIMEOUT, async () => {
    const id = ENDPOINT.id.replace('2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24', '6f0d2b9c-41a7-4e83-b5d6-92c8e7a1f354')
    const { end, attestations } = await walked(half({ privateEndpoints: [{ ...ENDPOINT, id }] }))
    expect(end).toMatchObject({ end: 'encrypted' })
    expect(english.all(attestations)).toContainEqual(
      expect.objectContaining({
        title: 'Is the private endpoint in the DNS zone privatelink.vaultcore.azure.net?',
        by: 'ada@contoso.example',
      }),
    )
  })
})
