import { expect, it } from 'vitest'
import { resetRun } from '#machines/engine/step/context.ts'
import type { FindingStatus } from '#machines/engine/step/finding.ts'
import { taskView } from '#machines/engine/wizard/task-view.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english } from '#test/english.ts'
import { finding, reading } from '../../readings.ts'

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
