import type { RotateKey } from '#machines/procedure/actions/rotate-key/action.ts'
import { DAY, key, NOW, SUBSCRIPTION, vault } from '../../facts.ts'
import { type Case, GROUP, leaves, writes } from './case.ts'
import { ofVault, type Things } from './sample.ts'

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
export const sample = (names: Things): RotateKey => ({
  kind: 'rotate-key',
  ...ofVault(names),
  name: names.key,
  size: 3072,
  after: '1',
})

export const cases: readonly Case[] = [
  writes(
    'the version it was planned for is the latest: makes one of the same kind, and waits out the day',
    { readVault: vault(), readKey: key(), createKeyVersion: rotated },
    [vault().vaultUri, 'cmk-contoso', { size: 3072, inHardware: false }],
    rotated.id,
    { pending: { kind: 'rotation', since: NOW, until: NOW + DAY } },
  ),
  leaves('another person has rotated meanwhile', { readVault: vault(), readKey: rotated }, rotated.id),
]
