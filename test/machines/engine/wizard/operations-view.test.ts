import { describe, expect, it } from 'vitest'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { operationsView } from '#machines/engine/wizard/operations-view.ts'
import { STEP_IDS, type StepId } from '#machines/procedure/procedure.ts'
import { context as opened, reading } from '../../readings.ts'

const read = (stepId: StepId, more: object = {}) => ({
  phase: 'reviewing' as const,
  receipts: [],
  reading: reading({ stepId, readAt: 1, ...more }),
})
const initial = opened()
const withSteps = (steps: WizardContext['steps'], more: Partial<WizardContext> = {}): WizardContext => ({
  ...initial,
  steps: { ...initial.steps, ...steps },
  ...more,
})
const all = Object.fromEntries(STEP_IDS.map((id) => [id, read(id)]))
const { policy: _, ...butPolicy } = all

describe('that not every step was checked since the last start', () => {
  it.each<[string, WizardContext, true | undefined]>([
    ['is said before anything is read', withSteps({}), true],
    ['is said while one step isn’t read', withSteps(butPolicy), true],
    ['is said where a change made one old', withSteps({ ...butPolicy, policy: read('policy', { oldSince: 5 }) }), true],
    ['isn’t said once all are read', withSteps(all), undefined],
    [
      'isn’t said once they are read beside each other',
      withSteps({}, { preflight: { readings: STEP_IDS.map((id) => read(id).reading) } }),
      undefined,
    ],
  ])('%s', (_what, context, unchecked) => {
    expect(operationsView(context, false, 2).unchecked).toBe(unchecked)
  })
})
