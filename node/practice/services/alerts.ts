import * as z from 'zod'
import { reaches } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type ActionGroupState, type EventSubscriptionState, groupId, same, vaultId } from '../state.ts'
import { inGroups, onScopes } from './resource.ts'
import { groupOf, page, requireRegistered, requireRight, subscriptionOf } from './resource-scope.ts'

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

/** Of the vault, or of its system topic. */
const idOf = ({ vaultId, topic, name }: EventSubscriptionState): string =>
  `${topic === undefined ? `${vaultId}/providers/${EVENTS}` : `${topicId(vaultId, topic)}/eventSubscriptions`}/${name}`

const topicId = (vaultId: string, topic: string): string => `${vaultId.replace(/\/providers\/.*$/i, '')}/providers/${TOPICS}/${topic}`

const eventJson = (subscription: EventSubscriptionState, { clock }: Practice) => ({
  id: idOf(subscription),
  type: subscription.topic === undefined ? EVENTS : `${TOPICS}/eventSubscriptions`,
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
  return json(
    200,
    page(
      call,
      found.map((each) => eventJson(each, practice)),
      PAGE,
    ),
  )
}

const events = onScopes<EventSubscriptionState>({
  type: EVENTS,
  list: ({ eventSubscriptions }) => eventSubscriptions,
  id: idOf,
  shown: eventJson,
  statuses: [201, 201],
  put(call, { state, clock }, { scope }, existing) {
    const subscription = state.subscriptions.find((each) => reaches(`/subscriptions/${each.id}`, scope))
    if (subscription) requireRegistered(subscription, 'Microsoft.EventGrid')
    const { destination, filter } = bodyOf(call, eventBody).properties
    const { severity, actionGroups } = destination.properties
    const unknown = actionGroups.find((id) => !state.actionGroups.some((group) => same(group.id, id)))
    if (unknown !== undefined) throw new ServiceRefusal(400, 'InvalidRequest', `The action group '${unknown}' was not found.`)
    const underWay = { as: existing ? 'Updating' : 'Creating', until: clock.now() + PROVISIONING } as const
    return { vaultId: scope, name: call.part('name'), severity, actionGroups, eventTypes: filter.includedEventTypes, underWay }
  },
})

export const actionGroups = inGroups<ActionGroupState>({
  type: GROUPS,
  list: (state) => state.actionGroups,
  id: ({ id }) => id,
  shown: groupJson,
  put(call, _, place, existing) {
    const { groupShortName: shortName, enabled, emailReceivers } = bodyOf(call, groupBody).properties
    const names = emailReceivers.map(({ name }) => name.toLowerCase())
    if (new Set(names).size < names.length)
      throw new ServiceRefusal(400, 'DuplicateReceiverName', 'Receiver names must be unique within an action group.')
    const emails = emailReceivers.map(({ name, emailAddress }) => {
      const unsubscribed = existing?.emails.some((each) => same(each.name, name) && each.unsubscribed)
      return { name, emailAddress, ...(unsubscribed ? { unsubscribed: true as const } : {}) }
    })
    return { id: existing?.id ?? place.id, shortName, enabled, emails }
  },
})

export const alertRoutes: readonly Route[] = [
  route('GET', `/subscriptions/:subscription/resourceGroups/:group/providers/${TOPICS}/:topic/eventSubscriptions`, listInTopic),
  route('GET', `/subscriptions/:subscription/providers/${TOPICS}`, listTopics),
  ...events,
  ...actionGroups.routes,
]
