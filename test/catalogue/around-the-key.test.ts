import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { blocks } from '#machines/engine/step/finding.ts'
import { problemWith } from '#machines/engine/step/problems.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { CATALOGUE } from '#machines/procedure/catalog/entries.ts'
import { observe } from '#machines/procedure/reading.ts'
import type { EnvironmentPayload, EnvironmentWish } from '#node/practice/environment-payload.ts'
import { PEOPLE, SUBSCRIPTION, type World } from '#node/practice/world.ts'
import {
  amiss,
  and,
  type Bench,
  benchOf,
  DAY,
  ENVIRONMENT,
  encrypted,
  environmentOnly,
  findingsOf,
  inTheEnvironment,
  KEY,
  KEY_PATH,
  MINUTE,
  network,
  onTheKey,
  POLICY_PATH,
  ready,
  type Situation,
  situation,
  VAULT_PATH,
  walkSituations,
} from './situation.ts'

/** Preflight, integration, name, adding, verifying and operating: each entry is found in such a tenant, and gone once it is fixed. */

const OTHER = '5d0b7c92-8f14-4e6a-b3a7-61c9e2d05f48'

/** An environment as setup leaves it half done. */
const halfDone = (world: World, wish: Partial<EnvironmentWish>): EnvironmentPayload =>
  world.environment({
    name: ENVIRONMENT,
    displayName: 'contoso-half',
    sku: 'Production',
    location: 'unitedstates',
    azureRegion: 'eastus',
    protectionLevel: 'Standard',
    ...wish,
  })

const DATAVERSE = {
  organizationId: '1b7e4f02-93ad-4c58-8e60-a2d5c7f91b34',
  domainName: 'contoso-half',
  uniqueName: 'unq1b7e4f0293ad4c588e60a2d5c7f91',
  instanceUrl: 'https://contoso-half.crm.dynamics.com',
}

/** The environment as it should be, beside the one that is not. */
const beside =
  (wish: Partial<EnvironmentWish>): Situation['build'] =>
  (world, fit) => {
    halfDone(world, wish)
    fit.environment({ name: OTHER })
  }

/** Asks for the link, or for its end, and waits until that is over. */
const link =
  (verb: 'link' | 'unlink') =>
  async ({ change, tenant, clock }: Bench): Promise<void> => {
    await change('bap', 'POST', `/environments/${ENVIRONMENT}/enterprisePolicies/Encryption/${verb}?api-version=2019-10-01`, {
      SystemId: tenant.inspect().policies[0]?.systemId,
    })
    clock.advance(4 * DAY)
  }

/** The id of the policy beside it says which policy it is in truth. */
function nameSystemId({ properties }: EnvironmentPayload, guid: string): void {
  const link = properties.enterprisePolicies?.customerManagedKeys
  if (link?.systemId) link.systemId = link.systemId.replace(/[^/]+$/, guid)
}

const situations: readonly Situation[] = [
  inTheEnvironment('F-002', 'its address is that of a cloud-hosted environment', 'integration', [
    { linkedAppMetadata: { type: 'Linked', url: 'https://contosodevaos.cloudax.dynamics.com/' } },
    { linkedAppMetadata: { type: 'Linked', url: 'https://contoso.operations.dynamics.com/' } },
  ]),
  inTheEnvironment('F-008', 'a key of the earlier kind is on it', 'environment', [
    { protectionStatus: { keyManagedBy: 'Customer' } },
    { protectionStatus: { keyManagedBy: 'Microsoft' } },
  ]),
  situation(
    'F-109',
    'the key came before the integration',
    'integration',
    (world, fit) => world.encrypted(halfDone(world, { dataverse: DATAVERSE }), fit.everything().policy),
    { putRight: link('unlink') },
  ),
  situation('F-108', 'a partner by delegated administration is signed in', 'integration', ready(), {
    person: 'petra',
    decide: { person: 'ada' },
  }),
  situation(
    'F-118',
    'the partner’s relationship ends in days',
    'integration',
    and(ready(), (world) => world.partnership('Fabrikam services', 5 * DAY, PEOPLE.petra.directoryRoles)),
    { person: 'petra', decide: { person: 'ada' } },
  ),
  situation('F-202', 'setup has not been run: there is no Dataverse', 'integration', beside({}), { decide: { environmentId: OTHER } }),
  situation('F-202', 'there is no organization whose name could be noted', 'environment', beside({}), { decide: { environmentId: OTHER } }),
  inTheEnvironment(
    'F-203',
    'only Dataverse knows the address, as after an installation',
    'integration',
    [{ linkedAppMetadata: null }, { linkedAppMetadata: { type: 'Internal', url: 'https://contoso.operations.dynamics.com/' } }],
    (_, fit) => fit.environment(),
  ),
  situation('F-204', 'Dataverse is there and not integrated', 'integration', beside({ dataverse: DATAVERSE }), {
    decide: { environmentId: OTHER },
  }),
  inTheEnvironment('F-901', 'it is a trial', 'environment', [{ environmentSku: 'Trial' }, { environmentSku: 'Sandbox' }]),
  situation('F-901', 'it is not managed', 'membership', ready({}, { protectionLevel: 'Basic' }), {
    putRight: async ({ change, clock }) => {
      await change('bap', 'POST', `/environments/${ENVIRONMENT}/governanceConfiguration?api-version=2021-04-01`, {
        protectionLevel: 'Standard',
      })
      clock.advance(60 * MINUTE)
    },
  }),
  situation(
    'F-901',
    'it is in another policy',
    'membership',
    (world, fit) => {
      const { vault } = fit.everything()
      const other = world.policy(
        { subscriptionId: SUBSCRIPTION.id, name: 'rg-contoso-cmk', location: 'eastus', tags: {} },
        'cmk-other',
        'unitedstates',
        vault,
        KEY,
      )
      world.encrypted(fit.environment(), other)
    },
    { decide: { choices: { policyName: 'cmk-other' } } },
  ),
  situation(
    'F-903',
    'the first attempt failed',
    'membership',
    and((world) => world.behave({ failingLinks: 1 }), ready()),
    { before: link('link'), putRight: link('link') },
  ),
  inTheEnvironment(
    'F-906',
    'it is linked and does not say yet that the key is the customer’s',
    'membership',
    [{ protectionStatus: { keyManagedBy: 'Microsoft' } }, { protectionStatus: { keyManagedBy: 'Customer' } }],
    onTheKey,
  ),
  situation('F-907', 'the account is no administrator, so the environment does not exist for it', 'integration', environmentOnly, {
    person: 'kim',
    decide: { person: 'ada' },
  }),
  inTheEnvironment(
    'F-913',
    'it is in an earlier policy of the same name',
    'membership',
    [
      (environment) => nameSystemId(environment, OTHER),
      (environment) => nameSystemId(environment, environment.properties.enterprisePolicies?.customerManagedKeys?.policyId ?? ''),
    ],
    onTheKey,
  ),
  situation('F-A01', 'the key was disabled', 'policy', encrypted, {
    check: 'key-enabled',
    before: ({ change }) => change('keys', 'PATCH', KEY_PATH, { attributes: { enabled: false } }),
    putRight: ({ change }) => change('keys', 'PATCH', KEY_PATH, { attributes: { enabled: true } }),
  }),
  situation('F-A03', 'the old version was disabled right after a rotation', 'policy', encrypted, {
    before: async ({ change, tenant }) => {
      const old = tenant.inspect().keys[0]?.versions[0]?.version
      await change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 })
      await change('keys', 'PATCH', `${KEY_PATH}/${old}`, { attributes: { enabled: false } })
    },
    putRight: ({ change, tenant }) =>
      change('keys', 'PATCH', `${KEY_PATH}/${tenant.inspect().keys[0]?.versions[0]?.version}`, { attributes: { enabled: true } }),
  }),
  situation('F-A07', 'the vault was closed without the exception for trusted services', 'policy', encrypted, {
    before: ({ change }) => change('arm', 'PATCH', VAULT_PATH, network('Deny', 'None')),
    putRight: ({ change }) => change('arm', 'PATCH', VAULT_PATH, network('Allow', 'AzureServices')),
  }),
]

/**
 * Only a person can answer these, or only the write finds out, or the assessment of what is covered asks, or an operation after
 * the link sees them (F-A02, F-A06, F-A12, F-A13, F-A14, F-A15, F-A16, F-A17, F-A19); each has its own test.
 */
const ELSEWHERE = [
  'F-003',
  'F-004',
  'F-005',
  'F-006',
  'F-007',
  'F-201',
  'F-908',
  'F-A02',
  'F-A06',
  'F-A12',
  'F-A13',
  'F-A14',
  'F-A15',
  'F-A16',
  'F-A17',
  'F-A18',
  'F-A19',
]

describe('each entry of the catalogue before the key and after it', () => {
  walkSituations(situations)

  it('has a row for each that promises to be seen', () => {
    const rows = new Set<string>([...situations.map(({ id }) => id), ...ELSEWHERE])
    const around = CATALOGUE.filter(({ id, by }) => /^F-[0129A]/.test(id) && by !== 'guidance' && by !== 'not-observable')
    expect(around.filter(({ id }) => !rows.has(id)).map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['F-006', 'membership'],
    ['F-201', 'environment'],
  ] as const)('%s is asked of a person, and blocks until it is answered', async (id, step) => {
    const bench = benchOf(id, ready())
    const [question] = amiss(await findingsOf(bench, step, {}), id)
    if (!question) throw new Error('It is not asked.')
    expect(question).toMatchObject({ status: 'unknown', attestable: true })
    expect(blocks(question, [])).toBe(true)
    expect(blocks(question, [{ key: question.key, by: 'ada', at: bench.clock.now() }])).toBe(false)
  })

  it('F-007 is seen in a cloud that is not known for certain, and not in the commercial one', async () => {
    const bench = benchOf('F-007', environmentOnly)
    const seenIn = async (cloud: (typeof CLOUDS)[keyof typeof CLOUDS]) => {
      const reading = await observe('integration', {
        services: bench.as('ada'),
        cloud,
        choices: { environmentId: ENVIRONMENT },
        now: () => bench.clock.now(),
        signal: new AbortController().signal,
      })
      return amiss(reading.findings, 'F-007').length
    }
    expect(await seenIn(CLOUDS.china)).toBe(1)
    expect(await seenIn(CLOUDS.commercial)).toBe(0)
  })

  it('F-908: a link that is not found is known as such, and an existing one goes through', async () => {
    const bench = benchOf('F-908', ready())
    const { powerPlatform } = bench.as('ada')
    const systemId = bench.tenant.inspect().policies[0]?.systemId ?? ''
    const refused = await powerPlatform.linkEncryptionPolicy(OTHER, systemId)
    if (refused.ok) throw new Error('It was not refused.')
    const action = {
      kind: 'link-environment',
      environmentId: OTHER,
      environmentName: 'contoso',
      policyId: POLICY_PATH,
      policyName: 'cmk',
      policySystemId: systemId,
    } as const
    expect(problemWith(actions, action, refused.refusal)).toMatchObject({ id: 'F-908' })
    expect(await powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId)).toMatchObject({ ok: true })
  })
})
