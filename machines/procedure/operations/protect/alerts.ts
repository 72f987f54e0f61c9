import type { Answer } from '../../../engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import type { Action } from '../../action.ts'
import { actionGroupId, isEmail, sameEmail } from '../../actions/mail-alerts/action-group.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import type { ActionGroup, AzureService, NearExpiryAlert, Services, Vault } from '../../services.ts'

/** Who is told before the key expires, as it stands. */
export interface AlertsRead {
  readonly alerts: Answer<readonly NearExpiryAlert[]>
  /** Those that the alerts tell, and the wizard's own where mail is wished. */
  readonly groups: readonly { readonly id: string; readonly group: Answer<ActionGroup> }[]
  /** Addresses that a person chose. */
  readonly wanted?: readonly string[]
}

/** The same, with the people to tell. */
export interface AlertFacts extends AlertsRead {
  /** Addresses of the administrators, as far as they are known. */
  readonly suggested: readonly string[]
}

/** The wizard's own action group, beside the key vault. */
export function ownGroupOf(vault: Pick<Vault, 'id'>): string | undefined {
  const place = parseResourceId(vault.id)
  return place && actionGroupId(place.subscriptionId, place.resourceGroup)
}

/** Reads the alerts of a key vault, and the people they tell. A Managed HSM raises no such event by any document. */
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
  return { alerts, groups, ...present({ wanted }) }
}

/** Addresses to begin with: of who is signed in, and of the Power Platform administrator. A name that isn't an address is left out. */
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

/** What could not be read of it; a group that is gone tells no one, which is known. */
export const unreadIn = ({ alerts, groups }: AlertsRead) =>
  refusalOf(alerts) ?? groups.flatMap(({ group }) => (isAbsent(group) ? [] : (refusalOf(group) ?? [])))[0]

/** Those that an alert tells. */
const told = ({ alerts, groups }: AlertsRead): readonly ActionGroup[] =>
  groups
    .filter(({ id }) => (valueIn(alerts) ?? []).some(({ actionGroups }) => actionGroups.some((each) => sameId(each, id))))
    .flatMap(({ group }) => valueIn(group) ?? [])

export const mailedBy = (facts: AlertsRead): readonly string[] => [...new Set(told(facts).flatMap(({ emails }) => emails))]

const isIn = (emails: readonly string[], email: string): boolean => emails.some((each) => sameEmail(each, email))

/** Who was chosen and asked for no mail: no one else can change that. */
export const unsubscribedOf = (facts: AlertsRead): readonly string[] => {
  const [mailed, asked] = [mailedBy(facts), told(facts).flatMap(({ unsubscribed }) => unsubscribed)]
  return (facts.wanted ?? []).filter((email) => isIn(asked, email) && !isIn(mailed, email))
}

/** Who was chosen and gets no mail; nothing where no one was chosen, or that could not be read. */
export function unmailedOf(facts: AlertsRead): readonly string[] | undefined {
  if (facts.wanted === undefined || unreadIn(facts)) return undefined
  const without = [...mailedBy(facts), ...unsubscribedOf(facts)]
  return facts.wanted.filter((email) => !isIn(without, email))
}

/** The alert, to the wizard's own action group. */
export function alertOn(vault: Vault, keyName: string): Extract<Action, { kind: 'alert-near-expiry' }> | undefined {
  const place = parseResourceId(vault.id)
  if (!place) return undefined
  const { subscriptionId, resourceGroup, name } = place
  return { kind: 'alert-near-expiry', subscriptionId, vaultResourceGroup: resourceGroup, vaultName: name, name: keyName }
}

/** Mail of the wizard's own action group. */
export function mailTo(vault: Vault, emails: readonly string[], groupExists = false): Extract<Action, { kind: 'mail-alerts' }> | undefined {
  const place = parseResourceId(vault.id)
  if (!place || emails.length === 0) return undefined
  const { subscriptionId, resourceGroup } = place
  return { kind: 'mail-alerts', subscriptionId, resourceGroup, emails, ...(groupExists ? { groupExists: true as const } : {}) }
}

const ownIn = ({ groups }: AlertsRead, vault: Vault): ActionGroup | undefined =>
  valueIn(groups.find(({ id }) => sameId(id, ownGroupOf(vault)))?.group)

/** True when an alert tells the wizard's own action group. */
const tellsOwn = ({ alerts }: AlertsRead, vault: Vault): boolean =>
  (valueIn(alerts) ?? []).some(({ actionGroups }) => actionGroups.some((each) => sameId(each, ownGroupOf(vault))))

/** Who is to be added, then the alert that tells them: what is there already is not planned. */
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

/** The changes that a reading shows to be made, each by itself: a run can end between the two. */
export function shownAlert(facts: AlertsRead, vault: Vault, keyName: string): readonly Action[] {
  if (facts.wanted === undefined) return []
  const { emails = [], unsubscribed = [] } = ownIn(facts, vault) ?? {}
  const [mail, alert] = [mailTo(vault, [...emails, ...unsubscribed]), tellsOwn(facts, vault) ? alertOn(vault, keyName) : undefined]
  return [...(mail ? [mail] : []), ...(alert ? [alert] : [])]
}
