import { describe, expect, it } from 'vitest'
import { judge } from '#machines/engine/step/finding.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import type { Permission } from '#machines/procedure/services/services.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import type { PolicyFacts, PolicyPermissions } from '#machines/procedure/steps/policy/facts.ts'
import { policyRightsChecks } from '#machines/procedure/steps/policy/rights-checks.ts'
import { english } from '#test/english.ts'
import {
  ADMINISTRATOR,
  absent,
  assignment,
  environment,
  IDENTITY,
  NOW,
  ok,
  POLICY_ID,
  policyChoices,
  policyFacts,
  provider,
  REASONS,
  REFUSALS,
  refused,
  SUBSCRIPTION,
  TENANT,
  untouchedPolicyFacts,
  VAULT_ID,
  vault,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRows } from '#test/machines/rows.ts'
import { ACCESS_ADMINISTRATOR, CONDITION, CONTRIBUTOR, CRYPTO_OFFICER, OWNER, READER } from '../../rights/roles.ts'

/** The same roles everywhere: given on the subscription. */
const everywhere = (...roles: readonly Permission[]): PolicyPermissions => {
  const answer = ok(roles)
  return { subscription: answer, resourceGroup: answer, vault: answer, policy: answer }
}
const may = (facts: PolicyFacts, ...roles: readonly Permission[]): PolicyFacts => ({ ...facts, permissions: everywhere(...roles) })
const unreadable = (facts: PolicyFacts, answer = refused(REFUSALS.unavailable)): PolicyFacts => ({
  ...facts,
  permissions: { subscription: answer, resourceGroup: answer, vault: answer, policy: answer },
})

/** Nothing there yet: the whole plan. */
const untouched = untouchedPolicyFacts()
/** Everything there but one thing. */
const noAccess = policyFacts({ keyAccess: ok([]) })
const noReader = policyFacts({ readers: ok([]) })
/** A partner names themselves, or another person. */
const ofPartner = (own: boolean): PolicyFacts => ({
  ...may(noReader, OWNER),
  homeTenantId: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734',
  accountObjectId: own ? ADMINISTRATOR : IDENTITY,
})
const noKey = policyFacts({ key: absent })
const noPurge: PolicyFacts = { ...policyFacts({ vault: ok(vault({ purgeProtection: false })) }), turnOnPurgeProtection: true }
const oldVault = (accessPolicies: ReturnType<typeof vault>['accessPolicies'] = []) => vault({ roleBasedAccess: false, accessPolicies })
const noAccessInOldVault: PolicyFacts = without(policyFacts({ vault: ok(oldVault()) }), 'keyAccess')
const noKeyInOldVault = (...keyPermissions: readonly string[]): PolicyFacts =>
  policyFacts({ vault: ok(oldVault([{ objectId: ADMINISTRATOR, keyPermissions }])), key: absent })

const COMMAND = /^az /
const commandsOf = (check: string, facts: PolicyFacts) =>
  findingOf(policyRightsChecks, check, facts)?.byHand.filter((line) => COMMAND.test(english.text(line)))

const CONTRIBUTOR_CANT = 'The Contributor role can’t '

/** One check for each kind of change: with enough, with too little, unreadable, and with nothing to do. */
const ofRight = (check: string, facts: PolicyFacts, enough: Permission, tooLittle: Permission, seen: string): Rows<PolicyFacts> => ({
  [check]: [
    row.pass('the account has the right', may(facts, enough), { seen }),
    row.fail('it has not', may(facts, tooLittle), { seen, owner: 'key-vault-administrator' }),
    row.warning('what it may do could not be read', unreadable(facts), { title: 'unknown whether' }),
    row.nothing('everything is there already', may(policyFacts(), READER)),
    row.nothing('its rights were not requested', facts),
    row.nothing('nothing is chosen', without(may(facts, READER), 'choices')),
  ],
})

const rows: Rows<PolicyFacts> = {
  'reader-of-this-tenant': [
    row.fail('Reader is for the own object id of an account of another tenant', ofPartner(true), {
      seen: [ADMINISTRATOR, '0e7c4b95'],
      id: 'F-703',
      owner: 'you',
    }),
    row.pass('a partner names another person', ofPartner(false)),
    row.nothing('the account belongs to this tenant', may(noReader, OWNER)),
  ],
  'reader-is-person-or-group': [
    row.unknown(
      'no person has the ID, and groups may not be read',
      { ...may(noReader, OWNER), readerKindUnread: REFUSALS.forbidden },
      { seen: ADMINISTRATOR, id: 'F-703', owner: 'you' },
    ),
    row.unknown(
      'no person has the ID, and the directory gave no answer about groups',
      { ...may(untouched, OWNER), readerKindUnread: REFUSALS.unavailable },
      { seen: ADMINISTRATOR },
    ),
    row.nothing('it is known', may(noReader, OWNER)),
    row.nothing('Reader is given already', { ...may(policyFacts(), OWNER), readerKindUnread: REFUSALS.forbidden }),
  ],
  'may-change-vault': [row.nothing('purge protection was not requested', may(without(noPurge, 'turnOnPurgeProtection'), READER))],
  'may-use-keys': [
    row.fail('Contributor has to create one', may(noKey, CONTRIBUTOR), {
      title: `${CONTRIBUTOR_CANT}read and create keys in the key vault kv-contoso-cmk`,
      id: 'F-402',
    }),
    row.fail('Owner has to: hers to let herself in', may(noKey, OWNER), { owner: 'you' }),
    row.nothing('the key may not even be read', may(policyFacts({ key: refused(REFUSALS.forbidden) }), CONTRIBUTOR)),
    row.nothing('the key could not be read for another reason', may(policyFacts({ key: refused(REFUSALS.unavailable) }), READER)),
    row.pass('the vault’s access policies let it', may(noKeyInOldVault('Get', 'Create'), READER)),
    row.fail('they do not', may(noKeyInOldVault('get'), READER), { title: 'create', id: 'F-402' }),
    row.fail('a data role is held where only access policies count', may(noKeyInOldVault(), CRYPTO_OFFICER)),
  ],
  'may-give-key-access': [
    row.fail('Contributor has to', may(noAccess, CONTRIBUTOR), { title: CONTRIBUTOR_CANT, id: 'F-604' }),
    row.pass('Contributor sets an access policy', may(noAccessInOldVault, CONTRIBUTOR)),
    row.fail('Reader has to set an access policy', may(noAccessInOldVault, READER), { id: 'F-604' }),
    row.warning('the right is under a condition', may(noAccess, CONTRIBUTOR, { ...ACCESS_ADMINISTRATOR, condition: CONDITION }), {
      seen: CONDITION,
    }),
  ],
  'may-give-reader': [
    row.fail('Contributor has to', may(noReader, CONTRIBUTOR), {
      title: `${CONTRIBUTOR_CANT}assign roles on the policy cmk-contoso`,
      id: 'F-604',
    }),
    row.nothing('the reader is there already', may(noAccess, CONTRIBUTOR)),
  ],
}

describe('the rights of step 3', () =>
  walkRows(
    policyRightsChecks,
    rows,
    ofRight('may-register-provider', untouched, CONTRIBUTOR, READER, 'Microsoft.PowerPlatform/register/action'),
    ofRight('may-create-resource-group', untouched, CONTRIBUTOR, READER, 'Microsoft.Resources/subscriptions/resourceGroups/write'),
    ofRight('may-create-vault', untouched, CONTRIBUTOR, READER, 'Microsoft.KeyVault/vaults/write'),
    ofRight('may-change-vault', noPurge, CONTRIBUTOR, READER, 'Microsoft.KeyVault/vaults/write'),
    ofRight('may-use-keys', untouched, CRYPTO_OFFICER, CONTRIBUTOR, 'Microsoft.KeyVault/vaults/keys/create/action'),
    ofRight('may-create-policy', untouched, CONTRIBUTOR, READER, 'Microsoft.PowerPlatform/enterprisePolicies/write'),
    ofRight('may-give-key-access', untouched, OWNER, CONTRIBUTOR, 'Microsoft.Authorization/roleAssignments/write'),
    ofRight('may-give-reader', untouched, ACCESS_ADMINISTRATOR, CONTRIBUTOR, 'Microsoft.Authorization/roleAssignments/write'),
  ))

describe('what is asked for', () => {
  const failing = (facts: PolicyFacts) =>
    judge(policyRightsChecks, facts, NOW)
      .filter(({ status }) => status === 'fail')
      .map(({ key }) => key)

  it('is only what the plan holds', () => {
    expect(failing(may(policyFacts()))).toEqual([])
    expect(failing(may(noReader))).toEqual(['may-give-reader'])
    expect(failing(may(noAccess))).toEqual(['may-give-key-access'])
    expect(failing(may(untouched))).toEqual([
      ...['may-register-provider', 'may-create-resource-group', 'may-create-vault', 'may-use-keys', 'may-create-policy'],
      ...['may-give-key-access', 'may-give-reader'],
    ])
  })

  it('is everything at once: Contributor of an empty subscription may neither use keys nor give roles', () => {
    expect(failing(may(untouched, CONTRIBUTOR))).toEqual(['may-use-keys', 'may-give-key-access', 'may-give-reader'])
    expect(failing(may(untouched, OWNER, CRYPTO_OFFICER))).toEqual([])
  })

  it('keeps the plan from being applied by no action’s doing, and never by what could not be read', () => {
    for (const finding of judge(policyRightsChecks, may(untouched), NOW)) expect(finding.putRightBy).toBeUndefined()
    for (const reason of REASONS) {
      const findings = judge(policyRightsChecks, unreadable(untouched, refused(REFUSALS[reason])), NOW)
      expect(findings.map(({ status }) => status)).toEqual(findings.map(() => 'warning'))
      expect(findings).toHaveLength(7)
    }
  })

  it('is one for each provider that is registered', () => {
    const vaultProvider = ok(provider({ registrationState: 'NotRegistered' }))
    const both = untouchedPolicyFacts({ vaultProvider })
    const onlyPowerPlatform: Permission = {
      actions: ['Microsoft.PowerPlatform/register/action'],
      notActions: [],
      dataActions: [],
      notDataActions: [],
    }
    const judged = (facts: PolicyFacts) => findingOf(policyRightsChecks, 'may-register-provider', facts)
    expect(judged(may(both, CONTRIBUTOR))?.status).toBe('pass')
    expect(judged(may(both, onlyPowerPlatform))).toMatchObject({ status: 'fail' })
    expect(judged(may(untouched, onlyPowerPlatform))?.status).toBe('pass')
    expect(commandsOf('may-register-provider', may(both, READER))?.[1]).toBe(
      `az provider register --namespace Microsoft.PowerPlatform --subscription '${SUBSCRIPTION}' && az provider register --namespace Microsoft.KeyVault --subscription '${SUBSCRIPTION}'`,
    )
  })

  it('is not asked for while the environment is unknown, since nothing is planned for it', () => {
    expect(failing(may(policyFacts({ environment: refused(REFUSALS.unavailable), policy: absent }), CONTRIBUTOR))).toEqual([])
    expect(failing(may(policyFacts({ environment: ok(environment()), policy: absent, readers: ok([]) }), CONTRIBUTOR))).toContain(
      'may-give-reader',
    )
  })
})

describe('the commands', () => {
  const S = `/subscriptions/${SUBSCRIPTION}`
  const G = `${S}/resourceGroups/rg-contoso-cmk`
  const toMe = (role: string, scope: string) =>
    `az role assignment create --assignee-object-id '${ADMINISTRATOR}' --role '${role}' --scope '${scope}'`

  it('give the role at the thing itself where it exists, and the change itself to another person', () => {
    expect(commandsOf('may-use-keys', may(noKey, CONTRIBUTOR))).toEqual([toMe('Key Vault Crypto Officer', VAULT_ID)])
    expect(commandsOf('may-give-key-access', may(noAccess, CONTRIBUTOR))).toEqual([
      toMe('Key Vault Data Access Administrator', VAULT_ID),
      `az role assignment create --assignee-object-id '${IDENTITY}' --assignee-principal-type ServicePrincipal --role '${AZURE_ROLES['key-vault-crypto-service-encryption-user']}' --scope '${VAULT_ID}'`,
    ])
    expect(commandsOf('may-give-reader', may(noReader, CONTRIBUTOR))).toEqual([
      toMe('User Access Administrator', POLICY_ID),
      `az role assignment create --assignee-object-id '${ADMINISTRATOR}' --assignee-principal-type User --role 'Reader' --scope '${POLICY_ID}'`,
    ])
    expect(commandsOf('may-register-provider', may(untouched, READER))).toEqual([
      toMe('Contributor', S),
      `az provider register --namespace Microsoft.PowerPlatform --subscription '${SUBSCRIPTION}'`,
    ])
    expect(commandsOf('may-give-key-access', may(noAccessInOldVault, READER))).toEqual([
      toMe('Key Vault Contributor', VAULT_ID),
      `az rest --method put --url '${VAULT_ID}/accessPolicies/add?api-version=2026-02-01' --body '{"properties":{"accessPolicies":[{"tenantId":"${TENANT}","objectId":"${IDENTITY}","permissions":{"keys":["get","wrapKey","unwrapKey"]}}]}}'`,
    ])
  })

  it('give the role at the nearest place that exists, and no change to what does not exist', () => {
    expect(commandsOf('may-use-keys', may(untouched, CONTRIBUTOR))).toEqual([toMe('Key Vault Crypto Officer', S)])
    expect(commandsOf('may-give-reader', may(untouched, CONTRIBUTOR))).toEqual([toMe('User Access Administrator', S)])
    const groupThere = may({ ...untouched, resourceGroup: ok({ name: 'rg-contoso-cmk', location: 'eastus' }) }, CONTRIBUTOR)
    expect(commandsOf('may-use-keys', groupThere)).toEqual([toMe('Key Vault Crypto Officer', G)])
    expect(commandsOf('may-give-key-access', groupThere)).toEqual([toMe('Key Vault Data Access Administrator', G)])
  })

  it('go by the vault’s own resource group where that is another', () => {
    const choices = policyChoices({ vaultResourceGroup: 'rg-keys' })
    const facts: PolicyFacts = { ...untouched, choices, permissions: { ...everywhere(CONTRIBUTOR), vaultResourceGroup: ok([CONTRIBUTOR]) } }
    expect(commandsOf('may-use-keys', facts)).toEqual([toMe('Key Vault Crypto Officer', `${S}/resourceGroups/rg-keys`)])
    const nowhere: PolicyFacts = { ...facts, permissions: { ...everywhere(CONTRIBUTOR), vaultResourceGroup: absent } }
    expect(commandsOf('may-use-keys', nowhere)).toEqual([toMe('Key Vault Crypto Officer', S)])
  })
})

it('names the subscription as people know it', () => {
  const facts = may(policyFacts({ provider: ok(provider({ registrationState: 'NotRegistered' })), keyAccess: ok([assignment()]) }), READER)
  expect(findingOf(policyRightsChecks, 'may-register-provider', facts)?.remedy).toContain('the subscription Contoso production')
  expect(findingOf(policyRightsChecks, 'may-register-provider', { ...facts, subscriptions: ok([]) })?.remedy).toContain(SUBSCRIPTION)
})

describe('a vault with access policies', () => {
  const classic = (objectId: string, over: Partial<PolicyFacts> = {}): PolicyFacts =>
    may(
      policyFacts({ vault: ok(vault({ roleBasedAccess: false, accessPolicies: [{ objectId, keyPermissions: ['all'] }] })), ...over }),
      READER,
    )
  const turnedAway = { key: refused({ ...REFUSALS.forbidden, code: 'ForbiddenByPolicy' }) }

  it('that has turned the account away is not said to be still to decide', () => {
    const finding = findingOf(policyStepChecks, 'key-readable', classic('7c1d0b52-0000-4000-8000-000000000001', turnedAway))
    expect(finding).toMatchObject({ status: 'unknown' })
    expect(`${finding?.remedy} ${finding?.seen}`).not.toMatch(/You can continue|group/)
  })

  it('lacks one thing where the key may not be read: one finding, one owner, one set of permissions', () => {
    const facts = classic(IDENTITY, turnedAway)
    const about = judge(policyStepChecks, facts, NOW).filter(({ key }) => key === 'key-readable' || key === 'may-use-keys')
    expect(english.all(about)).toEqual([
      expect.objectContaining({
        key: 'key-readable',
        owner: 'key-vault-administrator',
        byHand: expect.arrayContaining([expect.stringContaining('Select the key permissions create and get')]),
      }),
    ])
    const itself = judge(policyStepChecks, may(facts, OWNER), NOW).find(({ key }) => key === 'key-readable')
    expect(itself).toMatchObject({ owner: 'you' })
  })

  it('does not take the policy’s own identity for a group the account is in', () => {
    expect(findingOf(policyRightsChecks, 'may-use-keys', classic(IDENTITY, { key: absent }))).toMatchObject({ status: 'fail' })
  })

  it('with Azure roles says nothing of going on either, where the roles could not be read', () => {
    expect(findingOf(policyRightsChecks, 'may-use-keys', unreadable(policyFacts(turnedAway)))).toBeUndefined()
  })
})

it('asks for no right on a key that the vault only shows to other networks', () => {
  const outside = policyFacts({ key: refused({ ...REFUSALS.forbidden, code: 'ForbiddenByFirewall' }) })
  expect(findingOf(policyRightsChecks, 'may-use-keys', may(outside, READER))).toBeUndefined()
})

it('asks for the rights of Azure Resource Manager where the key is created through it, and for none inside the vault', () => {
  const refusal = { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' }
  const outside = policyFacts({ key: absent, keyShutOut: refusal })
  expect(findingOf(policyRightsChecks, 'may-use-keys', may(outside, READER))).toMatchObject({ status: 'fail' })
  const contributor = { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'], dataActions: [], notDataActions: [] }
  expect(findingOf(policyRightsChecks, 'may-use-keys', may(outside, contributor))).toMatchObject({ status: 'pass' })
})
