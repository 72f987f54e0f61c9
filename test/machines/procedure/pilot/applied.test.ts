import { describe, expect, it } from 'vitest'
import type { Message } from '#machines/messages/message.ts'
import type { PolicyChoices, Protection } from '#machines/procedure/choices.ts'
import { apply, type Target } from '#machines/procedure/pilot/applied.ts'
import { type Pilot, patternOf, sharedBy } from '#machines/procedure/pilot/proposal.ts'
import { validateVaultName } from '#machines/procedure/steps/policy/names.ts'
import { type About, BUILT_IN, type Template } from '#machines/procedure/templates/template.ts'
import { english } from '#test/english.ts'

const AT = Date.parse('2026-11-27T09:00:00Z')
const ABOUT: About = {
  tenantId: 't1',
  customer: 'Contoso Ltd',
  environment: 'contoso-uat',
  type: 'Sandbox',
  region: 'westeurope',
  geography: 'europe',
}
const POLICY: PolicyChoices = {
  subscriptionId: 's1',
  resourceGroup: 'rg-contoso-uat-cmk',
  region: 'westeurope',
  vaultName: 'kv-contoso-uat-cmk',
  vaultResourceGroup: 'rg-contoso-uat-cmk',
  keyName: 'cmk-contoso-uat',
  keySize: 2048,
  policyName: 'cmk-contoso-uat',
  administratorObjectId: 'ada',
}
const pilot = (policy: Partial<PolicyChoices> = {}, about: Partial<About> = {}): Pilot => ({
  name: 'contoso-uat',
  cloud: 'commercial',
  about: { ...ABOUT, ...about },
  policy: { ...POLICY, ...policy },
})
const WORKSPACE = '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log-contoso'
const PROTECTION: Protection = { locks: ['vault'], rotation: true, auditLog: WORKSPACE, mail: ['ada@contoso.example'] }
const protectedPilot: Pilot = { ...pilot({ administratorIsGroup: true }), protection: PROTECTION }
const target = (environment: string, about: Partial<About> = {}, more: Partial<Target> = {}): Target => ({
  id: environment,
  cloud: 'commercial',
  hasChosen: false,
  about: { ...ABOUT, environment, ...about },
  ...more,
})
const ELSEWHERE = { tenantId: 't2', customer: 'Fabrikam' }

const said = (message: Message | undefined): string => (message ? english.text(message) : 'nothing')

function one(of: Pilot, to: Target, wish: 'same' | 'own' = 'own', template?: Template) {
  const [first] = apply(of, [to], wish, template, AT)
  return { ...first?.proposed, notes: (first?.notes ?? []).map((note) => english.text(note)) }
}

describe('a name as a pattern', () => {
  it.each<[string, string, string]>([
    ['of its environment', 'kv-contoso-uat-cmk', 'kv-{environment}-cmk'],
    ['of its environment, cut', 'kv-contoso-u-cmk', 'kv-{environment:9}-cmk'],
    ['of its customer, cut', 'cmk-contoso-l', 'cmk-{customer:9}'],
    ['of its region', 'rg-keys-westeurope', 'rg-keys-{region}'],
    ['of two of them', 'rg-contoso-uat-westeurope', 'rg-{environment}-{region}'],
    ['of none of them', 'rg-keys', 'rg-keys'],
    ['where a word only begins alike', 'rg-contosouat', 'rg-contosouat'],
  ])('%s', (_, name, pattern) => {
    expect(patternOf(name, ABOUT)).toBe(pattern)
  })
})

describe('what is proposed after a pilot', () => {
  it('is its own policy and key, in the same tenant and region', () => {
    expect(one(pilot(), target('contoso-test'), 'same')).toMatchObject({
      isShared: true,
      values: POLICY,
      notes: [],
      proposal: { from: 'contoso-uat', subscriptionId: 's1', administratorObjectId: 'ada' },
    })
  })

  it('says with who is to get Reader that it is a group, in the pilot’s tenant alone', () => {
    const ofGroup = (to: Target) => one(pilot({ administratorIsGroup: true }), to).proposal
    expect(ofGroup(target('contoso-test'))).toMatchObject({ administratorObjectId: 'ada', administratorIsGroup: true })
    expect(JSON.stringify(ofGroup(target('x', ELSEWHERE)))).not.toContain('administrator')
    expect(one(pilot(), target('contoso-test')).proposal).not.toHaveProperty('administratorIsGroup')
  })

  it.each<[string, Partial<PolicyChoices>, Target, Template | undefined, Partial<PolicyChoices>]>([
    [
      'are made from the environment’s own',
      {},
      target('contoso-test'),
      undefined,
      {
        vaultName: 'kv-contoso-test-cmk',
        keyName: 'cmk-contoso-test',
        policyName: 'cmk-contoso-test',
        resourceGroup: 'rg-contoso-test-cmk',
      },
    ],
    [
      'keep what the pilot calls all of its customer',
      { resourceGroup: 'rg-keys', vaultName: 'kv-contoso-uat-01' },
      target('contoso-test'),
      undefined,
      { resourceGroup: 'rg-keys', vaultName: 'kv-contoso-test-01' },
    ],
    [
      'of another customer say nothing of the pilot’s',
      { resourceGroup: 'rg-keys-of-acme', vaultName: 'kv-contoso-uat-01' },
      target('fab-prod', ELSEWHERE),
      undefined,
      { resourceGroup: 'rg-fab-prod-cmk', vaultName: 'kv-fab-prod-01' },
    ],
    [
      'come from the template that named the pilot',
      { vaultName: 'vault-contoso-uat' },
      target('fab-prod', ELSEWHERE),
      { ...BUILT_IN, name: 'T', names: { ...BUILT_IN.names, vaultName: 'vault-{environment:11}' } },
      { vaultName: 'vault-fab-prod' },
    ],
    [
      'follow the environment’s own region, as the pilot’s did',
      {},
      target('x-test', { region: 'northeurope' }),
      undefined,
      { region: 'northeurope' },
    ],
    ['go where the pilot’s went in its region', { region: 'northeurope' }, target('x-test'), undefined, { region: 'northeurope' }],
    [
      'go to another region’s own',
      { region: 'northeurope' },
      target('x-us', { geography: 'unitedstates', region: 'eastus' }),
      undefined,
      { region: 'eastus' },
    ],
  ])('as new names: they %s', (_, policy, to, template, values) => {
    expect(one(pilot(policy), to, 'own', template).values).toMatchObject(values)
  })

  it('leaves the subscription and the person to another tenant, and to another cloud', () => {
    for (const to of [target('fab-prod', ELSEWHERE), target('contoso-test', {}, { cloud: 'china' })]) {
      const { proposal, isShared, notes } = one(pilot(), to, 'same')
      expect(isShared).toBe(false)
      expect(JSON.stringify({ ...proposal, from: '' })).not.toMatch(/contoso-uat-cmk|"s1"|"ada"/)
      expect(notes).toContain('Another tenant: choose its subscription and admin there')
    }
  })

  it.each<[string, Pilot, Target, 'same' | 'own', string]>([
    ['another region', pilot(), target('us', { geography: 'unitedstates' }), 'same', 'Another region: needs its own key and policy'],
    ['a region that is not known', pilot(), target('x', { geography: '' }), 'same', 'Region not known yet: worked out when you open it'],
    ['a type that no policy takes', pilot(), target('x', { type: 'Trial' }), 'own', 'No policy can hold an environment of type Trial'],
    ['a Managed HSM', pilot({ keyStore: 'managed-hsm' }), target('x'), 'own', 'The Managed HSM isn’t proposed: choose it there'],
    [
      'a vault name that is the pilot’s',
      pilot({ vaultName: 'kv-keys' }),
      target('x'),
      'own',
      'Another environment has this key vault name: change one',
    ],
    [
      'a name that breaks a rule',
      pilot({ vaultName: 'kv-contoso-uat-01' }),
      target('a-very-long-name-of-an-environment'),
      'own',
      said(validateVaultName('kv-a-very-long-name-of-an-environment-01')),
    ],
  ])('is said to be otherwise for %s', (_, of, to, wish, note) => {
    expect(one(of, to, wish).notes).toContain(note)
  })

  it('is nothing where choices were made', () => {
    const { values, notes } = one(pilot(), target('x', {}, { hasChosen: true }))
    expect(values).toBeUndefined()
    expect(notes).toEqual(['Has its own choices, which stay'])
  })

  it('names two vaults alike only with a word on it', () => {
    const alike = apply(pilot({ vaultName: 'kv-contoso-u' }), [target('contoso-north'), target('contoso-south')], 'own', undefined, AT)
    expect(alike.map(({ notes }) => notes.length)).toEqual([0, 0])
    const cut = apply(pilot({ vaultName: 'kv-conto' }), [target('contoso-north'), target('contoso-south')], 'own', undefined, AT)
    expect(cut.map(({ notes }) => notes.map((note) => english.text(note)))).toEqual([
      ['Another environment has this key vault name: change one'],
      ['Another environment has this key vault name: change one'],
    ])
  })

  describe('for the protection of the key', () => {
    const DEFAULTS = { locks: ['vault'], rotation: true, auditLog: true, expiryAlert: true }
    const template: Template = { ...BUILT_IN, name: 'T', protection: { locks: ['group'] } }

    it('is all of the pilot’s, in the same tenant', () => {
      for (const wish of ['same', 'own'] as const)
        expect(one(protectedPilot, target('x'), wish, template)).toMatchObject({
          proposal: { template: { protection: DEFAULTS }, auditLog: WORKSPACE, mail: ['ada@contoso.example'] },
          notes: [],
        })
    })

    it('is the template’s where nothing was chosen for the pilot, and nothing where neither says anything', () => {
      expect(one(pilot(), target('x'), 'own', template).proposal?.template.protection).toEqual({ locks: ['group'] })
      expect(one(pilot(), target('x')).proposal?.template).not.toHaveProperty('protection')
    })

    it('holds no workspace, person, or tag of the pilot in another tenant or cloud, and says each by name', () => {
      const tagged: Pilot = { ...protectedPilot, policy: { ...POLICY, tags: [{ name: 'cost', value: 'contoso-77' }] } }
      for (const to of [target('fab', ELSEWHERE), target('x', {}, { cloud: 'china' }), target('fab', ELSEWHERE, { hasChosen: true })]) {
        const { proposal, notes } = one(tagged, to, 'same')
        expect(proposal?.template.protection).toEqual(DEFAULTS)
        expect(JSON.stringify(proposal)).not.toMatch(/log-contoso|ada@|contoso-77|"s1"/)
        expect(notes).toContain('Not carried over: workspace log-contoso, ada@contoso.example, and tag cost')
      }
    })

    it.each<[string, Pilot, Partial<Target>, readonly string[] | undefined, string]>([
      ['it alone', protectedPilot, {}, ['onlyProtection'], 'Keeps its own choices; only protections are proposed'],
      [
        'nothing, as its key is protected',
        protectedPilot,
        { protection: { locks: ['group'] } },
        undefined,
        'Has its own choices, which stay',
      ],
      [
        'it alone, where a wish was taken back',
        protectedPilot,
        { protection: { locks: [] } },
        ['onlyProtection'],
        'Keeps its own choices; only protections are proposed',
      ],
      ['nothing, as the pilot protects nothing', pilot(), {}, undefined, 'Has its own choices, which stay'],
    ])('is proposed to an environment with its own choices: %s', (_, of, more, proposed, note) => {
      const { proposal, values, notes } = one(of, target('x', {}, { hasChosen: true, ...more }), 'same')
      expect(proposal && Object.keys(proposal).filter((key) => key === 'onlyProtection')).toEqual(proposed)
      expect(JSON.stringify(proposal ?? {})).not.toMatch(/"shared"|"administratorObjectId"|"administratorIsGroup"/)
      expect(values).toBeUndefined()
      expect(notes).toEqual([note])
    })
  })

  it('shares nothing before the environment’s place is known', () => {
    const { proposal } = one(pilot(), target('x'), 'same')
    expect(proposal && [sharedBy(proposal, 'Sandbox', ''), sharedBy(proposal, 'Sandbox', 'europe')?.policyName]).toEqual([
      undefined,
      'cmk-contoso-uat',
    ])
  })
})
