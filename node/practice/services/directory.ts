import * as z from 'zod'
import { ORIGINS } from '../addresses.ts'
import { callerOf, type SignInProblem } from '../authentication.ts'
import { guid } from '../random.ts'
import {
  type AuthenticatedCall,
  bodyOf,
  dispatch,
  json,
  type Practice,
  type Route,
  route,
  type Service,
  ServiceRefusal,
} from '../service.ts'
import { type Application, type GroupState, type Person, same, type TenantState, timestamp } from '../state.ts'

/** Microsoft Graph, as far as the wizard and Azure CLI resolve IDs: people and service principals, including the policies' identities. */

export const directory: Service = {
  name: 'directory',
  async handle(call, practice) {
    const audiences = [ORIGINS.directory, await practice.addresses.served(ORIGINS.directory)]
    const caller = callerOf(call, practice, audiences, signInRefusal)
    const answer = dispatch(routes, { ...call, caller }, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'Request_ResourceNotFound', `Resource '${call.url.pathname}' does not exist.`)
  },
  refuse: ({ status, code, message, headers }, { random }) =>
    json(status, { error: { code, message, innerError: { 'request-id': guid(random) } } }, headers),
  headers: (_call, { random }) => ({ 'request-id': guid(random), 'client-request-id': guid(random) }),
}

const signInRefusal = (problem: SignInProblem): ServiceRefusal =>
  new ServiceRefusal(
    401,
    'InvalidAuthenticationToken',
    typeof problem === 'object' ? 'Access token validation failure. Invalid audience.' : `Access token is ${problem}.`,
  )

/** Source: "Use the $select query parameter". */
function selected(call: AuthenticatedCall, object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = call.query.get('$select')?.split(',')
  return fields ? Object.fromEntries(Object.entries(object).filter(([name]) => fields.some((field) => same(field, name)))) : object
}

const userJson = ({ objectId, displayName, userName }: Person) => ({
  '@odata.type': '#microsoft.graph.user',
  id: objectId,
  displayName,
  userPrincipalName: userName,
  mail: userName,
})

const applicationJson = ({ objectId, displayName, clientId }: Pick<Application, 'objectId' | 'displayName' | 'clientId'>) => ({
  '@odata.type': '#microsoft.graph.servicePrincipal',
  id: objectId,
  appId: clientId,
  displayName,
  servicePrincipalNames: [clientId],
  servicePrincipalType: 'Application',
})

const groupJson = ({ objectId, displayName }: GroupState) => ({
  '@odata.type': '#microsoft.graph.group',
  id: objectId,
  displayName,
  securityEnabled: true,
})

/** Members only: a delegated account has no user object. */
const usersIn = (state: TenantState): Person[] => state.people.filter(({ standing }) => standing === 'member')

/** A policy's identity appears some time after the policy. */
function objectsIn({ state, clock }: Practice): { readonly id: string }[] {
  const identities = state.policies.flatMap(({ name, identity, principalKnownAt }) =>
    identity.principalId && principalKnownAt <= clock.now()
      ? [applicationJson({ objectId: identity.principalId, displayName: name, clientId: identity.principalId })]
      : [],
  )
  return [...usersIn(state).map(userJson), ...state.groups.map(groupJson), ...state.applications.map(applicationJson), ...identities]
}

const idsBody = z.looseObject({ ids: z.array(z.string()).max(1000) })

function byIds(call: AuthenticatedCall, practice: Practice) {
  const { ids } = bodyOf(call, idsBody, 'Request_BadRequest')
  const value = objectsIn(practice).filter(({ id }) => ids.some((wanted) => same(wanted, id)))
  return json(200, { value })
}

const notFound = (name: string): ServiceRefusal =>
  new ServiceRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  )

function user(call: AuthenticatedCall, wanted: string, { state }: Practice) {
  const found = usersIn(state).find(({ objectId, userName }) => same(objectId, wanted) || same(userName, wanted))
  if (!found) throw notFound(wanted)
  return json(200, selected(call, userJson(found)))
}

/** Apps have no Graph permission here. Source: "Get group" and "List group transitive members", permissions. */
function group(call: AuthenticatedCall, { state }: Practice): GroupState {
  requirePeople(call)
  const wanted = call.part('group')
  const found = state.groups.find(({ objectId }) => same(objectId, wanted))
  if (!found) throw notFound(wanted)
  return found
}

function membersOf({ groups, ...state }: TenantState, { members }: GroupState, seen: readonly string[] = []): Person[] {
  const inner = groups.filter(({ objectId }) => !seen.includes(objectId) && members.some((each) => same(each, objectId)))
  return [
    ...usersIn({ ...state, groups }).filter(({ objectId }) => members.some((each) => same(each, objectId))),
    ...inner.flatMap((each) => membersOf({ ...state, groups }, each, [...seen, each.objectId])),
  ]
}

function groupMembers(call: AuthenticatedCall, practice: Practice) {
  const people = [...new Set(membersOf(practice.state, group(call, practice)))]
  const size = Number(call.query.get('$top') ?? 100)
  const next = people.length > size ? { '@odata.nextLink': `${call.url.origin}${call.url.pathname}?$skiptoken=${size}` } : {}
  return json(200, { ...next, value: people.slice(0, size).map((each) => selected(call, userJson(each))) })
}

function filtered(call: AuthenticatedCall, pattern: RegExp): string | undefined {
  const filter = call.query.get('$filter')
  if (filter === null) return undefined
  const value = pattern.exec(filter)?.[1]
  if (value === undefined)
    throw new ServiceRefusal(400, 'Request_UnsupportedQuery', `Unsupported or invalid query filter clause: '${filter}'.`)
  return value.replaceAll("''", "'")
}

/** Apps have no Graph permission here. Source: "List users", permissions. */
function requirePeople({ caller }: AuthenticatedCall): void {
  if (caller.kind === 'ServicePrincipal')
    throw new ServiceRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
}

/** Clauses of `$search`, joined by `OR`: property and text. */
function clausesOf(search: string): readonly (readonly [property: string, wanted: string])[] {
  const clauses = Array.from(search.matchAll(/"(displayName|userPrincipalName):((?:[^"\\]|\\["\\])+)"/g))
  if (clauses.length === 0 || clauses.map(([clause]) => clause).join(' OR ') !== search)
    throw new ServiceRefusal(400, 'Request_BadRequest', `Syntax error: the search clause '${search}' is not valid.`)
  return clauses.map(([, property = '', wanted = '']) => [property, wanted.replaceAll(/\\(.)/g, '$1').toLowerCase()])
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Each searched word starts a word of the name, in any order. */
function hasWords(name: string, wanted: string): boolean {
  const [words, all] = [wordsOf(name), wordsOf(wanted)]
  return all.length > 0 && all.every((each) => words.some((word) => word.startsWith(each)))
}

function requireEventual(call: AuthenticatedCall): void {
  if (call.request.headers['consistencylevel'] !== 'eventual')
    throw new ServiceRefusal(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    )
}

function searched(call: AuthenticatedCall, search: string, { state }: Practice) {
  requirePeople(call)
  requireEventual(call)
  const clauses = clausesOf(search)
  const value = usersIn(state).filter(({ displayName, userName }) =>
    clauses.some(([property, wanted]) =>
      property === 'displayName' ? hasWords(displayName, wanted) : userName.toLowerCase().startsWith(wanted),
    ),
  )
  return json(200, { value: value.slice(0, Number(call.query.get('$top') ?? 100)).map((each) => selected(call, userJson(each))) })
}

/** By words of the display name only. Apps have no Graph permission here. Source: "List groups", permissions. */
function groups(call: AuthenticatedCall, { state }: Practice) {
  requirePeople(call)
  requireEventual(call)
  const clauses = clausesOf(call.query.get('$search') ?? '')
  const value = state.groups.filter(({ displayName }) =>
    clauses.every(([property, wanted]) => property === 'displayName' && hasWords(displayName, wanted)),
  )
  return json(200, { value: value.slice(0, Number(call.query.get('$top') ?? 100)).map((each) => selected(call, groupJson(each))) })
}

function users(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const search = call.query.get('$search')
  if (search !== null) return searched(call, search, practice)
  const name = filtered(call, /^\s*userPrincipalName\s+eq\s+'((?:[^']|'')*)'\s*$/i)
  return json(200, {
    value: usersIn(state)
      .filter(({ userName }) => name === undefined || same(userName, name))
      .map((each) => selected(call, userJson(each))),
  })
}

function servicePrincipals(call: AuthenticatedCall, { state }: Practice) {
  const name = filtered(call, /^\s*(?:servicePrincipalNames\/any\(\s*c:\s*c\s+eq\s+|appId\s+eq\s+)'((?:[^']|'')*)'\s*\)?\s*$/i)
  const found = state.applications.filter(({ clientId }) => name === undefined || same(clientId, name))
  return json(200, { value: found.map((each) => selected(call, applicationJson(each))) })
}

/** As a partner signed in to the customer's tenant sees it. Undocumented there. */
function partnerRelationships(call: AuthenticatedCall, { state }: Practice) {
  requirePeople(call)
  return json(200, {
    value: state.partnerRelationships.map(({ id, name, status, endsAt, roleIds, autoExtendDuration }) => ({
      '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
      id,
      displayName: name,
      customer: { tenantId: state.tenantId, displayName: state.tenantName },
      accessDetails: { unifiedRoles: roleIds.map((roleDefinitionId) => ({ roleDefinitionId })) },
      status,
      // Not nullable: the longest possible duration.
      duration: 'P730D',
      autoExtendDuration,
      endDateTime: timestamp(endsAt),
    })),
  })
}

const routes: readonly Route[] = [
  route('POST', '/v1.0/directoryObjects/getByIds', byIds),
  route('GET', '/v1.0/me', (call, practice) => user(call, call.caller.objectId, practice)),
  route('GET', '/v1.0/users', users),
  route('GET', '/v1.0/users/:user', (call, practice) => {
    requirePeople(call)
    return user(call, call.part('user'), practice)
  }),
  route('GET', '/v1.0/groups', groups),
  route('GET', '/v1.0/groups/:group', (call, practice) => json(200, selected(call, groupJson(group(call, practice))))),
  route('GET', '/v1.0/groups/:group/transitiveMembers/microsoft.graph.user', groupMembers),
  route('GET', '/v1.0/servicePrincipals', servicePrincipals),
  route('GET', '/v1.0/tenantRelationships/delegatedAdminRelationships', partnerRelationships),
]
