import { expect, it } from 'vitest'
import { caseOf, leaping, practised } from '../../practised.ts'

const scenario = caseOf('already-encrypted')
const { policy } = scenario.choices
const subscriptionId = policy?.subscriptionId ?? ''

it('says of a name for a new key vault whether it is free, by asking Azure and writing nothing', { timeout: 30_000 }, async () => {
  const run = practised(leaping(scenario))
  const { host, send, writes } = run
  expect(await host.checkVaultName({ subscriptionId, name: 'kv-new' })).toEqual({ ok: false, why: 'No tenant is open.' })
  send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.walkUntil(scenario, ({ step }) => step?.phase === 'reviewing')
  expect(await host.checkVaultName({ subscriptionId, name: 'kv-quite-new' })).toEqual({
    ok: true,
    value: { is: 'free', text: 'The name kv-quite-new is available' },
  })
  const taken = policy?.vaultName ?? ''
  expect(await host.checkVaultName({ subscriptionId, name: taken })).toEqual({
    ok: true,
    value: { is: 'taken', text: `A key vault named ${taken} already exists elsewhere` },
  })
  expect(await host.checkVaultName({ subscriptionId: 'none', name: 'kv-quite-new' })).toMatchObject({ ok: true, value: { is: 'unknown' } })
  expect(writes()).toEqual([])
  host.stop()
})
