import { describe, expect, it } from 'vitest'
import type { WizardView } from '#messages/view.ts'
import { caseOf, leaping, type Practised, practised } from '../practised.ts'

const CASE = caseOf('ready-to-enable')

/** While Microsoft encrypts the environment. */
async function encrypting(): Promise<Practised> {
  const run = practised(leaping(CASE))
  run.send({ type: 'OPEN_PRACTICE', scenario: CASE.name })
  await run.walkUntil(CASE, ({ step }) => step?.wait?.mayClose === true)
  return run
}

/** Hours pass after each look, until this is so. */
function ended({ until, host }: Practised, fits: (view: WizardView) => boolean): Promise<WizardView> {
  let looked: number | undefined
  return until((view) => {
    const waits = [view.step, ...(view.others ?? [])].map((each) => each?.wait?.lastPollAt)
    const look = Math.max(...waits.map((at) => at ?? 0))
    if (look !== looked && look > 0) queueMicrotask(() => host.advancePractice(1))
    looked = look
    return fits(view)
  })
}

const verified = ({ step }: WizardView) => step?.id === 'membership' && step.phase === 'reviewing' && step.proved

describe('the end of the last step', () => {
  it('is the closing page itself, without a press, where its wait ends on screen', async () => {
    const run = await encrypting()
    const pages: string[] = []
    run.host.subscribe(({ page, step }) => void pages.push(`${page} ${step?.phase}`))
    const view = await ended(run, ({ closing }) => closing !== undefined)
    expect(pages).not.toContain('step reviewing')
    expect(view.stepper.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    await run.host.stop()
  })

  it('is the closing page where the first check of the step proves it, and where the person’s last answer does', async () => {
    for (const name of ['already-encrypted', 'managed-hsm'] as const) {
      const scenario = caseOf(name)
      const run = practised(leaping(scenario))
      run.send({ type: 'OPEN_PRACTICE', scenario: name })
      const told: string[] = []
      run.host.subscribe((view) => void (verified(view) && told.push('verified')))
      await run.walkUntil(scenario, ({ closing }) => closing !== undefined)
      expect([name, told]).toEqual([name, []])
      await run.host.stop()
    }
  })

  it('moves nobody from another page, on which the step is verified all the same', async () => {
    const run = await encrypting()
    run.send({ type: 'GO_TO_PAGE', page: 'evidence' })
    const view = await ended(run, ({ stepper }) => stepper.at(-1)?.state === 'done')
    expect(view.page).toBe('evidence')
    run.send({ type: 'GO_TO_STEP', step: 'membership' })
    await run.until(verified)
    await run.host.stop()
  })

  it('leaves the last step on screen for who goes back to it, also once it is checked again', async () => {
    const run = await encrypting()
    await ended(run, ({ closing }) => closing !== undefined)
    run.send({ type: 'BACK' })
    await run.until(verified)
    run.send({ type: 'CHECK_AGAIN' })
    await run.until(({ step }) => step?.phase === 'reading')
    await run.until(verified)
    await run.host.stop()
  })
})
