import { expect, it } from 'vitest'
import type { Choices } from '#machines/procedure/choices.ts'
import { PRESENTATION } from '#machines/procedure/presentation.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { english } from '../../english.ts'
import { account, ENVIRONMENT, encrypted, NOW, ok, policyChoices, policyFacts, REFUSALS, refused } from '../facts.ts'
import { context as opened } from '../readings.ts'

function besideWith(policyName?: string) {
  const choices: Choices = {
    environmentId: ENVIRONMENT,
    policy: { ...policyChoices(), ...(policyName === undefined ? {} : { policyName }) },
  }
  const facts = policyFacts({ environment: ok(encrypted()) })
  const reading = readPolicy(facts, choices, suggestPolicy(facts, undefined), account, NOW)
  const context = {
    ...opened(),
    choices,
    steps: { ...opened().steps, policy: { phase: 'reviewing' as const, receipts: [], reading } },
  }
  return english.all(PRESENTATION.beside(context, { page: 'step', now: NOW, answering: false, checking: false }).shown)
}

it('a list of environments that couldn’t be read is told with its refusal, not as an empty list', () => {
  const facts = { environments: refused(REFUSALS.throttled) }
  const reading = readIntegration(facts, {}, NOW)
  const preflight = { readings: [reading], assumed: {}, foreseen: [] }
  const shown = english.all(PRESENTATION.preflight({ ...opened(), choices: {}, preflight }))
  expect(shown.environments).toEqual([])
  expect(shown.unlisted).toMatchObject({ title: 'Couldn’t read the list of environments', refusal: REFUSALS.throttled })
})

it('an environment in another policy is said by its name, with both ways out of it', () => {
  expect(besideWith('cmk-next').otherPolicy).toEqual({
    text: expect.stringMatching(/^Connected to another policy: /),
    step: 'membership',
    environmentId: ENVIRONMENT,
    chosen: 'cmk-next',
    held: { subscriptionId: policyChoices().subscriptionId, resourceGroup: 'rg-contoso-cmk', policyName: policyChoices().policyName },
    ways: [
      { operation: 'change', title: 'Change to another policy' },
      { operation: 'revert', title: expect.stringContaining('Microsoft-managed key') },
    ],
  })
  expect(besideWith().otherPolicy).toBeUndefined()
})
