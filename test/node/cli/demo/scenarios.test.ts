import { describe, expect, it } from 'vitest'
import { CASE_STAGES, type CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { WizardView } from '#messages/view.ts'
import { inWords } from '#node/cli/demo/telling.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { openPractice, type PracticeOptions } from '#node/practice/open.ts'
import { isAt, type Occurrence, walk } from '#node/practice/presenting/walk/walk.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { SCENARIOS, scenarioByName } from '#node/practice/scenarios.ts'
import { PEOPLE, SUBSCRIPTION } from '#node/practice/world.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { english } from '#test/english.ts'
import { leapingTime, START } from '#test/leaping-time.ts'
import { watchStory } from '#test/model/one-story.ts'

const KEY_VAULT_DATA_ACCESS_ADMINISTRATOR = '8b54135c-b56d-4d72-a534-26097cfdc8d8'

// A walk is a thousand requests in one process: a second alone on a core, several on a busy one.
const WALK_TIMEOUT = { timeout: 30_000 }

const FIRST_SET_UP = 'ready-to-enable'
/** A link of an hour has all stages that one of a day has, and less of the same look. The first set-up takes its day. In milliseconds. */
const LINK_DURATION = 3_600_000

function opened(scenario: Scenario, more: Pick<PracticeOptions, 'linkDuration'> = {}) {
  return openPractice(scenario.name, {
    ...leapingTime,
    random: seededRandom(scenario.name),
    ...more,
  })
}

const walks = new Map<Scenario, ReturnType<typeof walkedIn>>()

/** The walk through a tenant of its own: each time it is the same one, so that it is walked once. */
function walked(scenario: Scenario): ReturnType<typeof walkedIn> {
  const walk =
    walks.get(scenario) ?? walkedIn(scenario, opened(scenario, scenario.name === FIRST_SET_UP ? {} : { linkDuration: LINK_DURATION }))
  walks.set(scenario, walk)
  return walk
}

async function walkedIn(scenario: Scenario, tenant: ReturnType<typeof opened>) {
  const occurrences: Occurrence[] = []
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => tenant })
  const { name, environmentId, choices, comesBack } = scenario
  const story = watchStory({ host, practice: tenant.practice })
  const stages = new Set<CaseStage>()
  const onView = (view: WizardView): void => {
    story.onView(view)
    for (const stage of CASE_STAGES) if (isAt(view, stage)) stages.add(stage)
  }
  const tell = (occurrence: Occurrence): void => void occurrences.push(occurrence)
  const end = await walk(host, { scenario: name, environmentId, choices, comesBack, tell, onView })
  expect(await story.atItsEnd()).toEqual([])
  const keep = host.view().closing?.keep
  host.stop()
  return { end, occurrences, keep, stages: [...stages], writes: tenant.practice.writes().map(({ method, path }) => `${method} ${path}`) }
}

/** A right that looks like giving any role and is not: the service refuses Reader all the same, after its own list of rights has said yes. */
async function letGiveKeyVaultRoles({ practice, clock, cloud }: ReturnType<typeof opened>): Promise<void> {
  const { azure } = connectServices({
    cloud,
    clock,
    account: practice.account('kim'),
    credential: practiceCredential(practice, 'kim'),
    httpClient: practiceHttpClient(practice),
    random: seededRandom('kim'),
  })
  const subscriptionId = SUBSCRIPTION.id
  const given = await azure.assignRole({
    scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-contoso-cmk`,
    subscriptionId,
    roleId: KEY_VAULT_DATA_ACCESS_ADMINISTRATOR,
    principalId: PEOPLE.ada.objectId,
    principalType: 'User',
  })
  if (!given.ok) throw new Error(english.text(given.refusal.message))
}

const scenario = (name: string): Scenario => {
  const found = scenarioByName(name)
  if (!found) throw new Error(`No scenario ${name}`)
  return found
}

describe('the walk through the real machine, the real clients and the practice tenant', () => {
  for (const each of SCENARIOS) {
    it(`ends ${each.name} as its scenario promises`, WALK_TIMEOUT, async () => {
      const { end, stages } = await walked(each)
      expect(end).toMatchObject(each.promise.end === 'encrypted' ? { end: 'encrypted' } : { end: 'refused', step: each.promise.step })
      if (each.promise.end === 'refused') expect(end).toHaveProperty('findings', expect.arrayContaining([each.promise.finding]))
      // The gallery starts a case at the stages that a walk comes to; everything can be checked in each.
      const offered = practiceCases.find(({ name }) => name === each.name)?.stages.filter((stage) => stage !== 'check')
      expect(stages).toEqual(offered)
    })
  }

  it('writes each resource of a first set-up once, and nothing else', WALK_TIMEOUT, async () => {
    const { writes } = await walked(scenario(FIRST_SET_UP))
    expect(new Set(writes).size).toBe(writes.length)
    expect(writes).toEqual([
      expect.stringMatching(/^POST .*\/providers\/Microsoft\.PowerPlatform\/register$/),
      expect.stringMatching(/^PUT .*\/resourcegroups\/rg-contoso-cmk$/i),
      expect.stringMatching(/^PUT .*\/vaults\/kv-contoso-cmk$/),
      expect.stringMatching(/^POST \/keys\/cmk-contoso-prod\/create$/),
      expect.stringMatching(/^PUT .*\/enterprisePolicies\/cmk-contoso-prod$/),
      expect.stringMatching(/^PUT .*\/vaults\/kv-contoso-cmk\/.*\/roleAssignments\//),
      expect.stringMatching(/^POST .*\/enterprisePolicies\/Encryption\/link$/),
    ])
  })

  it('says on the way from the earlier self-managed key what differs, and until when Microsoft keeps it', WALK_TIMEOUT, async () => {
    const { occurrences, writes, keep } = await walked(scenario('earlier-key'))
    const told = occurrences.map((each) => inWords(english, each)).join('\n')
    expect(told).toContain('The environment moves from its earlier, self-managed key (BYOK) to yours')
    expect(JSON.stringify(keep)).toMatch(/Microsoft keeps the earlier key \(BYOK\) at least until Dec 22, 2026/)
    expect(writes.filter((each) => /governanceConfiguration|link$/.test(each))).toEqual([
      expect.stringMatching(/^POST .*governanceConfiguration$/),
      expect.stringMatching(/^POST .*\/Encryption\/link$/),
    ])
  })

  it('writes nothing when everything is done already, and nothing when a finished walk is walked again', WALK_TIMEOUT, async () => {
    const already = await walked(scenario('already-encrypted'))
    expect(already.writes).toEqual([])
    const first = scenario('unified-environment')
    const tenant = opened(first)
    const { writes } = await walkedIn(first, tenant)
    const again = await walkedIn(first, tenant)
    expect(again.end).toEqual({ end: 'encrypted', outcome: 'The environment is linked to your policy' })
    expect(again.writes).toEqual(writes)
  })

  it('writes nothing in any scenario that is refused before its plan is applied', WALK_TIMEOUT, async () => {
    for (const name of [
      'integration-missing',
      'encrypted-before-integration',
      'vault-without-purge-protection',
      'key-expires-too-soon',
      'wrong-region',
      'no-reader',
      'busy-environment',
      'managed-hsm-not-activated',
      'policy-recreated',
      'vault-firewall',
      'power-platform-half',
      'vault-half',
      'existing-link',
    ]) {
      expect((await walked(scenario(name))).writes, name).toEqual([])
    }
  })

  it(
    'asks before the link whether a key that expires soon will do, and adds no environment with one that expires sooner',
    WALK_TIMEOUT,
    async () => {
      const soon = await walked(scenario('key-expires-soon'))
      const asked = soon.occurrences.flatMap((occurrence) => (occurrence.kind === 'confirmed' ? occurrence.title : []))
      expect(english.all(asked)).toContainEqual(expect.stringMatching(/Dec 1[345], 2026, .*: add the environment anyway\?/))
      const { end, writes } = await walked(scenario('key-expires-too-soon'))
      expect(end).toMatchObject({ end: 'refused', step: 'policy', findings: expect.arrayContaining(['F-407']) })
      expect(writes).toEqual([])
    },
  )

  it('says before any write that Contributor isn’t enough, with the role, the place and the command', WALK_TIMEOUT, async () => {
    const { end, occurrences, writes } = await walked(scenario('no-reader'))
    expect(end).toMatchObject({ end: 'refused', step: 'policy', findings: expect.arrayContaining(['F-604', 'F-701']) })
    expect(writes).toEqual([])
    expect(occurrences.map((each) => inWords(english, each)).join('\n')).toContain('The Contributor role can’t assign roles')
  })

  it('tells a refused write in the service’s own words, with code and correlation id', WALK_TIMEOUT, async () => {
    const each = scenario('no-reader')
    const tenant = opened(each)
    await letGiveKeyVaultRoles(tenant)
    const { occurrences } = await walkedIn(each, tenant)
    const lines = occurrences.map((each) => inWords(english, each)).join('\n')
    expect(lines).toMatch(/403 AuthorizationFailed .*correlation ID [0-9a-f-]{36}/)
    expect(lines).toContain('The account can’t assign roles')
  })

  it('is lost, and says why, when there is no such scenario', async () => {
    const host = createKeysHost({
      wall: () => START,
      scenarios: [],
      openPractice: async (name) => openPractice(name, { ...leapingTime, random: seededRandom(name) }),
    })
    const end = await walk(host, { scenario: 'no-such', environmentId: '', choices: {}, tell: () => undefined })
    expect(end).toMatchObject({ end: 'lost', why: expect.stringContaining('ready-to-enable') })
  })
})
