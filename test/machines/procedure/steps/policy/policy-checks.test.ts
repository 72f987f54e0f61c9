import { describe, expect, it } from 'vitest'
import { ACCESS_SPREADS_IN, AZURE_ROLES, ROLES_THAT_READ, ROLES_THAT_WRAP, roleName } from '#machines/procedure/rights/roles.ts'
import type { EnterprisePolicy, Environment, RoleAssignment, Vault } from '#machines/procedure/services/services.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { policyChecks } from '#machines/procedure/steps/policy/policy-checks.ts'
import {
  absent,
  assignment,
  environment,
  IDENTITY,
  iso,
  MINUTE,
  NOW,
  OTHER_POLICY_ID,
  ok,
  POLICY_ID,
  policy,
  policyChoices,
  policyFacts,
  provider,
  readerAssignment,
  SUBSCRIPTION,
  VAULT_ID,
  vault,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

const of = (over: Partial<EnterprisePolicy>): PolicyFacts => policyFacts({ policy: ok(policy(over)) })
const fixedTo = (version: { readonly enabled: boolean; readonly expires?: number }): PolicyFacts =>
  policyFacts({ ...of({ keyVersion: '0123abcd' }), keyVersions: ok([{ version: '0123abcd', ...version }]) })
const lacking = (...keys: readonly ('principalId' | 'vaultId' | 'keyName' | 'encryptionState')[]): PolicyFacts =>
  policyFacts({ policy: ok(without(policy(), ...keys)) })
const yetToBeCreated = policyFacts({ policy: absent })
const nothingChosen: PolicyFacts = without(policyFacts(), 'choices')
const identityPolicy = of({ kind: 'Identity' })

const policyRows: Rows<PolicyFacts> = {
  'policy-readable': [
    row.pass('it can be read, with any kind', identityPolicy, { seen: POLICY_ID }),
    row.nothing('it is yet to be created', yetToBeCreated),
    row.nothing('nothing is chosen', nothingChosen),
  ],
  'policy-kind': [
    row.pass('it is an encryption policy', policyFacts(), { seen: POLICY_ID }),
    row.pass('it is an encryption policy, in another case', of({ kind: 'encryption' })),
    ...['Identity', 'NetworkInjection', 'Lockbox', 'PrivateEndpoint', 'Novelty'].map((kind) =>
      row.fail(`it is of kind ${kind}`, of({ kind }), { title: kind, id: 'F-505', owner: 'you' }),
    ),
    row.nothing('it is yet to be created', yetToBeCreated),
  ],
  'policy-identity': [
    row.pass('it has its own', policyFacts(), { seen: ['SystemAssigned', IDENTITY] }),
    row.pass('it has its own, in another case', of({ identityType: 'systemAssigned' })),
    row.fail('it has none', of({ identityType: 'None' })),
    row.fail('its identity has no object id yet', lacking('principalId'), { seen: 'none yet' }),
    row.nothing('it is yet to be created', yetToBeCreated),
    row.nothing('it is of another kind', identityPolicy),
  ],
  'policy-follows-rotation': [
    row.pass('it names no version', policyFacts()),
    row.warning('it is fixed to a version that can be used: no document forbids it', fixedTo({ enabled: true }), { seen: '0123abcd' }),
    row.fail('that version is disabled', fixedTo({ enabled: false }), { title: 'disabled or expired', seen: '0123abcd' }),
    row.fail('that version has expired', fixedTo({ enabled: true, expires: NOW - 1 }), { title: 'disabled or expired' }),
    row.fail('there is no such version', policyFacts({ ...of({ keyVersion: '0123abcd' }), keyVersions: ok([]) }), {
      title: 'doesn’t exist',
    }),
    row.unknown('its versions could not be read', of({ keyVersion: '0123abcd' }), { seen: '0123abcd', attestable: true }),
    row.nothing('it names no key', lacking('keyName')),
    row.nothing('it is yet to be created', yetToBeCreated),
  ],
}

const offered = (location: string, ...policyLocations: readonly string[]): PolicyFacts =>
  policyFacts({ environment: ok(environment({ location })), provider: ok(provider({ policyLocations })), policy: absent })
const placed = (location: string, policyLocation: string): PolicyFacts =>
  policyFacts({ environment: ok(environment({ location })), policy: ok(policy({ location: policyLocation })) })

const locationRows: Rows<PolicyFacts> = {
  'policy-location-offered': [
    ...(
      [
        ['unitedstates', ['unitedstates'], 'pass'],
        ['unitedstates', ['United States'], 'pass'],
        ['unitedkingdom', ['uk'], 'pass'],
        ['unitedkingdom', ['unitedkingdom'], 'pass'],
        ['southamerica', ['brazil'], 'pass'],
        ['southamerica', ['southamerica'], 'pass'],
        ['unitedarabemirates', ['uae'], 'pass'],
        ['unitedarabemirates', ['unitedarabemirates'], 'pass'],
        ['sweden', ['unitedstates', 'europe'], 'fail'],
        ['atlantis', ['atlantis'], 'pass'],
        ['atlantis', ['europe'], 'fail'],
        ['europe', [], 'nothing'],
      ] as const
    ).map(([location, words, gives]) =>
      row[gives](
        `the environment is in ${location} and the subscription offers ${words.join(', ') || 'no list'}`,
        offered(location, ...words),
      ),
    ),
    row.nothing('the policy exists', policyFacts()),
    row.nothing('nothing is chosen', { ...nothingChosen, policy: absent }),
  ],
  'policy-location': [
    ...(
      [
        ['unitedstates', 'unitedstates', 'pass'],
        ['unitedstates', 'United States', 'pass'],
        ['unitedstatesfirstrelease', 'unitedstates', 'pass'],
        ['unitedkingdom', 'uk', 'pass'],
        ['unitedkingdom', 'unitedkingdom', 'pass'],
        ['southamerica', 'brazil', 'pass'],
        ['southamerica', 'southamerica', 'pass'],
        ['unitedarabemirates', 'uae', 'pass'],
        ['unitedarabemirates', 'unitedarabemirates', 'pass'],
        ['atlantis', 'Atlantis', 'pass'],
        ['unitedstates', 'europe', 'fail'],
        ['southamerica', 'unitedstates', 'fail'],
      ] as const
    ).map(([location, word, gives]) =>
      row[gives](`the environment is in ${location} and the policy in ${word}`, placed(location, word), { seen: [word, location] }),
    ),
    row.nothing('it is yet to be created', yetToBeCreated),
    row.nothing('it is of another kind', identityPolicy),
  ],
}

const targetRows: Rows<PolicyFacts> = {
  'policy-target': [
    row.pass('it names this vault and key', policyFacts(), { seen: [VAULT_ID, 'Key: cmk-contoso.'] }),
    row.pass('ids and names come back in another case', of({ vaultId: `${VAULT_ID.toUpperCase()}/`, keyName: 'CMK-Contoso' })),
    row.fail('it names another vault', of({ vaultId: `${VAULT_ID}-2` }), { title: 'another key store', seen: `${VAULT_ID}-2` }),
    row.fail('it names no vault', lacking('vaultId'), { title: 'another key store' }),
    row.fail('it names another key', of({ keyName: 'cmk-other' }), { title: 'another key' }),
    row.fail('its encryption is off', of({ encryptionState: 'Disabled' }), { title: 'Disabled' }),
    row.pass('its encryption is not spoken of', lacking('encryptionState')),
    row.pass('the vault could not be read, but its id follows from the choices', policyFacts({ vault: absent })),
    row.nothing('it is of another kind', identityPolicy),
    row.nothing('it is yet to be created', yetToBeCreated),
  ],
}

const roles = (...given: readonly RoleAssignment[]): PolicyFacts => policyFacts({ keyAccess: ok(given) })
const permissions = (keyPermissions: readonly string[], objectId = IDENTITY): PolicyFacts => {
  const withPolicies: Vault = vault({ roleBasedAccess: false, accessPolicies: [{ objectId, keyPermissions }] })
  return without(policyFacts({ vault: ok(withPolicies) }), 'keyAccess')
}
const lacksAccess = { putRightBy: ['grant-key-access'] }

const accessRows: Rows<PolicyFacts> = {
  'key-access': [
    ...ROLES_THAT_WRAP.map((roleId) =>
      row.pass(`its identity has the role ${roleId}`, roles(assignment({ roleId })), { seen: roleName(roleId) }),
    ),
    row.pass(
      'the role is given on the subscription and inherited, its id in capitals',
      roles(
        assignment({
          roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'].toUpperCase(),
          scope: `/subscriptions/${SUBSCRIPTION}`,
        }),
      ),
      { seen: `/subscriptions/${SUBSCRIPTION}.` },
    ),
    row.fail(
      'its roles do not let it wrap',
      roles(assignment({ roleId: AZURE_ROLES.reader }), assignment({ roleId: AZURE_ROLES.contributor })),
      lacksAccess,
    ),
    row.fail('it has no role', roles(), { seen: IDENTITY, ...lacksAccess }),
    row.warning('the role was given less than 5 minutes ago', roles(assignment({ createdAt: iso(NOW - ACCESS_SPREADS_IN + 1) })), {
      title: '5 minutes',
    }),
    row.pass('the role was given 5 minutes ago', roles(assignment({ createdAt: iso(NOW - ACCESS_SPREADS_IN) }))),
    row.pass('the service does not say when the role was given', roles(without(assignment(), 'createdAt'))),
    row.pass('the service’s date is unreadable', roles(assignment({ createdAt: 'yesterday' }))),
    row.pass(
      'a role that was just given joins one that has long counted',
      roles(assignment({ createdAt: iso(NOW - MINUTE) }), assignment({ roleId: AZURE_ROLES['key-vault-crypto-user'] })),
    ),
    ...(
      [
        [['get', 'wrapKey', 'unwrapKey'], 'pass', ''],
        [['Get', 'WRAPKEY', 'unwrapkey', 'list'], 'pass', ''],
        [['All'], 'pass', ''],
        [['all'], 'pass', ''],
        [['get', 'wrapKey'], 'fail', 'doesn’t have unwrapKey'],
        [['list'], 'fail', 'doesn’t have get, wrapKey, and unwrapKey'],
        [[], 'fail', 'doesn’t have get, wrapKey, and unwrapKey'],
      ] as const
    ).map(([granted, gives, title]) =>
      row[gives](`the vault’s access policy gives it ${granted.join(', ') || 'nothing'}`, permissions(granted), {
        title,
        ...(gives === 'fail' ? lacksAccess : {}),
      }),
    ),
    row.pass('the access policy names it in capitals', permissions(['all'], IDENTITY.toUpperCase())),
    row.fail('the access policies speak of others only', permissions(['all'], '00000000-0000-4000-8000-000000000000'), {
      seen: 'no entry',
      ...lacksAccess,
    }),
    row.nothing('there is no identity yet', lacking('principalId')),
    row.nothing('there is no vault yet', policyFacts({ vault: absent })),
    row.nothing('the policy is of another kind', policyFacts({ policy: ok(policy({ kind: 'Identity' })), keyAccess: ok([]) })),
  ],
  'reader-on-policy': [
    ...ROLES_THAT_READ.map((roleId) =>
      row.pass(`the administrator has the role ${roleId}`, policyFacts({ readers: ok([readerAssignment({ roleId })]) }), {
        seen: POLICY_ID,
      }),
    ),
    row.pass(
      'the role is inherited from the subscription',
      policyFacts({
        readers: ok([readerAssignment({ scope: `/subscriptions/${SUBSCRIPTION}`, roleId: AZURE_ROLES.owner.toUpperCase() })]),
      }),
    ),
    row.fail(
      'the administrator’s roles do not read it',
      policyFacts({ readers: ok([readerAssignment({ roleId: AZURE_ROLES['key-vault-crypto-user'] })]) }),
      { seen: policyChoices().administratorObjectId, putRightBy: ['grant-reader'] },
    ),
    row.fail('the administrator has no role', policyFacts({ readers: ok([]) })),
    row.nothing('the policy is yet to be created', yetToBeCreated),
    row.nothing('the policy is of another kind', policyFacts({ policy: ok(policy({ kind: 'Identity' })), readers: ok([]) })),
  ],
}

describe('the checks of the policy', () => walkRows(policyChecks, policyRows, locationRows, targetRows, accessRows))

describe('what is read of the policy', () =>
  walkRefusedReads(policyChecks, [
    ['the policy', 'policy-readable', 'key-vault-administrator', (answer) => policyFacts({ policy: answer }), ['not-found']],
    [
      'the environment whose region decides, with no policy yet',
      'policy-location',
      'power-platform-administrator',
      (answer) => policyFacts({ environment: answer, policy: absent }),
    ],
    ['the roles of its identity', 'key-access', 'key-vault-administrator', (answer) => policyFacts({ keyAccess: answer })],
    ['the roles of the administrator', 'reader-on-policy', 'key-vault-administrator', (answer) => policyFacts({ readers: answer })],
  ]))

it('names the older word for a location where that is the only one the subscription offers', () => {
  expect(findingOf(policyChecks, 'policy-location-offered', offered('southamerica', 'southamerica'))?.title).toContain('southamerica')
  expect(findingOf(policyChecks, 'policy-location-offered', offered('southamerica', 'southamerica', 'brazil'))?.title).toContain('brazil')
})

it('never asks a policy of another kind for anything but its kind', () => {
  const other: Environment = environment()
  const facts = policyFacts({
    environment: ok(other),
    policy: ok(policy({ id: OTHER_POLICY_ID, kind: 'Identity', location: 'europe' })),
    keyAccess: ok([]),
    readers: ok([]),
  })
  const keys = policyChecks.filter((check) => check.judge(facts, NOW) !== undefined).map((check) => check.key)
  expect(keys).toEqual(['policy-readable', 'policy-kind'])
})
