import { expect, it } from 'vitest'
import { resetRun } from '#machines/engine/step/context.ts'
import type { Finding, FindingStatus } from '#machines/engine/step/finding.ts'
import { taskView } from '#machines/engine/wizard/task-view.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english } from '#test/english.ts'
import { REFUSALS } from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { finding, reading } from '../../readings.ts'

const MISSED = 'Not started: its time has passed'

it.each([
  ['at its time', { how: 'not-started' as const, endedAt: 10 }, MISSED],
  ['after it', { how: 'not-started' as const, endedAt: 11 }, MISSED],
  ['before it, because another person made a change', { how: 'not-started' as const, endedAt: 9 }, undefined],
  ['because it was canceled', { how: 'canceled' as const, endedAt: 10 }, undefined],
])('a plan whose start was given up %s says whether its time has passed', (_when, { how, endedAt }, said) => {
  const schedule = { setAt: 0, window: { from: 10, to: 20, timeZone: 'UTC' }, plan: [], found: [] }
  const context = {
    ...resetRun,
    stepId: 'membership',
    choices: {},
    attestations: [],
    editing: false,
    actionStartedAt: 0,
    reading: reading({ plan: [ACTIONS['link-environment']] }),
    unstarted: { how, schedule },
    scheduleEnd: { at: endedAt, end: how },
  }
  const task = english.text(taskView(CUSTOMER_MANAGED_KEYS, 'membership', context, 'reviewing', false).now)
  expect(task).toBe(said ?? 'Review the change, then apply it')
})

const said = (proved: boolean, ...of: readonly FindingStatus[]): string => {
  const context = {
    ...resetRun,
    stepId: 'protect',
    choices: {},
    attestations: [],
    editing: false,
    actionStartedAt: 0,
    reading: reading({ findings: of.map((status, index) => finding({ key: `check-${index}`, status })) }),
  }
  return english.text(taskView(CUSTOMER_MANAGED_KEYS, 'protect', context, 'reviewing', proved).now)
}

it.each([true, false])('an operation with warnings does not say that there is nothing to do (proved: %s)', (proved) => {
  expect(said(proved, 'pass')).toBe('Nothing to do now')
  expect(said(proved, 'pass', 'warning')).toBe('Nothing is required. Read the warning below')
  expect(said(proved, 'warning', 'warning')).toBe('Nothing is required. Read the 2 warnings below')
})

it('a step that rests on another person’s word is confirmed, not verified', () => {
  const verified = (refusal: Partial<Finding>) => {
    const context = {
      ...resetRun,
      stepId: 'integration',
      choices: {},
      attestations: [],
      editing: false,
      actionStartedAt: 0,
      reading: reading({ findings: [finding({ status: 'unknown', attestable: true, ...refusal })] }),
    }
    const { done } = taskView(CUSTOMER_MANAGED_KEYS, 'integration', context, 'reviewing', true)
    return done && english.text(done.verified)
  }
  expect(verified({})).toBe('Step 1 is verified')
  expect(verified({ refusal: REFUSALS.forbidden })).toBe('Step 1 is confirmed, not read')
})
