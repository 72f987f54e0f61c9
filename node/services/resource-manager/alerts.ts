import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { isAbsent } from '#machines/engine/step/refusals.ts'
import { NEAR_EXPIRY_EVENT, nearExpiryBody } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { actionGroupBody, emailReceiver, sameEmail } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { parseResourceId, sameId } from '#machines/procedure/ids.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { ActionGroup, AzureService, NearExpiryAlert } from '#machines/procedure/services/services.ts'
import { requestMessages } from '../answer-messages.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { type Asked, inSubscription, on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { asTaken, isProvisioned, isUnderWay, untilProvisioned } from './provisioning.ts'
import { orAbsent, orNone } from './unregistered.ts'

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

/** Azure accepts subscriptions before they take effect, and keeps failed ones. */
const isInEffect = (subscription: EventSubscription): boolean => isProvisioned(asResource(subscription))

const asResource = ({ id, properties: { provisioningState } }: EventSubscription) =>
  withOptional({ id }, { provisioningState: provisioningState || undefined })

const eventSubscriptionPageSchema = pageOf(eventSubscriptionSchema)

const systemTopicPageSchema = pageOf(anyCase({ id: z.string().min(1), properties: anyCase({ source: text }) }))

const toAlert = ({ id, properties: { destination } }: EventSubscription): NearExpiryAlert => ({
  id,
  actionGroups: destination?.properties?.actionGroups ?? [],
})

/** Whether it alerts for this key. The event's subject is the key's name; further filters don't count as covered. */
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

/** Keeps unknown members, because additions rewrite the whole group. */
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

/** Receivers' status is set by Azure only. */
function withoutStatus(receivers: unknown): unknown {
  const read = z.array(z.looseObject({})).safeParse(receivers)
  return read.success ? read.data.map(({ status: _, ...others }) => others) : receivers
}

function withEmails({ id: _, type: _type, name: _name, properties, ...others }: WireGroup, emails: readonly string[]) {
  const receivers = properties.emailReceivers ?? []
  const added = emails.filter((email) => !receivers.some(({ emailAddress }) => emailAddress && sameEmail(emailAddress, email)))
  const all = { ...properties, emailReceivers: [...receivers, ...added.map(emailReceiver)] }
  const written = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, withoutStatus(value)]))
  return { ...others, properties: { ...written, enabled: true } }
}

export function alertsIn(manager: ResourceManager, clock: Clock) {
  const events = (scope: string, ...name: readonly string[]): Asked => ({
    ...on(scope, 'Microsoft.EventGrid/eventSubscriptions', ...name),
    version: API_VERSIONS.events,
  })
  const listOf = async (asked: Asked, signal?: AbortSignal) => orNone(await manager.list(eventSubscriptionPageSchema, asked, signal))

  /** Subscriptions in system topics, as the portal creates them. */
  async function inSystemTopics(vaultId: string, signal?: AbortSignal): Promise<Answer<readonly EventSubscription[]>> {
    const subscriptionId = parseResourceId(vaultId)?.subscriptionId ?? ''
    const path = inSubscription(subscriptionId, 'Microsoft.EventGrid/systemTopics')
    const topics = orNone(await manager.list(systemTopicPageSchema, { path, version: API_VERSIONS.events }, signal))
    if (!topics.ok) return topics
    const own = topics.value.filter(({ properties: { source } }) => sameId(source ?? undefined, vaultId))
    const lists = await Promise.all(
      own.map(({ id }) => listOf({ scope: id, path: ['eventSubscriptions'], version: API_VERSIONS.events }, signal)),
    )
    const refused = lists.find((each) => !each.ok)
    return refused ?? { ok: true, value: lists.flatMap((each) => (each.ok ? each.value : [])) }
  }

  /** From the vault's list, which may lack a new one at first. */
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

  const readGroup = async (id: string, signal?: AbortSignal) =>
    orAbsent(await manager.get(actionGroupSchema, { scope: id, path: [], version: API_VERSIONS.actionGroups }, signal))

  return {
    async listNearExpiryAlerts(vaultId, keyName, signal) {
      const [onVault, onTopics] = await Promise.all([listOf(events(vaultId), signal), inSystemTopics(vaultId, signal)])
      if (!onVault.ok) return onVault
      if (!onTopics.ok) return onTopics
      const others = onTopics.value.filter(({ id }) => !onVault.value.some((each) => sameId(each.id, id)))
      return { ok: true, value: [...onVault.value, ...others].filter(isInEffect).filter(alertsOf(keyName)).map(toAlert) }
    },
    async alertNearExpiry({ vaultId, name, actionGroup }, signal) {
      const shown = await listOf(events(vaultId), signal)
      if (!shown.ok) return shown
      // An accepted subscription is awaited, not sent again.
      const id = `${vaultId}/providers/Microsoft.EventGrid/eventSubscriptions/${name}`
      const accepted = shown.value.find(
        (each) =>
          sameId(each.id, id) && isUnderWay(asResource(each)) && toAlert(each).actionGroups.some((group) => sameId(group, actionGroup)),
      )
      if (accepted) return asTaken(await untilInEffect(vaultId, name, accepted, signal))
      const answer = await manager.put(eventSubscriptionSchema, events(vaultId, name), nearExpiryBody(actionGroup), signal)
      return answer.ok ? asTaken(await untilInEffect(vaultId, name, answer.value, signal)) : answer
    },
    async readActionGroup(id, signal) {
      const answer = await readGroup(id, signal)
      return answer.ok ? { ok: true, value: toActionGroup(answer.value) } : answer
    },
    async mailAlerts(id, emails, signal) {
      const existing = await readGroup(id, signal)
      if (!existing.ok && !isAbsent(existing)) return existing
      const body = existing.ok ? withEmails(existing.value, emails) : actionGroupBody(emails)
      const answer = await manager.put(actionGroupSchema, { scope: id, path: [], version: API_VERSIONS.actionGroups }, body, signal)
      return answer.ok ? { ok: true, value: toActionGroup(answer.value) } : answer
    },
  } satisfies Partial<AzureService>
}
