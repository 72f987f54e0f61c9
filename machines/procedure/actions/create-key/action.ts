import { oneOf, optional, type Stored, text } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { inStore, readStore } from '../../key-store.ts'
import { anotherVersion } from '../another-version.ts'
import type { Definition } from '../definition.ts'
import { chosen, created, keyId } from '../fields.ts'
import { actionMessages, IN_SECONDS } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { createAbsent, idOf } from '../writing.ts'

const stored = {
  ...inStore,
  name: text,
  size: oneOf(2048, 3072),
  throughAzure: optional(oneOf(true)),
}

export type CreateKey = Stored<'create-key', typeof stored>

const messages = defineMessages('action.createKey', {
  why: {
    id: 'scripts.reason.createKey',
    defaultMessage: 'RSA, 2048 or 3072 bits. Without an expiration date, our choice: an expired key takes its environments down.',
  },
  title: 'Create the key {name} in {vaultName}',
  after: 'RSA {size}-bit, enabled, no expiration date',
  afterInHsm: 'RSA-HSM {size}-bit, enabled, no expiration date',
  undo: 'Until an environment uses it',
  f402Meaning: 'The account can’t create keys in this key vault. Contributor manages vaults but gives no access to keys.',
  f402Remedy:
    'Ask for Key Vault Crypto Officer (or Key Vault Administrator) on the key vault, or Managed HSM Crypto User in the Managed HSM. Sign in again, then check again.',
})

export const createKey: Definition<CreateKey> = {
  kind: 'create-key',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Create RSA keys' },
  part: 'key',
  describe: ({ name, vaultName, keyStore, size }) => ({
    title: messages.title({ name, vaultName }),
    resource: verbatim(keyStore ? 'Microsoft.KeyVault/managedHSMs/keys' : 'Microsoft.KeyVault/vaults/keys'),
    before: actionMessages.doesNotExist,
    after: (keyStore ? messages.afterInHsm : messages.after)({ size }),
    reversible: 'until-linked',
    undo: messages.undo,
    ...IN_SECONDS,
  }),
  fields(action) {
    const { name, size, keyStore } = action
    const id = keyId(action, name)
    return [
      ...created(id, ['properties.kty', keyStore ? 'RSA-HSM' : 'RSA'], {
        'properties.keySize': size,
        'properties.attributes.enabled': true,
      }),
      chosen(id, 'properties.keyUriWithVersion'),
    ]
  },
  async apply(action, { azure }, _now, signal) {
    const { name, size, keyStore, throughAzure } = action
    if (throughAzure) {
      const place = { subscriptionId: action.subscriptionId, resourceGroup: action.vaultResourceGroup, name: action.vaultName }
      const found = await azure.readKeyResource(place, name, signal)
      return createAbsent(
        found,
        () => azure.createKeyResource(place, name, size, signal),
        ({ key }) => key.id,
      )
    }
    const vault = await readStore(azure, action, signal)
    if (!vault.ok) return vault
    const { vaultUri } = vault.value
    const existing = await azure.readKey(vaultUri, name, signal)
    const wish = { size, inHardware: keyStore === 'managed-hsm' }
    return createAbsent(existing, () => azure.createKey(vaultUri, name, wish, signal), idOf)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(known('F-402', isForbidden, { meaning: messages.f402Meaning, remedy: messages.f402Remedy })),
  createsAnother: anotherVersion,
}
