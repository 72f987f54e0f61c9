import { describe, expect, it } from 'vitest'
import type { StepContext } from '#machines/engine/step/context.ts'
import { problemWith } from '#machines/engine/step/problems.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { startsOf } from '#machines/engine/wizard/schedule-view.ts'
import { findingView as findingViewAsData, guideView, stepView as stepViewAsData } from '#machines/engine/wizard/step-view.ts'
import type { StepPhase } from '#machines/engine/wizard/view-of-step.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Pending } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readEnvironment } from '#machines/procedure/steps/environment/step.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { momentOf } from '#machines/procedure/steps/policy/moments.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { english, inEnglish } from '#test/english.ts'
import { GUIDES } from '#test/guides.ts'
import {
  absent,
  account,
  DAY,
  ENVIRONMENT,
  encryptedFacts,
  environment,
  environmentFacts,
  integrationFacts,
  iso,
  key,
  MINUTE,
  membershipFacts,
  NOW,
  ok,
  operation,
  POLICY_ID,
  policyChoices,
  policyFacts,
  REFUSALS,
  runningOperation,
  SUBSCRIPTION,
  untouchedPolicyFacts,
  vault,
} from '../../facts.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { finding as anyFinding } from '../../readings.ts'

const stepView = inEnglish(stepViewAsData)
const findingView = inEnglish(findingViewAsData)

const policyReading = (facts: PolicyFacts, turnOnPurgeProtection = false): Reading =>
  readPolicy(
    facts,
    { environmentId: ENVIRONMENT, policy: policyChoices(), turnOnPurgeProtection },
    suggestPolicy(facts, undefined),
    account,
    NOW,
  )
const withoutPurgeProtection = policyFacts({ vault: ok(vault({ purgeProtection: false })) })

const context = (over: Partial<StepContext>): StepContext => ({
  stepId: 'policy',
  choices: {},
  attestations: [],
  editing: false,
  queue: [],
  position: 0,
  actionStartedAt: NOW - MINUTE,
  attempts: 0,
  stopAsked: false,
  receipts: [],
  polls: 0,
  ...over,
})
const drawn = (phase: StepPhase, over: Partial<StepContext>) =>
  stepView(CUSTOMER_MANAGED_KEYS, 'policy', context(over), phase, [], undefined)
const viewOf = (of: Reading, key: string, attestations: Parameters<typeof findingView>[3] = []) => {
  const finding = of.findings.find((each) => each.key === key)
  if (!finding) throw new Error(`No finding ${key}`)
  return findingView(CUSTOMER_MANAGED_KEYS, finding, of, attestations)
}

describe('a finding on the page', () => {
  it('offers to turn on purge protection, which is never planned unasked, until it is planned', () => {
    expect(viewOf(policyReading(withoutPurgeProtection), 'purge-protection')).toMatchObject({
      planned: false,
      offer: { event: 'DECIDE', decision: { kind: 'turn-on-purge-protection' } },
    })
    const asked = viewOf(policyReading(withoutPurgeProtection, true), 'purge-protection')
    expect(asked.planned).toBe(true)
    expect(asked).not.toHaveProperty('offer')
    expect(viewOf(policyReading(policyFacts()), 'purge-protection')).not.toHaveProperty('offer')
  })

  it('says who confirmed what no service tells, and when', () => {
    const of = readEnvironment(environmentFacts(), NOW)
    expect(viewOf(of, 'environment-noted')).toMatchObject({ attestable: true })
    expect(viewOf(of, 'environment-noted')).not.toHaveProperty('attested')
    const confirmed = viewOf(of, 'environment-noted', [{ key: 'environment-noted', by: 'ada', at: NOW }])
    expect(confirmed.attested).toEqual({ by: 'ada', at: NOW })
    expect(viewOf(of, 'type-allowed', [{ key: 'type-allowed', by: 'ada', at: NOW }])).not.toHaveProperty('attested')
  })

  it('names the heading of its document', () => {
    const { source } = viewOf(policyReading(policyFacts()), 'key-kind')
    expect(source).toMatchObject({ id: 'power-platform-keys', edition: '2025-06-09', heading: 'Create RSA keys' })
  })

  it('carries its link with a title, its message, and nothing of the machine’s own', () => {
    const view = viewOf(policyReading(untouchedPolicyFacts()), 'provider-registered')
    expect(view).toMatchObject({
      planned: true,
      link: { id: 'azure-resource-providers', title: 'Open resource providers in the Azure portal' },
    })
    expect(view.message).toContain('Finding F-301')
    expect(view).not.toHaveProperty('putRightBy')
  })
})

describe('what is asked of a person', () => {
  const asked = (phase: StepPhase, over: Partial<StepContext>) => drawn(phase, over).task
  const unconfirmed = readEnvironment(environmentFacts(), NOW)
  const notLinked = readIntegration(
    integrationFacts({ integration: ok({ linked: false as const, code: '0x80048d0b', message: 'Not integrated.' }) }),
    { environmentId: ENVIRONMENT },
    NOW,
  )

  it.each<[string, StepPhase, Partial<StepContext>]>([
    ['Wait while we check', 'reading', {}],
    ['Choose where to keep your key', 'choosing', {}],
    ['Purge protection is off', 'reviewing', { reading: policyReading(withoutPurgeProtection) }],
    ['The link to finance and operations isn’t complete', 'reviewing', { reading: notLinked }],
    ['Is contoso-prod the right environment?', 'reviewing', { reading: unconfirmed }],
    ['Review the 7 changes, then apply them', 'reviewing', { reading: policyReading(untouchedPolicyFacts()) }],
    ['Review the 7 changes, then apply them', 'confirming', { reading: policyReading(untouchedPolicyFacts()) }],
    [
      'Next, you review how the environment gets your key. Nothing starts before you confirm it.',
      'reviewing',
      { reading: policyReading(policyFacts()) },
    ],
    ['Wait while everything is checked once more', 'rechecking', {}],
    ['Wait while the changes are made', 'applying', {}],
    ['Wait for the next attempt', 'pausing', { retryAt: NOW }],
    ['Try again when you’re ready', 'pausing', {}],
    ['Wait until Microsoft is done', 'waiting', {}],
    ['Read what stopped it, then check again', 'stopped', {}],
  ])('is “%s” in %s', (now, phase, over) => expect(asked(phase, over).now).toBe(now))

  it('is explained as long as there is something for them to do', () => {
    const { why, happens, who, takes } = english.all(GUIDES.policy)
    expect(asked('choosing', {}).about).toEqual({ why, happens, who, takes })
    expect(asked('reviewing', { reading: policyReading(untouchedPolicyFacts()) }).about).toEqual({ why, happens, who, takes })
    // Something is in the way of a plan.
    const inTheWay = { ...policyReading(untouchedPolicyFacts()), plan: [], findings: [anyFinding({ status: 'fail' })] }
    expect(asked('reviewing', { reading: inTheWay }).about).toEqual({ why })
    expect(asked('reviewing', { reading: policyReading(policyFacts()) })).not.toHaveProperty('about')
    expect(asked('applying', {})).not.toHaveProperty('about')
  })
})

describe('a step on the page', () => {
  it('says that nothing starts of what was scheduled only while there is something left to do', () => {
    const schedule = { setAt: NOW - DAY, window: { from: NOW + DAY, to: NOW + 5 * DAY, timeZone: 'UTC' }, plan: [], found: [] }
    const unstarted = { how: 'canceled', schedule } as const
    expect(drawn('reviewing', { reading: policyReading(withoutPurgeProtection), unstarted }).unstarted).toMatchObject({ how: 'canceled' })
    // A colleague has made the change elsewhere.
    const done = drawn('reviewing', { reading: policyReading(policyFacts()), unstarted })
    expect([done.proved, done.unstarted]).toEqual([true, undefined])
  })

  it('asks for a later start first only where another time is asked for, or the last start was not made', () => {
    const schedule = { setAt: NOW - DAY, window: { from: NOW + DAY, to: NOW + 5 * DAY, timeZone: 'UTC' }, plan: [], found: [] }
    const reading = { ...policyReading(policyFacts()), plan: [ACTIONS['link-environment']] }
    const starts = (part: Partial<StepContext>) => startsOf(CUSTOMER_MANAGED_KEYS, 'membership', context({ reading, ...part }))
    expect(starts({})).toEqual({})
    expect(starts({ schedule })).toEqual({})
    expect(starts({ schedule, isTimeAsked: true })).toEqual({ chosen: 'later' })
    expect(starts({ isTimeAsked: true })).toEqual({})
    expect(starts({ unstarted: { how: 'not-started', schedule } })).toEqual({ chosen: 'later' })
    expect(starts({ unstarted: { how: 'canceled', schedule } })).toEqual({})
  })

  it('says that its findings are of before a change where they stay until the person checks again', () => {
    const reading = { ...policyReading(policyFacts()), oldSince: NOW + MINUTE }
    for (const phase of ['stopped', 'choosing'] as const)
      expect(drawn(phase, { reading })).toMatchObject({ checkedAt: NOW, oldSince: NOW + MINUTE })
    expect(drawn('stopped', { reading: policyReading(policyFacts()) })).not.toHaveProperty('oldSince')
    // The page is being read again, or shows what is followed.
    for (const phase of ['reading', 'waiting'] as const) expect(drawn(phase, { reading })).not.toHaveProperty('oldSince')
  })

  it('has the document’s title until it is proved, then its outcome', () => {
    const proved = stepView(CUSTOMER_MANAGED_KEYS, 'policy', context({ reading: policyReading(policyFacts()) }), 'reviewing', [], undefined)
    expect(proved).toMatchObject({ proved: true, title: english.text(GUIDES.policy.outcome), place: { number: 3, of: 4 }, checkedAt: NOW })
    expect(drawn('reviewing', { reading: policyReading(untouchedPolicyFacts()) })).toMatchObject({
      proved: false,
      title: english.text(GUIDES.policy.title),
    })
    expect(drawn('choosing', { reading: policyReading(policyFacts()) }).proved).toBe(false)
    expect(drawn('reading', {})).toMatchObject({ findings: [], plan: [], planSummary: '' })
  })

  it('offers no manual steps while a finding forbids the step', () => {
    const ways = (of: Reading) =>
      stepView(CUSTOMER_MANAGED_KEYS, 'integration', context({ stepId: 'integration', reading: of }), 'reviewing', [], undefined).guide
        .byHand
    const keyed = environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Linked' } })
    const notIntegrated = ok({ linked: false as const, code: '0x80048d0b', message: 'Not integrated.' })
    const chosen = { environmentId: ENVIRONMENT }
    expect(ways(readIntegration(integrationFacts({ environment: ok(keyed), integration: notIntegrated }), chosen, NOW))).toEqual([])
    expect(ways(readIntegration(integrationFacts({ integration: notIntegrated }), chosen, NOW))).not.toEqual([])
  })

  it('says both dates at the confirmation where the key expires soon, once they were confirmed', () => {
    const link = readMembership(membershipFacts({ key: ok(key({ expires: NOW + 20 * DAY })) }), NOW)
    const cautions = drawn('confirming', { reading: link }).confirmation?.cautions ?? []
    expect(cautions).toHaveLength(1)
    expect(cautions[0]).toContain(`expires on ${english.text(momentOf(NOW + 20 * DAY))}`)
    expect(cautions[0]).toContain(`encryption can take until ${english.text(momentOf(NOW + 4 * DAY))}`)
  })

  it('asks to type the environment’s name only for what cuts users off or cannot be taken back', () => {
    const link = readMembership(membershipFacts(), NOW)
    expect(drawn('confirming', { reading: link }).confirmation).toEqual({
      typedName: 'contoso-prod',
      irreversible: false,
      usersCutOff: true,
      start: { title: 'Start encryption', now: 'Start encryption now', later: 'Schedule encryption' },
      harms: [expect.objectContaining({ outage: expect.anything(), back: expect.anything() })],
      cautions: [],
      timeNeeded: 4 * 24 * 3_600_000,
    })
    expect(drawn('confirming', { reading: policyReading(withoutPurgeProtection, true) }).confirmation).toMatchObject({
      typedName: 'contoso-prod',
      irreversible: true,
    })
    const some = policyReading(policyFacts({ vault: ok(vault({ purgeProtection: false })), key: absent }), true)
    expect(drawn('rechecking', { reading: some }).confirmation).toEqual({
      typedName: 'contoso-prod',
      irreversible: true,
      usersCutOff: false,
      harms: [{ lasting: [expect.objectContaining({ title: 'Purge protection can’t be turned off' })] }],
      cautions: [],
    })
    const both = readMembership(membershipFacts({ environment: ok(environment({ protectionLevel: 'Basic' })) }), NOW)
    expect(drawn('confirming', { reading: both }).confirmation).toMatchObject({ usersCutOff: true })
    expect(drawn('confirming', { reading: policyReading(untouchedPolicyFacts()) }).confirmation).toEqual({
      irreversible: false,
      usersCutOff: false,
      harms: [expect.objectContaining({ lasting: [expect.anything()] })],
      cautions: [],
    })
    expect(drawn('reviewing', { reading: link })).not.toHaveProperty('confirmation')
  })

  it('shows each action of the plan with its state while it is carried out', () => {
    const queue = [ACTIONS['register-provider'], ACTIONS['create-vault'], ACTIONS['create-key']]
    const receipt = { kind: 'register-provider', title: verbatim('t'), resourceId: '/r', at: NOW, written: true } as const
    const { progress } = drawn('applying', { queue, position: 1, receipts: [receipt], attempts: 2 })
    expect(progress.map(({ state }) => state)).toEqual(['done', 'running', 'waiting'])
    expect(progress[0]).toMatchObject({ resourceId: '/r', written: true })
    expect(progress[1]).toMatchObject({ startedAt: NOW - MINUTE, waitsFor: 'Attempt 3 of 12' })
    expect(progress[2]).not.toHaveProperty('startedAt')
    expect(drawn('reviewing', { queue }).progress).toEqual([])
  })

  it('shows an action as running while what it started runs, and as done when nothing does', () => {
    const receipts = [{ kind: 'register-provider', title: verbatim('t'), resourceId: '/r', at: NOW, written: true }] as const
    const pending: Pending = { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW }
    const queue = [ACTIONS['register-provider']]
    expect(drawn('waiting', { queue, receipts, pending }).progress[0]).toMatchObject({
      state: 'running',
      waitsFor: expect.stringMatching(/^Accepted/),
    })
    expect(drawn('applying', { queue, receipts }).progress[0]).toMatchObject({ state: 'done' })
  })

  it('calls a refused write "not yet" while it is retried automatically, and says which try it was', () => {
    const action = ACTIONS['grant-key-access']
    const paused = { queue: [action], problem: problemWith(actions, action, REFUSALS['not-ready']), attempts: 1, retryAt: NOW + MINUTE }
    const view = drawn('pausing', paused)
    expect(view.problem?.title).toMatch(/^Not yet: /)
    expect(view.retry).toEqual({ attempt: 1, of: 12, reason: english.text(paused.problem.meaning), nextAt: NOW + MINUTE })
    const { retryAt: _, ...held } = paused
    expect(drawn('pausing', held).retry).not.toHaveProperty('nextAt')
    expect(drawn('pausing', held).problem?.remedy).toContain('Paused')
    expect(drawn('applying', paused)).not.toHaveProperty('retry')
    expect(drawn('reviewing', paused).problem).toMatchObject({
      title: expect.stringMatching(/^Not done: /),
      refusal: REFUSALS['not-ready'],
    })
    expect(drawn('applying', paused).progress[0]?.waitsFor).toBe('Attempt 2 of 12')
    expect(drawn('reading', paused)).not.toHaveProperty('problem')
  })

  it('names where the person should look when Continue was pressed too early', () => {
    const missing = { id: 1, text: verbatim('Choose first.'), target: 'form' } as const
    expect(stepView(CUSTOMER_MANAGED_KEYS, 'policy', context({}), 'choosing', [], missing).missing).toEqual(english.all(missing))
  })
})

describe('a wait on the page', () => {
  const linking: Pending = {
    kind: 'operation',
    purpose: 'link',
    environmentId: ENVIRONMENT,
    policyId: POLICY_ID,
    operation: { id: 'op' },
    since: NOW - MINUTE,
  }
  const waiting = (pending: Pending, over: Partial<StepContext> = {}) =>
    stepView(CUSTOMER_MANAGED_KEYS, 'membership', context({ pending, ...over }), 'waiting', [], undefined)

  it('of days may be left alone, and titles the page', () => {
    const view = waiting(linking)
    expect(view.wait).toMatchObject({ mayClose: true, since: NOW - MINUTE, stateWord: 'Accepted', operationId: 'op', stages: [] })
    expect(view.wait?.range).toContain('four days')
    expect(view.title).toBe(view.wait?.title)
  })

  it.each([
    [{ kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW }, 'registering'],
    [{ kind: 'access-spreading', since: NOW, until: NOW + MINUTE }, 'role assignment'],
    [{ ...linking, purpose: 'managed-environment' }, 'Managed Environment'],
  ] as const)('of minutes says what is waited for (%#)', (pending, words) => {
    const view = waiting(pending)
    expect(view.wait?.title).toContain(words)
    expect(view.wait?.mayClose).toBe(false)
    expect(view.title).toBe(english.text(GUIDES.membership.title))
  })

  it('shows the stages as the service names them, and unknown words as open', () => {
    const stages = [
      { name: 'Validate', stateWord: 'Succeeded', firstActionAt: iso(NOW), lastActionAt: iso(NOW) },
      { name: 'Run', stateWord: 'Running', firstActionAt: iso(NOW), lastActionAt: iso(NOW) },
      { name: 'Prepare', stateWord: 'Failed' },
      { name: 'Linger', stateWord: 'Parked' },
      { name: 'Finalize' },
    ]
    const lastPoll = {
      state: 'running',
      stateWord: verbatim('Running'),
      operation: runningOperation({ stages }),
      environmentNow: { users: verbatim('Offline for users'), ownWords: ['Disabled'] },
    } as const
    const { wait } = waiting(linking, { lastPoll, lastPollAt: NOW, nextPollAt: NOW + MINUTE })
    expect(wait?.stages).toEqual([
      { name: 'Validate', state: 'done', from: iso(NOW), to: iso(NOW) },
      { name: 'Run', state: 'running', from: iso(NOW) },
      { name: 'Prepare', state: 'failed' },
      { name: 'Linger', state: 'open' },
      { name: 'Finalize', state: 'open' },
    ])
    expect(wait).toMatchObject({
      lastPollAt: NOW,
      nextPollAt: NOW + MINUTE,
      environmentNow: { users: 'Offline for users', ownWords: ['Disabled'] },
      operationId: operation().id,
    })
    expect(wait).not.toHaveProperty('problem')
  })

  it('continues when a check failed, and shows the service’s error', () => {
    const lastPoll = { state: 'running', stateWord: verbatim('Couldn’t read it'), refusal: REFUSALS.forbidden } as const
    const problem = waiting(linking, { lastPoll }).wait?.problem
    expect(problem).toMatchObject({ refusal: REFUSALS.forbidden, owner: 'power-platform-administrator' })
    expect(problem?.meaning).toContain('continues at Microsoft')
  })

  it('says since when Microsoft cannot be reached, that the operation continues, and that it is tried again', () => {
    const refusal = { reason: 'unavailable', request: 'GET /x', message: 'getaddrinfo ENOTFOUND', code: 'ENOTFOUND' } as const
    const lastPoll = { state: 'running', stateWord: verbatim('Couldn’t read it'), refusal } as const
    const { wait } = waiting(linking, { lastPoll, outOfReachSince: NOW - MINUTE })
    expect(wait).toMatchObject({
      outOfReachSince: NOW - MINUTE,
      problem: { title: 'Can’t reach Microsoft from this computer', refusal },
    })
    expect(wait?.problem?.meaning).toMatch(/continues at Microsoft.*as soon as the network is back/)
  })

  it('says that a sign-in has ended, and that the wait continues after the next one', () => {
    const lastPoll = { state: 'running', stateWord: verbatim('Couldn’t read it'), refusal: REFUSALS.unauthenticated } as const
    expect(waiting(linking, { lastPoll }).wait?.problem).toMatchObject({ title: 'Your sign-in has ended', owner: 'you' })
  })

  it('is not there when nothing is waited for', () => {
    expect(
      stepView(
        CUSTOMER_MANAGED_KEYS,
        'membership',
        context({ reading: readMembership(encryptedFacts(), NOW), pending: linking }),
        'reviewing',
        [],
        undefined,
      ),
    ).not.toHaveProperty('wait')
  })
})

describe('a guide on the page', () => {
  it('names its documents with the dates of their editions, and its links with titles', () => {
    for (const guide of Object.values(GUIDES)) {
      const view = english.all(guideView(CUSTOMER_MANAGED_KEYS.references, guide))
      expect(view.sources.map(({ id }) => id)).toEqual(guide.sources)
      for (const { title, edition } of view.sources) {
        expect(title).not.toBe('')
        // Pages of the reference of an interface print none.
        if (edition !== undefined) expect(edition).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }
      for (const { link } of view.byHand) if (link) expect(link.title).toMatch(/^Open /)
    }
  })
})
