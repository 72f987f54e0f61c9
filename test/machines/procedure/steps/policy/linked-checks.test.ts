import { describe, expect, it } from 'vitest'
import { judge } from '../../../../../machines/engine/step/finding.ts'
import { policyStepChecks } from '../../../../../machines/procedure/steps/policy/checks.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { linkedChecks } from '../../../../../machines/procedure/steps/policy/linked-checks.ts'
import { planPolicy } from '../../../../../machines/procedure/steps/policy/plan.ts'
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
} from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))
const inOther = ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))
const recreated = policyFacts({ environment: inEarlier, keyAccess: ok([]) })

const rows: readonly Row<PolicyFacts>[] = [
  { check: 'policy-as-linked', when: 'the environment is in it', facts: policyFacts({ environment: ok(encrypted()) }), gives: 'pass' },
  { check: 'policy-as-linked', when: 'it was created again', facts: recreated, gives: 'fail', seen: [OTHER_SYSTEM_ID, SYSTEM_ID] },
  { check: 'policy-as-linked', when: 'the environment is in none', facts: policyFacts(), gives: 'nothing' },
  {
    check: 'policy-beside-linked',
    when: 'the environment is in another one',
    facts: policyFacts({ environment: inOther }),
    gives: 'unknown',
    seen: [OTHER_POLICY_ID],
    with: { attestable: true, key: `policy-beside-linked:${OTHER_POLICY_ID}` },
  },
  { check: 'policy-beside-linked', when: 'it was created again', facts: recreated, gives: 'nothing' },
  {
    check: 'policy-beside-linked',
    when: 'the environment is in it',
    facts: policyFacts({ environment: ok(encrypted()) }),
    gives: 'nothing',
  },
  { check: 'policy-beside-linked', when: 'the environment is in none', facts: policyFacts(), gives: 'nothing' },
]

describe('the chosen policy and the one of the environment', () => walkRows(linkedChecks, rows))

it('a policy that was created again gets no access, and the advice is not to restore the key', () => {
  expect(planPolicy(recreated, { environmentId: ENVIRONMENT, policy: policyChoices() })).toEqual([])
  expect(judge(policyStepChecks, recreated, NOW).map(({ key }) => key)).not.toContain('key-within-reach')
})
