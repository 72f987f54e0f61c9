import { describe, expect, it } from 'vitest'
import { decide } from '../../../machines/procedure/decide.ts'
import { confirmed } from '../../../presenting/walk/walk.ts'
import { caseOf, leaping, type Practised, practised } from '../../practised.ts'

const VAULT_LOCK = /\/vaults\/[^/]+\/providers\/Microsoft\.Authorization\/locks\//

/** Confirms what is planned and lets it come to its end. */
async function carriedOut({ send, until }: Practised): Promise<void> {
  send({ type: 'REVIEW_PLAN' })
  const { step, now } = await until((view) => view.step?.phase === 'confirming')
  send({ type: 'CONFIRM', ...confirmed(step?.confirmation, now) })
  await until((view) => view.step?.phase === 'reviewing' && view.step.plan.length === 0)
}

/** Step 3 with its plan on screen. */
async function onStep3(): Promise<Practised> {
  const scenario = caseOf('ready-to-enable')
  const run = practised(leaping(scenario))
  const reviewing = (id: string) => run.until((view) => view.step?.id === id && view.step.phase === 'reviewing')
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.until(({ page }) => page === 'prepare')
  run.send({ type: 'GO_TO_PAGE', page: 'coverage' })
  run.send(decide({ kind: 'use-apps', apps: ['finance', 'supply-chain-management'] }))
  run.send({ type: 'GO_TO_PAGE', page: 'prepare' })
  run.send({ type: 'NEXT' })
  await run.until((view) => view.step?.phase === 'choosing')
  run.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: scenario.environmentId })
  await reviewing('integration')
  run.send({ type: 'NEXT' })
  await reviewing('environment')
  run.send({ type: 'ATTEST', key: 'environment-noted' })
  run.send({ type: 'NEXT' })
  await run.until((view) => view.step?.id === 'policy' && view.step.phase === 'choosing')
  const { policy } = scenario.choices
  if (policy) run.send(decide({ kind: 'choose-policy', policy }))
  await reviewing('policy')
  return run
}

describe('protecting the key on the way to step 4', { timeout: 30_000 }, () => {
  it('is offered once step 3 is done, leads back to it, and leaves the way on as it was', async () => {
    const run = await onStep3()
    const { send, until, host } = run
    expect(host.view().step?.optional).toBeUndefined()
    expect(host.view().can).not.toContain('OPEN_OPERATION')
    send({ type: 'OPEN_OPERATION', operation: 'protect' })
    expect(host.view().step?.id).toBe('policy')
    await carriedOut(run)
    await until((view) => view.step?.proved === true)
    expect(host.view().step?.optional?.map(({ id }) => id)).toEqual(['protect'])
    for (const operation of ['rotate', 'revert'] as const) send({ type: 'OPEN_OPERATION', operation })
    expect(host.view().step?.id).toBe('policy')

    send({ type: 'OPEN_OPERATION', operation: 'protect' })
    await until((view) => view.step?.id === 'protect' && view.step.phase === 'reviewing')
    expect(host.view().step?.findings.filter(({ status }) => status === 'fail' || status === 'unknown')).toEqual([])
    send({ type: 'OPEN_OPERATION', operation: 'revert' })
    expect(host.view().step?.id).toBe('protect')
    send(decide({ kind: 'wish-lock', of: 'vault', wanted: true }))
    await until((view) => view.step?.phase === 'reviewing' && view.step.plan.length === 1)
    await carriedOut(run)
    expect(run.writes().filter((write) => VAULT_LOCK.test(write))).toHaveLength(1)

    send({ type: 'BACK' })
    const back = await until((view) => view.step?.id === 'policy' && view.step.phase === 'reviewing')
    expect(back.step?.proved).toBe(true)
    send({ type: 'NEXT' })
    await until((view) => view.step?.id === 'membership' && view.step.phase === 'reviewing')
    expect(host.view().stepper.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now'])
    await host.stop()
  })
})
