import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { actionGroupId, isEmail, sameEmail } from '../../actions/mail-alerts/action-group.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import type { ActionGroup, AzureService, NearExpiryAlert, Services, Vault } from '../../services/services.ts'

export interface AlertsRead {
  readonly alerts: Answer<readonly NearExpiryAlert[]>
  /** Groups that the alerts notify, and the wizard's own if mail is requested. */
  readonly groups: readonly { readonly id: string; readonly group: Answer<ActionGroup> }[]
  readonly wanted?: readonly string[]
}

export interface AlertFacts extends AlertsRead {
  readonly suggested: readonly string[]
}

export function ownGroupOf(vault: Pick<Vault, 'id'>): string | undefined {
  const place = parseResourceId(vault.id)
  return place && actionGroupId(place.subscriptionId, place.resourceGroup)
}

/** Reads a key vault's alerts and recipients. No document describes this event for a Managed HSM. */
export async function readAlerts(
  azure: AzureService,
  vault: Pick<Vault, 'id'>,
  keyName: string,
  wanted: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<AlertsRead> {
  const alerts = await azure.listNearExpiryAlerts(vault.id, keyName, signal)
  const own = wanted === undefined ? undefined : ownGroupOf(vault)
  const told = (valueIn(alerts) ?? []).flatMap(({ actionGroups }) => actionGroups)
  const ids = [...told, ...(own === undefined ? [] : [own])].filter((id, index, all) => all.findIndex((each) => sameId(each, id)) === index)
  const groups = await Promise.all(ids.map(async (id) => ({ id, group: await azure.readActionGroup(id, signal) })))
  return { alerts, groups, ...defined({ wanted }) }
}

/** Suggested recipients: the account and the Power Platform administrator, if their names are addresses. */
export async function suggestedEmails(
  { account, directory }: Services,
  { policy }: Choices,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const id = policy?.administratorObjectId
  const isAsked = id !== undefined && !policy?.administratorIsGroup && !sameId(id, account.objectId)
  const other = !isAsked ? undefined : valueIn(await directory.readPerson(id, signal))
  return [account.userName, other?.userName ?? '']
    .filter(isEmail)
    .filter((email, index, all) => all.findIndex((each) => sameEmail(each, email)) === index)
}

/** Unreadable parts; a missing group notifies no one, which is a known state. */
export const unreadIn = ({ alerts, groups }: AlertsRead) =>
  refusalOf(alerts) ?? groups.flatMap(({ group }) => (isAbsent(group) ? [] : (refusalOf(group) ?? [])))[0]

const told = ({ alerts, groups }: AlertsRead): readonly ActionGroup[] =>
  groups
    .filter(({ id }) => (valueIn(alerts) ?? []).some(({ actionGroups }) => actionGroups.some((each) => sameId(each, id))))
    .flatMap(({ group }) => valueIn(group) ?? [])

export const mailedBy = (facts: AlertsRead): readonly string[] => [...new Set(told(facts).flatMap(({ emails }) => emails))]

const isIn = (emails: readonly string[], email: string): boolean => emails.some((each) => sameEmail(each, email))

/** Chosen recipients who unsubscribed; only they can change that. */
export const unsubscribedOf = (facts: AlertsRead): readonly string[] => {
  const [mailed, asked] = [mailedBy(facts), told(facts).flatMap(({ unsubscribed }) => unsubscribed)]
  return (facts.wanted ?? []).filter((email) => isIn(asked, email) && !isIn(mailed, email))
}

/** Chosen people without mail; undefined if none were chosen or it is unreadable. */
export function unmailedOf(facts: AlertsRead): readonly string[] | undefined {
  if (facts.wanted === undefined || unreadIn(facts)) return undefined
  const without = [...mailedBy(facts), ...unsubscribedOf(facts)]
  return facts.wanted.filter((email) => !isIn(without, email))
}

export function alertOn(vault: Vault, keyName: string): Extract<Action, { kind: 'alert-near-expiry' }> | undefined {
  const place = parseResourceId(vault.id)
  if (!place) return undefined
  const { subscriptionId, resourceGroup, name } = place
  return { kind: 'alert-near-expiry', subscriptionId, vaultResourceGroup: resourceGroup, vaultName: name, name: keyName }
}

export function mailTo(vault: Vault, emails: readonly string[], groupExists = false): Extract<Action, { kind: 'mail-alerts' }> | undefined {
  const place = parseResourceId(vault.id)
  if (!place || emails.length === 0) return undefined
  const { subscriptionId, resourceGroup } = place
  return { kind: 'mail-alerts', subscriptionId, resourceGroup, emails, ...(groupExists ? { groupExists: true as const } : {}) }
}

const ownIn = ({ groups }: AlertsRead, vault: Vault): ActionGroup | undefined =>
  valueIn(groups.find(({ id }) => sameId(id, ownGroupOf(vault)))?.group)

const tellsOwn = ({ alerts }: AlertsRead, vault: Vault): boolean =>
  (valueIn(alerts) ?? []).some(({ actionGroups }) => actionGroups.some((each) => sameId(each, ownGroupOf(vault))))

/** Recipients first, then the alert; existing parts are skipped. */
export function plannedAlert(facts: AlertsRead, vault: Vault, keyName: string): readonly Action[] {
  const unmailed = unmailedOf(facts)
  if (unmailed === undefined || unmailed.length === 0 || ownGroupOf(vault) === undefined) return []
  const has = ownIn(facts, vault)
  const added = mailTo(
    vault,
    unmailed.filter((email) => !isIn([...(has?.emails ?? []), ...(has?.unsubscribed ?? [])], email)),
    has !== undefined,
  )
  const alert = tellsOwn(facts, vault) ? undefined : alertOn(vault, keyName)
  return [...(added ? [added] : []), ...(alert ? [alert] : [])]
}

/** Completed changes, individually, because a run can end between them. */
export function shownAlert(facts: AlertsRead, vault: Vault, keyName: string): readonly Action[] {
  if (facts.wanted === undefined) return []
  const { emails = [], unsubscribed = [] } = ownIn(facts, vault) ?? {}
  const [mail, alert] = [mailTo(vault, [...emails, ...unsubscribed]), tellsOwn(facts, vault) ? alertOn(vault, keyName) : undefined]
  return [...(mail ? [mail] : []), ...(alert ? [alert] : [])]
}
