import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attestation } from '#machines/engine/step/finding.ts'
import { blockingFindings, FACTS_COUNT_FOR, isPlanned, isProved, isStale, type Reading } from '#machines/engine/step/proof.ts'
import type { Action } from '#machines/procedure/action.ts'
import { readEnvironment } from '#machines/procedure/steps/environment/step.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { anyEnvironmentFacts, anyIntegrationFacts, anyMembershipFacts, anyPolicyFacts } from '../arbitrary.ts'
import {
  ADMINISTRATOR,
  account,
  assignment,
  ENVIRONMENT,
  encrypted,
  encryptedFacts,
  environment,
  environmentFacts,
  integrationFacts,
  iso,
  key,
  MINUTE,
  NOW,
  ok,
  POLICY_ID,
  policyChoices,
  policyFacts,
  SUBSCRIPTION,
  vault,
  without,
} from '../facts.ts'
import { finding, reading } from '../readings.ts'

const register: Action = { kind: 'register-provider', subscriptionId: SUBSCRIPTION }
const byAda: readonly Attestation[] = [{ key: 'k', by: 'ada', at: NOW }]
const question = finding({ status: 'unknown', attestable: true })
const plannedFail = finding({ status: 'fail', putRightBy: ['register-provider'] })

describe('whether a reading proves its step', () => {
  const table: readonly [string, Reading | undefined, readonly Attestation[], boolean][] = [
    ['nothing was read', undefined, [], false],
    ['nothing was found and nothing is planned', reading(), [], true],
    ['a choice is missing', reading({ choiceMissing: true }), [], false],
    ['something is planned', reading({ plan: [register] }), [], false],
    ['something runs', reading({ underway: { kind: 'provider-registration', since: 0 } }), [], false],
    ['there are passes and warnings', reading({ findings: [finding(), finding({ status: 'warning' })] }), [], true],
    ['there is a fail', reading({ findings: [finding({ status: 'fail' })] }), [], false],
    ['there is a fail that a person would attest', reading({ findings: [finding({ status: 'fail' })] }), byAda, false],
    ['there is an unknown', reading({ findings: [finding({ status: 'unknown' })] }), [], false],
    ['there is an unknown that can’t be attested', reading({ findings: [finding({ status: 'unknown' })] }), byAda, false],
    ['there is a question', reading({ findings: [question] }), [], false],
    ['the question was attested', reading({ findings: [question] }), byAda, true],
    ['another question was attested', reading({ findings: [question] }), [{ key: 'other', by: 'ada', at: NOW }], false],
  ]
  it.each(table)('when %s', (_, of, attestations, proved) => expect(isProved(of, attestations)).toBe(proved))
})

describe('what blocks a plan', () => {
  it('is what blocks and no action of the plan fixes', () => {
    const unplanned = finding({ key: 'other', status: 'fail', putRightBy: ['create-key'] })
    const of = reading({ plan: [register], findings: [plannedFail, unplanned, question, finding({ status: 'warning' }), finding()] })
    expect(blockingFindings(of, []).map(({ key }) => key)).toEqual(['other', 'k'])
    expect(blockingFindings(of, byAda)).toEqual([unplanned])
  })

  it('is not what an action of the plan fixes', () => {
    expect(isPlanned(plannedFail, [register])).toBe(true)
    expect(isPlanned(finding({ status: 'fail', putRightBy: ['create-vault', 'register-provider'] }), [register])).toBe(true)
    expect(isPlanned(plannedFail, [])).toBe(false)
    expect(isPlanned(finding({ status: 'fail' }), [register])).toBe(false)
  })
})

it('lets a reading count for a quarter of an hour', () => {
  expect(isStale(reading(), NOW)).toBe(false)
  expect(isStale(reading(), NOW + FACTS_COUNT_FOR)).toBe(false)
  expect(isStale(reading(), NOW + FACTS_COUNT_FOR + 1)).toBe(true)
  expect(FACTS_COUNT_FOR).toBe(900_000)
})

const form = { objectId: ADMINISTRATOR, displayName: account.displayName, userName: account.userName }
const policyReading = (facts: Parameters<typeof readPolicy>[0], chosen = true): Reading =>
  readPolicy(
    facts,
    { environmentId: ENVIRONMENT, ...(chosen ? { policy: policyChoices() } : {}) },
    suggestPolicy(facts, undefined),
    form,
    NOW,
  )
const confirmedBy = ({ findings }: Reading): readonly Attestation[] => findings.map(({ key }) => ({ key, by: 'ada', at: NOW }))

/** For any answers and any confirmations, a step is completed only by what it is about. */
describe('no step is proved for less than its own proof', () => {
  const choices = { environmentId: ENVIRONMENT }

  it('step 1: an environment with Dataverse, finance and operations linked by at least one service’s word, and not cloud-hosted', () => {
    fc.assert(
      fc.property(anyIntegrationFacts, (facts) => {
        const read = readIntegration(facts, choices, NOW)
        if (!isProved(read, confirmedBy(read))) return
        expect(facts.environment).toMatchObject({ ok: true, value: { dataverse: expect.anything() } })
        const details = facts.integration?.ok ? facts.integration.value : undefined
        if (details) expect(details).toMatchObject({ linked: true, url: expect.not.stringContaining('cloudax') })
        else expect(facts.environment).toMatchObject({ value: { financeAndOperations: { type: 'Linked' } } })
      }),
      { numRuns: 500 },
    )
  })

  it('step 2: a named organization, an allowed type, ready and idle', () => {
    fc.assert(
      fc.property(anyEnvironmentFacts, (facts) => {
        const read = readEnvironment(facts, NOW)
        expect(isProved(read, [])).toBe(false)
        if (!isProved(read, confirmedBy(read))) return
        expect(facts.environment).toMatchObject({ ok: true, value: { dataverse: { instanceUrl: expect.anything() } } })
        expect(facts.environment).not.toMatchObject({ value: { sku: 'Trial' } })
        const { encryptionPolicy, ongoingOperation } = facts.environment?.ok ? facts.environment.value : environment()
        // While the environment says Linking, the operation it names is treated as the link, with any name.
        if (encryptionPolicy?.linkStatus !== 'Linking') expect(ongoingOperation?.type).not.toBe('Backup')
      }),
      { numRuns: 500 },
    )
  })

  it('step 3: a registered provider, a protected vault, an enabled key, and a policy of the right kind and place whose identity has access', () => {
    fc.assert(
      fc.property(anyPolicyFacts, (facts) => {
        const read = policyReading(facts)
        if (!isProved(read, confirmedBy(read))) return
        expect(facts).toMatchObject({
          environment: { ok: true, value: { location: 'unitedstates' } },
          subscriptions: { ok: true, value: [{ state: 'Enabled' }] },
          provider: { ok: true, value: { registrationState: 'Registered' } },
          resourceGroup: { ok: true },
          vault: { ok: true, value: { purgeProtection: true } },
          key: { ok: true, value: { enabled: true } },
          policy: { ok: true, value: { kind: 'Encryption', principalId: expect.anything() } },
          keyAccess: { ok: true, value: [expect.anything()] },
          readers: { ok: true, value: [expect.anything()] },
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('step 4: the environment itself says that it is linked to this policy', () => {
    fc.assert(
      fc.property(anyMembershipFacts, (facts) => {
        const read = readMembership(facts, NOW)
        if (!isProved(read, confirmedBy(read))) return
        expect(facts.environment).toMatchObject({
          ok: true,
          value: { protectionLevel: 'Standard', encryptionPolicy: { id: POLICY_ID, linkStatus: 'Linked' } },
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('and each can be proved', () => {
    for (const read of [
      readIntegration(integrationFacts(), choices, NOW),
      readEnvironment(environmentFacts(), NOW),
      policyReading(policyFacts()),
      readMembership(encryptedFacts(), NOW),
    ])
      expect(isProved(read, confirmedBy(read)), read.stepId).toBe(true)
  })

  it('and an environment that is not added is never left without a plan, a wait or a reason', () => {
    fc.assert(
      fc.property(anyMembershipFacts, (facts) => {
        const read = readMembership(facts, NOW)
        const linked = facts.environment?.ok && facts.environment.value.encryptionPolicy?.linkStatus === 'Linked'
        if (linked) return
        expect(read.plan.length > 0 || read.underway !== undefined || blockingFindings(read, confirmedBy(read)).length > 0).toBe(true)
      }),
    )
  })
})

describe('a role that was given a moment ago', () => {
  const given = (age: number) => ok([assignment({ createdAt: iso(NOW - age) })])
  const read = (over: Parameters<typeof policyFacts>[0]) => {
    const facts = policyFacts(over)
    const { objectId, displayName, userName } = account
    const choices = { environmentId: ENVIRONMENT, policy: policyChoices() }
    return readPolicy(facts, choices, suggestPolicy(facts, undefined), { objectId, displayName, userName }, NOW)
  }

  it('is waited for in step 3, no matter who assigned it, until its 5 minutes are over', () => {
    const reading = read({ keyAccess: given(MINUTE) })
    expect(reading.underway).toEqual({ kind: 'access-spreading', since: NOW - MINUTE, until: NOW + 4 * MINUTE })
    expect(isProved(reading, [])).toBe(false)
    expect(read({ keyAccess: given(5 * MINUTE) }).underway).toBeUndefined()
  })

  it.each([
    ['the service does not say since when', { keyAccess: ok([without(assignment(), 'createdAt')]) }],
    ['the date is far ahead, by another clock', { keyAccess: given(-60 * MINUTE) }],
    ['something is left to be changed', { keyAccess: given(MINUTE), readers: ok([]) }],
    ['something has to be mended first', { keyAccess: given(MINUTE), key: ok(key({ enabled: false })) }],
    ['the environment is on the key already', { keyAccess: given(MINUTE), environment: ok(encrypted()) }],
    ['the vault goes by access policies', { keyAccess: given(MINUTE), vault: ok(vault({ roleBasedAccess: false })) }],
  ])('is not waited for where %s', (_, over) => {
    expect(read(over).underway).toBeUndefined()
  })
})
