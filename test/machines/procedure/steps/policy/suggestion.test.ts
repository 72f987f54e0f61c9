import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proposal } from '#machines/procedure/pilot/proposal.ts'
import { brokenRules } from '#machines/procedure/steps/policy/names.ts'
import { newNames, suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { BUILT_IN, type Template } from '#machines/procedure/templates/template.ts'
import {
  ADMINISTRATOR,
  absent,
  encrypted,
  environment,
  OTHER_POLICY_ID,
  ok,
  POLICY_ID,
  policy,
  policyFacts,
  REFUSALS,
  refused,
  SUBSCRIPTION,
  subscription,
  untouchedPolicyFacts,
  VAULT_ID,
  without,
} from '#test/machines/facts.ts'

const OTHER_SUBSCRIPTION = '11111111-2222-4333-8444-555555555555'
const listed = (id: string) => ({ id, name: id.split('/').at(-1) ?? '', location: 'eastus' })

describe('what the form of step 3 suggests', () => {
  it('is new names made from the environment’s own where there is nothing yet', () => {
    expect(suggestPolicy(untouchedPolicyFacts(), undefined)).toEqual({
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'rg-contoso-prod-cmk',
      region: 'eastus',
      vaultName: 'kv-contoso-prod-cmk',
      vaultResourceGroup: 'rg-contoso-prod-cmk',
      keyName: 'cmk-contoso-prod',
      keySize: 3072,
      policyName: 'cmk-contoso-prod',
      administratorObjectId: ADMINISTRATOR,
    })
  })

  it('names no one for Reader where the account belongs to another tenant', () => {
    const homeTenantId = OTHER_SUBSCRIPTION
    expect(suggestPolicy(untouchedPolicyFacts({ homeTenantId }), undefined).administratorObjectId).toBe('')
  })

  it('is the only policy of the subscription, with its own vault and key', () => {
    const vaultId = VAULT_ID.replace('rg-contoso-cmk', 'rg-keys').replace('kv-contoso-cmk', 'kv-central')
    const facts = policyFacts({ policies: ok([policy({ vaultId, keyName: 'central' }), policy({ id: 'x', name: 'x', kind: 'Identity' })]) })
    expect(suggestPolicy(facts, undefined)).toMatchObject({
      policyName: 'cmk-contoso',
      resourceGroup: 'rg-contoso-cmk',
      vaultName: 'kv-central',
      vaultResourceGroup: 'rg-keys',
      keyName: 'central',
    })
  })

  it('is the only policy that fits the environment’s geography, among others that do not', () => {
    const elsewhere = policy({ id: OTHER_POLICY_ID, name: 'cmk-fabrikam', location: 'europe' })
    expect(suggestPolicy(policyFacts({ policies: ok([elsewhere, policy()]) }), undefined).policyName).toBe('cmk-contoso')
  })

  it.each([
    ['the only policy is in another geography', [policy({ name: 'cmk-contoso-prod', location: 'europe' })]],
    ['several fit', [policy({ name: 'cmk-contoso-prod' }), policy({ id: OTHER_POLICY_ID, name: 'cmk-fabrikam' })]],
  ])('is a new policy, under a name that is free, where %s', (_, policies) => {
    const { policyName, keyName } = suggestPolicy(policyFacts({ policies: ok(policies) }), undefined)
    expect([policyName, keyName]).toEqual(['cmk-contoso-prod-2', 'cmk-contoso-prod'])
  })

  it('is a policy in the known geography, where the environment may not be read', () => {
    const told = { environment: refused(REFUSALS.forbidden), toldLocation: { location: 'europe', by: 'grace' } }
    expect(suggestPolicy(policyFacts(told), undefined).policyName).not.toBe('cmk-contoso')
  })

  it('is no vault of another geography, nor the name of one', () => {
    const elsewhere = { id: VAULT_ID.replace('kv-contoso-cmk', 'kv-contoso-prod-cmk'), name: 'kv-contoso-prod-cmk', location: 'westeurope' }
    expect(suggestPolicy(untouchedPolicyFacts({ vaults: ok([elsewhere]) }), undefined).vaultName).toBe('kv-contoso-prod-cmk-2')
    const here = listed(VAULT_ID)
    expect(suggestPolicy(untouchedPolicyFacts({ vaults: ok([elsewhere, here]) }), undefined).vaultName).toBe('kv-contoso-cmk')
  })

  it('never gives a new vault a name longer than the service takes', () => {
    const named = environment({ dataverse: { domainName: 'a-very-long-name-indeed' } })
    const taken = listed(VAULT_ID.replace('kv-contoso-cmk', 'kv-a-very-long-name-cmk'))
    const { vaultName } = newNames(untouchedPolicyFacts({ environment: ok(named), vaults: ok([taken]) }))
    expect(vaultName).toBe('kv-a-very-long-name-cm-2')
  })

  it('is the only vault, and a new policy beside it', () => {
    const facts = untouchedPolicyFacts({ vaults: ok([listed(VAULT_ID)]) })
    expect(suggestPolicy(facts, undefined)).toMatchObject({
      vaultName: 'kv-contoso-cmk',
      resourceGroup: 'rg-contoso-cmk',
      policyName: 'cmk-contoso-prod',
    })
  })

  it('is the policy the environment is in, distinguished from one of the same name elsewhere by its whole ID', () => {
    const elsewhere = policy({ id: POLICY_ID.replace('rg-contoso-cmk', 'rg-other'), keyName: 'wrong' })
    const facts = policyFacts({ environment: ok(encrypted()), policies: ok([elsewhere, policy({ id: POLICY_ID.toUpperCase() })]) })
    expect(suggestPolicy(facts, undefined)).toMatchObject({
      policyName: 'cmk-contoso',
      resourceGroup: 'rg-contoso-cmk',
      keyName: 'cmk-contoso',
    })
  })

  it('is the policy the environment is in, though the account may not list it', () => {
    const facts = policyFacts({ environment: ok(encrypted()), policies: refused(REFUSALS.forbidden), subscriptions: ok([]) })
    expect(suggestPolicy(facts, undefined)).toMatchObject({
      subscriptionId: SUBSCRIPTION,
      policyName: 'cmk-contoso',
      resourceGroup: 'rg-contoso-cmk',
    })
  })

  it.each([
    ['may not be listed', refused(REFUSALS.forbidden)],
    ['is not there any more', ok([])],
  ])('names no vault and no key where the policy of the environment %s: they are unknown', (_, policies) => {
    const facts = policyFacts({ environment: ok(encrypted()), policies, vaults: ok([listed(VAULT_ID)]) })
    expect(suggestPolicy(facts, undefined)).toMatchObject({ policyName: 'cmk-contoso', vaultName: '', vaultResourceGroup: '', keyName: '' })
  })

  it('is nothing of the environment’s policy in a subscription where that policy is not', () => {
    const facts = untouchedPolicyFacts({ environment: ok(encrypted()) })
    expect(suggestPolicy(facts, OTHER_SUBSCRIPTION)).toMatchObject({
      subscriptionId: OTHER_SUBSCRIPTION,
      resourceGroup: 'rg-contoso-prod-cmk',
      policyName: 'cmk-contoso-prod',
    })
  })

  it('leaves the subscription open where several can be used, and takes the one that is looked into', () => {
    const several = ok([subscription(), subscription({ id: OTHER_SUBSCRIPTION })])
    expect(suggestPolicy(untouchedPolicyFacts({ subscriptions: several }), undefined).subscriptionId).toBe('')
    expect(suggestPolicy(untouchedPolicyFacts({ subscriptions: several }), OTHER_SUBSCRIPTION).subscriptionId).toBe(OTHER_SUBSCRIPTION)
    const oneUsable = ok([subscription(), subscription({ id: OTHER_SUBSCRIPTION, state: 'Disabled' })])
    expect(suggestPolicy(untouchedPolicyFacts({ subscriptions: oneUsable }), undefined).subscriptionId).toBe(SUBSCRIPTION)
  })

  it('takes the first region of the geography where the environment names none', () => {
    const facts = untouchedPolicyFacts({ environment: ok(without(environment({ location: 'unitedkingdom' }), 'azureRegion')) })
    expect(suggestPolicy(facts, undefined).region).toBe('uksouth')
  })

  it('leaves the region open where the geography is unknown', () => {
    const facts = untouchedPolicyFacts({ environment: ok(without(environment({ location: 'atlantis' }), 'azureRegion')) })
    expect(suggestPolicy(facts, undefined).region).toBe('')
  })

  it.each([
    ['Contoso Prod', 'contoso-prod'],
    ['ZÜRICH (neu)', 'z-rich-neu'],
    ['2nd', 'e-2nd'],
    ['a-very-long-name-indeed', 'a-very-long-name'],
    ['fifteen-letters-x', 'fifteen-letters'],
    ['🔑', 'e'],
  ])('makes of %j the word %j', (displayName, word) => {
    const facts = untouchedPolicyFacts({ environment: ok(without(environment({ displayName }), 'dataverse')) })
    expect(suggestPolicy(facts, undefined)).toMatchObject({
      vaultName: `kv-${word}-cmk`,
      keyName: `cmk-${word}`,
      policyName: `cmk-${word}`,
    })
  })

  it.each(['', '🔑🔑', 'x'.repeat(500), '-', '123', '---a---', 'Zürich Prod (neu)', '生产环境', 'A', 'ﬁnance', '\u0000', '\ud800'])(
    'keeps every service’s rule for an environment named %j',
    (name) => {
      const named = environment({ displayName: name, dataverse: { friendlyName: name, domainName: name } })
      expect(brokenRules(suggestPolicy(untouchedPolicyFacts({ environment: ok(named) }), undefined))).toEqual({})
      const unlinked = without(environment({ displayName: name }), 'dataverse')
      expect(brokenRules(suggestPolicy(untouchedPolicyFacts({ environment: ok(unlinked) }), undefined))).toEqual({})
    },
  )

  it('keeps every service’s rule for any environment name at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.string({ unit: fc.constantFrom('a', '-', '1', ' ', 'é') })),
        (name) => {
          const facts = untouchedPolicyFacts({ environment: ok(environment({ displayName: name, dataverse: { domainName: name } })) })
          expect(brokenRules(suggestPolicy(facts, undefined))).toEqual({})
        },
      ),
    )
  })

  it('has names even for an environment that could not be read', () => {
    const { region, subscriptionId, ...names } = suggestPolicy(untouchedPolicyFacts({ environment: absent }), undefined)
    expect(brokenRules({ ...names, region: region || 'eastus', subscriptionId })).toEqual({})
  })
})

describe('a template', () => {
  const template: Template = {
    name: 'Standard',
    keySize: 2048,
    values: [{ tenantId: untouchedPolicyFacts().tenantId, variable: 'org', value: 'ctso' }],
    names: {
      resourceGroup: 'rg-{org}-keys',
      vaultName: 'kv-{org}-{environment:10}',
      keyName: 'key-{environment}',
      policyName: 'pol-{org}',
    },
    regions: [{ geography: 'unitedstates', region: 'westus3' }],
  }

  it('gives the names, the key size and the region of what is to be created', () => {
    expect(suggestPolicy(untouchedPolicyFacts({ template }), undefined)).toMatchObject({
      resourceGroup: 'rg-ctso-keys',
      vaultName: 'kv-ctso-contoso-pr',
      keyName: 'key-contoso-prod',
      policyName: 'pol-ctso',
      keySize: 2048,
      region: 'westus3',
    })
  })

  it('gives a name that is taken another number, and says nothing of what exists', () => {
    const taken = [listed('kv-ctso-contoso-pr')]
    expect(newNames(untouchedPolicyFacts({ template, vaults: ok(taken) })).vaultName).toBe('kv-ctso-contoso-pr-2')
    expect(suggestPolicy(policyFacts({ template }), undefined)).toMatchObject({ vaultName: 'kv-contoso-cmk', policyName: 'cmk-contoso' })
  })

  it('leaves the built-in name where a variable has no value for this customer', () => {
    const elsewhere = { ...template, values: [{ tenantId: 'another', variable: 'org', value: 'x' }] }
    expect(newNames(untouchedPolicyFacts({ template: elsewhere })).policyName).toBe('cmk-contoso-prod')
  })
})

describe('what a pilot proposes', () => {
  const HERE = { ...BUILT_IN, name: 'contoso-uat', names: { ...BUILT_IN.names, vaultName: 'kv-{environment}-01' }, keySize: 2048 as const }
  const shared = { policy: { ...suggestPolicy(untouchedPolicyFacts(), undefined), policyName: 'cmk-of-all' }, geography: 'unitedstates' }
  const proposal: Proposal = { from: 'contoso-uat', at: 0, template: HERE, subscriptionId: SUBSCRIPTION, administratorObjectId: 'ben' }

  it('is new names, beside a policy and a vault that are there', () => {
    expect(suggestPolicy(policyFacts({ proposal, environment: ok(without(environment(), 'encryptionPolicy')) }), undefined)).toMatchObject({
      vaultName: 'kv-contoso-prod-01',
      policyName: 'cmk-contoso-prod',
      keySize: 2048,
      administratorObjectId: 'ben',
    })
  })

  it('is who gets Reader together with that it is a group, and never a group for the account itself', () => {
    const ofGroup: Proposal = { ...proposal, administratorIsGroup: true }
    const { administratorObjectId: _, ...nameless } = ofGroup
    const suggested = (of: Proposal) => suggestPolicy(untouchedPolicyFacts({ proposal: of }), undefined)
    expect(suggested(ofGroup)).toMatchObject({ administratorObjectId: 'ben', administratorIsGroup: true })
    expect(suggested(proposal)).not.toHaveProperty('administratorIsGroup')
    expect(suggested(nameless)).not.toHaveProperty('administratorIsGroup')
  })

  it('that is about protections alone proposes no names', () => {
    const only: Proposal = { ...proposal, onlyProtection: true }
    expect(suggestPolicy(untouchedPolicyFacts({ proposal: only }), undefined)).toEqual(suggestPolicy(untouchedPolicyFacts(), undefined))
  })

  it.each<[string, Proposal, Parameters<typeof untouchedPolicyFacts>[0], string | undefined, string]>([
    ['its own policy where that can hold the environment', { ...proposal, shared }, {}, undefined, 'cmk-of-all'],
    [
      'its own names for a type that no policy takes',
      { ...proposal, shared },
      { environment: ok(environment({ sku: 'Trial' })) },
      undefined,
      'cmk-contoso-prod',
    ],
    ['its own names in another region', { ...proposal, shared: { ...shared, geography: 'europe' } }, {}, undefined, 'cmk-contoso-prod'],
    ['its own names in a subscription that is looked into', { ...proposal, shared }, {}, OTHER_SUBSCRIPTION, 'cmk-contoso-prod'],
  ])('is %s', (_, of, more, browsed, policyName) => {
    expect(suggestPolicy(untouchedPolicyFacts({ ...more, proposal: of }), browsed).policyName).toBe(policyName)
  })

  it('is nothing where the environment is in a policy already', () => {
    const facts = policyFacts({ proposal: { ...proposal, shared }, environment: ok(encrypted()) })
    expect(suggestPolicy(facts, undefined)).toEqual(suggestPolicy(policyFacts({ environment: ok(encrypted()) }), undefined))
  })
})
