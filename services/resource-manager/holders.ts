import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import type { AzureService, EligibleRole, RoleDefinition, RoleHolder } from '../../machines/procedure/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withoutSlashes } from '../azure/assignment-name.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { refusedHere } from '../azure/refusal.ts'
import { readList } from '../azure/rest-list.ts'
import { problemWithScope } from '../azure/scope.ts'
import { nameText } from '../azure/service-text.ts'
import { permissionSchema } from './permissions.ts'

/** The role's id is the last part of its path: what comes before it changes with the scope. */
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

/** One page of who has a role. */
export const holderPageSchema = anyCase({
  value: z.array(anyCase({ properties: anyCase(wireHolder) }).transform(({ properties }) => toHolder(properties))),
  nextLink: text,
})

/** One page of who can activate a role with Privileged Identity Management. */
export const eligiblePageSchema = anyCase({
  value: z.array(
    anyCase({
      properties: anyCase({
        ...wireHolder,
        expandedProperties: anyCase({ principal: anyCase({ displayName: text }).nullish() }).nullish(),
      }),
    }).transform(
      ({ properties: { expandedProperties, ...properties } }): EligibleRole =>
        withOptional(toHolder(properties), { name: nameText(expandedProperties?.principal?.displayName ?? '') || undefined }),
    ),
  ),
  nextLink: text,
})

/** One page of what roles give. */
export const definitionPageSchema = anyCase({
  value: z.array(
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
  ),
  nextLink: text,
})

type HolderService = Pick<AzureService, 'listRoleHolders' | 'listEligibleRoles' | 'listRoleDefinitions'>

/** Who has which role, for whomever: read over the REST client, because the SDK's own reading leaves conditions out. */
export function connectHolders(connection: Connection): HolderService {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const addressOf = (scope: string, type: string, version: string, query: string): string => {
    const path = [...withoutSlashes(scope).split('/'), 'providers', 'Microsoft.Authorization', type].map(encodeURIComponent).join('/')
    return `${cloud.resourceManager}/${path}?api-version=${version}${query}`
  }
  const AT_OR_ABOVE = `&$filter=${encodeURIComponent('atScope()')}`

  function list<T>(
    page: Parameters<typeof readList<T>>[0],
    [scope, type, version, query]: readonly [string, string, string, string],
    signal: AbortSignal | undefined,
  ): Promise<Answer<readonly T[]>> {
    const problem = problemWithScope(scope)
    if (problem) return Promise.resolve({ ok: false, refusal: refusedHere(`GET ${type}`, problem) })
    return readList(page, client, addressOf(scope, type, version, query), clock, signal)
  }

  return {
    listRoleHolders: (scope, signal) => list(holderPageSchema, [scope, 'roleAssignments', '2022-04-01', AT_OR_ABOVE], signal),
    listEligibleRoles: (scope, signal) =>
      list(eligiblePageSchema, [scope, 'roleEligibilityScheduleInstances', '2020-10-01', AT_OR_ABOVE], signal),
    listRoleDefinitions: (scope, signal) => list(definitionPageSchema, [scope, 'roleDefinitions', '2022-04-01', ''], signal),
  }
}
