import { describe, expect, it } from 'vitest'
import { judge } from '#machines/engine/step/finding.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import type { EnterprisePolicy, RoleAssignment } from '#machines/procedure/services/services.ts'
import { membershipChecks } from '#machines/procedure/steps/membership/checks.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import { managing } from '#machines/procedure/steps/membership/managing.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import { english } from '#test/english.ts'
import {
  absent,
  assignment,
  encrypted,
  encryptedFacts,
  environment,
  iso,
  MINUTE,
  membershipFacts,
  NOW,
  OTHER_POLICY_ID,
  OTHER_SYSTEM_ID,
  ok,
  POLICY_ID,
  policy,
  policyChoices,
  REFUSALS,
  refused,
  runningOperation,
  SYSTEM_ID,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'
import { inPolicy, linkedAnd, linkRows, of, unread, withOperations } from './link-rows.ts'

const nothingChosen: MembershipFacts = {}
const sendingNoList = membershipFacts({ environment: ok(without(environment(), 'disallowedOperations')) })
const placed = (location: string, policyLocation: string): MembershipFacts =>
  membershipFacts({ environment: ok(environment({ location })), policy: ok(policy({ location: policyLocation })) })
const withoutSystemId: EnterprisePolicy = without(policy(), 'systemId')

const managedRows: Rows<MembershipFacts> = {
  'membership-readable': [
    row.pass('both can be read', membershipFacts(), { seen: ['contoso-prod', SYSTEM_ID] }),
    row.fail('the policy has no system id yet', membershipFacts({ policy: ok(withoutSystemId) }), {
      title: 'no system ID',
      seen: POLICY_ID,
    }),
    row.nothing('nothing is chosen', nothingChosen),
  ],
  'managed-environment': [
    row.pass('it is one', membershipFacts(), { seen: 'Standard' }),
    row.pass('it is one, in another case', of({ protectionLevel: 'standard' })),
    row.fail('its protection level is Basic', of({ protectionLevel: 'Basic' }), {
      seen: 'Basic',
      putRightBy: ['enable-managed-environment'],
    }),
    row.unknown('its protection level is a word that no document names: unknown', of({ protectionLevel: 'Unlimited' }), {
      title: 'unknown whether',
      seen: 'Unlimited',
      attestable: true,
    }),
    row.fail(
      'no protection level is given, which means not managed',
      membershipFacts({ environment: ok(without(environment(), 'protectionLevel')) }),
      { seen: 'not available' },
    ),
    row.nothing('the environment cannot be read', unread),
  ],
  'licences-in-place': [
    row.unknown('it is not confirmed: no service reports it', membershipFacts(), { attestable: true }),
    row.nothing('the environment cannot be read', unread),
  ],
}

const allowedRows: Rows<MembershipFacts> = {
  'not-in-another-policy': [
    row.pass('it is in none', membershipFacts(), { seen: 'No other policy' }),
    row.pass('it is in this one, its id in another case', of(inPolicy('Linked', POLICY_ID.toUpperCase()))),
    ...['Linked', 'Linking', 'Unlinking', 'Novel'].map((status) =>
      row.fail(`it is ${status} to another`, of(inPolicy(status, OTHER_POLICY_ID)), { seen: OTHER_POLICY_ID }),
    ),
    ...['NotLinked', 'LinkFailed', 'failed'].map((status) =>
      row.pass(`a link to another came to nothing: ${status}`, of(inPolicy(status, OTHER_POLICY_ID))),
    ),
    row.fail('it is in one without an id', of({ encryptionPolicy: { linkStatus: 'Linked' } }), { seen: 'without an ID' }),
    row.nothing('the policy cannot be read', membershipFacts({ policy: absent })),
    row.nothing('the environment cannot be read', unread),
  ],
  'policy-not-recreated': [
    row.pass(
      'both name one system id, the location in it spelled otherwise',
      of({ encryptionPolicy: { id: POLICY_ID, systemId: SYSTEM_ID.replace('unitedstates', 'us'), linkStatus: 'Linked' } }),
      { seen: SYSTEM_ID },
    ),
    ...['Linked', 'Linking', 'Unlinking'].map((linkStatus) =>
      row.fail(
        `it is ${linkStatus} to the policy that had this name before`,
        of({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus } }),
        { seen: [OTHER_SYSTEM_ID, SYSTEM_ID], id: 'F-913', owner: 'microsoft' },
      ),
    ),
    row.nothing(
      'the link to the policy before came to nothing',
      of({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'LinkFailed' } }),
    ),
    row.nothing('the environment gives no system id', of(inPolicy('Linked'))),
    row.nothing('it is in another policy', of(inPolicy('Linked', OTHER_POLICY_ID))),
  ],
  'service-allows-key': [
    row.pass('the service forbids nothing', membershipFacts()),
    row.unknown('the service sends no list', sendingNoList, { attestable: true }),
    row.unknown('the service sends an operation without a name', of({ disallowedOperations: [{ reasonType: 'GovernanceConfig' }] }), {
      seen: 'without a name',
      attestable: true,
    }),
    row.fail(
      'the service forbids it, beside an operation without a name',
      of({ disallowedOperations: [{}, { type: 'NewCustomerManagedKey' }] }),
    ),
    row.pass('the service forbids other things', of({ disallowedOperations: [{ type: 'RevertToMicrosoftKey' }] })),
    row.fail(
      'the service forbids it because the environment is not managed',
      of({
        disallowedOperations: [
          { type: 'newCustomerManagedKey', reasonType: 'GovernanceConfig', message: 'because of the governance configuration.' },
        ],
      }),
      { seen: 'because of the governance configuration.', putRightBy: ['enable-managed-environment'] },
    ),
    row.fail(
      'the service forbids it for a reason of the type of environment',
      of({ disallowedOperations: [{ type: 'NewCustomerManagedKey', reasonType: 'EnvironmentSkuType' }] }),
      { seen: 'EnvironmentSkuType' },
    ),
    row.fail('the service forbids it and gives no reason', of({ disallowedOperations: [{ type: 'NewCustomerManagedKey' }] }), {
      seen: 'no reason given',
    }),
    row.nothing(
      'a key is on it already, which explains why a new one is forbidden',
      of({ ...inPolicy('Linked'), disallowedOperations: [{ type: 'NewCustomerManagedKey' }] }),
    ),
  ],
  'membership-region': [
    row.pass('it is the same', membershipFacts(), { title: 'United States' }),
    row.pass('the words are of two editions', placed('southamerica', 'southamerica')),
    row.pass('the words differ for the same place', placed('unitedkingdom', 'uk')),
    row.fail('it is another one', placed('unitedstates', 'europe'), { seen: ['unitedstates', 'europe'] }),
    row.nothing('the policy cannot be read', membershipFacts({ policy: absent })),
  ],
  'membership-idle': [
    row.pass('nothing runs', membershipFacts()),
    row.fail('a backup runs', withOperations({}, runningOperation({ type: 'Backup', typeDisplayName: 'Back up' })), { title: 'Back up' }),
    row.pass('the link itself runs', withOperations({}, runningOperation())),
    row.warning(
      'the history cannot be read and the environment names nothing',
      membershipFacts({ operations: refused(REFUSALS.throttled) }),
      { seen: REFUSALS.throttled.message, refusal: REFUSALS.throttled },
    ),
    row.nothing('the environment cannot be read', unread),
  ],
}

const roles = (...given: readonly RoleAssignment[]): MembershipFacts => membershipFacts({ keyAccess: ok(given) })
const ago = (milliseconds: number, over: Partial<RoleAssignment> = {}) => assignment({ createdAt: iso(NOW - milliseconds), ...over })

const accessRows: Rows<MembershipFacts> = {
  'access-old-enough': [
    row.pass('it was given yesterday', membershipFacts(), { seen: 'Nov 23, 2026, 12:00 PM UTC' }),
    row.pass('it was given 5 minutes ago', roles(ago(ACCESS_SPREADS_IN))),
    row.fail('it was given just under 5 minutes ago', roles(ago(ACCESS_SPREADS_IN - 1)), { title: 'less than 5 minutes' }),
    row.pass('another role that wraps was given long ago', roles(ago(MINUTE), ago(60 * MINUTE))),
    row.fail('only a role that does not wrap was given long ago', roles(ago(MINUTE), ago(60 * MINUTE, { roleId: AZURE_ROLES.reader }))),
    row.nothing('no role wraps, which step 3 says', roles(ago(MINUTE, { roleId: AZURE_ROLES.reader }))),
    row.nothing('the service does not say when', roles(without(assignment(), 'createdAt'))),
    row.nothing('the service’s date is unreadable', roles(assignment({ createdAt: 'a while ago' }))),
    row.nothing('the roles cannot be read', membershipFacts({ keyAccess: refused(REFUSALS.forbidden) })),
    row.nothing('the environment has been added already', encryptedFacts({ keyAccess: ok([ago(MINUTE)]) })),
  ],
}

const runningRows: Rows<MembershipFacts> = {
  'environment-running': [
    row.pass('it is enabled', encryptedFacts()),
    row.fail('it is switched off and nothing runs: it lost its key at some time', linkedAnd({ runtimeState: 'Disabled' }), {
      seen: 'Disabled',
      id: 'F-606',
      remedy: expect.stringContaining('re-enable'),
      offer: { event: 'GO_TO_PAGE', page: 'operations', title: 'Re-enable the environment' },
    }),
    row.unknown('its runtime is not named', encryptedFacts({ environment: ok(without(encrypted(), 'runtimeState')) }), {
      attestable: true,
    }),
    row.unknown('its runtime is a new word', linkedAnd({ runtimeState: 'Paused' }), { seen: 'Paused', attestable: true }),
    row.pass('it is in administration mode', linkedAnd({ runtimeState: 'AdminMode' })),
    row.nothing(
      'an operation that switched it off still runs',
      linkedAnd({ runtimeState: 'Disabled', ongoingOperation: { id: 'x', type: 'Restore' } }),
    ),
    row.nothing('it is being added', { ...linkedAnd({ runtimeState: 'Disabled' }), operations: ok([runningOperation()]) }),
    row.nothing('it has not been added', of({ runtimeState: 'Disabled' })),
  ],
}

describe('the checks of step 4', () => walkRows(membershipChecks, managedRows, allowedRows, accessRows, linkRows, runningRows))

describe('what step 4 reads', () =>
  walkRefusedReads(membershipChecks, [
    ['the environment', 'membership-readable', 'power-platform-administrator', (answer) => membershipFacts({ environment: answer })],
    ['the policy', 'membership-readable', 'key-vault-administrator', (answer) => membershipFacts({ policy: answer })],
  ]))

it('names the thing that could not be read, the environment before the policy', () => {
  const both = membershipFacts({ environment: refused(REFUSALS.forbidden), policy: refused(REFUSALS.throttled) })
  expect(findingOf(membershipChecks, 'membership-readable', both)?.title).toContain('environment')
  expect(findingOf(membershipChecks, 'membership-readable', membershipFacts({ policy: absent }))?.title).toContain('policy')
})

it('takes only the word Standard for a Managed Environment', () => {
  expect(['Standard', 'STANDARD', 'Basic', ''].map((protectionLevel) => managing(environment({ protectionLevel })))).toEqual([
    'managed',
    'managed',
    'not-managed',
    'unknown',
  ])
})

it('an earlier policy of the same name is listed once, and never as a link to this one', () => {
  const facts = of({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' }, keyManagedBy: 'Customer' })
  const about = judge(membershipChecks, facts, NOW).filter(({ part, status }) => part === 'link' && status === 'fail')
  expect(about.map(({ key }) => key)).toEqual(['policy-not-recreated'])
  const { note, picture } = english.all(readMembership({ ...facts, choices: policyChoices() }, NOW))
  expect(note).toBe('In an earlier policy with this name')
  expect(JSON.stringify(picture)).toContain('To an earlier policy with this name')
})
