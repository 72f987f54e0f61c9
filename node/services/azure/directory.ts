import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { DirectoryService, GroupMembers, PartnerRelationship, Person } from '#machines/procedure/services/services.ts'
import { answerMessages, requestMessages } from '../answer-messages.ts'
import { anyCase, text } from './any-case.ts'
import { restClient } from './client-options.ts'
import type { Connection } from './connection.ts'
import { exchangeFor } from './exchange.ts'
import { graphHost } from './hosts.ts'
import { NoAnswerInTime, refusedHere } from './refusal.ts'
import { pathOf, problemWithPath } from './scope.ts'
import { nameText } from './service-text.ts'

/** Names are optional: includes pauses between attempts. */
const ANSWERS_WITHIN_SECONDS = 10
const MOST_PEOPLE = 10
/** With more, no one reads the names individually. */
const MOST_MEMBERS = 10
/** Maximum of one answer. */
const MOST_RELATIONSHIPS = 300
const FIELDS = 'id,displayName,userPrincipalName'

const personSchema = anyCase({ id: z.string(), displayName: text, userPrincipalName: text }).transform(
  ({ id, displayName, userPrincipalName }): Person => {
    const userName = nameText(userPrincipalName ?? '')
    return { id, displayName: nameText(displayName ?? '') || userName || id, userName }
  },
)

export const peopleSchema = anyCase({ value: z.array(personSchema) }).transform(({ value }) => value.slice(0, MOST_PEOPLE))

const groupsSchema = anyCase({ value: z.array(anyCase({ id: z.string(), displayName: text })) }).transform(({ value }) =>
  value
    .slice(0, MOST_PEOPLE)
    .map(({ id, displayName }): Person => ({ id, displayName: nameText(displayName ?? '') || id, userName: '', isGroup: true })),
)

export const membersSchema = anyCase({ value: z.array(personSchema), '@odata.nextLink': text }).transform(
  ({ value, ...rest }): GroupMembers => ({
    people: value.slice(0, MOST_MEMBERS),
    areMore: value.length > MOST_MEMBERS || Boolean(rest['@odata.nextLink']),
  }),
)

const groupNameSchema = anyCase({ id: z.string(), displayName: text }).transform(({ id, displayName }) => nameText(displayName ?? '') || id)

const relationshipSchema = anyCase({
  displayName: text,
  status: text,
  endDateTime: text,
  autoExtendDuration: text,
  customer: anyCase({ tenantId: text }).nullish(),
  accessDetails: anyCase({ unifiedRoles: z.array(anyCase({ roleDefinitionId: text })).nullish() }).nullish(),
})

/** A zero duration means no extension. Source: the resource type `delegatedAdminRelationship`. */
const isExtension = (duration: string | null | undefined): boolean => /[1-9]/.test(duration ?? '')

function relationshipOf(sent: z.infer<typeof relationshipSchema>): PartnerRelationship {
  const endsAt = Date.parse(sent.endDateTime ?? '')
  return {
    name: nameText(sent.displayName ?? ''),
    status: sent.status ?? '',
    ...(Number.isNaN(endsAt) ? {} : { endsAt }),
    isExtended: isExtension(sent.autoExtendDuration),
    roleIds: (sent.accessDetails?.unifiedRoles ?? []).flatMap(({ roleDefinitionId }) => roleDefinitionId ?? []),
  }
}

/** A partner’s own tenant lists all of its customers. */
const relationshipsSchema = (tenantId: string) =>
  anyCase({ value: z.array(relationshipSchema) }).transform(({ value }) =>
    value.filter(({ customer }) => sameId(customer?.tenantId ?? tenantId, tenantId)).map(relationshipOf),
  )

/** A clause of `$search`; only quotes and backslashes are special. Source: "Use the $search query parameter". */
const clause = (property: string, wanted: string): string =>
  `"${property}:${wanted.replaceAll(/\p{Cs}/gu, '').replaceAll(/["\\]/g, String.raw`\$&`)}"`

/** Only security groups can have roles. Source: "List groups", Microsoft Graph v1.0: `$search` and `$filter` are joined by and. */
const groupsAddress = (graph: string, wanted: string): string =>
  `${graph}/v1.0/groups?$search=${encodeURIComponent(clause('displayName', wanted))}&$filter=securityEnabled%20eq%20true&$select=id,displayName&$top=${MOST_PEOPLE}&$count=true`

function searchAddress(graph: string, wanted: string): string {
  const search = ['displayName', 'userPrincipalName'].map((property) => clause(property, wanted)).join(' OR ')
  return `${graph}/v1.0/users?$search=${encodeURIComponent(search)}&$select=${FIELDS}&$top=${MOST_PEOPLE}&$count=true`
}

/** Names, group members and partner relationships. Requests no permission: a sign-in without access is refused. */
export function connectDirectory(connection: Connection): DirectoryService {
  const { cloud, clock } = connection
  const { graph } = cloud
  const rest = graph === undefined ? undefined : restClient(connection, graph, graphHost(cloud))

  async function ask<T>(
    schema: z.ZodType<T>,
    path: string,
    address: (graph: string) => string,
    signal: AbortSignal | undefined,
  ): Promise<Answer<T>> {
    if (graph === undefined || !rest) return { ok: false, refusal: refusedHere(`GET ${path}`, answerMessages.noDirectory) }
    const late = AbortSignal.timeout(ANSWERS_WITHIN_SECONDS * 1000)
    const request = { method: 'GET', url: address(graph), headers: { ConsistencyLevel: 'eventual' } } as const
    try {
      return await exchangeFor(schema, () => rest.send(request), clock, signal ? AbortSignal.any([signal, late]) : late)
    } catch (error) {
      if (!late.aborted || signal?.aborted) throw error
      return {
        ok: false,
        refusal: { reason: 'unavailable', request: `GET ${path}`, message: new NoAnswerInTime(ANSWERS_WITHIN_SECONDS).why },
      }
    }
  }

  /** Sends nothing for an ID that would lead elsewhere: principals come from services. */
  async function askFor<T>(
    schema: z.ZodType<T>,
    [of, id, ...more]: readonly [of: 'users' | 'groups', id: string, ...more: readonly string[]],
    query: string,
    signal: AbortSignal | undefined,
  ): Promise<Answer<T>> {
    const problem = id === '' ? requestMessages.noPrincipal({ id }) : problemWithPath([id])
    if (problem) return { ok: false, refusal: refusedHere(`GET /v1.0/${of}`, problem) }
    const path = `/v1.0/${pathOf([of, id, ...more])}`
    return ask(schema, path, (at) => `${at}${path}?${query}`, signal)
  }

  return {
    searchPeople: (wanted, signal) => ask(peopleSchema, '/v1.0/users', (at) => searchAddress(at, wanted), signal),
    searchGroups: (wanted, signal) => ask(groupsSchema, '/v1.0/groups', (at) => groupsAddress(at, wanted), signal),
    readPerson: (id, signal) => askFor(personSchema, ['users', id], `$select=${FIELDS}`, signal),
    readGroupName: (id, signal) => askFor(groupNameSchema, ['groups', id], '$select=id,displayName', signal),
    // The cast to people requires the count. Source: "List group transitive members", Microsoft Graph v1.0.
    listGroupMembers: (id, signal) =>
      askFor(
        membersSchema,
        ['groups', id, 'transitiveMembers', 'microsoft.graph.user'],
        `$select=${FIELDS}&$top=${MOST_MEMBERS}&$count=true`,
        signal,
      ),
    listPartnerRelationships: (tenantId, signal) => {
      const path = '/v1.0/tenantRelationships/delegatedAdminRelationships'
      return ask(relationshipsSchema(tenantId), path, (at) => `${at}${path}?$top=${MOST_RELATIONSHIPS}`, signal)
    },
  }
}
