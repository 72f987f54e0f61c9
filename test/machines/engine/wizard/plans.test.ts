import { describe, expect, it } from 'vitest'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { plansAfter, wholePlanOf } from '#machines/engine/wizard/plans.ts'
import type { Action } from '#machines/procedure/action.ts'
import type { StepId } from '#machines/procedure/procedure.ts'
import { reading, context as wizard } from '../../readings.ts'

const register: Action = { kind: 'register-provider', subscriptionId: 's' }
const manage: Action = { kind: 'enable-managed-environment', environmentId: 'e', environmentName: 'contoso-prod' }

const read = (stepId: StepId, plan: readonly Action[], foreseen?: readonly Action[]): Reading =>
  reading({ stepId, readAt: 0, plan, ...(foreseen ? { foreseen: { membership: { plan: foreseen } } } : {}) })

const unread = { phase: 'reading', receipts: [] } as const
const context = (policy?: Reading, membership?: Reading): WizardContext =>
  wizard({
    steps: {
      integration: unread,
      environment: unread,
      policy: { ...unread, ...(policy ? { reading: policy } : {}) },
      membership: { ...unread, ...(membership ? { reading: membership } : {}) },
    },
  })

describe('the whole plan', () => {
  it.each([
    ['nothing, while nothing was read', context(), []],
    ['what step 3 would write, and what it foresees of step 4', context(read('policy', [register], [manage])), [register, manage]],
    [
      'what step 4 itself read, once step 3 has nothing left to write',
      context(read('policy', [], [register]), read('membership', [manage])),
      [manage],
    ],
    [
      'what step 3 foresees, while an older reading of step 4 speaks of a world without it',
      context(read('policy', [register], [manage]), read('membership', [])),
      [register, manage],
    ],
    ['what step 4 read, where step 3 was never read here', context(undefined, read('membership', [manage])), [manage]],
  ])('is %s', (_what, now, plan) => expect(wholePlanOf(now)).toEqual(plan))

  it('names for each step the ones that come after it and would write something', () => {
    const now = context(read('policy', [register], [manage]))
    expect(plansAfter(now, 'integration')).toEqual([
      { stepId: 'policy', actions: [register] },
      { stepId: 'membership', actions: [manage] },
    ])
    expect(plansAfter(now, 'policy')).toEqual([{ stepId: 'membership', actions: [manage] }])
    expect(plansAfter(now, 'membership')).toEqual([])
  })
})
