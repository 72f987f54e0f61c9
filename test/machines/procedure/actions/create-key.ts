import type { CreateKey } from '../../../../machines/procedure/actions/create-key/action.ts'
import { absent, hsm, key, ok, SUBSCRIPTION, vault } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, ofVault, SAMPLE } from './sample.ts'

export const example: CreateKey = {
  kind: 'create-key',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  name: 'cmk-contoso',
  size: 3072,
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): CreateKey => ({
  kind: 'create-key',
  subscriptionId: SAMPLE.subscription,
  ...ofVault(names),
  name: names.key,
  size: 3072,
})

export const cases: readonly Case[] = [
  {
    when: 'it does not exist: in the vault at the address the vault gives',
    answers: { readVault: says(ok(vault({ vaultUri: 'https://elsewhere.example/' }))), readKey: says(absent), createKey: says(ok(key())) },
    reads: ['readVault', 'readKey'],
    writes: [['createKey', 'https://elsewhere.example/', 'cmk-contoso', { size: 3072, inHardware: false }]],
    resourceId: key().id,
  },
  {
    when: 'it is for a Managed HSM: in hardware, at the address of the HSM',
    of: { vaultName: 'hsm-contoso', keyStore: 'managed-hsm' },
    answers: { readManagedHsm: says(ok(hsm())), readKey: says(absent), createKey: says(ok(key())) },
    reads: ['readManagedHsm', 'readKey'],
    writes: [['createKey', hsm().vaultUri, 'cmk-contoso', { size: 3072, inHardware: true }]],
    resourceId: key().id,
  },
  {
    when: 'it exists: a second version would move everything to it',
    answers: { readVault: says(ok(vault())), readKey: says(ok(key({ size: 2048 }))) },
    reads: ['readVault', 'readKey'],
    writes: [],
    resourceId: key().id,
  },
]
