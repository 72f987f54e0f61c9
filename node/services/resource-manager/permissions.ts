import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, Permission } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'

const patterns = z.array(z.string()).nullish()

// Keeps conditions, so that a conditional right isn't taken for a full one.
export const permissionSchema = anyCase({
  actions: patterns,
  notActions: patterns,
  dataActions: patterns,
  notDataActions: patterns,
  condition: text,
}).transform(
  ({ actions, notActions, dataActions, notDataActions, condition }): Permission =>
    withOptional(
      { actions: actions ?? [], notActions: notActions ?? [], dataActions: dataActions ?? [], notDataActions: notDataActions ?? [] },
      { condition: condition || undefined },
    ),
)

export const permissionPageSchema = pageOf(permissionSchema)

export const permissionsIn = (manager: ResourceManager) =>
  ({
    readPermissions: (scope, signal) =>
      manager.list(permissionPageSchema, { ...on(scope, 'Microsoft.Authorization/permissions'), version: API_VERSIONS.roles }, signal),
  }) satisfies Partial<AzureService>
