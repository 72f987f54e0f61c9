import { describe, expect, it } from 'vitest'
import { pageIsOpen, stepIsOpen, type WizardContext } from '#machines/engine/wizard/context.ts'
import { countsOn, stepper } from '#machines/engine/wizard/stages.ts'
import type { StepRecord } from '#machines/engine/wizard/step-record.ts'
import { isWriting, scheduledStart, underwayIn, unstartedIn, wayToUnderway } from '#machines/engine/wizard/underway.ts'
import type { Pending } from '#machines/procedure/action.ts'
import { english } from '#test/english.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { finding, context as opened, reading } from '../../readings.ts'

const pending: Pending = { kind: 'operation', purpose: 'link', environmentId: 'e', operation: {}, since: 0 }
const record = (phase: StepRecord['phase'], more: Partial<StepRecord> = {}): StepRecord => ({ phase, receipts: [], ...more })
const context = (part: Partial<WizardContext> = {}): WizardContext => ({
  ...opened(),
  ...part,
})
const withStep = (membership: StepRecord) => context({ steps: { ...opened().steps, membership } })
const withOperation = (rotate: StepRecord, more: Partial<WizardContext> = {}) =>
  context({ operations: { ...opened().operations, rotate }, ...more })

const schedule = { setAt: 1, window: { from: 7, to: 9, timeZone: 'UTC' }, plan: [], found: [] }
const planned = reading({ stepId: 'membership', plan: [ACTIONS['grant-key-access'], ACTIONS['create-key']] })

describe('what is in progress', () => {
  it.each([
    ['nothing while a step is only read', withStep(record('reading')), undefined, false],
    ['nothing while a person decides', withStep(record('confirming')), undefined, false],
    ['a plan that is read once more before its first change', withStep(record('rechecking')), 'membership', false],
    ['a change that is being made, whose answer is open', withStep(record('applying')), 'membership', true],
    ['a change that waits for its next try', withStep(record('pausing')), 'membership', false],
    ['what runs at Microsoft, also from another page', withStep(record('reading', { pending })), 'membership', false],
    ['an operation after the link', withOperation(record('waiting', { pending })), 'rotate', false],
  ] as const)('is %s', (_name, given, id, writing) => {
    expect(underwayIn(given)).toBe(id)
    expect(isWriting(given)).toBe(writing)
  })

  it.each([
    ['all of a plan that is read once more', record('rechecking', { reading: planned }), 2],
    ['none of one that is scheduled: it has not begun', record('rechecking', { reading: planned, schedule }), 0],
    ['those after the one that is being made', record('applying', { left: 3 }), 3],
    ['those after the one that the services work on', record('waiting', { pending, left: 3 }), 3],
    ['one that is tried again, and those after it', record('pausing', { left: 3 }), 4],
    ['none while nothing is carried out', record('reviewing', { reading: planned }), 0],
  ] as const)('would leave undone %s', (_name, given, count) => {
    expect(unstartedIn(withStep(given))).toBe(count)
  })

  it.each([
    ['until its time', 'scheduled', 7],
    ['while the person is asked whether it is to start now', 'confirming', 7],
    ['during the last check', 'rechecking', 7],
    ['no longer once it has begun', 'applying', undefined],
  ] as const)('begins by itself %s', (_name, phase, start) => {
    expect(scheduledStart(withStep(record(phase, phase === 'applying' ? {} : { schedule })))).toBe(start)
  })

  it('can be gone to, though the earlier steps cannot be read while the environment is off', () => {
    expect(stepIsOpen(withStep(record('waiting', { pending })), 'membership')).toBe(true)
    expect(stepIsOpen(withStep(record('reviewing')), 'membership')).toBe(false)
    expect(pageIsOpen(withOperation(record('waiting', { pending })), 'operations')).toBe(true)
    expect(pageIsOpen(context(), 'operations')).toBe(false)
  })

  it('is followed from its own page', () => {
    expect(wayToUnderway(context())).toEqual([])
    expect(wayToUnderway(withStep(record('waiting', { pending })))).toEqual([{ type: 'GO_TO_STEP', step: 'membership' }])
    expect(wayToUnderway(withOperation(record('waiting', { pending })))).toEqual([
      { type: 'GO_TO_PAGE', page: 'operations' },
      { type: 'OPEN_OPERATION', operation: 'rotate' },
    ])
    expect(wayToUnderway(withOperation(record('waiting', { pending }), { running: 'rotate' }))).toEqual([])
  })

  it.each([
    ['of an operation on the chosen environment', 're-enable', true],
    ['of one that is about another environment', 'add', false],
  ] as const)('is told beside its step, %s: %s', (_name, operation, told) => {
    const operations = { ...opened().operations, [operation]: record('waiting', { pending }) }
    const entry = stepper(context({ operations }), undefined, { holds: () => true, asks: () => undefined }).find(
      ({ id }) => id === 'membership',
    )
    expect(english.all({ note: entry?.note }).note).toMatch(told ? /encrypting/ : /^(?!.*encrypting)/)
  })

  it('is no reason to ask nothing where what was read of the step stays true: a new version of the key', () => {
    const { steps, operations } = opened()
    const policy = record('reviewing', { reading: reading({ stepId: 'policy', findings: [finding({ status: 'fail' })] }) })
    const rotate = record('waiting', { pending: { kind: 'rotation', since: 0, until: 9 } })
    const given = context({ steps: { ...steps, policy }, operations: { ...operations, rotate } })
    expect(countsOn(given, 'step', 'policy')).toEqual({ action: 1, confirm: 0 })
  })
})
