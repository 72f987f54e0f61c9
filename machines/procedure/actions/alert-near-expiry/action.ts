import { type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { sameId, vaultId } from '../../ids.ts'
import { inVault } from '../../key-store.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { actionGroupId } from '../mail-alerts/action-group.ts'
import { messages as mailMessages } from '../mail-alerts/messages.ts'
import { notRegistered } from '../mail-alerts/not-registered.ts'
import { IN_SECONDS } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { done, idOf } from '../writing.ts'
import { NEAR_EXPIRY_ALERT_NAME } from './near-expiry.ts'

const stored = {
  ...inVault,
  name: text,
}

export type AlertNearExpiry = Stored<'alert-near-expiry', typeof stored>

const messages = defineMessages('action.alertNearExpiry', {
  why: {
    id: 'scripts.reason.alertNearExpiry',
    defaultMessage: 'When the key expires, every environment on it goes offline. The alert comes 30 days before.',
  },
  title: 'Add an alert to {vaultName} before a key expires',
  before: 'No one is told',
  after: 'Mail 30 days before a version expires, for versions made from now on',
  undo: 'Yes, any time: delete the event subscription in the Azure portal',
})

export const alertNearExpiry: Definition<AlertNearExpiry> = {
  kind: 'alert-near-expiry',
  stored,
  why: { text: messages.why, source: 'vault-event-grid', heading: '' },
  part: 'vault',
  describe: ({ vaultName }) => ({
    title: messages.title({ vaultName }),
    resource: verbatim('Microsoft.EventGrid/eventSubscriptions'),
    before: messages.before,
    after: messages.after,
    reversible: 'yes',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields: ({ subscriptionId, vaultResourceGroup, vaultName }) =>
    created(vaultId(subscriptionId, vaultResourceGroup, vaultName), [
      `eventSubscriptions.${NEAR_EXPIRY_ALERT_NAME}`,
      actionGroupId(subscriptionId, vaultResourceGroup),
    ]),
  /** Skips the write if another alert already notifies the group. */
  async apply({ subscriptionId, vaultResourceGroup, vaultName, name }, { azure }, _now, signal) {
    const id = vaultId(subscriptionId, vaultResourceGroup, vaultName)
    const actionGroup = actionGroupId(subscriptionId, vaultResourceGroup)
    const existing = await azure.listNearExpiryAlerts(id, name, signal)
    if (!existing.ok) return existing
    const found = existing.value.find(({ actionGroups }) => actionGroups.some((each) => sameId(each, actionGroup)))
    if (found) return { ok: true, resourceId: found.id, written: false }
    return done(await azure.alertNearExpiry({ vaultId: id, name: NEAR_EXPIRY_ALERT_NAME, actionGroup }, signal), idOf, true)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(notRegistered, known('F-A17', isForbidden, { meaning: mailMessages.mayNotMeaning, remedy: mailMessages.mayNotRemedy })),
}
