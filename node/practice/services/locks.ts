import * as z from 'zod'
import { bodyOf, ServiceRefusal } from '../service.ts'
import { type LockState, same } from '../state.ts'
import { onScopes } from './resource.ts'

/** Apply to everyone, at and below their scope, on the management plane only. */

const TYPE = 'Microsoft.Authorization/locks'
const LONGEST_NAME = 260
const LONGEST_NOTES = 512

const lockBody = z.looseObject({ properties: z.looseObject({ level: z.string(), notes: z.string().max(LONGEST_NOTES).optional() }) })

const idOf = ({ scope, name }: LockState): string => `${scope}/providers/${TYPE}/${name}`

export const lockRoutes = onScopes<LockState>(
  {
    type: TYPE,
    list: (state) => state.locks,
    id: idOf,
    shown: (lock) => ({ id: idOf(lock), type: TYPE, name: lock.name, properties: { level: lock.level, notes: lock.notes } }),
    notFound: (name) => new ServiceRefusal(404, 'LockNotFound', `The lock '${name}' could not be found.`),
    put(call, _, { scope }, existing) {
      const name = call.part('name')
      if (name.length > LONGEST_NAME || /[<>%&:\\?/]/.test(name))
        throw new ServiceRefusal(400, 'InvalidLockName', `The lock name '${name}' is invalid.`)
      const { level, notes } = bodyOf(call, lockBody).properties
      if (!['CanNotDelete', 'ReadOnly'].some((known) => same(known, level)))
        throw new ServiceRefusal(400, 'InvalidLockLevel', `The lock level '${level}' is invalid. Supported are CanNotDelete and ReadOnly.`)
      return { scope: existing?.scope ?? scope, name: existing?.name ?? name, level, ...(notes === undefined ? {} : { notes }) }
    },
  },
  ({ scope }) => scope,
)
