import { describe, expect, it } from 'vitest'
import type { Finding } from '#machines/engine/step/finding.ts'
import type { Check } from '#machines/procedure/check.ts'
import { memberOf } from '#machines/procedure/landscape/members.ts'
import type { EnterprisePolicy, Environment } from '#machines/procedure/services/services.ts'
import { environmentChecks } from '#machines/procedure/steps/environment/checks.ts'
import { financeAndOperationsKind } from '#machines/procedure/steps/integration/facts.ts'
import { planMembership } from '#machines/procedure/steps/membership/plan.ts'
import { membershipStepChecks } from '#machines/procedure/steps/membership/step-checks.ts'
import { importChecks } from '#machines/procedure/steps/policy/import-checks.ts'
import { planPolicy } from '#machines/procedure/steps/policy/plan.ts'
import { policyChecks } from '#machines/procedure/steps/policy/policy-checks.ts'
import { subscriptionChecks } from '#machines/procedure/steps/policy/subscription-checks.ts'
import {
  encrypted,
  environment,
  environmentFacts,
  membershipFacts,
  ok,
  policy,
  policyChoices,
  policyFacts,
  provider,
  untouchedPolicyFacts,
  vault,
} from '../facts.ts'
import { judgedBy } from '../rows.ts'

/* Services get new words. One that no document has is neither yes nor no: the person is asked, and nothing is written for its sake. */

const WORD = 'Zarquon'

const asked =
  <F>(checks: readonly Check<F>[], key: string, facts: F) =>
  (): Finding | undefined =>
    judgedBy(checks, key, facts)

const ofEnvironment = (over: Partial<Environment>) => environmentFacts({ environment: ok(environment(over)) })
const ofPolicy = (over: Partial<EnterprisePolicy>) => policyFacts({ policy: ok(policy(over)) })
const importing = { choices: policyChoices({ keyIsImported: true }) }

describe('a word that no document has', () => {
  it.each([
    ['the state of management', asked(environmentChecks, 'environment-ready', ofEnvironment({ managementState: WORD }))],
    ['the runtime', asked(environmentChecks, 'environment-ready', ofEnvironment({ runtimeState: WORD }))],
    ['who manages the key', asked(environmentChecks, 'no-self-managed-key', ofEnvironment({ keyManagedBy: WORD }))],
    [
      'the runtime of an encrypted environment',
      asked(membershipStepChecks, 'environment-running', membershipFacts({ environment: ok(encrypted({ runtimeState: WORD })) })),
    ],
    [
      'the registration',
      asked(subscriptionChecks, 'provider-registered', policyFacts({ provider: ok(provider({ registrationState: WORD })) })),
    ],
    ['the encryption of the policy', asked(policyChecks, 'policy-target', ofPolicy({ encryptionState: WORD }))],
    ['the tier', asked(importChecks, 'import-vault-tier', policyFacts({ ...importing, vault: ok(vault({ tier: WORD })) }))],
  ])('for %s is a question to the person', (_, find) => {
    expect(find()).toMatchObject({ status: 'unknown', attestable: true })
    expect(find()?.putRightBy).toBeUndefined()
  })

  const kinds = (plan: readonly { readonly kind: string }[]) => plan.map(({ kind }) => kind)
  const membershipOf = (over: Environment) => kinds(planMembership(membershipFacts({ environment: ok(over) })))

  it('for a registration is no reason to register', () => {
    const unsaid = ok(provider({ registrationState: WORD }))
    const plan = kinds(planPolicy(untouchedPolicyFacts({ provider: unsaid, vaultProvider: unsaid }), { policy: policyChoices() }))
    expect(plan).toContain('create-vault')
    expect(plan).not.toContain('register-provider')
  })

  it('for the protection level is no reason to make the environment managed', () => {
    expect(membershipOf(environment({ protectionLevel: WORD }))).toEqual(['link-environment'])
  })

  it('for the status of the link is no reason to link', () => {
    const { encryptionPolicy } = encrypted()
    expect(membershipOf(environment({ encryptionPolicy: { ...encryptionPolicy, linkStatus: WORD } }))).toEqual([])
  })

  it('for who manages the key isn’t taken for the earlier key, whose outage is shorter', () => {
    expect(planMembership(membershipFacts({ environment: ok(environment({ keyManagedBy: WORD })) }))).toEqual([
      expect.not.objectContaining({ fromEarlierKey: true }),
    ])
  })

  it('leaves it open which key the environment has', () => {
    expect(memberOf(environment({ keyManagedBy: WORD }), undefined).key).toEqual({ kind: 'unknown' })
  })

  it('for the app doesn’t say that Lifecycle Services manages it', () => {
    expect(financeAndOperationsKind(environment({ financeAndOperations: { id: 'a', type: WORD } }))).toBe('other')
  })
})
