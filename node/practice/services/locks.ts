import * as z from 'zod'
import { reaches } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type LockState, same } from '../state.ts'
import { page, requireExisting, requireRight } from './resource-scope.ts'

/** Microsoft.Authorization/locks: apply to everyone, at and below their scope, on the management plane only. */

const TYPE = 'Microsoft.Authorization/locks'
/** Small, to expose clients that ignore the next page. */
const PAGE = 1
const LONGEST_NAME = 260
const LONGEST_NOTES = 512

const lockBody = z.looseObject({ properties: z.looseObject({ level: z.string(), notes: z.string().max(LONGEST_NOTES).optional() }) })

const lockId = ({ scope, name }: LockState): string => `${scope}/providers/${TYPE}/${name}`

const lockJson = (lock: LockState) => ({
  id: lockId(lock),
  type: TYPE,
  name: lock.name,
  properties: { level: lock.level, ...(lock.notes === undefined ? {} : { notes: lock.notes }) },
})

/** At, above and below the scope; `atScope()` excludes those below. */
function list(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/read`, scope)
  const filter = call.query.get('$filter')
  if (filter && !/^\s*atScope\(\)\s*$/i.test(filter))
    throw new ServiceRefusal(400, 'UnsupportedQuery', `The filter '${filter}' is not supported. Supported filters are 'atScope()'.`)
  const found = practice.state.locks.filter((lock) => reaches(lock.scope, scope) || (!filter && reaches(scope, lock.scope)))
  return json(200, page(call, found.map(lockJson), PAGE))
}

const find = (call: AuthenticatedCall, { state }: Practice, scope: string): LockState | undefined =>
  state.locks.find((lock) => same(lock.scope, scope) && same(lock.name, call.part('name')))

function read(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/read`, scope)
  const lock = find(call, practice, scope)
  if (!lock) throw new ServiceRefusal(404, 'LockNotFound', `The lock '${call.part('name')}' could not be found.`)
  return json(200, lockJson(lock))
}

function put(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/write`, scope)
  const name = call.part('name')
  if (name.length > LONGEST_NAME || /[<>%&:\\?/]/.test(name))
    throw new ServiceRefusal(400, 'InvalidLockName', `The lock name '${name}' is invalid.`)
  const { level, notes } = bodyOf(call, lockBody).properties
  if (!['CanNotDelete', 'ReadOnly'].some((known) => same(known, level)))
    throw new ServiceRefusal(400, 'InvalidLockLevel', `The lock level '${level}' is invalid. Supported are CanNotDelete and ReadOnly.`)
  const existing = find(call, practice, scope)
  const lock: LockState = {
    scope: existing?.scope ?? scope,
    name: existing?.name ?? name,
    level,
    ...(notes === undefined ? {} : { notes }),
  }
  practice.state.locks.splice(existing ? practice.state.locks.indexOf(existing) : practice.state.locks.length, existing ? 1 : 0, lock)
  return json(existing ? 200 : 201, lockJson(lock))
}

function remove(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/delete`, scope)
  const lock = find(call, practice, scope)
  if (!lock) return empty(204)
  practice.state.locks.splice(practice.state.locks.indexOf(lock), 1)
  return empty(200)
}

const LOCKS = '/*scope/providers/Microsoft.Authorization/locks'

export const lockRoutes: readonly Route[] = [
  route('GET', LOCKS, list),
  route('GET', `${LOCKS}/:name`, read),
  route('PUT', `${LOCKS}/:name`, put),
  route('DELETE', `${LOCKS}/:name`, remove),
]
