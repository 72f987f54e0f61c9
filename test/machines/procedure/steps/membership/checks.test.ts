import { describe, expect, it } from 'vitest'
import type { LifecycleOperation } from '../../../../../machines/engine/answer.ts'
import { judge } from '../../../../../machines/engine/step/finding.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '../../../../../machines/procedure/roles.ts'
import type { EnterprisePolicy, Environment, RoleAssignment } from '../../../../../machines/procedure/services.ts'
import { membershipChecks } from '../../../../../machines/procedure/steps/membership/checks.ts'
import type { MembershipFacts } from '../../../../../machines/procedure/steps/membership/facts.ts'
import { managing } from '../../../../../machines/procedure/steps/membership/managing.ts'
import { readMembership } from '../../../../../machines/procedure/steps/membership/step.ts'
import { english } from '../../../../english.ts'
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
} from '../../../facts.ts'
import { findingOf, type Row, walkRefusedReads, walkRows } from '../../../rows.ts'
import { linkRows } from './link-rows.ts'

const nothingChosen: MembershipFacts = {}
const unread = membershipFacts({ environment: absent })
const of = (over: Partial<Environment>): MembershipFacts => membershipFacts({ environment: ok(environment(over)) })
const inPolicy = (linkStatus: string, id = POLICY_ID): Partial<Environment> => ({ encryptionPolicy: { id, linkStatus } })
const withOperations = (over: Partial<Environment>, ...operations: readonly LifecycleOperation[]): MembershipFacts =>
  membershipFacts({ environment: ok(environment(over)), operations: ok(operations) })
const placed = (location: string, policyLocation: string): MembershipFacts =>
  membershipFacts({ environment: ok(environment({ location })), policy: ok(policy({ location: policyLocation })) })
const withoutSystemId: EnterprisePolicy = without(policy(), 'systemId')

const managedRows: readonly Row<MembershipFacts>[] = [
  { check: 'membership-readable', when: 'both can be read', facts: membershipFacts(), gives: 'pass', seen: ['contoso-prod', SYSTEM_ID] },
  {
    check: 'membership-readable',
    when: 'the policy has no system id yet',
    facts: membershipFacts({ policy: ok(withoutSystemId) }),
    gives: 'fail',
    title: 'no system ID',
    seen: [POLICY_ID],
  },
  { check: 'membership-readable', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'managed-environment', when: 'it is one', facts: membershipFacts(), gives: 'pass', seen: ['Standard'] },
  { check: 'managed-environment', when: 'it is one, in another case', facts: of({ protectionLevel: 'standard' }), gives: 'pass' },
  {
    check: 'managed-environment',
    when: 'its protection level is Basic',
    facts: of({ protectionLevel: 'Basic' }),
    gives: 'fail',
    seen: ['Basic'],
    with: { putRightBy: ['enable-managed-environment'] },
  },
  {
    check: 'managed-environment',
    when: 'its protection level is a word that no document names: unknown',
    facts: of({ protectionLevel: 'Unlimited' }),
    gives: 'unknown',
    title: 'unknown whether',
    seen: ['Unlimited'],
    with: { attestable: true },
  },
  {
    check: 'managed-environment',
    when: 'no protection level is given, which means not managed',
    facts: membershipFacts({ environment: ok(without(environment(), 'protectionLevel')) }),
    gives: 'fail',
    seen: ['not available'],
  },
  { check: 'managed-environment', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },

  {
    check: 'licences-in-place',
    when: 'it is not confirmed: no service reports it',
    facts: membershipFacts(),
    gives: 'unknown',
    with: { attestable: true },
  },
  { check: 'licences-in-place', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },
]

const allowedRows: readonly Row<MembershipFacts>[] = [
  { check: 'not-in-another-policy', when: 'it is in none', facts: membershipFacts(), gives: 'pass', seen: ['No other policy'] },
  {
    check: 'not-in-another-policy',
    when: 'it is in this one, its id in another case',
    facts: of(inPolicy('Linked', POLICY_ID.toUpperCase())),
    gives: 'pass',
  },
  ...['Linked', 'Linking', 'Unlinking', 'Novel'].map((status) => ({
    check: 'not-in-another-policy',
    when: `it is ${status} to another`,
    facts: of(inPolicy(status, OTHER_POLICY_ID)),
    gives: 'fail' as const,
    seen: [OTHER_POLICY_ID],
  })),
  ...['NotLinked', 'LinkFailed', 'failed'].map((status) => ({
    check: 'not-in-another-policy',
    when: `a link to another came to nothing: ${status}`,
    facts: of(inPolicy(status, OTHER_POLICY_ID)),
    gives: 'pass' as const,
  })),
  {
    check: 'not-in-another-policy',
    when: 'it is in one without an id',
    facts: of({ encryptionPolicy: { linkStatus: 'Linked' } }),
    gives: 'fail',
    seen: ['without an ID'],
  },
  { check: 'not-in-another-policy', when: 'the policy cannot be read', facts: membershipFacts({ policy: absent }), gives: 'nothing' },
  { check: 'not-in-another-policy', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },

  {
    check: 'policy-not-recreated',
    when: 'both name one system id, the location in it spelled otherwise',
    facts: of({ encryptionPolicy: { id: POLICY_ID, systemId: SYSTEM_ID.replace('unitedstates', 'us'), linkStatus: 'Linked' } }),
    gives: 'pass',
    seen: [SYSTEM_ID],
  },
  ...['Linked', 'Linking', 'Unlinking'].map((linkStatus) => ({
    check: 'policy-not-recreated',
    when: `it is ${linkStatus} to the policy that had this name before`,
    facts: of({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus } }),
    gives: 'fail' as const,
    seen: [OTHER_SYSTEM_ID, SYSTEM_ID],
    with: { id: 'F-913' as const, owner: 'microsoft' as const },
  })),
  {
    check: 'policy-not-recreated',
    when: 'the link to the policy before came to nothing',
    facts: of({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'LinkFailed' } }),
    gives: 'nothing',
  },
  { check: 'policy-not-recreated', when: 'the environment gives no system id', facts: of(inPolicy('Linked')), gives: 'nothing' },
  { check: 'policy-not-recreated', when: 'it is in another policy', facts: of(inPolicy('Linked', OTHER_POLICY_ID)), gives: 'nothing' },

  { check: 'service-allows-key', when: 'the service names nothing', facts: membershipFacts(), gives: 'pass' },
  {
    check: 'service-allows-key',
    when: 'the service forbids other things',
    facts: of({ disallowedOperations: [{ type: 'RevertToMicrosoftKey' }] }),
    gives: 'pass',
  },
  {
    check: 'service-allows-key',
    when: 'the service forbids it because the environment is not managed',
    facts: of({
      disallowedOperations: [
        { type: 'newCustomerManagedKey', reasonType: 'GovernanceConfig', message: 'because of the governance configuration.' },
      ],
    }),
    gives: 'fail',
    seen: ['because of the governance configuration.'],
    with: { putRightBy: ['enable-managed-environment'] },
  },
  {
    check: 'service-allows-key',
    when: 'the service forbids it for a reason of the type of environment',
    facts: of({ disallowedOperations: [{ type: 'NewCustomerManagedKey', reasonType: 'EnvironmentSkuType' }] }),
    gives: 'fail',
    seen: ['EnvironmentSkuType'],
  },
  {
    check: 'service-allows-key',
    when: 'the service forbids it and gives no reason',
    facts: of({ disallowedOperations: [{ type: 'NewCustomerManagedKey' }] }),
    gives: 'fail',
    seen: ['no reason given'],
  },
  {
    check: 'service-allows-key',
    when: 'a key is on it already, which explains why a new one is forbidden',
    facts: of({ ...inPolicy('Linked'), disallowedOperations: [{ type: 'NewCustomerManagedKey' }] }),
    gives: 'nothing',
  },

  { check: 'membership-region', when: 'it is the same', facts: membershipFacts(), gives: 'pass', title: 'United States' },
  { check: 'membership-region', when: 'the words are of two editions', facts: placed('southamerica', 'southamerica'), gives: 'pass' },
  { check: 'membership-region', when: 'the words differ for the same place', facts: placed('unitedkingdom', 'uk'), gives: 'pass' },
  {
    check: 'membership-region',
    when: 'it is another one',
    facts: placed('unitedstates', 'europe'),
    gives: 'fail',
    seen: ['unitedstates', 'europe'],
  },
  { check: 'membership-region', when: 'the policy cannot be read', facts: membershipFacts({ policy: absent }), gives: 'nothing' },

  { check: 'membership-idle', when: 'nothing runs', facts: membershipFacts(), gives: 'pass' },
  {
    check: 'membership-idle',
    when: 'a backup runs',
    facts: withOperations({}, runningOperation({ type: 'Backup', typeDisplayName: 'Back up' })),
    gives: 'fail',
    title: 'Back up',
  },
  { check: 'membership-idle', when: 'the link itself runs', facts: withOperations({}, runningOperation()), gives: 'pass' },
  {
    check: 'membership-idle',
    when: 'the history cannot be read and the environment names nothing',
    facts: membershipFacts({ operations: refused(REFUSALS.throttled) }),
    gives: 'warning',
    seen: [REFUSALS.throttled.message],
    with: { refusal: REFUSALS.throttled },
  },
  { check: 'membership-idle', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },
]

const roles = (...given: readonly RoleAssignment[]): MembershipFacts => membershipFacts({ keyAccess: ok(given) })
const ago = (milliseconds: number, over: Partial<RoleAssignment> = {}) => assignment({ createdAt: iso(NOW - milliseconds), ...over })

const accessRows: readonly Row<MembershipFacts>[] = [
  {
    check: 'access-old-enough',
    when: 'it was given yesterday',
    facts: membershipFacts(),
    gives: 'pass',
    seen: ['Nov 23, 2026, 12:00 PM UTC'],
  },
  { check: 'access-old-enough', when: 'it was given 5 minutes ago', facts: roles(ago(ACCESS_SPREADS_IN)), gives: 'pass' },
  {
    check: 'access-old-enough',
    when: 'it was given just under 5 minutes ago',
    facts: roles(ago(ACCESS_SPREADS_IN - 1)),
    gives: 'fail',
    title: 'less than 5 minutes',
  },
  {
    check: 'access-old-enough',
    when: 'another role that wraps was given long ago',
    facts: roles(ago(MINUTE), ago(60 * MINUTE)),
    gives: 'pass',
  },
  {
    check: 'access-old-enough',
    when: 'only a role that does not wrap was given long ago',
    facts: roles(ago(MINUTE), ago(60 * MINUTE, { roleId: AZURE_ROLES.reader })),
    gives: 'fail',
  },
  {
    check: 'access-old-enough',
    when: 'no role wraps, which step 3 says',
    facts: roles(ago(MINUTE, { roleId: AZURE_ROLES.reader })),
    gives: 'nothing',
  },
  { check: 'access-old-enough', when: 'the service does not say when', facts: roles(without(assignment(), 'createdAt')), gives: 'nothing' },
  {
    check: 'access-old-enough',
    when: 'the service’s date is unreadable',
    facts: roles(assignment({ createdAt: 'a while ago' })),
    gives: 'nothing',
  },
  {
    check: 'access-old-enough',
    when: 'the roles cannot be read',
    facts: membershipFacts({ keyAccess: refused(REFUSALS.forbidden) }),
    gives: 'nothing',
  },
  {
    check: 'access-old-enough',
    when: 'the environment has been added already',
    facts: encryptedFacts({ keyAccess: ok([ago(MINUTE)]) }),
    gives: 'nothing',
  },
]

const linkedAnd = (over: Partial<Environment>): MembershipFacts => encryptedFacts({ environment: ok(encrypted(over)) })

const runningRows: readonly Row<MembershipFacts>[] = [
  { check: 'environment-running', when: 'it is enabled', facts: encryptedFacts(), gives: 'pass' },
  {
    check: 'environment-running',
    when: 'it is switched off and nothing runs: it lost its key at some time',
    facts: linkedAnd({ runtimeState: 'Disabled' }),
    gives: 'fail',
    seen: ['Disabled'],
    with: { id: 'F-606', remedy: expect.stringContaining('re-enable') },
  },
  { check: 'environment-running', when: 'it is in administration mode', facts: linkedAnd({ runtimeState: 'AdminMode' }), gives: 'pass' },
  {
    check: 'environment-running',
    when: 'an operation that switched it off still runs',
    facts: linkedAnd({ runtimeState: 'Disabled', ongoingOperation: { id: 'x', type: 'Restore' } }),
    gives: 'nothing',
  },
  {
    check: 'environment-running',
    when: 'it is being added',
    facts: encryptedFacts({ environment: ok(encrypted({ runtimeState: 'Disabled' })), operations: ok([runningOperation()]) }),
    gives: 'nothing',
  },
  { check: 'environment-running', when: 'it has not been added', facts: of({ runtimeState: 'Disabled' }), gives: 'nothing' },
]

describe('the checks of step 4', () =>
  walkRows(membershipChecks, [...managedRows, ...allowedRows, ...accessRows, ...linkRows, ...runningRows]))

describe('what step 4 reads', () =>
  walkRefusedReads(membershipChecks, [
    {
      what: 'the environment',
      check: 'membership-readable',
      facts: (answer) => membershipFacts({ environment: answer }),
      forbidden: 'power-platform-administrator',
    },
    {
      what: 'the policy',
      check: 'membership-readable',
      facts: (answer) => membershipFacts({ policy: answer }),
      forbidden: 'key-vault-administrator',
    },
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
