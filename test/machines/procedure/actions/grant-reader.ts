import type { GrantReader } from '#machines/procedure/actions/grant-reader/action.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { ADMINISTRATOR, POLICY_ID, readerAssignment, SUBSCRIPTION } from '../../facts.ts'
import { type Case, groupId, leaves, writes } from './case.ts'
import { ofPolicy, type Things } from './sample.ts'

export const sample = (names: Things): GrantReader => ({ kind: 'grant-reader', ...ofPolicy(names), principalId: names.administrator })

export const cases: readonly Case[] = [
  writes(
    'the administrator has no role',
    { listRoleAssignments: [], assignRole: readerAssignment() },
    [{ scope: POLICY_ID, subscriptionId: SUBSCRIPTION, roleId: AZURE_ROLES.reader, principalId: ADMINISTRATOR, principalType: 'User' }],
    readerAssignment().id,
  ),
  writes(
    'it is given to a group',
    { listRoleAssignments: [], assignRole: readerAssignment() },
    [{ scope: POLICY_ID, subscriptionId: SUBSCRIPTION, roleId: AZURE_ROLES.reader, principalId: ADMINISTRATOR, principalType: 'Group' }],
    readerAssignment().id,
    { of: { principalType: 'Group' } },
  ),
  leaves(
    'the administrator has inherited a role that reads',
    { listRoleAssignments: [readerAssignment({ roleId: AZURE_ROLES.contributor, scope: groupId })] },
    readerAssignment().id,
  ),
]
