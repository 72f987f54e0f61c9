import { describe, expect, it } from 'vitest'
import { openHsmToTrusted } from '#machines/procedure/rights/commands.ts'
import { LOCAL_RIGHTS, LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import type { Permission, Vault } from '#machines/procedure/services/services.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { hsmChecks } from '#machines/procedure/steps/policy/hsm-checks.ts'
import { planPolicy } from '#machines/procedure/steps/policy/plan.ts'
import {
  absent,
  assignment,
  encrypted,
  HSM_ID,
  hsm,
  IDENTITY,
  key,
  ok,
  policy,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRows } from '#test/machines/rows.ts'

const choices = policyChoices({ vaultName: 'hsm-contoso', keyStore: 'managed-hsm' })
const localRole = assignment({ roleId: LOCAL_ROLES['crypto-service-encryption-user'], scope: '/keys' })

const may = (...dataActions: readonly string[]): Permission => ({ actions: [], notActions: [], dataActions, notDataActions: [] })
const everything = { actions: ['*'], notActions: [], dataActions: ['*'], notDataActions: [] }
const permissions = { subscription: ok([everything]), resourceGroup: ok([everything]), vault: ok([everything]), policy: ok([everything]) }

/** A Managed HSM fit for the key, with everything in place. */
const facts = (over: Partial<PolicyFacts> = {}): PolicyFacts => ({
  ...without(policyFacts(), 'keyAccess'),
  choices,
  vault: ok(hsm()),
  key: ok(key({ type: 'RSA-HSM' })),
  policy: ok(policy({ vaultId: HSM_ID })),
  keyAccess: ok([localRole]),
  localPermissions: ok([may(LOCAL_RIGHTS.readKeys, LOCAL_RIGHTS.createKeys, LOCAL_RIGHTS.giveRoles)]),
  permissions,
  ...over,
})
const EXCEPTION = { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: 0, virtualNetworkRules: 0 }
const of = (over: Partial<Vault>): PolicyFacts => facts({ vault: ok(hsm(over)) })

const rows: Rows<PolicyFacts> = {
  'hsm-activated': [
    row.pass('its security domain was downloaded', facts(), { seen: 'Active' }),
    row.fail('no one has activated it', of({ managedHsm: { activation: 'NotActivated' } }), { title: 'isn’t activated' }),
    row.fail('activating it failed', of({ managedHsm: { activation: 'Failed' } })),
    row.unknown('Azure doesn’t say', of({ managedHsm: {} }), { attestable: true }),
    row.unknown('Azure says that it is unknown', of({ managedHsm: { activation: 'Unknown' } }), { seen: 'Unknown' }),
    row.unknown('Azure says it in a new word', of({ managedHsm: { activation: 'Migrating' } }), { seen: 'Migrating' }),
    row.fail('no one has activated it, in another case', of({ managedHsm: { activation: 'notactivated' } })),
    row.fail('it isn’t there', facts({ vault: absent }), { title: 'There’s no Managed HSM' }),
    row.nothing('it can’t be read', facts({ vault: refused(REFUSALS.forbidden) })),
    row.nothing('the key is in a vault', policyFacts()),
  ],
  'hsm-allowed': [
    row.unknown('no environment is on the key yet: the documents disagree', facts(), {
      seen: ['finance and operations article', 'Power Platform article'],
      attestable: true,
    }),
    row.pass('the environment is on the key', facts({ environment: ok(encrypted()) })),
    row.nothing('the key is in a vault', policyFacts()),
  ],
}

describe('the checks of a Managed HSM', () => walkRows(hsmChecks, rows))

const finding = (check: string, of: PolicyFacts) => findingOf(policyStepChecks, check, of)

describe('the checks of a vault, for a Managed HSM', () => {
  it.each([
    ['vault-readable', facts(), 'The Managed HSM hsm-contoso is readable'],
    ['vault-readable', facts({ vault: refused(REFUSALS.forbidden) }), 'Couldn’t read the Managed HSM hsm-contoso'],
    ['vault-in-geography', facts(), 'The Managed HSM hsm-contoso is in United States'],
    ['vault-in-geography', of({ location: 'westeurope' }), 'The Managed HSM hsm-contoso is outside United States'],
    ['vault-reachable', facts(), 'Microsoft’s services can reach the Managed HSM hsm-contoso'],
    [
      'vault-reachable',
      of({ publicNetworkAccess: 'Disabled', networkRules: { ...EXCEPTION, bypass: 'None' } }),
      'The network settings of the Managed HSM hsm-contoso block Microsoft’s services',
    ],
  ] as const)('%s name it as what it is: %#', (check, given, title) => {
    expect(finding(check, given)?.title).toBe(title)
  })

  it('turn on nothing: purge protection is for its administrators', () => {
    const found = finding('purge-protection', of({ purgeProtection: false }))
    expect(found).toMatchObject({
      status: 'fail',
      byHand: [`az rest --method patch --url '${HSM_ID}?api-version=2026-02-01' --body '{"properties":{"enablePurgeProtection":true}}'`],
    })
    expect(found).not.toHaveProperty('putRightBy')
    expect(found).not.toHaveProperty('offer')
  })

  it('look for a name in no cloud and compare no permission models', () => {
    expect(finding('vault-name-free', facts({ vault: absent }))).toBeUndefined()
    expect(finding('permission-model-kept', facts())).toBeUndefined()
  })

  it('say nothing of private endpoints, which aren’t read there', () => {
    expect(finding('private-endpoint-approved', of({ publicNetworkAccess: 'Disabled' }))).toBeUndefined()
  })

  it('give the HSM’s own command where its network shuts Microsoft out', () => {
    expect(finding('vault-reachable', of({ publicNetworkAccess: 'Disabled' }))?.byHand).toEqual([openHsmToTrusted(HSM_ID)])
  })

  it('take an RSA-HSM key of 3072 bits', () => {
    expect(finding('key-kind', facts())).toMatchObject({ status: 'pass' })
  })

  it('ask for a local role where the key is kept from the account', () => {
    const kept = facts({ key: refused(REFUSALS.forbidden) })
    expect(finding('key-readable', kept)?.remedy).toContain('Managed HSM Crypto User')
  })
})

describe('the access of the policy’s identity to a Managed HSM', () => {
  it('is a local role', () => {
    expect(finding('key-access', facts())).toMatchObject({ status: 'pass', seen: expect.stringContaining('/keys') })
  })

  it('is given by the plan where it is missing', () => {
    const missing = facts({ keyAccess: ok([]) })
    expect(finding('key-access', missing)).toMatchObject({ status: 'fail', putRightBy: ['grant-key-access'] })
    expect(finding('key-access', missing)?.byHand[0]).toContain(IDENTITY)
    expect(planPolicy(missing, { policy: choices })).toMatchObject([{ kind: 'grant-key-access', keyStore: 'managed-hsm' }])
  })

  it('may come through a group where the environment runs on the key: a person confirms, and nothing is planned', () => {
    const running = facts({ keyAccess: ok([]), environment: ok(encrypted()) })
    expect(finding('key-access', running)).toMatchObject({
      status: 'unknown',
      attestable: true,
      seen: expect.stringContaining('through a group aren’t visible'),
      remedy: expect.stringContaining('then confirm'),
      byHand: [expect.stringContaining(IDENTITY)],
    })
    expect(finding('key-within-reach', running)).toMatchObject({ status: 'warning', seen: expect.stringContaining('through a group') })
    expect(planPolicy(running, { policy: choices })).toEqual([])
  })

  it('is missing where the environment is off, and the plan gives it', () => {
    const off = facts({ keyAccess: ok([]), environment: ok(encrypted({ runtimeState: 'Disabled' })) })
    expect(finding('key-access', off)).toMatchObject({ status: 'fail', seen: expect.stringContaining('through a group') })
    expect(finding('key-within-reach', off)).toMatchObject({ status: 'fail', putRightBy: ['grant-key-access'] })
    expect(planPolicy(off, { policy: choices })).toMatchObject([{ kind: 'grant-key-access' }])
  })

  it('isn’t judged where its roles weren’t read', () => {
    expect(finding('key-access', without(facts(), 'keyAccess'))).toBeUndefined()
  })
})

describe('the account’s own local roles', () => {
  const noKey = facts({ key: absent })

  it('let it create the key', () => {
    expect(finding('may-use-keys', noKey)).toMatchObject({ status: 'pass', seen: expect.stringContaining(LOCAL_RIGHTS.createKeys) })
  })

  it.each([
    ['none gives the right', ok([may(LOCAL_RIGHTS.readKeys)])],
    ['they can’t be listed', refused(REFUSALS.forbidden)],
  ])('leave it open where %s: a group may give it', (_, localPermissions) => {
    expect(finding('may-use-keys', { ...noKey, localPermissions })).toMatchObject({
      status: 'warning',
      remedy: expect.stringContaining('Managed HSM Crypto User'),
      byHand: [expect.stringContaining('Local RBAC'), expect.stringContaining('az keyvault role assignment create --hsm-name')],
    })
  })

  it('let it give the policy’s identity a role', () => {
    const missing = facts({ keyAccess: ok([]) })
    expect(finding('may-give-key-access', missing)).toMatchObject({ status: 'pass' })
    expect(finding('may-give-key-access', { ...missing, localPermissions: ok([]) })).toMatchObject({ status: 'warning' })
  })

  it('are among what one person could lock the environment with', () => {
    const seen = (local: readonly Permission[]) =>
      finding(
        'duties-separated',
        facts({ directoryRoles: [], localPermissions: ok(local), permissions: { ...permissions, vault: ok([]) } }),
      )?.seen
    expect(seen([may(LOCAL_RIGHTS.changeKeys)])).toContain('disable keys')
    expect(seen([])).not.toContain('disable keys')
  })
})

describe('the words for a Managed HSM', () => {
  const inUse = { environment: ok(encrypted()), directoryRoles: [] }
  it.each([
    ['everything is in place', facts({ ...inUse, readers: ok([]) })],
    ['nothing is known of the account', facts({ permissions: { ...permissions, vault: ok([]) }, directoryRoles: [] })],
    ['its network shuts Microsoft out', of({ publicNetworkAccess: 'Disabled', networkRules: { ...EXCEPTION, bypass: 'None' } })],
    ['its network has the exception', of({ publicNetworkAccess: 'Disabled', networkRules: EXCEPTION })],
    ['its network isn’t understood', of({ publicNetworkAccess: 'Sometimes' })],
    ['it is elsewhere', of({ location: 'westeurope' })],
    ['it keeps deleted keys for a week', of({ softDeleteRetentionDays: 7 })],
    ['it has no purge protection', of({ purgeProtection: false })],
    ['it can’t be read', facts({ vault: refused(REFUSALS.forbidden) })],
    ['the identity has no role', facts({ ...inUse, keyAccess: ok([]) })],
  ])('call it no key vault where %s', (_, given) => {
    const shown = policyStepChecks.flatMap(({ key: check }) => {
      const found = finding(check, given)
      if (!found) return []
      // The remedy is shown unless the check passes.
      const toDo = found.status === 'pass' ? [] : [found.remedy, ...found.byHand]
      return [found.title, found.seen, found.why, ...toDo].map((text) => `${check}: ${text}`)
    })
    // A person’s title is the same wherever the key is, and what is known of a recovered vault isn’t known of an HSM.
    const apart = ['key vault admin', 'A recovered vault', '.vault.azure.net']
    const bare = (text: string) => apart.reduce((rest, each) => rest.replaceAll(each, ''), text.slice(text.indexOf(': ')))
    expect(shown.filter((text) => /\bvaults?\b/.test(bare(text)))).toEqual([])
  })
})

describe('the plan for a Managed HSM', () => {
  it('creates the key, the policy that names the HSM, and the access, and never the HSM', () => {
    const before = facts({ key: absent, policy: absent, policies: ok([]), readers: ok([]) })
    const plan = planPolicy(without(before, 'keyAccess'), { policy: choices, turnOnPurgeProtection: true })
    expect(plan).toMatchObject([
      { kind: 'create-key', vaultName: 'hsm-contoso', keyStore: 'managed-hsm' },
      { kind: 'create-policy', policy: { vaultId: HSM_ID } },
      { kind: 'grant-key-access', keyStore: 'managed-hsm' },
      { kind: 'grant-reader' },
    ])
  })

  it('is without the HSM and its key where there is none', () => {
    const kinds = planPolicy(facts({ vault: absent, policy: absent }), { policy: choices }).map(({ kind }) => kind)
    expect(kinds).not.toContain('create-vault')
    expect(kinds).not.toContain('create-key')
  })
})
