import { describe, expect, it } from 'vitest'
import { type EventObject, getInitialSnapshot, getNextSnapshot } from 'xstate'
import type { StepEvent } from '#machines/engine/step/context.ts'
import { createStepMachine } from '#machines/engine/step/machine.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { recordIn } from '#machines/engine/wizard/context.ts'
import { heard, withRead } from '#machines/engine/wizard/hearing.ts'
import type { StepPhase } from '#machines/engine/wizard/view-of-step.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { context, reading } from '../machines/readings.ts'
import { complaints } from './one-story.ts'
import { silentPorts } from './ports.ts'
import { Desk, quiet } from './sequences/desk.ts'
import { goOn } from './sequences/walk.ts'

const at = (readAt: number, over: Partial<Reading> = {}) => reading({ stepId: 'environment', readAt, ...over })
const stepsWith = (own: Reading | undefined, phase: StepPhase = 'reviewing') => ({
  environment: { phase, receipts: [], ...(own ? { reading: own } : {}) },
})
const shown = (own: Reading | undefined, others: readonly Reading[], phase?: StepPhase) =>
  withRead({ procedure: CUSTOMER_MANAGED_KEYS, steps: stepsWith(own, phase), running: 'environment' }, others, 3)['environment']?.reading

describe('of a step that is read beside its own page as well', () => {
  it.each([
    ['what was read beside it since', at(1), [at(2)], 2],
    ['its own reading where that is the newer one', at(2), [at(1)], 2],
    ['its own where no other one is of this step', at(1), [at(2, { stepId: 'policy' })], 1],
    ['its own where a choice was missing beside it', at(1), [at(2, { choiceMissing: true })], 1],
    ['its own where it lacked a choice, which the other one made for itself', at(1, { choiceMissing: true }), [at(2)], 1],
    ['nothing before its own page has read it', undefined, [at(2)], undefined],
  ] as const)('every page shows %s', (_, own, others, newest) => {
    expect(shown(own, others)?.readAt).toBe(newest)
  })

  const environment = { id: 'E1', displayName: 'prod' }
  it.each(['reviewing', 'confirming'] as const)('a lock that another step sees makes it old, while %s', (phase) => {
    const locked = at(2, { stepId: 'policy', environment: { ...environment, locked: true } })
    expect(shown(at(1, { environment }), [locked], phase)?.oldSince).toBe(2)
  })

  it('every page keeps what is confirmed on its own page', () => {
    expect(shown(at(1), [at(2)], 'confirming')?.readAt).toBe(1)
  })

  it('what a change has made old stays old where the other reading began before it', () => {
    expect(shown(at(1, { oldSince: 2 }), [at(3, { begunAt: 1 })])?.oldSince).toBe(2)
  })
})

it('what its own page reads counts also after the clock was put back', () => {
  const machine = createStepMachine(CUSTOMER_MANAGED_KEYS, silentPorts())
  const initial = getInitialSnapshot(machine, { stepId: 'environment', choices: {}, attestations: [] })
  const done: EventObject & { output: { reading: Reading } } = { type: 'xstate.done.actor.0.step.observing', output: { reading: at(1) } }
  const read = getNextSnapshot(machine, initial, done as EventObject as StepEvent)
  const before = context({ steps: { ...context().steps, environment: { phase: 'reading', receipts: [], reading: at(2) } } })
  expect(recordIn(heard(before, 'environment', read, 1), 'environment').reading?.readAt).toBe(1)
})

/** Answers held requests until none is left. */
async function answered(desk: Desk): Promise<void> {
  while ((await desk.settleNext()) !== undefined) await quiet()
}

async function refused(desk: Desk, what: string, fault: '401-expired' | 'malformed-json'): Promise<void> {
  const place = desk.hand.held.findIndex((each) => each.what === what)
  expect(place).not.toBe(-1)
  await desk.settle(place, { end: 'fault', fault, nth: 1 })
  await quiet()
}

describe('page, map, and list of steps show one reading of a step', () => {
  it('that failed on its own page and was read with all steps since, while it is read again', async () => {
    const desk = new Desk('locked')
    desk.send({ type: 'OPEN_PRACTICE', scenario: 'locked' })
    await quiet()
    while (!desk.hand.held.some(({ what }) => what === 'observe environment')) await goOn(desk, 1)
    await refused(desk, 'observe environment', '401-expired')
    desk.send({ type: 'GO_TO_PAGE', page: 'preflight' })
    await quiet()
    await answered(desk)
    desk.send({ type: 'BACK' })
    await quiet()
    const view = desk.view()
    expect([view.step?.id, view.step?.phase]).toEqual(['environment', 'reading'])
    expect(view.step?.findings.some(({ status }) => status === 'fail')).toBe(true)
    expect(complaints(await desk.moment(view))).toEqual([])
    await desk.stop()
  })
  it('that another person’s change has made old, as another step reads', async () => {
    const desk = new Desk('managed-hsm')
    desk.send({ type: 'OPEN_PRACTICE', scenario: 'managed-hsm' })
    await quiet()
    while (desk.view().step?.id !== 'membership' || desk.view().step?.phase !== 'reviewing') await goOn(desk, 1)
    expect(await desk.meddle(0)).toBe('another person: link-environment, done')
    desk.advance(1)
    desk.send({ type: 'GO_TO_STEP', step: 'integration' })
    await quiet()
    await answered(desk)
    desk.send({ type: 'GO_TO_STEP', step: 'membership' })
    await quiet()
    const view = desk.view()
    expect([view.step?.id, view.step?.phase]).toEqual(['membership', 'reading'])
    expect(complaints(await desk.moment(view))).toEqual([])
    await desk.stop()
  })
  it('that another person’s change has made old, as a check of one finding shows', async () => {
    const desk = new Desk('managed-hsm')
    desk.send({ type: 'OPEN_PRACTICE', scenario: 'managed-hsm' })
    await quiet()
    while (desk.view().step?.id !== 'membership' || desk.view().step?.phase !== 'reviewing') await goOn(desk, 1)
    desk.send({ type: 'GO_TO_PAGE', page: 'preflight' })
    await quiet()
    await answered(desk)
    desk.send({ type: 'GO_TO_STEP', step: 'membership' })
    await quiet()
    await answered(desk)
    expect(await desk.meddle(0)).toBe('another person: link-environment, done')
    desk.advance(1)
    desk.send({ type: 'GO_TO_PAGE', page: 'preflight' })
    await quiet()
    desk.send({ type: 'CHECK_ONE', key: desk.snapshot?.context.steps['integration']?.reading?.findings[0]?.key ?? '' })
    await quiet()
    await answered(desk)
    const view = desk.view()
    expect(desk.snapshot?.context.preflight?.readings.map(({ stepId, oldSince }) => [stepId, oldSince !== undefined])).toEqual([
      ['integration', false],
      ['environment', false],
      ['policy', false],
      ['membership', true],
    ])
    expect([...complaints(await desk.moment(view)), ...(await desk.falsehoods(view))]).toEqual([])
    await desk.stop()
  })
  it('that failed on its own page, and was read once more since for what ended beside it', async () => {
    const desk = new Desk('afterwards')
    desk.send({ type: 'OPEN_PRACTICE', scenario: 'afterwards' })
    await quiet()
    while (desk.view().page !== 'closing') await goOn(desk, 1)
    await goOn(desk, 40)
    expect([desk.view().step?.id, desk.view().step?.phase]).toEqual(['add', 'waiting'])
    desk.send({ type: 'GO_TO_STEP', step: 'membership' })
    await quiet()
    await refused(desk, 'observe membership', 'malformed-json')
    expect(desk.view().step?.findings.some(({ status }) => status === 'unknown')).toBe(true)
    for (let turn = 0; turn < 40 && desk.view().step?.proved !== true; turn++) {
      await desk.settleNext()
      await quiet()
    }
    const view = desk.view()
    expect([view.step?.id, view.step?.phase, view.step?.proved]).toEqual(['membership', 'reviewing', true])
    expect(complaints(await desk.moment(view))).toEqual([])
    await desk.stop()
  })
})
