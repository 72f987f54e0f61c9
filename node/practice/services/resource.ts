import { hasAnyRole, may, reaches } from '../rights.ts'
import { type AuthenticatedCall, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { groupId, type ResourceGroupState, type SubscriptionState, same, type TenantState } from '../state.ts'
import {
  groupOf,
  page,
  RESOURCES_PAGE,
  requireExisting,
  requireRegistered,
  requireRight,
  requireUnlocked,
  resourceNotFound,
  subscriptionOf,
} from './resource-scope.ts'

/** What is the same for every type of Azure resource: addresses, rights, registration, locks, and pages. */

/** @param scope that was asked about */
type Shown<T> = (entry: T, practice: Practice, scope: string) => object | Promise<object>

interface ResourceType<T, Place> {
  /** For example `Microsoft.KeyVault/vaults`. */
  readonly type: string
  readonly list: (state: TenantState) => T[]
  /** Where the list has resources of other types too. */
  readonly is?: (entry: T) => boolean
  readonly id: (entry: T) => string
  readonly shown: Shown<T>
  /** In the answer to a PUT, if different. */
  readonly shownOnPut?: Shown<T>
  /** Checks a wish. Absent: the type is read-only here. @returns the new or changed resource */
  readonly put?: (call: AuthenticatedCall, practice: Practice, place: Place, existing: T | undefined) => T
  readonly patch?: (call: AuthenticatedCall, practice: Practice, existing: T) => void
  /** Called before a resource is removed. */
  readonly removing?: (existing: T, practice: Practice) => void
  /** Status for a new resource, and for a changed one. */
  readonly statuses?: readonly [number, number]
  readonly notFound?: (name: string) => ServiceRefusal
  /** The service gives all entries at once. Absent: small pages, to expose clients that ignore the next one. */
  readonly unpaged?: true
}

type Locate<Place> = (call: AuthenticatedCall, practice: Practice, action: 'read' | 'write' | 'delete') => Place

const entriesOf = <T, Place>({ list, is = () => true }: ResourceType<T, Place>, state: TenantState): T[] => list(state).filter(is)

async function answer<T>(status: number, entry: T, shown: Shown<T>, practice: Practice) {
  return json(status, await shown(entry, practice, ''))
}

async function answerPage<T, Place>(
  { shown, unpaged }: ResourceType<T, Place>,
  call: AuthenticatedCall,
  practice: Practice,
  found: readonly T[],
  size: number,
  scope = '',
) {
  const value = await Promise.all(found.map((entry) => shown(entry, practice, scope)))
  return json(200, unpaged ? { value } : page(call, value, size))
}

/** @param locate checks the right to an action, and that its place exists */
function one<T, Place extends { readonly id: string }>(resource: ResourceType<T, Place>, address: string, locate: Locate<Place>) {
  const { type, list, id, shown, shownOnPut = shown, put, patch, removing, statuses: [created, changed] = [201, 200] } = resource
  const find = ({ state }: Practice, place: Place) => entriesOf(resource, state).find((entry) => same(id(entry), place.id))
  function existing(call: AuthenticatedCall, practice: Practice, place: Place): T {
    const found = find(practice, place)
    if (found) return found
    const name = call.part('name')
    throw resource.notFound?.(name) ?? resourceNotFound(type, name, /\/resourceGroups\/([^/]+)/i.exec(place.id)?.[1] ?? '')
  }
  const routes: Route[] = [
    route('GET', address, (call, practice) => answer(200, existing(call, practice, locate(call, practice, 'read')), shown, practice)),
  ]
  if (put)
    routes.push(
      route('PUT', address, (call, practice) => {
        const place = locate(call, practice, 'write')
        const before = find(practice, place)
        const made = put(call, practice, place, before)
        const all = list(practice.state)
        all.splice(before ? all.indexOf(before) : all.length, before ? 1 : 0, made)
        return answer(before ? changed : created, made, shownOnPut, practice)
      }),
      route('DELETE', address, (call, practice) => {
        const found = find(practice, locate(call, practice, 'delete'))
        if (!found) return empty(204)
        removing?.(found, practice)
        list(practice.state).splice(list(practice.state).indexOf(found), 1)
        return empty(200)
      }),
    )
  if (patch)
    routes.push(
      route('PATCH', address, (call, practice) => {
        const found = existing(call, practice, locate(call, practice, 'write'))
        patch(call, practice, found)
        return answer(200, found, shown, practice)
      }),
    )
  return { routes, existing }
}

interface GroupPlace {
  readonly id: string
  readonly subscription: SubscriptionState
  readonly group: ResourceGroupState
}

/** A type of resource in a resource group. */
export function inGroups<T extends object>(resource: ResourceType<T, GroupPlace>) {
  const { type, id } = resource
  const inGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${type}`
  /** @param action also one of a part, for example `accessPolicies/write`. Absent: the right is checked elsewhere */
  function locate(call: AuthenticatedCall, practice: Practice, action?: string): GroupPlace {
    const subscription = subscriptionOf(call, practice)
    const idIn = (group: Parameters<typeof groupId>[0]): string => `${groupId(group)}/providers/${type}/${call.part('name')}`
    const asked = idIn({ subscriptionId: call.part('subscription'), name: call.part('group') })
    if (action) requireRight(call, practice, `${type}/${action}`, asked)
    if (action === 'write' && call.request.method === 'PUT') requireRegistered(subscription, type.slice(0, type.indexOf('/')))
    const group = groupOf(call, practice)
    return { id: idIn(group), subscription, group }
  }
  /** Only readable ones. */
  function list(call: AuthenticatedCall, practice: Practice, within: string) {
    const mayRead = (scope: string) => may(practice.state, call.caller.objectId, `${type}/read`, scope)
    if (!hasAnyRole(practice.state, call.caller.objectId, within)) requireRight(call, practice, `${type}/read`, within)
    const found = entriesOf(resource, practice.state).filter((entry) => reaches(within, id(entry)) && mayRead(id(entry)))
    return answerPage(resource, call, practice, found, RESOURCES_PAGE)
  }
  function removing(entry: T, practice: Practice): void {
    requireUnlocked(practice, id(entry))
    resource.removing?.(entry, practice)
  }
  const { routes, existing } = one({ ...resource, removing }, `${inGroup}/:name`, locate)
  routes.push(
    route('GET', inGroup, (call, practice) => list(call, practice, groupId(groupOf(call, practice)))),
    route('GET', `/subscriptions/:subscription/providers/${type}`, (call, practice) =>
      list(call, practice, `/subscriptions/${subscriptionOf(call, practice).id}`),
    ),
  )
  return {
    routes,
    existing: (call: AuthenticatedCall, practice: Practice, action?: string): T => existing(call, practice, locate(call, practice, action)),
    /** As `Resources - List` shows them. */
    listed: (state: TenantState) =>
      entriesOf(resource, state).map((entry: T & { readonly location?: string; readonly tags?: Readonly<Record<string, string>> }) => {
        const { location = 'Global', tags = {} } = entry
        return { id: id(entry), name: id(entry).split('/').at(-1) ?? '', type, location, tags }
      }),
  }
}

interface ScopePlace {
  readonly id: string
  readonly scope: string
}

/**
 * A type of resource on any other one.
 * @param scopeOf for inherited ones: `atScope()` excludes those below a scope, otherwise listed with those above
 */
export function onScopes<T extends object>(resource: ResourceType<T, ScopePlace>, scopeOf?: (entry: T) => string): readonly Route[] {
  const { type, id } = resource
  const address = `/*scope/providers/${type}`
  function allowed(call: AuthenticatedCall, practice: Practice, action: string): string {
    const scope = requireExisting(call, practice)
    requireRight(call, practice, `${type}/${action}`, scope)
    return scope
  }
  const locate: Locate<ScopePlace> = (call, practice, action) => {
    const scope = allowed(call, practice, action)
    return { scope, id: `${scope}/providers/${type}/${call.part('name')}` }
  }
  const list = route('GET', address, (call, practice) => {
    const scope = allowed(call, practice, 'read')
    const filter = scopeOf && call.query.get('$filter')
    if (filter && !/^\s*atScope\(\)\s*$/i.test(filter))
      throw new ServiceRefusal(400, 'UnsupportedQuery', `The filter '${filter}' is not supported. Supported filters are 'atScope()'.`)
    const isListed = (entry: T): boolean => {
      if (!scopeOf) return reaches(`${scope}/providers/${type}`, id(entry))
      return reaches(scopeOf(entry), scope) || (!filter && reaches(scope, scopeOf(entry)))
    }
    return answerPage(resource, call, practice, entriesOf(resource, practice.state).filter(isListed), 1, scope)
  })
  return [list, ...one(resource, `${address}/:name`, locate).routes]
}
