import { expect, it } from 'vitest'
import type { RemovalView } from '#contract/contract.ts'
import { caseOf, leaping, practised } from '../../practised.ts'

const LONG = { timeout: 30_000 }

type Run = ReturnType<typeof practised>

async function removalOf({ host }: Run): Promise<RemovalView> {
  const read = await host.removal()
  if (!read.ok) throw new Error(read.why)
  return read.value
}

const titles = (entries: RemovalView['remove']) => entries.map(({ title }) => title)

it('lists after step 3 what the wizard created there, in its order, and writes nothing', LONG, async () => {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario))
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.walkUntil(scenario, ({ step }) => step?.id === 'membership' && step.phase === 'reviewing')
  const before = run.writes()
  const { remove, stays, gone, script } = await removalOf(run)
  expect(titles(remove)).toEqual([
    'Enterprise policy cmk-contoso-prod',
    'The policy’s access to kv-contoso-cmk',
    'Key vault kv-contoso-cmk',
    'Resource group rg-contoso-cmk',
  ])
  expect(stays.map(({ title, reasons }) => [title, ...reasons])).toEqual([
    ['Registration of Microsoft.PowerPlatform', 'Other resources in the subscription may need it'],
  ])
  expect(gone).toEqual([])
  expect(script).toContain('Deletes what the wizard created')
  expect(run.host.removalFile()).toMatchObject({ name: 'remove-cmk.sh', content: script })
  expect(run.writes()).toEqual(before)
  run.host.stop()
})

it('lists nothing of an environment that is encrypted: all of it is in use', LONG, async () => {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario))
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.walkUntil(scenario, ({ page }) => page === 'closing')
  const { remove, stays, script } = await removalOf(run)
  expect([remove, script]).toEqual([[], undefined])
  expect(stays.map(({ reasons }) => reasons.join()).join()).toContain('In use by')
  run.host.stop()
})

it('says that no tenant is open', async () => {
  const run = practised(leaping(caseOf('ready-to-enable')))
  expect(await run.host.removal()).toEqual({ ok: false, why: 'No tenant is open.' })
  expect(run.host.removalFile()).toBeUndefined()
  run.host.stop()
})
