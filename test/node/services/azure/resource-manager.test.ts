import { expect, it } from 'vitest'
import type { AzureService } from '#machines/procedure/services/services.ts'
import { requestMessages } from '#node/services/answer-messages.ts'
import { bench, SUBSCRIPTION, VAULT_ID } from './stand-in.ts'

const PLACE = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', location: 'westeurope', tenantId: 't' }
const CALLS: readonly (readonly [call: string, asked: (azure: AzureService) => Promise<unknown>])[] = [
  ['readVault', (azure) => azure.readVault(SUBSCRIPTION, 'rg', '')],
  ['readVault in a group', (azure) => azure.readVault(SUBSCRIPTION, '', 'kv1')],
  ['listVaults', (azure) => azure.listVaults('')],
  ['createVault', (azure) => azure.createVault({ ...PLACE, name: '' })],
  ['createResourceGroup', (azure) => azure.createResourceGroup(SUBSCRIPTION, { name: '', location: 'westeurope' })],
  ['createLock', (azure) => azure.createLock({ scope: VAULT_ID, name: '', notes: '' })],
]

it.each(['.', '..', '\ud800'])(
  'sends nothing to an address of which a part is %j, as a service may name a key, and says so',
  async (part) => {
    const { services, seen, scopes } = bench(() => ({ status: 200, body: { value: [] } }))
    const answers = [
      await services.azure.readVault(SUBSCRIPTION, part, 'kv1'),
      await services.azure.readKey('https://kv1.vault.azure.net/', part),
      await services.azure.listKeyVersions('https://kv1.vault.azure.net/', part),
      await services.azure.createKeyVersion('https://kv1.vault.azure.net/', part, { size: 3072, inHardware: false }),
    ]
    const refusal = { reason: 'rejected', message: requestMessages.noResource({ id: part }) }
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, refusal })
    for (const answer of [
      await services.azure.listLocks(`/subscriptions/${part}`),
      await services.directory.readPerson(part),
      await services.directory.readGroupName(part),
      await services.directory.listGroupMembers(part),
    ])
      expect(answer).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
    expect([seen, scopes]).toEqual([[], []])
  },
)

it.each(CALLS)('%s sends nothing to an address of which a part is empty', async (_, asked) => {
  const { services, seen } = bench(() => ({ status: 200, body: { value: [] } }))
  await expect(asked(services.azure)).rejects.toThrow('A part of this address is empty: subscriptions/')
  expect(seen).toEqual([])
})

it('a policy’s key with an empty name or vault is none', async () => {
  const policy = { id: '/p', name: 'p', kind: 'Encryption', properties: { encryption: { keyVault: { id: '', key: { name: '' } } } } }
  const { services } = bench(() => ({ status: 200, body: policy }))
  const read = await services.azure.readPolicy(SUBSCRIPTION, 'rg', 'p')
  expect(read).toEqual({ ok: true, value: { id: '/p', name: 'p', location: '', kind: 'Encryption' } })
})
