import { describe, expect, it } from 'vitest'
import { judge } from '#machines/engine/step/finding.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { linkedChecks } from '#machines/procedure/steps/policy/linked-checks.ts'
import { planPolicy } from '#machines/procedure/steps/policy/plan.ts'
import {
  ENVIRONMENT,
  encrypted,
  NOW,
  OTHER_POLICY_ID,
  OTHER_SYSTEM_ID,
  ok,
  POLICY_ID,
  policyChoices,
  policyFacts,
  SYSTEM_ID,
} from '#test/machines/facts.ts'
import { type Rows, row, walkRows } from '#test/machines/rows.ts'

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))
const inOther = ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))
const recreated = policyFacts({ environment: inEarlier, keyAccess: ok([]) })

const rows: Rows<PolicyFacts> = {
  'policy-as-linked': [
    row.pass('the environment is in it', policyFacts({ environment: ok(encrypted()) })),
    row.fail('it was created again', recreated, { seen: [OTHER_SYSTEM_ID, SYSTEM_ID] }),
    row.nothing('the environment is in none', policyFacts()),
  ],
  'policy-beside-linked': [
    row.unknown('the environment is in another one', policyFacts({ environment: inOther }), {
      seen: OTHER_POLICY_ID,
      attestable: true,
      key: `policy-beside-linked:${OTHER_POLICY_ID}`,
    }),
    row.nothing('it was created again', recreated),
    row.nothing('the environment is in it', policyFacts({ environment: ok(encrypted()) })),
    row.nothing('the environment is in none', policyFacts()),
  ],
}

describe('the chosen policy and the one of the environment', () => walkRows(linkedChecks, rows))

it('a policy that was created again gets no access, and the advice is not to restore the key', () => {
  expect(planPolicy(recreated, { environmentId: ENVIRONMENT, policy: policyChoices() })).toEqual([])
  expect(judge(policyStepChecks, recreated, NOW).map(({ key }) => key)).not.toContain('key-within-reach')
})
