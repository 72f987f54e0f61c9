import { expect, it } from 'vitest'
import { resetRun } from '#machines/engine/step/context.ts'
import { choosing, type WizardContext } from '#machines/engine/wizard/context.ts'
import { notingOthers } from '#machines/engine/wizard/others.ts'
import { context as opened } from '../../readings.ts'

it('what was followed of one environment is let go of with another choice, also while it is being read once more', () => {
  const initial = opened()
  const chosen: WizardContext = {
    ...initial,
    choices: { environmentId: 'one' },
    following: ['membership'],
    others: {
      membership: {
        phase: 'reading',
        context: {
          ...resetRun,
          stepId: 'membership',
          choices: { environmentId: 'one' },
          attestations: [],
          editing: false,
          actionStartedAt: 0,
        },
      },
    },
  }
  expect(notingOthers(chosen).following).toEqual(['membership'])
  expect(notingOthers({ ...chosen, ...choosing(chosen, 'another') })).toEqual({ following: [], others: {} })
})
