import { describe, expect, it } from 'vitest'
import { ACCESS_SPREADS_IN, AZURE_ROLES, ROLES_THAT_READ, ROLES_THAT_WRAP, roleName } from '../../../../../machines/procedure/roles.ts'
import type { EnterprisePolicy, Environment, RoleAssignment, Vault } from '../../../../../machines/procedure/services.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { policyChecks } from '../../../../../machines/procedure/steps/policy/policy-checks.ts'
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
} from '../../../facts.ts'
import { findingOf, type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

const of = (over: Partial<EnterprisePolicy>): PolicyFacts => policyFacts({ policy: ok(policy(over)) })
const lacking = (...keys: readonly ('principalId' | 'vaultId' | 'keyName' | 'encryptionState')[]): PolicyFacts =>
  policyFacts({ policy: ok(without(policy(), ...keys)) })
const yetToBeCreated = policyFacts({ policy: absent })
const nothingChosen: PolicyFacts = without(policyFacts(), 'choices')
const identityPolicy = of({ kind: 'Identity' })

const policyRows: readonly Row<PolicyFacts>[] = [
  { check: 'policy-readable', when: 'it can be read, with any kind', facts: identityPolicy, gives: 'pass', seen: [POLICY_ID] },
  { check: 'policy-readable', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  { check: 'policy-kind', when: 'it is an encryption policy', facts: policyFacts(), gives: 'pass', seen: [POLICY_ID] },
  { check: 'policy-kind', when: 'it is an encryption policy, in another case', facts: of({ kind: 'encryption' }), gives: 'pass' },
  ...['Identity', 'NetworkInjection', 'Lockbox', 'PrivateEndpoint', 'Novelty'].map((kind) => ({
    check: 'policy-kind',
    when: `it is of kind ${kind}`,
    facts: of({ kind }),
    gives: 'fail' as const,
    title: kind,
    with: { id: 'F-505' as const, owner: 'you' as const },
  })),
  { check: 'policy-kind', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  { check: 'policy-readable', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'policy-identity', when: 'it has its own', facts: policyFacts(), gives: 'pass', seen: ['SystemAssigned', IDENTITY] },
  {
    check: 'policy-identity',
    when: 'it has its own, in another case',
    facts: of({ identityType: 'systemAssigned' }),
    gives: 'pass',
  },
  { check: 'policy-identity', when: 'it has none', facts: of({ identityType: 'None' }), gives: 'fail' },
  { check: 'policy-identity', when: 'its identity has no object id yet', facts: lacking('principalId'), gives: 'fail', seen: ['none yet'] },
  { check: 'policy-identity', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  { check: 'policy-identity', when: 'it is of another kind', facts: identityPolicy, gives: 'nothing' },

  { check: 'policy-follows-rotation', when: 'it names no version', facts: policyFacts(), gives: 'pass' },
  {
    check: 'policy-follows-rotation',
    when: 'it is fixed to a version',
    facts: of({ keyVersion: '0123abcd' }),
    gives: 'fail',
    seen: ['0123abcd'],
  },
  { check: 'policy-follows-rotation', when: 'it names no key', facts: lacking('keyName'), gives: 'nothing' },
  { check: 'policy-follows-rotation', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
]

const offered = (location: string, ...policyLocations: readonly string[]): PolicyFacts =>
  policyFacts({ environment: ok(environment({ location })), provider: ok(provider({ policyLocations })), policy: absent })
const placed = (location: string, policyLocation: string): PolicyFacts =>
  policyFacts({ environment: ok(environment({ location })), policy: ok(policy({ location: policyLocation })) })

const locationRows: readonly Row<PolicyFacts>[] = [
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
  ).map(([location, words, gives]) => ({
    check: 'policy-location-offered',
    when: `the environment is in ${location} and the subscription offers ${words.join(', ') || 'no list'}`,
    facts: offered(location, ...words),
    gives,
  })),
  { check: 'policy-location-offered', when: 'the policy exists', facts: policyFacts(), gives: 'nothing' },
  { check: 'policy-location-offered', when: 'nothing is chosen', facts: { ...nothingChosen, policy: absent }, gives: 'nothing' },

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
  ).map(([location, word, gives]) => ({
    check: 'policy-location',
    when: `the environment is in ${location} and the policy in ${word}`,
    facts: placed(location, word),
    gives,
    seen: [word, location],
  })),
  { check: 'policy-location', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  { check: 'policy-location', when: 'it is of another kind', facts: identityPolicy, gives: 'nothing' },
]

const targetRows: readonly Row<PolicyFacts>[] = [
  {
    check: 'policy-target',
    when: 'it names this vault and key',
    facts: policyFacts(),
    gives: 'pass',
    seen: [VAULT_ID, 'Key: cmk-contoso.'],
  },
  {
    check: 'policy-target',
    when: 'ids and names come back in another case',
    facts: of({ vaultId: `${VAULT_ID.toUpperCase()}/`, keyName: 'CMK-Contoso' }),
    gives: 'pass',
  },
  {
    check: 'policy-target',
    when: 'it names another vault',
    facts: of({ vaultId: `${VAULT_ID}-2` }),
    gives: 'fail',
    title: 'another key vault',
    seen: [`${VAULT_ID}-2`],
  },
  { check: 'policy-target', when: 'it names no vault', facts: lacking('vaultId'), gives: 'fail', title: 'another key vault' },
  { check: 'policy-target', when: 'it names another key', facts: of({ keyName: 'cmk-other' }), gives: 'fail', title: 'another key' },
  { check: 'policy-target', when: 'its encryption is off', facts: of({ encryptionState: 'Disabled' }), gives: 'fail', title: 'Disabled' },
  { check: 'policy-target', when: 'its encryption is not spoken of', facts: lacking('encryptionState'), gives: 'pass' },
  {
    check: 'policy-target',
    when: 'the vault could not be read, but its id follows from the choices',
    facts: policyFacts({ vault: absent }),
    gives: 'pass',
  },
  { check: 'policy-target', when: 'it is of another kind', facts: identityPolicy, gives: 'nothing' },
  { check: 'policy-target', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
]

const roles = (...given: readonly RoleAssignment[]): PolicyFacts => policyFacts({ keyAccess: ok(given) })
const permissions = (keyPermissions: readonly string[], objectId = IDENTITY): PolicyFacts => {
  const withPolicies: Vault = vault({ roleBasedAccess: false, accessPolicies: [{ objectId, keyPermissions }] })
  return without(policyFacts({ vault: ok(withPolicies) }), 'keyAccess')
}
const lacksAccess = { putRightBy: ['grant-key-access'] }

const accessRows: readonly Row<PolicyFacts>[] = [
  ...ROLES_THAT_WRAP.map((roleId) => ({
    check: 'key-access',
    when: `its identity has the role ${roleId}`,
    facts: roles(assignment({ roleId })),
    gives: 'pass' as const,
    seen: [roleName(roleId)],
  })),
  {
    check: 'key-access',
    when: 'the role is given on the subscription and inherited, its id in capitals',
    facts: roles(
      assignment({
        roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'].toUpperCase(),
        scope: `/subscriptions/${SUBSCRIPTION}`,
      }),
    ),
    gives: 'pass',
    seen: [`/subscriptions/${SUBSCRIPTION}.`],
  },
  {
    check: 'key-access',
    when: 'its roles do not let it wrap',
    facts: roles(assignment({ roleId: AZURE_ROLES.reader }), assignment({ roleId: AZURE_ROLES.contributor })),
    gives: 'fail',
    with: lacksAccess,
  },
  { check: 'key-access', when: 'it has no role', facts: roles(), gives: 'fail', seen: [IDENTITY], with: lacksAccess },
  {
    check: 'key-access',
    when: 'the role was given less than 5 minutes ago',
    facts: roles(assignment({ createdAt: iso(NOW - ACCESS_SPREADS_IN + 1) })),
    gives: 'warning',
    title: '5 minutes',
  },
  {
    check: 'key-access',
    when: 'the role was given 5 minutes ago',
    facts: roles(assignment({ createdAt: iso(NOW - ACCESS_SPREADS_IN) })),
    gives: 'pass',
  },
  {
    check: 'key-access',
    when: 'the service does not say when the role was given',
    facts: roles(without(assignment(), 'createdAt')),
    gives: 'pass',
  },
  {
    check: 'key-access',
    when: 'the service’s date is unreadable',
    facts: roles(assignment({ createdAt: 'yesterday' })),
    gives: 'pass',
  },
  {
    check: 'key-access',
    when: 'a role that was just given joins one that has long counted',
    facts: roles(assignment({ createdAt: iso(NOW - MINUTE) }), assignment({ roleId: AZURE_ROLES['key-vault-crypto-user'] })),
    gives: 'pass',
  },
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
  ).map(([granted, gives, title]) => ({
    check: 'key-access',
    when: `the vault’s access policy gives it ${granted.join(', ') || 'nothing'}`,
    facts: permissions(granted),
    gives,
    title,
    ...(gives === 'fail' ? { with: lacksAccess } : {}),
  })),
  {
    check: 'key-access',
    when: 'the access policy names it in capitals',
    facts: permissions(['all'], IDENTITY.toUpperCase()),
    gives: 'pass',
  },
  {
    check: 'key-access',
    when: 'the access policies speak of others only',
    facts: permissions(['all'], '00000000-0000-4000-8000-000000000000'),
    gives: 'fail',
    seen: ['no entry'],
    with: lacksAccess,
  },
  { check: 'key-access', when: 'there is no identity yet', facts: lacking('principalId'), gives: 'nothing' },
  { check: 'key-access', when: 'there is no vault yet', facts: policyFacts({ vault: absent }), gives: 'nothing' },
  {
    check: 'key-access',
    when: 'the policy is of another kind',
    facts: policyFacts({ policy: ok(policy({ kind: 'Identity' })), keyAccess: ok([]) }),
    gives: 'nothing',
  },

  ...ROLES_THAT_READ.map((roleId) => ({
    check: 'reader-on-policy',
    when: `the administrator has the role ${roleId}`,
    facts: policyFacts({ readers: ok([readerAssignment({ roleId })]) }),
    gives: 'pass' as const,
    seen: [POLICY_ID],
  })),
  {
    check: 'reader-on-policy',
    when: 'the role is inherited from the subscription',
    facts: policyFacts({
      readers: ok([readerAssignment({ scope: `/subscriptions/${SUBSCRIPTION}`, roleId: AZURE_ROLES.owner.toUpperCase() })]),
    }),
    gives: 'pass',
  },
  {
    check: 'reader-on-policy',
    when: 'the administrator’s roles do not read it',
    facts: policyFacts({ readers: ok([readerAssignment({ roleId: AZURE_ROLES['key-vault-crypto-user'] })]) }),
    gives: 'fail',
    seen: [policyChoices().administratorObjectId],
    with: { putRightBy: ['grant-reader'] },
  },
  { check: 'reader-on-policy', when: 'the administrator has no role', facts: policyFacts({ readers: ok([]) }), gives: 'fail' },
  { check: 'reader-on-policy', when: 'the policy is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  {
    check: 'reader-on-policy',
    when: 'the policy is of another kind',
    facts: policyFacts({ policy: ok(policy({ kind: 'Identity' })), readers: ok([]) }),
    gives: 'nothing',
  },
]

describe('the checks of the policy', () => walkRows(policyChecks, [...policyRows, ...locationRows, ...targetRows, ...accessRows]))

describe('what is read of the policy', () =>
  walkRefusedReads(policyChecks, [
    {
      what: 'the policy',
      check: 'policy-readable',
      facts: (answer) => policyFacts({ policy: answer }),
      except: ['not-found'],
      forbidden: 'key-vault-administrator',
    },
    {
      what: 'the environment whose region decides, with no policy yet',
      check: 'policy-location',
      facts: (answer) => policyFacts({ environment: answer, policy: absent }),
      forbidden: 'power-platform-administrator',
    },
    {
      what: 'the roles of its identity',
      check: 'key-access',
      facts: (answer) => policyFacts({ keyAccess: answer }),
      forbidden: 'key-vault-administrator',
    },
    {
      what: 'the roles of the administrator',
      check: 'reader-on-policy',
      facts: (answer) => policyFacts({ readers: answer }),
      forbidden: 'key-vault-administrator',
    },
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
