import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '#machines/engine/step/finding.ts'
import { isPlanned } from '#machines/engine/step/proof.ts'
import { isAbsent } from '#machines/engine/step/refusals.ts'
import type { Action, ActionKind } from '#machines/procedure/action.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import { isInUse, type PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { planPolicy } from '#machines/procedure/steps/policy/plan.ts'
import { anyPolicyFacts } from '#test/machines/arbitrary.ts'
import {
  ADMINISTRATOR,
  absent,
  assignment,
  encrypted,
  environment,
  NOW,
  ok,
  policy,
  policyChoices,
  policyFacts,
  provider,
  REFUSALS,
  readerAssignment,
  refused,
  SUBSCRIPTION,
  TENANT,
  untouchedPolicyFacts,
  VAULT_ID,
  vault,
  without,
} from '#test/machines/facts.ts'

const choices = { policy: policyChoices() }
const kinds = (facts: PolicyFacts, turnOnPurgeProtection = false): readonly ActionKind[] =>
  planPolicy(facts, { ...choices, turnOnPurgeProtection }).map((action) => action.kind)

const EVERYTHING: readonly ActionKind[] = [
  'register-provider',
  'create-resource-group',
  'create-vault',
  'create-key',
  'create-policy',
  'grant-key-access',
  'grant-reader',
]

describe('the plan of step 3', () => {
  it('goes from nothing to everything, each thing after what it hangs on', () => {
    expect(planPolicy(untouchedPolicyFacts(), choices)).toEqual([
      { kind: 'register-provider', subscriptionId: SUBSCRIPTION },
      { kind: 'create-resource-group', subscriptionId: SUBSCRIPTION, name: 'rg-contoso-cmk', location: 'eastus' },
      {
        kind: 'create-vault',
        vault: {
          subscriptionId: SUBSCRIPTION,
          resourceGroup: 'rg-contoso-cmk',
          name: 'kv-contoso-cmk',
          location: 'eastus',
          tenantId: TENANT,
        },
      },
      {
        kind: 'create-key',
        subscriptionId: SUBSCRIPTION,
        vaultResourceGroup: 'rg-contoso-cmk',
        vaultName: 'kv-contoso-cmk',
        name: 'cmk-contoso',
        size: 3072,
      },
      {
        kind: 'create-policy',
        policy: {
          subscriptionId: SUBSCRIPTION,
          resourceGroup: 'rg-contoso-cmk',
          name: 'cmk-contoso',
          location: 'unitedstates',
          vaultId: VAULT_ID,
          keyName: 'cmk-contoso',
        },
      },
      {
        kind: 'grant-key-access',
        subscriptionId: SUBSCRIPTION,
        vaultResourceGroup: 'rg-contoso-cmk',
        vaultName: 'kv-contoso-cmk',
        policyResourceGroup: 'rg-contoso-cmk',
        policyName: 'cmk-contoso',
      },
      {
        kind: 'grant-reader',
        subscriptionId: SUBSCRIPTION,
        policyResourceGroup: 'rg-contoso-cmk',
        policyName: 'cmk-contoso',
        principalId: ADMINISTRATOR,
      },
    ])
  })

  it('is empty when everything is there, and when the environment is encrypted already', () => {
    expect(kinds(policyFacts())).toEqual([])
    expect(kinds(policyFacts({ environment: ok(encrypted()) }))).toEqual([])
  })

  it('is empty until a choice is made', () => expect(planPolicy(untouchedPolicyFacts(), {})).toEqual([]))

  const existing: readonly [string, Partial<PolicyFacts>, ActionKind][] = [
    ['the registration', { provider: ok(provider()) }, 'register-provider'],
    ['the resource group', { resourceGroup: ok({ name: 'rg-contoso-cmk', location: 'westus' }) }, 'create-resource-group'],
    ['the vault, still without the key', { vault: ok(vault()), key: absent }, 'create-vault'],
    ['an inherited role that reads', { readers: ok([readerAssignment({ scope: `/subscriptions/${SUBSCRIPTION}` })]) }, 'grant-reader'],
  ]
  it.each(existing)('leaves out %s that exists alone', (_, over, kind) => {
    expect(kinds(untouchedPolicyFacts(over))).toEqual(EVERYTHING.filter((each) => each !== kind))
  })

  it('plans nothing of what is there, and the rest', () => {
    expect(kinds(policyFacts({ key: absent }))).toEqual(['create-key'])
    expect(kinds(policyFacts({ keyAccess: ok([]) }))).toEqual(['grant-key-access'])
    expect(kinds(policyFacts({ readers: ok([]) }))).toEqual(['grant-reader'])
    expect(kinds(without(policyFacts({ policy: absent, readers: ok([]) }), 'keyAccess'))).toEqual([
      'create-policy',
      'grant-key-access',
      'grant-reader',
    ])
    expect(kinds(without(policyFacts({ policy: absent }), 'keyAccess', 'readers'))).toEqual([
      'create-policy',
      'grant-key-access',
      'grant-reader',
    ])
  })

  describe('where the subscription isn’t registered for key vaults', () => {
    const vaultProvider = ok(provider({ namespace: 'Microsoft.KeyVault', registrationState: 'NotRegistered' }))
    const registersKeyVault = { kind: 'register-provider', subscriptionId: SUBSCRIPTION, namespace: 'Microsoft.KeyVault' }

    it('registers it before the vault, beside the other provider', () => {
      const plan = planPolicy(untouchedPolicyFacts({ vaultProvider }), choices)
      expect(plan.slice(0, 2)).toEqual([{ kind: 'register-provider', subscriptionId: SUBSCRIPTION }, registersKeyVault])
      expect(plan.map(({ kind }) => kind).slice(1)).toEqual(EVERYTHING)
      expect(planPolicy(untouchedPolicyFacts({ vaultProvider, provider: ok(provider()) }), choices)[0]).toEqual(registersKeyVault)
    })

    it('registers nothing that is registered, that could not be read, is in an unknown state, or that no vault is created for', () => {
      for (const answer of [ok(provider()), refused(REFUSALS.forbidden), ok(provider({ registrationState: 'SomethingNew' }))])
        expect(kinds(untouchedPolicyFacts({ vaultProvider: answer }))).toEqual(EVERYTHING)
      expect(kinds(policyFacts({ vaultProvider, policy: absent, readers: ok([]) }))).not.toContain('register-provider')
      expect(kinds(untouchedPolicyFacts({ vaultProvider, environment: ok(encrypted()) }))).not.toContain('create-vault')
      const imported = { policy: policyChoices({ keyIsImported: true }) }
      expect(planPolicy(untouchedPolicyFacts({ vaultProvider, provider: ok(provider()) }), imported).map(({ kind }) => kind)).toEqual([
        'create-resource-group',
      ])
    })
  })

  it('turns on purge protection only when asked, only on a vault that lacks it, and before anything uses the vault', () => {
    const off = ok(vault({ purgeProtection: false }))
    expect(kinds(policyFacts({ vault: off }))).toEqual([])
    expect(kinds(policyFacts({ vault: off }), true)).toEqual(['turn-on-purge-protection'])
    expect(kinds(policyFacts(), true)).toEqual([])
    expect(kinds(untouchedPolicyFacts(), true)).toEqual(EVERYTHING)
    expect(kinds(policyFacts({ vault: off, key: absent }), true)).toEqual(['turn-on-purge-protection', 'create-key'])
  })

  it('says how long deleted things stay when it turns on purge protection, where the vault says so', () => {
    const [asked] = planPolicy(policyFacts({ vault: ok(vault({ purgeProtection: false, softDeleteRetentionDays: 7 })) }), {
      ...choices,
      turnOnPurgeProtection: true,
    })
    expect(asked).toMatchObject({ kind: 'turn-on-purge-protection', retentionDays: 7 })
  })

  it('gives access by the vault’s own permission model', () => {
    const byPolicies = ok(vault({ roleBasedAccess: false }))
    const [grant] = planPolicy(without(policyFacts({ vault: byPolicies }), 'keyAccess'), choices)
    expect(grant).toMatchObject({ kind: 'grant-key-access', byAccessPolicy: true })
    const [role] = planPolicy(policyFacts({ keyAccess: ok([]) }), choices)
    expect(role).not.toHaveProperty('byAccessPolicy')
  })

  it('counts a role that reads with its ID in any case', () => {
    expect(kinds(policyFacts({ readers: ok([readerAssignment({ roleId: AZURE_ROLES.reader.toUpperCase() })]) }))).toEqual([])
  })

  it('gives the crypto role though the identity has others, and none again for the moment a role was given', () => {
    expect(kinds(policyFacts({ keyAccess: ok([assignment({ roleId: AZURE_ROLES.reader })]) }))).toEqual(['grant-key-access'])
    expect(kinds(policyFacts({ keyAccess: ok([assignment({ createdAt: new Date(NOW).toISOString() })]) }))).toEqual([])
  })

  it('uses an existing vault by the id the service gave, wherever the vault lives', () => {
    const id = VAULT_ID.replace('rg-contoso-cmk', 'RG-Keys')
    const plan = planPolicy(without(policyFacts({ vault: ok(vault({ id })), policy: absent }), 'keyAccess'), choices)
    expect(plan[0]).toMatchObject({ kind: 'create-policy', policy: { vaultId: id } })
  })

  it.each([
    ['southamerica', ['southamerica'], 'southamerica'],
    ['southamerica', ['brazil', 'southamerica'], 'brazil'],
    ['unitedkingdom', ['uk'], 'uk'],
    ['unitedkingdom', ['unitedkingdom'], 'unitedkingdom'],
    ['unitedarabemirates', [], 'uae'],
  ])('creates the policy of an environment in %s where %j is offered in %s', (location, policyLocations, word) => {
    const facts = untouchedPolicyFacts({ environment: ok(environment({ location })), provider: ok(provider({ policyLocations })) })
    expect(planPolicy(facts, choices)).toContainEqual(expect.objectContaining({ policy: expect.objectContaining({ location: word }) }))
  })

  it('creates nothing that it could not see to be absent', () => {
    const unseen = refused(REFUSALS.unavailable)
    expect(
      kinds({
        ...without(policyFacts(), 'keyAccess', 'readers', 'key'),
        provider: unseen,
        resourceGroup: unseen,
        vault: unseen,
        policy: unseen,
      }),
    ).toEqual([])
    expect(kinds(policyFacts({ key: unseen, keyAccess: unseen, readers: unseen }))).toEqual([])
  })

  it('plans no policy for an environment that could not be read', () => {
    expect(kinds(untouchedPolicyFacts({ environment: refused(REFUSALS.forbidden) }))).toEqual(EVERYTHING.slice(0, 4))
  })

  it('gives nothing to a policy of another kind', () => {
    expect(kinds(policyFacts({ policy: ok(policy({ kind: 'Identity' })), keyAccess: ok([]), readers: ok([]) }))).toEqual([])
  })
})

const EXISTS: Readonly<Partial<Record<ActionKind, (facts: PolicyFacts) => boolean>>> = {
  'register-provider': ({ provider: answer }) => answer?.ok === true && answer.value.registrationState === 'Registered',
  'create-resource-group': ({ resourceGroup }) => resourceGroup?.ok === true,
  'create-vault': ({ vault: answer }) => answer?.ok === true,
  'turn-on-purge-protection': ({ vault: answer }) => answer?.ok === true && answer.value.purgeProtection,
  'create-key': ({ key: answer }) => answer?.ok === true,
  'create-policy': ({ policy: answer }) => answer?.ok === true,
  'grant-reader': ({ readers }) => readers?.ok === true && readers.value.length > 0,
}

const namespaceIn = (action: Action) => (action.kind === 'register-provider' ? action.namespace : undefined)
const exists = (action: Action, facts: PolicyFacts): boolean =>
  namespaceIn(action) === 'Microsoft.KeyVault'
    ? facts.vaultProvider?.ok === true && facts.vaultProvider.value.registrationState === 'Registered'
    : (EXISTS[action.kind]?.(facts) ?? false)

const AFTER: readonly (readonly [ActionKind, ActionKind])[] = [
  ['register-provider', 'create-policy'],
  ['register-provider', 'create-vault'],
  ['create-resource-group', 'create-vault'],
  ['create-resource-group', 'create-policy'],
  ['create-vault', 'create-key'],
  ['turn-on-purge-protection', 'create-key'],
  ['create-key', 'create-policy'],
  ['create-policy', 'grant-key-access'],
  ['create-policy', 'grant-reader'],
]

describe('for any combination of what is there, the plan of step 3', () => {
  it('holds no action for a thing that exists, none twice, and each after what it hangs on', () => {
    fc.assert(
      fc.property(anyPolicyFacts, fc.boolean(), (facts, asked) => {
        const actions = planPolicy(facts, { ...choices, turnOnPurgeProtection: asked })
        const plan = actions.map(({ kind }) => kind)
        expect(new Set(actions.map((action) => JSON.stringify([action.kind, namespaceIn(action)]))).size).toBe(plan.length)
        for (const action of actions) expect(exists(action, facts), action.kind).toBe(false)
        for (const [first, then] of AFTER) {
          if (plan.includes(first) && plan.includes(then))
            expect(plan.indexOf(first), `${first} before ${then}`).toBeLessThan(plan.indexOf(then))
        }
        if (!asked) expect(plan).not.toContain('turn-on-purge-protection')
      }),
    )
  })

  it('agrees with the findings: what a finding says an action fixes is in the plan, except what is planned only on request', () => {
    fc.assert(
      fc.property(anyPolicyFacts, (facts) => {
        const plan = planPolicy(facts, { ...choices, turnOnPurgeProtection: true })
        for (const finding of judge(policyStepChecks, facts, NOW)) {
          // A policy's grants are not planned for an environment that could not be read.
          if (finding.putRightBy && facts.environment?.ok) expect(isPlanned(finding, plan), finding.key).toBe(true)
        }
      }),
    )
  })

  it('leaves nothing to find missing: what is absent is either planned or said to block', () => {
    fc.assert(
      fc.property(anyPolicyFacts, (facts) => {
        if (!facts.environment?.ok) return
        const plan = kinds(facts)
        // People recover a key in use; it blocks until then.
        if (isInUse(facts) && [facts.vault, facts.key, facts.policy].some((answer) => isAbsent<unknown>(answer))) {
          expect(plan.filter((kind) => ['create-vault', 'create-key', 'create-policy'].includes(kind))).toEqual([])
          expect(judge(policyStepChecks, facts, NOW)).toContainEqual(expect.objectContaining({ key: 'key-within-reach', status: 'fail' }))
          return
        }
        if (isAbsent(facts.vault)) expect(plan).toContain('create-vault')
        if (isAbsent(facts.policy)) expect(plan).toContain('create-policy')
        if (isAbsent(facts.key) || isAbsent(facts.vault)) expect(plan).toContain('create-key')
      }),
    )
  })
})
