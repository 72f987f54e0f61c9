import { describe, expect, it } from 'vitest'
import { FACTS_COUNT_FOR } from '#machines/engine/step/proof.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { english } from '../english.ts'
import { Desk, quiet } from './sequences/desk.ts'
import { goOn } from './sequences/walk.ts'

/** In hours, as the desk's clock counts. */
const COUNTS = FACTS_COUNT_FOR / 3_600_000
const TOO_LONG = 2 * COUNTS
const to = (step: string): WizardEvent => ({ type: 'GO_TO_STEP', step })
const PREPARE: WizardEvent = { type: 'GO_TO_PAGE', page: 'prepare' }
const CHECK: WizardEvent = { type: 'GO_TO_PAGE', page: 'preflight' }

/** Answers held requests until none is left. */
async function answered(desk: Desk): Promise<void> {
  while ((await desk.settleNext()) !== undefined) await quiet()
}

async function sent(desk: Desk, event: WizardEvent): Promise<void> {
  desk.send(event)
  await quiet()
}

/** At this step, which is read and proved. */
async function at(step: string): Promise<Desk> {
  const desk = new Desk('managed-hsm')
  await sent(desk, { type: 'OPEN_PRACTICE', scenario: 'managed-hsm' })
  while (desk.view().step?.id !== step || !desk.view().step?.proved) await goOn(desk, 1)
  return desk
}

const entry = (desk: Desk, step: string) => desk.view().stepper.find(({ id }) => id === step)?.state
const missing = (desk: Desk) => english.all(desk.view().step?.missing)?.text

describe('a step that was not reached yet', () => {
  it('opens on no reading of the step before it that is too old: that is read again, and says so', async () => {
    const desk = await at('integration')
    desk.advance(TOO_LONG)
    expect([entry(desk, 'environment'), desk.view().can.includes('GO_TO_STEP')]).toEqual(['open', true])
    await sent(desk, to('environment'))
    expect([desk.view().step?.id, desk.view().step?.phase]).toEqual(['integration', 'reading'])
    expect(missing(desk)).toContain('more than 15 minutes old. Checking again')
    await answered(desk)
    expect(missing(desk)).toContain('so we checked again. You can continue.')
    await sent(desk, to('environment'))
    expect(desk.view().step?.id).toBe('environment')
    await desk.stop()
  })

  it.each([
    ['a page beside the steps', PREPARE],
    ['the check of all steps', CHECK],
    ['an earlier step', to('integration')],
  ] as const)('leads from %s to the step before it, which is read again first, and says so', async (_, away) => {
    const desk = await at('environment')
    await sent(desk, away)
    // The check of all steps reads this one, too: what it reads is old in the end as well.
    await answered(desk)
    desk.advance(TOO_LONG)
    await sent(desk, to('policy'))
    expect([desk.view().step?.id, desk.view().step?.phase]).toEqual(['environment', 'reading'])
    expect(missing(desk)).toContain('more than 15 minutes old. Checking again')
    await answered(desk)
    expect(missing(desk)).toContain('so we checked again. You can continue.')
    await desk.stop()
  })

  it('is not where Continue leads to from the preparation, either', async () => {
    const desk = await at('integration')
    await sent(desk, PREPARE)
    desk.advance(TOO_LONG)
    await sent(desk, { type: 'NEXT' })
    expect(desk.view().step?.id).toBe('integration')
    await desk.stop()
  })

  it('opens on a reading that counts, from every page', async () => {
    for (const away of [undefined, PREPARE, CHECK]) {
      const desk = await at('integration')
      desk.advance(COUNTS / 2)
      if (away) await sent(desk, away)
      await sent(desk, to('environment'))
      expect(desk.view().step?.id).toBe('environment')
      await desk.stop()
    }
  })
})

it('a step that was reached can be gone to at any time, back and forth', async () => {
  const desk = await at('policy')
  for (const step of ['integration', 'policy', 'environment', 'policy']) {
    desk.advance(TOO_LONG)
    await sent(desk, to(step))
    expect(desk.view().step?.id).toBe(step)
  }
  await desk.stop()
})
