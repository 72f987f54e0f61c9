import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LifecycleOperation } from '#machines/engine/answer.ts'
import { blocks, judge } from '#machines/engine/step/finding.ts'
import { isPlanned } from '#machines/engine/step/proof.ts'
import type { Environment } from '#machines/procedure/services/services.ts'
import { membershipChecks } from '#machines/procedure/steps/membership/checks.ts'
import { linkUnderway, type MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import { isLinkedTo } from '#machines/procedure/steps/membership/link.ts'
import { planMembership } from '#machines/procedure/steps/membership/plan.ts'
import { anyMembershipFacts } from '#test/machines/arbitrary.ts'
import {
  absent,
  ENVIRONMENT,
  encrypted,
  encryptedFacts,
  environment,
  failedOperation,
  HOUR,
  membershipFacts,
  NOW,
  OTHER_POLICY_ID,
  OTHER_SYSTEM_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  runningOperation,
  SYSTEM_ID,
  without,
} from '#test/machines/facts.ts'

const facts = (over: Partial<Environment>, ...operations: readonly LifecycleOperation[]): MembershipFacts =>
  membershipFacts({ environment: ok(environment(over)), operations: ok(operations) })
const kinds = (of: MembershipFacts) => planMembership(of).map((action) => action.kind)
const linked = (linkStatus: string, id = POLICY_ID) => ({ encryptionPolicy: { id, linkStatus } })
const revert = operation({ id: 'r', type: 'RevertToMicrosoftKey' })

describe('the plan of step 4', () => {
  it('makes it managed first, then adds it, by the policy’s system id', () => {
    expect(planMembership(facts({ protectionLevel: 'Basic' }))).toEqual([
      { kind: 'enable-managed-environment', environmentId: ENVIRONMENT, environmentName: 'contoso-prod' },
      {
        kind: 'link-environment',
        environmentId: ENVIRONMENT,
        environmentName: 'contoso-prod',
        policyId: POLICY_ID,
        policyName: 'cmk-contoso',
        policySystemId: SYSTEM_ID,
      },
    ])
  })

  const table: readonly [string, MembershipFacts, readonly string[]][] = [
    ['adds one that is managed already', facts({}), ['link-environment']],
    ['does not make managed what may be managed already', facts({ protectionLevel: 'Unlimited' }), ['link-environment']],
    ['is empty for one that says it is linked', encryptedFacts(), []],
    ['is empty while a link runs', facts({}, runningOperation()), []],
    ['is empty while a link is about to run', facts({}, runningOperation({ state: 'not-started', stateWord: 'NotStarted' })), []],
    ['is empty while the environment says Linking', facts(linked('Linking')), []],
    ['is empty while the environment names the link as its operation', facts({ ongoingOperation: { type: 'NewCustomerManagedKey' } }), []],
    ['is empty after a success that is not shown yet', facts({}, operation()), []],
    ['is empty after a success while the environment says NotLinked', facts(linked('NotLinked'), operation()), []],
    [
      'still makes it managed after a success that is not shown',
      facts({ protectionLevel: 'Basic' }, operation()),
      ['enable-managed-environment'],
    ],
    ['adds it again after a failure', facts({}, failedOperation()), ['link-environment']],
    ['adds it again after a failure that the environment shows', facts(linked('LinkFailed'), failedOperation()), ['link-environment']],
    ['adds it again where only the environment tells of the failure', facts(linked('Failed'), operation()), ['link-environment']],
    ['adds it again after it was canceled', facts({}, operation({ state: 'canceled' })), ['link-environment']],
    ['adds it again after it went back to the Microsoft key', facts({}, revert, operation()), ['link-environment']],
    ['does not add it again where its link has a status that no document has', facts(linked('Propagating')), []],
    ['does not add it again where its link has no status', facts({ encryptionPolicy: { id: POLICY_ID } }), []],
    ['does not add it again after a removal that failed', facts(linked('UnlinkFailed')), []],
    [
      'does not add it again after an operation whose state no document has',
      facts({}, operation({ state: 'unknown', stateWord: 'Parked' })),
      [],
    ],
    ['still makes it managed then', facts({ protectionLevel: 'Basic', ...linked('Propagating') }), ['enable-managed-environment']],
    [
      'adds it again where the status is unknown, but the operation failed',
      facts(linked('Propagating'), failedOperation()),
      ['link-environment'],
    ],
    ['does not add it while it is being removed from this policy', facts(linked('Unlinking')), []],
    ['does not add it to a second policy', facts(linked('Linked', OTHER_POLICY_ID)), []],
    [
      'does not add it to a second policy while it is being added to a first',
      facts(linked('Linking', OTHER_POLICY_ID), runningOperation()),
      [],
    ],
    ['adds it where a link to another policy came to nothing', facts(linked('LinkFailed', OTHER_POLICY_ID)), ['link-environment']],
    ['adds it though the history cannot be read', membershipFacts({ operations: refused(REFUSALS.forbidden) }), ['link-environment']],
    ['waits for the policy’s system id', membershipFacts({ policy: ok(without(policy(), 'systemId')) }), []],
    ['is empty when the environment cannot be read', membershipFacts({ environment: absent }), []],
    ['is empty when the policy cannot be read', membershipFacts({ policy: refused(REFUSALS.forbidden) }), []],
    ['is empty before anything is chosen', {}, []],
  ]
  it.each(table)('%s', (_, of, plan) => expect(kinds(of)).toEqual(plan))
})

describe('a link that runs already', () => {
  it('is followed from when it began, by the operation’s id', () => {
    expect(linkUnderway(facts({}, runningOperation()), NOW)).toEqual({
      kind: 'operation',
      purpose: 'link',
      environmentId: ENVIRONMENT,
      policyId: POLICY_ID,
      policySystemId: SYSTEM_ID,
      operation: { id: operation().id },
      since: NOW - HOUR,
    })
  })

  it('is followed from now where nothing says when it began', () => {
    expect(linkUnderway(facts(linked('linking')), NOW)).toMatchObject({ operation: {}, since: NOW })
    expect(linkUnderway(facts({ ongoingOperation: { id: 'op', type: 'NewCustomerManagedKey' } }), NOW)).toMatchObject({
      operation: { id: 'op' },
      since: NOW,
    })
    expect(linkUnderway(facts({}, runningOperation({ createdAt: 'soon' })), NOW)).toMatchObject({ since: NOW })
  })

  it('is not followed when it belongs to another policy: that is refused instead', () => {
    expect(linkUnderway(facts(linked('Linking', OTHER_POLICY_ID), runningOperation()), NOW)).toBeUndefined()
  })

  it.each([
    ['nothing ever ran', facts({})],
    ['the last one ended', facts({}, operation())],
    ['something else runs', facts({ ongoingOperation: { type: 'Backup' } }, runningOperation({ type: 'Backup' }))],
    ['the environment cannot be read', membershipFacts({ environment: absent })],
  ])('is none when %s', (_, of) => expect(linkUnderway(of, NOW)).toBeUndefined())
})

describe('being linked', () => {
  it('is the environment’s own word for exactly this policy, case-blind', () => {
    expect(isLinkedTo(encrypted(), { id: POLICY_ID.toUpperCase() })).toBe(true)
    expect(isLinkedTo(encrypted(), { id: OTHER_POLICY_ID })).toBe(false)
    expect(isLinkedTo(environment(linked('Linking')), { id: POLICY_ID })).toBe(false)
    expect(isLinkedTo(environment(), { id: POLICY_ID })).toBe(false)
  })

  it('is not to a policy that was created again under the same name: nothing is planned, and nothing is followed', () => {
    const earlier = { id: POLICY_ID, systemId: OTHER_SYSTEM_ID }
    expect(isLinkedTo(encrypted(), earlier)).toBe(false)
    for (const linkStatus of ['Linked', 'Linking', 'Unlinking']) {
      const inEarlier = facts({ encryptionPolicy: { ...earlier, linkStatus } }, runningOperation())
      expect(planMembership(inEarlier)).toEqual([])
      expect(linkUnderway(inEarlier, NOW)).toBeUndefined()
    }
    expect(kinds(facts({ encryptionPolicy: { ...earlier, linkStatus: 'LinkFailed' } }))).toEqual(['link-environment'])
  })
})

describe('for any combination of what step 4 can read, its plan', () => {
  it('never adds an environment that is linked, is being linked, or is in another policy, and never twice', () => {
    fc.assert(
      fc.property(anyMembershipFacts, (of) => {
        const plan = kinds(of)
        expect(new Set(plan).size).toBe(plan.length)
        const seen = of.environment?.ok ? of.environment.value : undefined
        if (plan.includes('link-environment')) {
          expect(seen && isLinkedTo(seen, { id: POLICY_ID })).toBe(false)
          expect(linkUnderway(of, NOW)).toBeUndefined()
        }
        if (plan.includes('enable-managed-environment')) {
          expect(seen?.protectionLevel).toBe('Basic')
          expect(plan[0]).toBe('enable-managed-environment')
        }
      }),
    )
  })

  it('is never kept from being applied by a finding about the last try: that is either planned again or another person’s', () => {
    fc.assert(
      fc.property(anyMembershipFacts, (of) => {
        const plan = planMembership(of)
        const finding = judge(membershipChecks, of, NOW).find(({ key }) => key === 'linked-to-policy')
        if (finding && blocks(finding, []) && plan.some((action) => action.kind === 'link-environment'))
          expect(isPlanned(finding, plan)).toBe(true)
      }),
    )
  })
})
