import { number, optional, type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { vaultId } from '../../ids.ts'
import type { Definition } from '../definition.ts'
import { turned } from '../fields.ts'
import { actionMessages, IN_SECONDS } from '../messages.ts'
import { inAzure } from '../refusals.ts'
import { done, idOf } from '../writing.ts'

const stored = {
  subscriptionId: text,
  resourceGroup: text,
  name: text,
  /** Retention of deleted objects in days, fixed when the vault was created. */
  retentionDays: optional(number),
}

export type TurnOnPurgeProtection = Stored<'turn-on-purge-protection', typeof stored>

const messages = defineMessages('action.turnOnPurgeProtection', {
  why: {
    id: 'scripts.reason.turnOnPurgeProtection',
    defaultMessage: 'Without purge protection, the key vault is not accepted. You can never turn it off again.',
  },
  title: 'Turn on purge protection for the key vault {name}',
  before: 'Purge protection off',
  after: 'Purge protection on',
  afterFor: 'Purge protection on: deleted items are kept for {retentionDays} days',
  undo: 'No. You can’t turn it off again',
})

export const turnOnPurgeProtection: Definition<TurnOnPurgeProtection> = {
  kind: 'turn-on-purge-protection',
  stored,
  why: { text: messages.why, source: 'soft-delete', heading: 'Purge protection' },
  part: 'vault',
  describe: ({ name, retentionDays }) => ({
    title: messages.title({ name }),
    resource: verbatim('Microsoft.KeyVault/vaults'),
    before: messages.before,
    after: retentionDays === undefined ? messages.after : messages.afterFor({ retentionDays }),
    reversible: 'no',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields: ({ subscriptionId, resourceGroup, name }) => [
    turned(vaultId(subscriptionId, resourceGroup, name), 'properties.enablePurgeProtection', false, true),
  ],
  async apply({ subscriptionId, resourceGroup, name }, { azure }, _now, signal) {
    const existing = await azure.readVault(subscriptionId, resourceGroup, name, signal)
    if (!existing.ok || existing.value.purgeProtection) return done(existing, idOf, false)
    return done(await azure.turnOnPurgeProtection(subscriptionId, resourceGroup, name, signal), idOf, true)
  },
  harm: ({ retentionDays: days }) => ({
    lasting: [
      {
        title: actionMessages.purgeProtection,
        text: days === undefined ? actionMessages.purgeProtectionUnknown : actionMessages.purgeProtectionText({ days }),
      },
    ],
  }),
  undoShort: actionMessages.purgeProtection,
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(),
}
