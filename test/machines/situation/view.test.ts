import { describe, expect, it } from 'vitest'
import type { Receipt } from '#machines/engine/action.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { situationIn } from '#machines/procedure/situation/view.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { account, ENVIRONMENT, NOW, ok, policyChoices, policyFacts, REFUSALS, refused, vault } from '../facts.ts'
import { context as opened } from '../readings.ts'

/** Step 3 after a run of six changes that ended early. */
function stopped(facts: ReturnType<typeof policyFacts>, phase: 'reviewing' | 'applying' = 'reviewing'): WizardContext {
  const choices = { environmentId: ENVIRONMENT, policy: policyChoices() }
  const reading = readPolicy(facts, choices, suggestPolicy(facts, undefined), account, NOW)
  const receipt: Receipt = {
    kind: 'register-provider',
    title: { verbatim: 'Register' },
    resourceId: '/subscriptions/s',
    at: NOW - 1,
    written: true,
    wish: 'w',
  }
  return {
    ...opened(),
    choices,
    steps: { ...opened().steps, policy: { phase, receipts: [receipt], reading, confirmed: reading.plan.length + 2 } },
  }
}

const NEW = policyFacts({ policy: refused(REFUSALS['not-found']) })

describe('the situation of a run that ended early', () => {
  it('heads its page, and continues with what is left', () => {
    const { view, asks } = situationIn(stopped(NEW))
    expect(view).toMatchObject({ kind: 'stopped', part: 'policy', place: 3, card: { tone: 'warning' } })
    expect(view.headline).toMatchObject({ messageId: 'situation.made', values: { made: 2 } })
    expect(asks('policy')).toMatchObject({ state: 'stopped' })
    expect(asks('membership')).toBeUndefined()
  })

  it('doesn’t offer to go on while something is in the way', () => {
    const { view, asks } = situationIn(
      stopped(policyFacts({ policy: refused(REFUSALS['not-found']), vault: ok(vault({ purgeProtection: false })) })),
    )
    expect(view).toMatchObject({ kind: 'stopped', part: 'policy' })
    expect(view.headline).toBeDefined()
    expect(view.card).toBeUndefined()
    // The list of steps counts what is in the way, as the map does.
    expect(asks('policy')).toBeUndefined()
  })

  it('is that changes are being made, once they are', () => {
    expect(situationIn(stopped(NEW, 'applying')).view).toEqual({ kind: 'writing', part: 'policy', place: 3 })
  })
})
