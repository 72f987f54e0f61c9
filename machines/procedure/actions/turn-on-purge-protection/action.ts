import { vaultId } from '../../ids.ts'
import type { Definition } from '../definition.ts'
import { turned } from '../fields.ts'
import { inAzure } from '../refusals.ts'
import { done, idOf } from '../writing.ts'

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
    title: `Turn on purge protection for the key vault ${name}`,
    resource: 'Microsoft.KeyVault/vaults',
    before: 'Purge protection off',
    after: retentionDays === undefined ? 'Purge protection on' : `Purge protection on: what is deleted stays for ${retentionDays} days`,
    reversible: 'no',
    undo: 'No. It cannot be turned off again',
    usersCutOff: false,
    takes: 'Seconds',
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
