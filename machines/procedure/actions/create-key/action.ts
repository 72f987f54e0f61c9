import { anotherVersion } from '../another-version.ts'
import type { Definition } from '../definition.ts'
import { chosen, created, keyId } from '../fields.ts'
import { inAzure, isForbidden } from '../refusals.ts'
import { createAbsent, idOf } from '../writing.ts'

export interface CreateKey {
  readonly kind: 'create-key'
  readonly subscriptionId: string
  readonly vaultResourceGroup: string
  readonly vaultName: string
  readonly name: string
  readonly size: 2048 | 3072
}

export const createKey: Definition<CreateKey> = {
  kind: 'create-key',
  part: 'key',
  describe: ({ name, vaultName, size }) => ({
    title: `Create the key ${name} in ${vaultName}`,
    resource: 'Microsoft.KeyVault/vaults/keys',
    before: 'Does not exist',
    after: `RSA ${size} bit, enabled, no expiry date`,
    reversible: 'until-linked',
    undo: 'Until an environment uses it',
    usersCutOff: false,
    takes: 'Seconds',
    owner: 'key-vault-administrator',
  }),
  fields({ subscriptionId, vaultResourceGroup, vaultName, name, size }) {
    const id = keyId(subscriptionId, vaultResourceGroup, vaultName, name)
    return [
      ...created(id, ['properties.kty', 'RSA'], { 'properties.keySize': size, 'properties.attributes.enabled': true }),
      chosen(id, 'properties.keyUriWithVersion'),
    ]
  },
  async apply({ subscriptionId, vaultResourceGroup, vaultName, name, size }, { azure }, _now, signal) {
    const vault = await azure.readVault(subscriptionId, vaultResourceGroup, vaultName, signal)
    if (!vault.ok) return vault
    const { vaultUri } = vault.value
    const present = await azure.readKey(vaultUri, name, signal)
    return createAbsent(present, () => azure.createKey(vaultUri, name, size, signal), idOf)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure({
    id: 'F-402',
    when: isForbidden,
    says: () => ({
      meaning: 'The account may not create keys in this vault. Contributor manages vaults, but gives no access to keys.',
      remedy:
        'Ask for Key Vault Crypto Officer (or Key Vault Administrator) on the vault, sign in again so that it counts, then check again.',
      owner: 'key-vault-administrator',
    }),
  }),
  createsAnother: anotherVersion,
}
