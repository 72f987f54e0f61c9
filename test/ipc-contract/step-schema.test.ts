import { expect, it } from 'vitest'
import { finding } from '../../ipc/view-schema-of-step.ts'
import { findingView } from '../../machines/engine/wizard/step-view.ts'
import { readMembership, readPolicy } from '../../machines/procedure/reading.ts'
import { suggestPolicy } from '../../machines/procedure/steps/policy/suggestion.ts'
import { DAY, ENVIRONMENT, key, membershipFacts, NOW, ok, policyChoices, policyFacts, REFUSALS, refused } from '../machines/facts.ts'

const outside = refused({ ...REFUSALS.forbidden, code: 'ForbiddenByFirewall' })
const step3 = policyFacts({ key: outside })

it.each([
  ['a key that expires soon', readMembership(membershipFacts({ keyLifetime: { key: ok(key({ expires: NOW + 20 * DAY })) } }), NOW)],
  ['a key that another network hides, before the link', readMembership(membershipFacts({ keyLifetime: { key: outside } }), NOW)],
  [
    'a key that another network hides',
    readPolicy(
      step3,
      { environmentId: ENVIRONMENT, policy: policyChoices() },
      suggestPolicy(step3, undefined),
      { objectId: '', userName: '' },
      NOW,
    ),
  ],
])('the window can read every finding about %s', (_, reading) => {
  expect(reading.findings.some(({ attestable }) => attestable)).toBe(true)
  for (const each of reading.findings) expect(finding.safeParse(findingView(each, reading, [])).error, each.key).toBeUndefined()
})
