import { describe, expect, it } from 'vitest'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { whatIfView } from '#machines/procedure/what-if/view.ts'
import { account, ENVIRONMENT, encrypted, NOW, ok, policyChoices, policyFacts } from '../../facts.ts'
import { context as opened } from '../../readings.ts'

/** Step 3 was read, and perhaps something has touched it since. */
function read(oldSince?: number): WizardContext {
  const choices = { environmentId: ENVIRONMENT, policy: policyChoices() }
  const facts = policyFacts({ environment: ok(encrypted()) })
  const reading = readPolicy(facts, choices, suggestPolicy(facts, undefined), account, NOW)
  return {
    ...opened(),
    choices,
    steps: {
      ...opened().steps,
      policy: { phase: 'reviewing', receipts: [], reading: oldSince === undefined ? reading : { ...reading, oldSince } },
    },
  }
}

describe('what takes the environment offline', () => {
  it('says by a reading that counts that nothing has happened', () => {
    expect(whatIfView(read())?.rows.map(({ state }) => state)).toContain('clear')
  })

  it('is unknown once something has touched what was read', () => {
    const view = whatIfView(read(NOW + 1))
    expect(view?.readAt).toBeUndefined()
    expect(new Set(view?.rows.map(({ state }) => state))).toEqual(new Set(['unknown']))
    expect(view?.rows.filter(({ protection }) => protection !== undefined)).toEqual([])
  })
})
