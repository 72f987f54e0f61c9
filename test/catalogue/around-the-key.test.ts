import { describe, expect, it } from 'vitest'
import { CLOUDS } from '../../machines/cloud/cloud.ts'
import { blocks } from '../../machines/engine/step/finding.ts'
import { problemWith } from '../../machines/engine/step/problems.ts'
import { actions } from '../../machines/procedure/actions/registry.ts'
import { CATALOGUE } from '../../machines/procedure/catalog/entries.ts'
import { observe } from '../../machines/procedure/reading.ts'
import type { EnvironmentPayload, EnvironmentWish } from '../../practice/environment-payload.ts'
import { PEOPLE, SUBSCRIPTION, type World } from '../../practice/world.ts'
import {
  amiss,
  type Bench,
  benchOf,
  DAY,
  ENVIRONMENT,
  type Fit,
  findingsOf,
  KEY,
  KEY_PATH,
  MINUTE,
  network,
  POLICY_PATH,
  type Situation,
  VAULT_PATH,
} from './situation.ts'

/** Preflight, integration, name, adding, verifying and operating: each entry is found in such a tenant, and gone once it is fixed. */

const OTHER = '5d0b7c92-8f14-4e6a-b3a7-61c9e2d05f48'

/** An environment as setup leaves it half done. @param name ids of environments end the same way in each test */
function halfDone(world: World, wish: Partial<Omit<EnvironmentWish, 'tenantId' | 'createdBy'>>, name = ENVIRONMENT): EnvironmentPayload {
  return world.environment({
    name,
    displayName: 'contoso-half',
    sku: 'Production',
    location: 'unitedstates',
    azureRegion: 'eastus',
    protectionLevel: 'Standard',
    ...wish,
  })
}

const DATAVERSE = {
  organizationId: '1b7e4f02-93ad-4c58-8e60-a2d5c7f91b34',
  domainName: 'contoso-half',
  uniqueName: 'unq1b7e4f0293ad4c588e60a2d5c7f91',
  instanceUrl: 'https://contoso-half.crm.dynamics.com',
}

/** The environment as it should be, beside the one that is not. */
const theRightOne = (fit: Fit): void => void fit.environment({ name: OTHER })

/** What is broken in the environment itself, and fixed there: no request for it is documented. */
function inTheEnvironment(
  row: Pick<Situation, 'id' | 'when' | 'step'>,
  spoil: (environment: EnvironmentPayload) => void,
  mend: (environment: EnvironmentPayload) => void,
  make: (world: World, fit: Fit) => EnvironmentPayload = (_, fit) => {
    fit.everything()
    return fit.environment()
  },
): Situation {
  let environment: EnvironmentPayload | undefined
  return {
    ...row,
    build: (world, fit) => {
      environment = make(world, fit)
      spoil(environment)
    },
    putRight: () => {
      if (environment) mend(environment)
    },
  }
}

const link = ({ change, tenant }: Bench, verb: 'link' | 'unlink'): Promise<void> =>
  change('bap', 'POST', `/environments/${ENVIRONMENT}/enterprisePolicies/Encryption/${verb}?api-version=2019-10-01`, {
    SystemId: tenant.inspect().policies[0]?.systemId,
  })

/** The id of the policy beside it says which policy it is in truth. */
function nameSystemId({ properties }: EnvironmentPayload, guid: string): void {
  const link = properties.enterprisePolicies?.customerManagedKeys
  if (link?.systemId) link.systemId = link.systemId.replace(/[^/]+$/, guid)
}

/** @property check its key, where another check of the ID gives a separate finding in the same tenant */
interface Row extends Situation {
  readonly check?: string
}

const situations: readonly Row[] = [
  inTheEnvironment(
    { id: 'F-002', when: 'its address is that of a cloud-hosted environment', step: 'integration' },
    ({ properties }) => {
      properties.linkedAppMetadata = { ...properties.linkedAppMetadata, url: 'https://contosodevaos.cloudax.dynamics.com/' }
    },
    ({ properties }) => {
      properties.linkedAppMetadata = { ...properties.linkedAppMetadata, url: 'https://contoso.operations.dynamics.com/' }
    },
  ),
  inTheEnvironment(
    { id: 'F-008', when: 'a key of the earlier kind is on it', step: 'environment' },
    ({ properties }) => {
      properties.protectionStatus = { keyManagedBy: 'Customer' }
    },
    ({ properties }) => {
      properties.protectionStatus = { keyManagedBy: 'Microsoft' }
    },
  ),
  {
    id: 'F-109',
    when: 'the key came before the integration',
    step: 'integration',
    build: (world, fit) => world.encrypted(halfDone(world, { dataverse: DATAVERSE }), fit.everything().policy),
    putRight: async (bench) => {
      await link(bench, 'unlink')
      bench.clock.advance(4 * DAY)
    },
  },
  {
    id: 'F-108',
    when: 'a partner by delegated administration is signed in',
    step: 'integration',
    build: (_, fit) => {
      fit.everything()
      fit.environment()
    },
    person: 'petra',
    decide: { person: 'ada' },
  },
  {
    id: 'F-118',
    when: 'the partner’s relationship ends in days',
    step: 'integration',
    build: (world, fit) => {
      fit.everything()
      fit.environment()
      world.partnership('Fabrikam services', 5 * DAY, PEOPLE.petra.directoryRoles)
    },
    person: 'petra',
    decide: { person: 'ada' },
  },
  {
    id: 'F-202',
    when: 'setup has not been run: there is no Dataverse',
    step: 'integration',
    build: (world, fit) => {
      halfDone(world, {})
      theRightOne(fit)
    },
    decide: { environmentId: OTHER },
  },
  {
    id: 'F-202',
    when: 'there is no organization whose name could be noted',
    step: 'environment',
    build: (world, fit) => {
      halfDone(world, {})
      theRightOne(fit)
    },
    decide: { environmentId: OTHER },
  },
  inTheEnvironment(
    { id: 'F-203', when: 'only Dataverse knows the address, as after an installation', step: 'integration' },
    ({ properties }) => {
      properties.linkedAppMetadata = null
    },
    ({ properties }) => {
      properties.linkedAppMetadata = { type: 'Internal', url: 'https://contoso.operations.dynamics.com/' }
    },
    (_, fit) => fit.environment(),
  ),
  {
    id: 'F-204',
    when: 'Dataverse is there and not integrated',
    step: 'integration',
    build: (world, fit) => {
      halfDone(world, { dataverse: DATAVERSE })
      theRightOne(fit)
    },
    decide: { environmentId: OTHER },
  },
  inTheEnvironment(
    { id: 'F-901', when: 'it is a trial', step: 'environment' },
    ({ properties }) => {
      properties.environmentSku = 'Trial'
    },
    ({ properties }) => {
      properties.environmentSku = 'Sandbox'
    },
  ),
  {
    id: 'F-901',
    when: 'it is not managed',
    step: 'membership',
    build: (_, fit) => {
      fit.environment({ protectionLevel: 'Basic' })
      fit.everything()
    },
    putRight: async ({ change, clock }) => {
      await change('bap', 'POST', `/environments/${ENVIRONMENT}/governanceConfiguration?api-version=2021-04-01`, {
        protectionLevel: 'Standard',
      })
      clock.advance(60 * MINUTE)
    },
  },
  {
    id: 'F-901',
    when: 'it is in another policy',
    step: 'membership',
    build: (world, fit) => {
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
    decide: { choices: { policyName: 'cmk-other' } },
  },
  {
    id: 'F-903',
    when: 'the first attempt failed',
    step: 'membership',
    build: (world, fit) => {
      world.behave({ failingLinks: 1 })
      fit.environment()
      fit.everything()
    },
    before: async (bench) => {
      await link(bench, 'link')
      bench.clock.advance(3 * DAY)
    },
    putRight: async (bench) => {
      await link(bench, 'link')
      bench.clock.advance(3 * DAY)
    },
  },
  inTheEnvironment(
    { id: 'F-906', when: 'it is linked and does not say yet that the key is the customer’s', step: 'membership' },
    ({ properties }) => {
      properties.protectionStatus = { keyManagedBy: 'Microsoft' }
    },
    ({ properties }) => {
      properties.protectionStatus = { keyManagedBy: 'Customer' }
    },
    (world, fit) => {
      const environment = fit.environment()
      world.encrypted(environment, fit.everything().policy)
      return environment
    },
  ),
  {
    id: 'F-907',
    when: 'the account is no administrator, so the environment does not exist for it',
    step: 'integration',
    build: (_, fit) => void fit.environment(),
    person: 'kim',
    decide: { person: 'ada' },
  },
  inTheEnvironment(
    { id: 'F-913', when: 'it is in an earlier policy of the same name', step: 'membership' },
    (environment) => nameSystemId(environment, OTHER),
    (environment) => nameSystemId(environment, environment.properties.enterprisePolicies?.customerManagedKeys?.policyId ?? ''),
    (world, fit) => {
      const environment = fit.environment()
      world.encrypted(environment, fit.everything().policy)
      return environment
    },
  ),
  {
    id: 'F-A01',
    check: 'key-enabled',
    when: 'the key was disabled',
    step: 'policy',
    build: (_, fit) => fit.encrypted(),
    before: ({ change }) => change('keys', 'PATCH', KEY_PATH, { attributes: { enabled: false } }),
    putRight: ({ change }) => change('keys', 'PATCH', KEY_PATH, { attributes: { enabled: true } }),
  },
  {
    id: 'F-A03',
    when: 'the old version was disabled right after a rotation',
    step: 'policy',
    build: (_, fit) => fit.encrypted(),
    before: async ({ change, tenant }) => {
      const old = tenant.inspect().keys[0]?.versions[0]?.version
      await change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 })
      await change('keys', 'PATCH', `${KEY_PATH}/${old}`, { attributes: { enabled: false } })
    },
    putRight: ({ change, tenant }) =>
      change('keys', 'PATCH', `${KEY_PATH}/${tenant.inspect().keys[0]?.versions[0]?.version}`, { attributes: { enabled: true } }),
  },
  {
    id: 'F-A07',
    when: 'the vault was closed without the exception for trusted services',
    step: 'policy',
    build: (_, fit) => fit.encrypted(),
    before: ({ change }) => change('arm', 'PATCH', VAULT_PATH, network('Deny', 'None')),
    putRight: ({ change }) => change('arm', 'PATCH', VAULT_PATH, network('Allow', 'AzureServices')),
  },
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
  it.each(situations.map((situation) => [situation.id, situation.when, situation] as const))('%s: %s', async (id, when, situation) => {
    const bench = benchOf(`${id} ${when}`, situation.build)
    const seen = async (decision?: Situation['decide']) =>
      amiss(await findingsOf(bench, situation.step, situation, decision), id).filter(({ key }) => (situation.check ?? key) === key)
    await situation.before?.(bench)
    expect(await seen()).not.toEqual([])
    await situation.putRight?.(bench)
    expect(await seen(situation.decide)).toEqual([])
  })

  it('has a row for each that promises to be seen', () => {
    const rows = new Set<string>([...situations.map(({ id }) => id), ...ELSEWHERE])
    const around = CATALOGUE.filter(({ id, by }) => /^F-[0129A]/.test(id) && by !== 'guidance' && by !== 'not-observable')
    expect(around.filter(({ id }) => !rows.has(id)).map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['F-006', 'membership'],
    ['F-201', 'environment'],
  ] as const)('%s is asked of a person, and blocks until it is answered', async (id, step) => {
    const bench = benchOf(id, (_, fit) => {
      fit.environment()
      fit.everything()
    })
    const [question] = amiss(await findingsOf(bench, step, {}), id)
    if (!question) throw new Error('It is not asked.')
    expect(question).toMatchObject({ status: 'unknown', attestable: true })
    expect(blocks(question, [])).toBe(true)
    expect(blocks(question, [{ key: question.key, by: 'ada', at: bench.clock.now() }])).toBe(false)
  })

  it('F-007 is seen in a cloud that is not known for certain, and not in the commercial one', async () => {
    const bench = benchOf('F-007', (_, fit) => void fit.environment())
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
    const bench = benchOf('F-908', (_, fit) => {
      fit.environment()
      fit.everything()
    })
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
