import { z } from 'zod'
import type { AzureService, Lock } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'

/** Latest published version of `Microsoft.Authorization/locks`. */
export const LOCKS_API_VERSION = '2020-05-01'

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
      manager.list(lockPageSchema, { ...on(scope, LOCKS), version: LOCKS_API_VERSION, filter: 'atScope()' }, signal),
    createLock: ({ scope, name, notes }, signal) => {
      const body = { properties: { level: 'CanNotDelete', notes } }
      return manager.put(lockSchema, { ...on(scope, LOCKS, name), version: LOCKS_API_VERSION }, body, signal)
    },
  }) satisfies Partial<AzureService>
