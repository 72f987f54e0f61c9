import { describe, expect, it } from 'vitest'
import { caseOf, leaping, type Practised, practised } from '#test/practised.ts'

const VAULT_LOCK = /\/vaults\/[^/]+\/providers\/Microsoft\.Authorization\/locks\//

/** Step 3 with its plan on screen. */
async function onStep3(): Promise<Practised> {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario))
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.walkUntil(scenario, ({ step }) => step?.id === 'policy' && step.phase === 'reviewing')
  return run
}

describe('protecting the key on the way to step 4', { timeout: 30_000 }, () => {
  it('is offered once step 3 is done, leads back to it, and leaves the way on as it was', async () => {
    const run = await onStep3()
    const { send, until, reviewing, host } = run
    expect(host.view().step?.optional).toBeUndefined()
    expect(host.view().can).not.toContain('OPEN_OPERATION')
    send({ type: 'OPEN_OPERATION', operation: 'protect' })
    expect(host.view().step?.id).toBe('policy')
    expect((await run.carryOut()).step?.plan).toEqual([])
    await until((view) => view.step?.proved === true)
    expect(host.view().step?.optional?.map(({ id }) => id)).toEqual(['protect'])
    for (const operation of ['rotate', 'revert'] as const) send({ type: 'OPEN_OPERATION', operation })
    expect(host.view().step?.id).toBe('policy')

    send({ type: 'OPEN_OPERATION', operation: 'protect' })
    await reviewing('protect')
    expect(host.view().step?.findings.filter(({ status }) => status === 'fail' || status === 'unknown')).toEqual([])
    send({ type: 'OPEN_OPERATION', operation: 'revert' })
    expect(host.view().step?.id).toBe('protect')
    run.decide({ kind: 'wish-lock', of: 'vault', wanted: true })
    await until((view) => view.step?.phase === 'reviewing' && view.step.plan.length === 1)
    expect((await run.carryOut()).step?.plan).toEqual([])
    expect(run.writes().filter((write) => VAULT_LOCK.test(write))).toHaveLength(1)

    send({ type: 'BACK' })
    const back = await reviewing('policy')
    expect(back.step?.proved).toBe(true)
    send({ type: 'NEXT' })
    await reviewing('membership')
    expect(host.view().stepper.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now'])
    await host.stop()
  })
})
