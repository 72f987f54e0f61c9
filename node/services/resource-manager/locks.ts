import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, Lock } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'

/** Latest published version of `Microsoft.Authorization/locks`. */

/** The scope is the ID before the lock's part. */
export const lockSchema = anyCase({ id: z.string().min(1), name: z.string().min(1), properties: anyCase({ level: text }) }).transform(
  ({ id, name, properties: { level } }): Lock => ({
    id,
    name,
    scope: id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]*\/?$/i, ''),
    level: level ?? '',
  }),
)

export const lockPageSchema = pageOf(lockSchema)

const LOCKS = 'Microsoft.Authorization/locks'

export const locksIn = (manager: ResourceManager) =>
  ({
    listLocks: (scope, signal) =>
      manager.list(lockPageSchema, { ...on(scope, LOCKS), version: API_VERSIONS.locks, filter: 'atScope()' }, signal),
    createLock: ({ scope, name, notes }, signal) => {
      const body = { properties: { level: 'CanNotDelete', notes } }
      return manager.put(lockSchema, { ...on(scope, LOCKS, name), version: API_VERSIONS.locks }, body, signal)
    },
  }) satisfies Partial<AzureService>
