import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import { isGuid } from '#machines/guid.ts'
import type { Message } from '#machines/messages/message.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, NewRoleAssignment, RoleAssignment } from '#machines/procedure/services/services.ts'
import { requestMessages } from '../answer-messages.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { assignmentName, withoutSlashes } from '../azure/assignment-name.ts'
import { withOptional } from '../azure/optional.ts'
import { refusedHere } from '../azure/refusal.ts'
import { on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { problemWithScope } from '../azure/scope.ts'

const wireAssignment = anyCase({
  id: z.string().min(1),
  properties: anyCase({
    roleDefinitionId: z.string().min(1),
    principalId: z.string().min(1),
    scope: z.string().min(1),
    createdOn: text,
    updatedOn: text,
  }),
})

/** The role's ID is the last path part, because the rest depends on the scope. */
export const roleAssignmentSchema = wireAssignment.transform(
  ({ id, properties: { roleDefinitionId, principalId, scope, createdOn, updatedOn } }) =>
    withOptional({ id, roleId: lastSegment(roleDefinitionId).toLowerCase(), principalId, scope }, { createdAt: createdOn ?? updatedOn }),
)

const lastSegment = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? ''

export const roleAssignmentPageSchema = pageOf(roleAssignmentSchema)

/** Whether an assignment's scope includes the resource. Management groups appear only for their members. */
function reaches(assigned: string, scope: string): boolean {
  const above = withoutSlashes(assigned).toLowerCase()
  return (
    above === '' || above.startsWith('providers/microsoft.management/') || `${withoutSlashes(scope).toLowerCase()}/`.startsWith(`${above}/`)
  )
}

const ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments'

export function roleAssignmentsIn(manager: ResourceManager) {
  async function listRoleAssignments(
    scope: string,
    principalId: string,
    signal?: AbortSignal,
    isGroup = false,
  ): Promise<Answer<readonly RoleAssignment[]>> {
    const problem = problemWith(scope, principalId)
    if (problem) return { ok: false, refusal: refusedHere('GET roleAssignments', problem) }
    // `assignedTo` includes the principal's groups, unlike `principalId eq`, but accepts no group.
    const filter = isGroup ? `principalId eq '${principalId}'` : `atScope() and assignedTo('${principalId}')`
    const all = await manager.list(roleAssignmentPageSchema, { ...on(scope, ASSIGNMENTS), version: API_VERSIONS.roles, filter }, signal)
    return all.ok ? { ok: true, value: all.value.filter((assignment) => reaches(assignment.scope, scope)) } : all
  }

  async function assignRole(assignment: NewRoleAssignment, signal?: AbortSignal): Promise<Answer<RoleAssignment>> {
    const { scope, principalId, principalType, subscriptionId, roleId } = assignment
    const problem = problemWith(scope, principalId)
    if (problem) return { ok: false, refusal: refusedHere('PUT roleAssignments', problem) }
    const name = assignmentName(scope, principalId, roleId)
    const roleDefinitionId = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`
    const body = { properties: { roleDefinitionId, principalId, principalType } }
    const answer = await manager.put(roleAssignmentSchema, { ...on(scope, ASSIGNMENTS, name), version: API_VERSIONS.roles }, body, signal)
    if (answer.ok || answer.refusal.code !== 'RoleAssignmentExists') return answer
    const all = await listRoleAssignments(scope, principalId, signal, principalType === 'Group')
    if (!all.ok) return all
    const existing = all.value.find((known) => known.roleId === roleId.toLowerCase())
    // Just created by another client and not listed yet.
    return existing
      ? { ok: true, value: existing }
      : { ok: false, refusal: { ...answer.refusal, reason: 'not-ready', retryAfterSeconds: 15 } }
  }

  return { listRoleAssignments, assignRole } satisfies Partial<AzureService>
}

/** Both become part of the address. */
function problemWith(scope: string, principalId: string): Message | undefined {
  return isGuid(principalId) ? problemWithScope(scope) : requestMessages.noPrincipal({ id: principalId })
}
