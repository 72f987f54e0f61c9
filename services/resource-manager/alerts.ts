import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import { isAbsent } from '../../machines/engine/step/refusals.ts'
import { NEAR_EXPIRY_EVENT, nearExpiryBody } from '../../machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { actionGroupBody, emailReceiver, sameEmail } from '../../machines/procedure/actions/mail-alerts/action-group.ts'
import { parseResourceId, sameId } from '../../machines/procedure/ids.ts'
import type { ActionGroup, AzureService, NearExpiryAlert } from '../../machines/procedure/services.ts'
import { requestMessages } from '../answer-messages.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withoutSlashes } from '../azure/assignment-name.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { refusedHere } from '../azure/refusal.ts'
import { readList } from '../azure/rest-list.ts'
import { problemWithScope } from '../azure/scope.ts'
import { asTaken, isProvisioned, isUnderWay, untilProvisioned } from './provisioning.ts'
import { orAbsent, orNone } from './unregistered.ts'

const EVENTS_VERSION = '2025-02-15'
const GROUPS_VERSION = '2023-01-01'

const eventSubscriptionSchema = anyCase({
  id: z.string().min(1),
  properties: anyCase({
    provisioningState: text,
    destination: anyCase({ endpointType: text, properties: anyCase({ actionGroups: z.array(z.string()).nullish() }).nullish() }).nullish(),
    filter: anyCase({
      includedEventTypes: z.array(z.string()).nullish(),
      subjectBeginsWith: text,
      subjectEndsWith: text,
      isSubjectCaseSensitive: z.boolean().nullish(),
      advancedFilters: z.array(z.unknown()).nullish(),
    }).nullish(),
  }),
})

type EventSubscription = z.output<typeof eventSubscriptionSchema>

/** Whether it is in effect. Azure accepts one before it is, and keeps one that has failed. */
const isInEffect = (subscription: EventSubscription): boolean => isProvisioned(asResource(subscription))

const asResource = ({ id, properties: { provisioningState } }: EventSubscription) =>
  withOptional({ id }, { provisioningState: provisioningState || undefined })

const eventSubscriptionPageSchema = anyCase({ value: z.array(eventSubscriptionSchema), nextLink: text })

const systemTopicPageSchema = anyCase({
  value: z.array(anyCase({ id: z.string().min(1), properties: anyCase({ source: text }) })),
  nextLink: text,
})

const toAlert = ({ id, properties: { destination } }: EventSubscription): NearExpiryAlert => ({
  id,
  actionGroups: destination?.properties?.actionGroups ?? [],
})

/** Whether it turns the event of this key into an alert. The subject of the event is the key's name; what filters further is not counted on. */
function alertsOf(keyName: string): (subscription: EventSubscription) => boolean {
  return ({ properties: { destination, filter } }) => {
    const name = filter?.isSubjectCaseSensitive ? keyName : keyName.toLowerCase()
    const part = (value: string | null | undefined) => (filter?.isSubjectCaseSensitive ? (value ?? '') : (value ?? '').toLowerCase())
    const types = filter?.includedEventTypes ?? []
    return (
      destination?.endpointType?.toLowerCase() === 'monitoralert' &&
      (types.length === 0 || types.some((type) => ['all', NEAR_EXPIRY_EVENT.toLowerCase()].includes(type.toLowerCase()))) &&
      name.startsWith(part(filter?.subjectBeginsWith)) &&
      name.endsWith(part(filter?.subjectEndsWith)) &&
      (filter?.advancedFilters ?? []).length === 0
    )
  }
}

const receiverSchema = z.looseObject({ name: text, emailAddress: text, status: text })

/** Members that aren't known here are kept: the whole group is written when someone is added. */
const actionGroupSchema = z.looseObject({
  id: z.string().min(1),
  properties: z.looseObject({ enabled: z.boolean().nullish(), emailReceivers: z.array(receiverSchema).nullish() }),
})

type WireGroup = z.output<typeof actionGroupSchema>

function toActionGroup({ id, properties: { enabled, emailReceivers } }: WireGroup): ActionGroup {
  const addressesOf = (disabled: boolean) =>
    (emailReceivers ?? []).flatMap(({ emailAddress, status }) =>
      emailAddress && (status?.toLowerCase() === 'disabled') === disabled ? [emailAddress] : [],
    )
  return { id, emails: enabled === false ? [] : addressesOf(false), unsubscribed: addressesOf(true) }
}

/** Whether a receiver gets anything is said by Azure alone, for each kind of receiver. */
function withoutStatus(receivers: unknown): unknown {
  const read = z.array(z.looseObject({})).safeParse(receivers)
  return read.success ? read.data.map(({ status: _, ...others }) => others) : receivers
}

/** A group as it is, with these people among those who get mail. */
function withEmails({ id: _, type: _type, name: _name, properties, ...others }: WireGroup, emails: readonly string[]) {
  const receivers = properties.emailReceivers ?? []
  const added = emails.filter((email) => !receivers.some(({ emailAddress }) => emailAddress && sameEmail(emailAddress, email)))
  const all = { ...properties, emailReceivers: [...receivers, ...added.map(emailReceiver)] }
  const written = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, withoutStatus(value)]))
  return { ...others, properties: { ...written, enabled: true } }
}

type Alerts = Pick<AzureService, 'listNearExpiryAlerts' | 'alertNearExpiry' | 'readActionGroup' | 'mailAlerts'>

/** Alerts of a key vault's events, and the people they tell. */
export function connectAlerts(connection: Connection): Alerts {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const addressOf = (scope: string, rest: readonly string[], version: string) => {
    const path = [...withoutSlashes(scope).split('/'), ...rest].map(encodeURIComponent).join('/')
    return `${cloud.resourceManager}/${path}?api-version=${version}`
  }
  const events = (scope: string, ...name: readonly string[]) =>
    addressOf(scope, ['providers', 'Microsoft.EventGrid', 'eventSubscriptions', ...name], EVENTS_VERSION)
  const listOf = async (first: string, signal?: AbortSignal) =>
    orNone(await readList(eventSubscriptionPageSchema, client, first, clock, signal))

  /** Subscriptions that were made in a system topic, as the Azure portal makes them. */
  async function inSystemTopics(vaultId: string, signal?: AbortSignal): Promise<Answer<readonly EventSubscription[]>> {
    const subscriptionId = parseResourceId(vaultId)?.subscriptionId ?? ''
    const first = addressOf(`/subscriptions/${subscriptionId}`, ['providers', 'Microsoft.EventGrid', 'systemTopics'], EVENTS_VERSION)
    const topics = orNone(await readList(systemTopicPageSchema, client, first, clock, signal))
    if (!topics.ok) return topics
    const own = topics.value.filter(({ properties: { source } }) => sameId(source ?? undefined, vaultId))
    const lists = await Promise.all(own.map(({ id }) => listOf(addressOf(id, ['eventSubscriptions'], EVENTS_VERSION), signal)))
    const refused = lists.find((each) => !each.ok)
    return refused ?? { ok: true, value: lists.flatMap((each) => (each.ok ? each.value : [])) }
  }

  /** Read in the list of the vault's: one that was accepted a moment ago may not be in it yet. */
  async function untilInEffect(
    vaultId: string,
    name: string,
    first: EventSubscription,
    signal?: AbortSignal,
  ): Promise<Answer<NearExpiryAlert>> {
    const read = async (): Promise<Answer<ReturnType<typeof asResource>> | undefined> => {
      const all = await listOf(events(vaultId), signal)
      if (!all.ok) return all
      const found = all.value.find(({ id }) => sameId(id, first.id))
      return found && { ok: true, value: asResource(found) }
    }
    const says = {
      failed: (state: string) => requestMessages.alertFailed({ name, state }),
      beingMade: requestMessages.alertBeingMade({ name }),
      notShown: requestMessages.alertNotShown({ name }),
    }
    const answer = await untilProvisioned(asResource(first), { clock, read, ...says }, signal)
    return answer.ok ? { ok: true, value: toAlert(first) } : answer
  }

  const readGroup = async (id: string, signal?: AbortSignal) => {
    const get = () => client.send({ method: 'GET', url: addressOf(id, [], GROUPS_VERSION) })
    return orAbsent(await exchangeFor(actionGroupSchema, get, clock, signal))
  }

  return {
    async listNearExpiryAlerts(vaultId, keyName, signal) {
      const problem = problemWithScope(vaultId)
      if (problem) return { ok: false, refusal: refusedHere('GET eventSubscriptions', problem) }
      const [onVault, onTopics] = await Promise.all([listOf(events(vaultId), signal), inSystemTopics(vaultId, signal)])
      if (!onVault.ok) return onVault
      if (!onTopics.ok) return onTopics
      const others = onTopics.value.filter(({ id }) => !onVault.value.some((each) => sameId(each.id, id)))
      return { ok: true, value: [...onVault.value, ...others].filter(isInEffect).filter(alertsOf(keyName)).map(toAlert) }
    },
    async alertNearExpiry({ vaultId, name, actionGroup }, signal) {
      const problem = problemWithScope(vaultId)
      if (problem) return { ok: false, refusal: refusedHere('PUT eventSubscriptions', problem) }
      const shown = await listOf(events(vaultId), signal)
      if (!shown.ok) return shown
      // One that Azure has accepted is waited for, not sent again.
      const id = `${vaultId}/providers/Microsoft.EventGrid/eventSubscriptions/${name}`
      const accepted = shown.value.find(
        (each) =>
          sameId(each.id, id) && isUnderWay(asResource(each)) && toAlert(each).actionGroups.some((group) => sameId(group, actionGroup)),
      )
      if (accepted) return asTaken(await untilInEffect(vaultId, name, accepted, signal))
      const put = () => client.send({ method: 'PUT', url: events(vaultId, name), body: nearExpiryBody(actionGroup) })
      const answer = await exchangeFor(eventSubscriptionSchema, put, clock, signal)
      return answer.ok ? asTaken(await untilInEffect(vaultId, name, answer.value, signal)) : answer
    },
    async readActionGroup(id, signal) {
      const problem = problemWithScope(id)
      if (problem) return { ok: false, refusal: refusedHere('GET actionGroups', problem) }
      const answer = await readGroup(id, signal)
      return answer.ok ? { ok: true, value: toActionGroup(answer.value) } : answer
    },
    async mailAlerts(id, emails, signal) {
      const problem = problemWithScope(id)
      if (problem) return { ok: false, refusal: refusedHere('PUT actionGroups', problem) }
      const present = await readGroup(id, signal)
      if (!present.ok && !isAbsent(present)) return present
      const body = present.ok ? withEmails(present.value, emails) : actionGroupBody(emails)
      const put = () => client.send({ method: 'PUT', url: addressOf(id, [], GROUPS_VERSION), body })
      const answer = await exchangeFor(actionGroupSchema, put, clock, signal)
      return answer.ok ? { ok: true, value: toActionGroup(answer.value) } : answer
    },
  }
}
