import { vaultId } from '../../ids.ts'
import type { NewVault } from '../../services.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { hasCode, inAzure } from '../refusals.ts'
import { createAbsent, idOf } from '../writing.ts'

export interface CreateVault {
  readonly kind: 'create-vault'
  readonly vault: NewVault
}

export const createVault: Definition<CreateVault> = {
  kind: 'create-vault',
  part: 'vault',
  describe: ({ vault: { name, location } }) => ({
    title: `Create the key vault ${name} in ${location}`,
    resource: 'Microsoft.KeyVault/vaults',
    before: 'Does not exist',
    after: 'Standard vault with soft delete (90 days), purge protection and Azure role-based access',
    reversible: 'while-unused',
    undo: 'Can be deleted while unused, and stays recoverable for 90 days with its name taken. Purge protection is permanent: nobody can purge it earlier',
    usersCutOff: false,
    takes: 'About a minute',
    owner: 'key-vault-administrator',
  }),
  fields: ({ vault: { subscriptionId, resourceGroup, name, location, tenantId } }) =>
    created(vaultId(subscriptionId, resourceGroup, name), ['location', location], {
      'properties.tenantId': tenantId,
      'properties.sku.name': 'standard',
      'properties.enableSoftDelete': true,
      'properties.softDeleteRetentionInDays': 90,
      'properties.enablePurgeProtection': true,
      'properties.enableRbacAuthorization': true,
      'properties.networkAcls.bypass': 'AzureServices',
      'properties.networkAcls.defaultAction': 'Allow',
      'properties.publicNetworkAccess': 'Enabled',
    }),
  async apply({ vault }, { azure }, _now, signal) {
    const present = await azure.readVault(vault.subscriptionId, vault.resourceGroup, vault.name, signal)
    return createAbsent(present, () => azure.createVault(vault, signal), idOf)
  },
  grantsRights: 'key-vault-administrator',
  refusals: [
    {
      id: 'F-404',
      when: hasCode('RequestDisallowedByPolicy'),
      says: () => ({
        meaning: 'A policy of your company forbids this vault, often because it wants a firewall.',
        remedy:
          'Have a vault created with a firewall and the exception for trusted Microsoft services, or ask for an exemption. Then choose that vault.',
        owner: 'key-vault-administrator',
      }),
    },
    ...inAzure({
      id: 'F-406',
      when: hasCode('VaultAlreadyExists', 'ConflictError'),
      says: () => ({
        meaning: 'The name is taken: by a vault elsewhere, or by a deleted one whose name is held until its retention time ends.',
        remedy: 'Choose another name, or recover the deleted vault in the Azure portal.',
        owner: 'key-vault-administrator',
      }),
    }),
  ],
}
