import type { NewRoleAssignment, Services } from '../services/services.ts'
import type { Written } from './definition.ts'
import { done, idOf } from './writing.ts'

/** Assigns a role unless a sufficient one is assigned. @param enough IDs of roles, in lower case */
export async function grantRole(
  azure: Services['azure'],
  wanted: NewRoleAssignment,
  enough: readonly string[],
  signal: AbortSignal,
): Promise<Written> {
  const existing = await azure.listRoleAssignments(wanted.scope, wanted.principalId, signal, wanted.principalType === 'Group')
  if (!existing.ok) return existing
  const found = existing.value.find((assignment) => enough.includes(assignment.roleId.toLowerCase()))
  if (found) return { ok: true, resourceId: found.id, written: false }
  return done(await azure.assignRole(wanted, signal), idOf, true)
}
