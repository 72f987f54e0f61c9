import { setMaxListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { observePolicy } from '#machines/procedure/steps/policy/facts.ts'
import { keyLosses } from '#machines/procedure/steps/policy/key-loss.ts'
import { KEY_LOSSES, type KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import {
  type Bench,
  benchOf,
  DAY,
  ENVIRONMENT,
  KEY,
  KEY_PATH,
  MINUTE,
  network,
  POLICY_CHOICES,
  POLICY_PATH,
  seconds,
  VAULT_PATH,
} from './situation.ts'

const oldest = ({ tenant }: Bench): string => tenant.inspect().keys[0]?.versions[0]?.version ?? ''
const grantOf = ({ tenant, identity }: Bench): string =>
  tenant.inspect().roleAssignments.find(({ principalId }) => principalId === identity())?.name ?? ''

const CLOSED = { properties: { publicNetworkAccess: 'Disabled', networkAcls: { bypass: 'None', defaultAction: 'Allow' } } }

/** How each cause comes about, and goes away again. The service keeps a policy that environments use, so that one is left out. */
const LOSSES: Readonly<
  Partial<Record<KeyLoss, readonly [lose: (bench: Bench) => Promise<void>, restore: (bench: Bench) => Promise<void>]>>
> = {
  'access-removed': [
    (bench) => bench.change('arm', 'DELETE', `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments/${grantOf(bench)}`),
    ({ give, identity }) => give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH),
  ],
  'key-disabled': [
    ({ change }) => change('keys', 'PATCH', KEY_PATH, { attributes: { enabled: false } }),
    ({ change }) => change('keys', 'PATCH', KEY_PATH, { attributes: { enabled: true } }),
  ],
  'key-deleted': [
    ({ change }) => change('keys', 'DELETE', KEY_PATH),
    ({ change }) => change('keys', 'POST', `/deletedkeys/${KEY}/recover`),
  ],
  'vault-deleted': [
    ({ change }) => change('arm', 'DELETE', VAULT_PATH),
    async ({ change, give, identity, clock }) => {
      await change('arm', 'PUT', VAULT_PATH, { location: 'eastus', properties: { createMode: 'recover' } })
      clock.advance(MINUTE)
      await give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH)
    },
  ],
  'key-version-disabled': [
    async (bench) => {
      await bench.change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 })
      await bench.change('keys', 'PATCH', `${KEY_PATH}/${oldest(bench)}`, { attributes: { enabled: false } })
    },
    (bench) => bench.change('keys', 'PATCH', `${KEY_PATH}/${oldest(bench)}`, { attributes: { enabled: true } }),
  ],
  'vault-closed': [
    ({ change }) => change('arm', 'PATCH', VAULT_PATH, CLOSED),
    ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { publicNetworkAccess: 'Enabled' } }),
  ],
  'vault-fenced': [
    ({ change }) => change('arm', 'PATCH', VAULT_PATH, network('Deny', 'None')),
    ({ change }) => change('arm', 'PATCH', VAULT_PATH, network('Allow', 'None')),
  ],
  'key-expired': [
    async ({ change, clock }) => {
      await change('keys', 'PATCH', KEY_PATH, { attributes: { exp: seconds(clock.now() + DAY) } })
      clock.advance(2 * DAY)
    },
    ({ change }) => change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 }),
  ],
}

describe('what takes the key from an environment that is on it', () => {
  const lost = async (bench: Bench): Promise<readonly KeyLoss[]> => {
    const { signal } = new AbortController()
    setMaxListeners(0, signal)
    const facts = await observePolicy(bench.as('ada'), { environmentId: ENVIRONMENT, policy: POLICY_CHOICES }, undefined, signal)
    return keyLosses(facts, bench.clock.now()).flatMap(({ loss, state }) => (state === 'lost' ? [loss] : []))
  }

  it.each(KEY_LOSSES.flatMap((loss) => (LOSSES[loss] ? [[loss, ...LOSSES[loss]] as const] : [])))(
    '%s is seen, and gone when it is restored',
    async (loss, lose, restore) => {
      const bench = benchOf(loss, (_, fit) => fit.encrypted())
      expect(await lost(bench)).toEqual([])
      await lose(bench)
      expect(await lost(bench)).toContain(loss)
      await restore(bench)
      expect(await lost(bench)).toEqual([])
    },
  )

  it('cannot be the policy: the service keeps one that environments use', async () => {
    const bench = benchOf('policy-deleted', (_, fit) => fit.encrypted())
    await expect(bench.change('arm', 'DELETE', POLICY_PATH)).rejects.toThrow('EnterprisePolicyDeleteNotAllowed')
  })
})
