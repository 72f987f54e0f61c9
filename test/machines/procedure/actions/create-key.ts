import type { CreateKey } from '#machines/procedure/actions/create-key/action.ts'
import { absent, hsm, key, vault } from '../../facts.ts'
import { type Case, leaves, writes } from './case.ts'
import { ofVault, type Things } from './sample.ts'

export const sample = (names: Things): CreateKey => ({
  kind: 'create-key',
  ...ofVault(names),
  name: names.key,
  size: 3072,
})

export const cases: readonly Case[] = [
  writes(
    'it does not exist: in the vault at the address the vault gives',
    { readVault: vault({ vaultUri: 'https://elsewhere.example/' }), readKey: absent, createKey: key() },
    ['https://elsewhere.example/', 'cmk-contoso', { size: 3072, inHardware: false }],
    key().id,
  ),
  writes(
    'it is for a Managed HSM: in hardware, at the address of the HSM',
    { readManagedHsm: hsm(), readKey: absent, createKey: key() },
    [hsm().vaultUri, 'cmk-contoso', { size: 3072, inHardware: true }],
    key().id,
    { of: { vaultName: 'hsm-contoso', keyStore: 'managed-hsm' } },
  ),
  leaves('it exists: a second version would move everything to it', { readVault: vault(), readKey: key({ size: 2048 }) }, key().id),
]
