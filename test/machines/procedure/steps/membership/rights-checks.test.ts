import { describe, expect, it } from 'vitest'
import { judge } from '#machines/engine/step/finding.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import { membershipRightsChecks } from '#machines/procedure/steps/membership/rights-checks.ts'
import { account, encryptedFacts, environment, membershipFacts, NOW, ok, operation, runningOperation } from '#test/machines/facts.ts'
import { type Rows, row, walkRows } from '#test/machines/rows.ts'

const POWER_PLATFORM = '11648597-926c-4cf3-9c36-bcebb0ba8dcc'
const administrator = { ...account, directoryRoles: [POWER_PLATFORM] }

const managed = membershipFacts()
const unmanaged = membershipFacts({ environment: ok(environment({ protectionLevel: 'Basic' })) })
const by = (facts: MembershipFacts, who = account): MembershipFacts => ({ ...facts, account: who })

const rows: Rows<MembershipFacts> = {
  'may-enable-managed-environment': [
    row.pass('the role is in the sign-in', by(unmanaged, administrator)),
    row.warning('it is not', by(unmanaged), { title: 'No role in the sign-in', id: 'F-801', owner: 'power-platform-administrator' }),
    row.nothing('the environment is managed', by(managed)),
    row.nothing('it is unknown who is signed in', unmanaged),
  ],
  'may-add-environment': [
    row.pass('the role is in the sign-in', by(managed, administrator)),
    row.warning('it is not', by(managed), { id: 'F-907', owner: 'power-platform-administrator' }),
    row.pass(
      'it is not, but the environment gives the permission',
      by(membershipFacts({ environment: ok(environment({ permissions: ['ManageProtectionKeys'] })) })),
    ),
    row.nothing('the environment is added already', by(encryptedFacts())),
    row.nothing('it is being added', by(membershipFacts({ operations: ok([runningOperation()]) }))),
    row.nothing('an operation that succeeded is not shown yet', by(membershipFacts({ operations: ok([operation()]) }))),
  ],
}

describe('the rights of step 4', () => {
  walkRows(membershipRightsChecks, rows)

  it('are said once where both changes are planned', () => {
    expect(judge(membershipRightsChecks, by(unmanaged), NOW).map(({ id }) => id)).toEqual(['F-801'])
  })
})
