import type { RotateKey } from '../../../../machines/procedure/actions/rotate-key/action.ts'
import { DAY, key, NOW, ok, SUBSCRIPTION, vault } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, ofVault, SAMPLE } from './sample.ts'

const rotated = key({ id: key().id.replace(/[^/]+$/, 'f'.repeat(32)), version: 'f'.repeat(32) })

export const example: RotateKey = {
  kind: 'rotate-key',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  name: 'cmk-contoso',
  size: 3072,
  after: '0123456789abcdef0123456789abcdef',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): RotateKey => ({
  kind: 'rotate-key',
  subscriptionId: SAMPLE.subscription,
  ...ofVault(names),
  name: names.key,
  size: 3072,
  after: '1',
})

export const cases: readonly Case[] = [
  {
    when: 'the version it was planned for is the latest: makes one of the same kind, and waits out the day',
    answers: { readVault: says(ok(vault())), readKey: says(ok(key())), createKeyVersion: says(ok(rotated)) },
    reads: ['readVault', 'readKey'],
    writes: [['createKeyVersion', vault().vaultUri, 'cmk-contoso', { size: 3072, inHardware: false }]],
    resourceId: rotated.id,
    pending: { kind: 'rotation', since: NOW, until: NOW + DAY },
  },
  {
    when: 'another person has rotated meanwhile',
    answers: { readVault: says(ok(vault())), readKey: says(ok(rotated)) },
    reads: ['readVault', 'readKey'],
    writes: [],
    resourceId: rotated.id,
  },
]
