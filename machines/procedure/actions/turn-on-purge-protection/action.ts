import { verbatim } from '../../../messages/message.ts'
import { vaultId } from '../../ids.ts'
import type { Definition } from '../definition.ts'
import { turned } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inAzure } from '../refusals.ts'
import { done, idOf } from '../writing.ts'
import { messages } from './messages.ts'

export interface TurnOnPurgeProtection {
  readonly kind: 'turn-on-purge-protection'
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  /** How long deleted things stay, in days: fixed when the vault was made. */
  readonly retentionDays?: number
}

export const turnOnPurgeProtection: Definition<TurnOnPurgeProtection> = {
  kind: 'turn-on-purge-protection',
  part: 'vault',
  describe: ({ name, retentionDays }) => ({
    title: messages.title({ name }),
    resource: verbatim('Microsoft.KeyVault/vaults'),
    before: messages.before,
    after: retentionDays === undefined ? messages.after : messages.afterFor({ retentionDays }),
    reversible: 'no',
    undo: messages.undo,
    usersCutOff: false,
    takes: actionMessages.seconds,
    owner: 'key-vault-administrator',
  }),
  fields: ({ subscriptionId, resourceGroup, name }) => [
    turned(vaultId(subscriptionId, resourceGroup, name), 'properties.enablePurgeProtection', false, true),
  ],
  async apply({ subscriptionId, resourceGroup, name }, { azure }, _now, signal) {
    const present = await azure.readVault(subscriptionId, resourceGroup, name, signal)
    if (!present.ok || present.value.purgeProtection) return done(present, idOf, false)
    return done(await azure.turnOnPurgeProtection(subscriptionId, resourceGroup, name, signal), idOf, true)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(),
}
