import type { GrantReader } from '../../../../machines/procedure/actions/grant-reader/action.ts'
import { AZURE_ROLES } from '../../../../machines/procedure/roles.ts'
import { ADMINISTRATOR, ok, POLICY_ID, readerAssignment, SUBSCRIPTION } from '../../facts.ts'
import { type Case, GROUP, groupId, says } from './case.ts'
import { type Names, ofPolicy, SAMPLE } from './sample.ts'

export const example: GrantReader = {
  kind: 'grant-reader',
  subscriptionId: SUBSCRIPTION,
  policyResourceGroup: GROUP,
  policyName: 'cmk-contoso',
  principalId: ADMINISTRATOR,
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): GrantReader => ({ kind: 'grant-reader', ...ofPolicy(names), principalId: SAMPLE.administrator })

export const cases: readonly Case[] = [
  {
    when: 'the administrator has no role',
    answers: { listRoleAssignments: says(ok([])), assignRole: says(ok(readerAssignment())) },
    reads: ['listRoleAssignments'],
    writes: [
      [
        'assignRole',
        { scope: POLICY_ID, subscriptionId: SUBSCRIPTION, roleId: AZURE_ROLES.reader, principalId: ADMINISTRATOR, principalType: 'User' },
      ],
    ],
    resourceId: readerAssignment().id,
  },
  {
    when: 'it is given to a group',
    of: { principalType: 'Group' },
    answers: { listRoleAssignments: says(ok([])), assignRole: says(ok(readerAssignment())) },
    reads: ['listRoleAssignments'],
    writes: [
      [
        'assignRole',
        { scope: POLICY_ID, subscriptionId: SUBSCRIPTION, roleId: AZURE_ROLES.reader, principalId: ADMINISTRATOR, principalType: 'Group' },
      ],
    ],
    resourceId: readerAssignment().id,
  },
  {
    when: 'the administrator has inherited a role that reads',
    answers: { listRoleAssignments: says(ok([readerAssignment({ roleId: AZURE_ROLES.contributor, scope: groupId })])) },
    reads: ['listRoleAssignments'],
    writes: [],
    resourceId: readerAssignment().id,
  },
]
