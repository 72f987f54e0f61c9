import * as z from 'zod'
import { reaches } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type ActionGroupState, type EventSubscriptionState, groupId, same, vaultId } from '../state.ts'
import { groupOf, page, requireExisting, requireRegistered, requireRight, resourceNotFound, subscriptionOf } from './resource-scope.ts'

/** Microsoft.EventGrid: events of a key vault; Microsoft.Insights: notifications. */

const EVENTS = 'Microsoft.EventGrid/eventSubscriptions'
const TOPICS = 'Microsoft.EventGrid/systemTopics'
const GROUPS = 'Microsoft.Insights/actionGroups'
/** Small, to expose clients that ignore the next page. */
const PAGE = 1
const LONGEST_SHORT_NAME = 12
/** Time until an event subscription takes effect, in milliseconds. */
const PROVISIONING = 12_000

const eventBody = z.looseObject({
  properties: z.looseObject({
    destination: z.looseObject({
      endpointType: z.literal('MonitorAlert'),
      properties: z.looseObject({ severity: z.enum(['Sev0', 'Sev1', 'Sev2', 'Sev3', 'Sev4']), actionGroups: z.array(z.string()) }),
    }),
    filter: z.looseObject({ includedEventTypes: z.array(z.string()) }),
    // The only schema for alerts.
    eventDeliverySchema: z.literal('CloudEventSchemaV1_0'),
  }),
})

const groupBody = z.looseObject({
  location: z.string(),
  properties: z.looseObject({
    groupShortName: z.string().min(1).max(LONGEST_SHORT_NAME),
    enabled: z.boolean(),
    emailReceivers: z
      .array(z.looseObject({ name: z.string().min(1), emailAddress: z.string().min(1), useCommonAlertSchema: z.boolean().default(false) }))
      .default([]),
  }),
})

/** Belongs to the vault, or to its system topic. */
const scopeOf = ({ vaultId, topic }: EventSubscriptionState): string =>
  topic === undefined ? `${vaultId}/providers/${EVENTS}` : `${topicId(vaultId, topic)}/eventSubscriptions`

const topicId = (vaultId: string, topic: string): string => `${vaultId.replace(/\/providers\/.*$/i, '')}/providers/${TOPICS}/${topic}`

const eventJson =
  ({ clock }: Practice) =>
  (subscription: EventSubscriptionState) => ({
    id: `${scopeOf(subscription)}/${subscription.name}`,
    type: EVENTS,
    name: subscription.name,
    properties: {
      topic: subscription.vaultId,
      provisioningState: subscription.underWay && clock.now() < subscription.underWay.until ? subscription.underWay.as : 'Succeeded',
      destination: {
        endpointType: 'MonitorAlert',
        properties: { severity: subscription.severity, actionGroups: subscription.actionGroups },
      },
      filter: { includedEventTypes: subscription.eventTypes },
      eventDeliverySchema: 'CloudEventSchemaV1_0',
    },
  })

const groupJson = ({ id, shortName, enabled, emails }: ActionGroupState) => ({
  id,
  type: GROUPS,
  name: id.split('/').at(-1),
  location: 'Global',
  tags: {},
  properties: {
    groupShortName: shortName,
    enabled,
    emailReceivers: emails.map(({ name, emailAddress, unsubscribed }) => ({
      name,
      emailAddress,
      useCommonAlertSchema: true,
      status: unsubscribed ? 'Disabled' : 'Enabled',
    })),
    smsReceivers: [],
    webhookReceivers: [],
  },
})

function listEvents(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${EVENTS}/read`, scope)
  const found = practice.state.eventSubscriptions.filter(({ vaultId, topic }) => same(vaultId, scope) && topic === undefined)
  return json(200, page(call, found.map(eventJson(practice)), PAGE))
}

function putEvent(call: AuthenticatedCall, practice: Practice) {
  const { state, clock } = practice
  const vaultId = requireExisting(call, practice)
  requireRight(call, practice, `${EVENTS}/write`, vaultId)
  registered(practice, vaultId, 'Microsoft.EventGrid')
  const { destination, filter } = bodyOf(call, eventBody).properties
  const { severity, actionGroups } = destination.properties
  const unknown = actionGroups.find((id) => !state.actionGroups.some((group) => same(group.id, id)))
  if (unknown !== undefined) throw new ServiceRefusal(400, 'InvalidRequest', `The action group '${unknown}' was not found.`)
  const name = call.part('name')
  const existing = state.eventSubscriptions.find((each) => same(each.vaultId, vaultId) && same(each.name, name))
  const underWay = { as: existing ? 'Updating' : 'Creating', until: clock.now() + PROVISIONING } as const
  const made: EventSubscriptionState = { vaultId, name, severity, actionGroups, eventTypes: filter.includedEventTypes, underWay }
  put(state.eventSubscriptions, existing, made)
  return json(201, eventJson(practice)(made))
}

function removeEvent(call: AuthenticatedCall, practice: Practice) {
  const vaultId = requireExisting(call, practice)
  requireRight(call, practice, `${EVENTS}/delete`, vaultId)
  const { eventSubscriptions: all } = practice.state
  const existing = all.find((each) => same(each.vaultId, vaultId) && same(each.name, call.part('name')))
  if (!existing) return empty(204)
  all.splice(all.indexOf(existing), 1)
  return empty(200)
}

function put<T>(all: T[], existing: T | undefined, made: T): void {
  all.splice(existing ? all.indexOf(existing) : all.length, existing ? 1 : 0, made)
}

function registered({ state }: Practice, id: string, namespace: string): void {
  const subscription = state.subscriptions.find((each) => reaches(`/subscriptions/${each.id}`, id))
  if (subscription) requireRegistered(subscription, namespace)
}

function listTopics(call: AuthenticatedCall, practice: Practice) {
  const { id } = subscriptionOf(call, practice)
  requireRight(call, practice, `${TOPICS}/read`, `/subscriptions/${id}`)
  const topics = new Map(
    practice.state.eventSubscriptions.flatMap(({ vaultId, topic }) => (topic === undefined ? [] : [[topicId(vaultId, topic), vaultId]])),
  )
  const value = [...topics].map(([topic, source]) => ({
    id: topic,
    type: TOPICS,
    name: topic.split('/').at(-1),
    location: locationOf(practice, source),
    properties: { source, topicType: 'Microsoft.KeyVault.vaults', provisioningState: 'Succeeded' },
  }))
  return json(200, page(call, value, PAGE))
}

const locationOf = ({ state }: Practice, source: string): string =>
  state.vaults.find((vault) => same(vaultId(vault), source))?.location ?? 'global'

function listInTopic(call: AuthenticatedCall, practice: Practice) {
  const group = groupId(groupOf(call, practice))
  requireRight(call, practice, `${TOPICS}/eventSubscriptions/read`, group)
  const id = `${group}/providers/${TOPICS}/${call.part('topic')}`
  const found = practice.state.eventSubscriptions.filter(({ vaultId, topic }) => topic !== undefined && same(topicId(vaultId, topic), id))
  return json(200, page(call, found.map(eventJson(practice)), PAGE))
}

const idIn = (call: AuthenticatedCall, practice: Practice): string =>
  `${groupId(groupOf(call, practice))}/providers/${GROUPS}/${call.part('name')}`

function readGroup(call: AuthenticatedCall, practice: Practice) {
  const id = idIn(call, practice)
  requireRight(call, practice, `${GROUPS}/read`, id)
  const found = practice.state.actionGroups.find((group) => same(group.id, id))
  if (!found) throw resourceNotFound(GROUPS, call.part('name'), call.part('group'))
  return json(200, groupJson(found))
}

function putGroup(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const id = idIn(call, practice)
  requireRight(call, practice, `${GROUPS}/write`, id)
  registered(practice, id, 'Microsoft.Insights')
  const { groupShortName: shortName, enabled, emailReceivers } = bodyOf(call, groupBody).properties
  const names = emailReceivers.map(({ name }) => name.toLowerCase())
  if (new Set(names).size < names.length)
    throw new ServiceRefusal(400, 'DuplicateReceiverName', 'Receiver names must be unique within an action group.')
  const existing = state.actionGroups.find((group) => same(group.id, id))
  const emails = emailReceivers.map(({ name, emailAddress }) => {
    const unsubscribed = existing?.emails.some((each) => same(each.name, name) && each.unsubscribed)
    return { name, emailAddress, ...(unsubscribed ? { unsubscribed: true as const } : {}) }
  })
  const made: ActionGroupState = { id: existing?.id ?? id, shortName, enabled, emails }
  put(state.actionGroups, existing, made)
  return json(existing ? 200 : 201, groupJson(made))
}

const IN_GROUP = '/subscriptions/:subscription/resourceGroups/:group/providers'
const ON_VAULT = `/*scope/providers/${EVENTS}`

export const alertRoutes: readonly Route[] = [
  route('GET', `${IN_GROUP}/${TOPICS}/:topic/eventSubscriptions`, listInTopic),
  route('GET', `/subscriptions/:subscription/providers/${TOPICS}`, listTopics),
  route('GET', ON_VAULT, listEvents),
  route('PUT', `${ON_VAULT}/:name`, putEvent),
  route('DELETE', `${ON_VAULT}/:name`, removeEvent),
  route('GET', `${IN_GROUP}/${GROUPS}/:name`, readGroup),
  route('PUT', `${IN_GROUP}/${GROUPS}/:name`, putGroup),
]
