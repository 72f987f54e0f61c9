import { describe, expect, it } from 'vitest'
import { readKeyIn } from '#machines/procedure/key-chain/reading.ts'
import { absent, key, ok, REASONS, REFUSALS, refused } from '../../facts.ts'
import { servicesThat } from '../services.ts'

const VAULT = { subscriptionId: 's', vaultResourceGroup: 'rg', vaultName: 'kv' }
const URI = 'https://kv.vault.azure.net/'
const OUTSIDE = refused({ ...REFUSALS.forbidden, code: 'ForbiddenByConnection' })
const version = { version: 'v1', enabled: true }
const { signal } = new AbortController()

const shutOutWith = (answers: Parameters<typeof servicesThat>[0]) =>
  servicesThat({ readKey: async () => OUTSIDE, listKeyVersions: async () => OUTSIDE, readKeyRotation: async () => OUTSIDE, ...answers })

describe('a key whose vault keeps this computer’s network out', () => {
  it('is read through Azure Resource Manager, with its versions and its rotation, and what the vault said is kept', async () => {
    const { services, calls } = shutOutWith({
      readKeyResource: async () => ok({ key: key(), rotation: { rotates: true, rotateAfter: 'P90D' } }),
      listKeyResourceVersions: async () => ok([version]),
    })
    expect(await readKeyIn(services.azure, VAULT, URI, 'cmk', signal)).toEqual({
      key: ok(key()),
      keyVersions: ok([version]),
      keyRotation: ok({ rotates: true, rotateAfter: 'P90D' }),
      keyShutOut: OUTSIDE.refusal,
    })
    expect(calls.find(({ port }) => port === 'readKeyResource')?.arguments).toEqual([
      { subscriptionId: 's', resourceGroup: 'rg', name: 'kv' },
      'cmk',
    ])
  })

  it('is absent where Azure Resource Manager says so, and no one asks the closed vault for deleted keys', async () => {
    const { services, ports } = shutOutWith({ readKeyResource: async () => absent, listKeyResourceVersions: async () => absent })
    expect(await readKeyIn(services.azure, VAULT, URI, 'cmk', signal)).toMatchObject({ key: absent, keyShutOut: OUTSIDE.refusal })
    expect(ports()).not.toContain('readDeletedKey')
  })

  it.each(REASONS.filter((reason) => reason !== 'not-found'))(
    'stays what the vault said where Azure Resource Manager answers %s',
    async (reason) => {
      const no = refused(REFUSALS[reason])
      const { services } = shutOutWith({ readKeyResource: async () => no, listKeyResourceVersions: async () => no })
      expect(await readKeyIn(services.azure, VAULT, URI, 'cmk', signal)).toMatchObject({ key: OUTSIDE, keyShutOut: OUTSIDE.refusal })
    },
  )
})

describe('a key whose vault lets this computer in', () => {
  it.each(REASONS)('isn’t asked for elsewhere, even where it answers %s', async (reason) => {
    const no = refused(REFUSALS[reason])
    const { services, ports } = servicesThat({ readKey: async () => no })
    expect(await readKeyIn(services.azure, VAULT, URI, 'cmk', signal)).not.toHaveProperty('keyShutOut')
    expect(ports()).not.toContain('readKeyResource')
  })
})
