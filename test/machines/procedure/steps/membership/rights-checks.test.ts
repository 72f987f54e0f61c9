import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../machines/engine/step/finding.ts'
import type { MembershipFacts } from '../../../../../machines/procedure/steps/membership/facts.ts'
import { membershipRightsChecks } from '../../../../../machines/procedure/steps/membership/rights-checks.ts'
import { account, encryptedFacts, environment, membershipFacts, NOW, ok, operation, runningOperation } from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'

const POWER_PLATFORM = '11648597-926c-4cf3-9c36-bcebb0ba8dcc'
const administrator = { ...account, directoryRoles: [POWER_PLATFORM] }

const managed = membershipFacts()
const unmanaged = membershipFacts({ environment: ok(environment({ protectionLevel: 'Basic' })) })
const by = (facts: MembershipFacts, who = account): MembershipFacts => ({ ...facts, account: who })

const rows: readonly Row<MembershipFacts>[] = [
  { check: 'may-enable-managed-environment', when: 'the role is in the sign-in', facts: by(unmanaged, administrator), gives: 'pass' },
  {
    check: 'may-enable-managed-environment',
    when: 'it is not',
    facts: by(unmanaged),
    gives: 'warning',
    title: 'No role in the sign-in',
    with: { id: 'F-801', owner: 'power-platform-administrator' },
  },
  { check: 'may-enable-managed-environment', when: 'the environment is managed', facts: by(managed), gives: 'nothing' },
  { check: 'may-enable-managed-environment', when: 'it is unknown who is signed in', facts: unmanaged, gives: 'nothing' },
  { check: 'may-add-environment', when: 'the role is in the sign-in', facts: by(managed, administrator), gives: 'pass' },
  {
    check: 'may-add-environment',
    when: 'it is not',
    facts: by(managed),
    gives: 'warning',
    with: { id: 'F-907', owner: 'power-platform-administrator' },
  },
  {
    check: 'may-add-environment',
    when: 'it is not, but the environment gives the permission',
    facts: by(membershipFacts({ environment: ok(environment({ permissions: ['ManageProtectionKeys'] })) })),
    gives: 'pass',
  },
  { check: 'may-add-environment', when: 'the environment is added already', facts: by(encryptedFacts()), gives: 'nothing' },
  {
    check: 'may-add-environment',
    when: 'it is being added',
    facts: by(membershipFacts({ operations: ok([runningOperation()]) })),
    gives: 'nothing',
  },
  {
    check: 'may-add-environment',
    when: 'an operation that succeeded is not shown yet',
    facts: by(membershipFacts({ operations: ok([operation()]) })),
    gives: 'nothing',
  },
]

describe('the rights of step 4', () => {
  walkRows(membershipRightsChecks, rows)

  it('are said once where both changes are planned', () => {
    expect(judge(membershipRightsChecks, by(unmanaged), NOW).map(({ id }) => id)).toEqual(['F-801'])
  })
})
