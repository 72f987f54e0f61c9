import { nameIn } from '#machines/engine/action.ts'
import { record, type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { vaultId } from '../../ids.ts'
import { storedTags, tagFields, tagWords } from '../../tags.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { hasCode, inAzure, known, notRegisteredFor } from '../refusals.ts'
import { createAbsent, idOf } from '../writing.ts'
import { VAULT_SETTINGS } from './vault-settings.ts'

const stored = {
  vault: record({ subscriptionId: text, resourceGroup: text, name: text, location: text, tenantId: text, tags: storedTags }),
}

export type CreateVault = Stored<'create-vault', typeof stored>

const messages = defineMessages('action.createVault', {
  why: {
    id: 'scripts.reason.createVault',
    defaultMessage: 'A key that encrypts data must be recoverable: soft delete and purge protection are required.',
  },
  title: 'Create the key vault {name}',
  after: 'Standard vault in {location}, with soft delete (90 days), purge protection, and Azure RBAC',
  afterTagged: 'Standard vault in {location}, with soft delete (90 days), purge protection, and Azure RBAC. Tags: {tags}',
  undo: 'Can be deleted while unused, then stays recoverable for 90 days with its name taken. Purge protection is permanent: you can’t purge it earlier',
  takes: 'About a minute',
  f404Meaning: 'An Azure Policy in your company blocks this key vault, often because it requires a firewall.',
  f404Remedy:
    'Ask for an exemption, or for a key vault with a firewall and the trusted Microsoft services exception. Then choose that vault.',
  f406Meaning: 'The name is taken by another key vault, or by a deleted one until its retention period ends.',
  f406Remedy: 'Choose another name, or recover the deleted key vault in the Azure portal.',
})

export const createVault: Definition<CreateVault> = {
  kind: 'create-vault',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Create an Azure paid subscription and key vault' },
  part: 'vault',
  describe: ({ vault: { name, location, tags } }, names) => ({
    title: messages.title({ name }),
    resource: verbatim('Microsoft.KeyVault/vaults'),
    before: actionMessages.doesNotExist,
    after: tags
      ? messages.afterTagged({ location: nameIn(names, location) ?? location, tags: tagWords(tags) })
      : messages.after({ location: nameIn(names, location) ?? location }),
    reversible: 'while-unused',
    undo: messages.undo,
    usersCutOff: false,
    takes: messages.takes,
    owner: 'key-vault-administrator',
  }),
  fields: ({ vault: { subscriptionId, resourceGroup, name, location, tenantId, tags } }) =>
    created(vaultId(subscriptionId, resourceGroup, name), ['location', location], {
      'properties.tenantId': tenantId,
      'properties.sku.name': VAULT_SETTINGS.sku.name,
      'properties.enableSoftDelete': VAULT_SETTINGS.enableSoftDelete,
      'properties.softDeleteRetentionInDays': VAULT_SETTINGS.softDeleteRetentionInDays,
      'properties.enablePurgeProtection': VAULT_SETTINGS.enablePurgeProtection,
      'properties.enableRbacAuthorization': VAULT_SETTINGS.enableRbacAuthorization,
      'properties.networkAcls.bypass': VAULT_SETTINGS.networkAcls.bypass,
      'properties.networkAcls.defaultAction': VAULT_SETTINGS.networkAcls.defaultAction,
      'properties.publicNetworkAccess': VAULT_SETTINGS.publicNetworkAccess,
      ...tagFields(tags),
    }),
  async apply({ vault }, { azure }, _now, signal) {
    const existing = await azure.readVault(vault.subscriptionId, vault.resourceGroup, vault.name, signal)
    return createAbsent(existing, () => azure.createVault(vault, signal), idOf)
  },
  undoShort: actionMessages.purgeProtection,
  harm: () => ({
    lasting: [
      {
        title: actionMessages.purgeProtection,
        text: actionMessages.purgeProtectionText({ days: VAULT_SETTINGS.softDeleteRetentionInDays }),
      },
    ],
  }),
  grantsRights: 'key-vault-administrator',
  refusals: [
    notRegisteredFor('Microsoft.KeyVault'),
    known('F-404', hasCode('RequestDisallowedByPolicy'), { meaning: messages.f404Meaning, remedy: messages.f404Remedy }),
    ...inAzure(
      known('F-406', hasCode('VaultAlreadyExists', 'ConflictError'), { meaning: messages.f406Meaning, remedy: messages.f406Remedy }),
    ),
  ],
}
