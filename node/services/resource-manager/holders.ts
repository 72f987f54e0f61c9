import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, EligibleRole, RoleDefinition, RoleHolder } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { nameText } from '../azure/service-text.ts'
import { permissionSchema } from './permissions.ts'

/** Last path part, because the rest depends on the scope. */
const roleOf = (path: string): string => (path.replace(/\/+$/, '').split('/').at(-1) ?? '').toLowerCase()

const wireHolder = {
  roleDefinitionId: z.string().min(1),
  principalId: z.string().min(1),
  principalType: text,
  scope: z.string().min(1),
  condition: text,
}

type WireHolder = z.output<ReturnType<typeof anyCase<typeof wireHolder>>>

const toHolder = ({ roleDefinitionId, principalId, principalType, scope, condition }: WireHolder): RoleHolder =>
  withOptional(
    { roleId: roleOf(roleDefinitionId), principalId, scope },
    { principalType: principalType || undefined, condition: condition || undefined },
  )

export const holderPageSchema = pageOf(anyCase({ properties: anyCase(wireHolder) }).transform(({ properties }) => toHolder(properties)))

export const eligiblePageSchema = pageOf(
  anyCase({
    properties: anyCase({
      ...wireHolder,
      expandedProperties: anyCase({ principal: anyCase({ displayName: text }).nullish() }).nullish(),
    }),
  }).transform(
    ({ properties: { expandedProperties, ...properties } }): EligibleRole =>
      withOptional(toHolder(properties), { name: nameText(expandedProperties?.principal?.displayName ?? '') || undefined }),
  ),
)

export const definitionPageSchema = pageOf(
  anyCase({
    id: z.string().min(1),
    properties: anyCase({ roleName: text, permissions: z.array(permissionSchema).nullish() }),
  }).transform(
    ({ id, properties: { roleName, permissions } }): RoleDefinition => ({
      id: roleOf(id),
      name: nameText(roleName ?? '') || roleOf(id),
      permissions: permissions ?? [],
    }),
  ),
)

const AT_OR_ABOVE = 'atScope()'
const of = (scope: string, type: string) => on(scope, `Microsoft.Authorization/${type}`)

export const holdersIn = (manager: ResourceManager) =>
  ({
    listRoleHolders: (scope, signal) =>
      manager.list(holderPageSchema, { ...of(scope, 'roleAssignments'), version: API_VERSIONS.roles, filter: AT_OR_ABOVE }, signal),
    listEligibleRoles: (scope, signal) =>
      manager.list(
        eligiblePageSchema,
        { ...of(scope, 'roleEligibilityScheduleInstances'), version: API_VERSIONS.eligibilities, filter: AT_OR_ABOVE },
        signal,
      ),
    listRoleDefinitions: (scope, signal) =>
      manager.list(definitionPageSchema, { ...of(scope, 'roleDefinitions'), version: API_VERSIONS.roles }, signal),
  }) satisfies Partial<AzureService>
