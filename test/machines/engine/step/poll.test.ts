import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, LifecycleOperation, Refusal } from '#machines/engine/answer.ts'
import { isOutOfReach, nextPollDelay, onTheClockNow, type Poll, withWhatIsKnown } from '#machines/engine/step/poll.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Pending } from '#machines/procedure/action.ts'
import { isReached as isManagedInTheEnd } from '#machines/procedure/actions/enable-managed-environment/action.ts'
import type { EnvironmentOperation } from '#machines/procedure/actions/environment-operation.ts'
import { judgePoll as judge } from '#machines/procedure/actions/environment-operation.ts'
import { isReached as isLinkedInTheEnd } from '#machines/procedure/actions/link-environment/action.ts'
import { isReached as isUnlinkedInTheEnd } from '#machines/procedure/actions/unlink-environment/action.ts'
import { poll } from '#machines/procedure/apply.ts'
import { ACCESS_SPREADS_IN } from '#machines/procedure/rights/roles.ts'
import type { Environment } from '#machines/procedure/services/services.ts'
import { english } from '#test/english.ts'
import {
  absent,
  DAY,
  ENVIRONMENT,
  encrypted,
  environment,
  failedOperation,
  HOUR,
  iso,
  MINUTE,
  NOW,
  OTHER_POLICY_ID,
  OTHER_SYSTEM_ID,
  ok,
  operation,
  POLICY_ID,
  provider,
  REASONS,
  REFUSALS,
  refused,
  runningOperation,
  SUBSCRIPTION,
  SYSTEM_ID,
  without,
} from '../../facts.ts'
import { servicesThat } from '../../procedure/services.ts'

const REACHED = { 'managed-environment': isManagedInTheEnd, link: isLinkedInTheEnd, unlink: isUnlinkedInTheEnd }

const judgePoll = (pending: EnvironmentOperation, environment: Answer<Environment>, operation: Answer<LifecycleOperation>, now: number) =>
  judge(pending, environment, operation, now, REACHED[pending.purpose])

type Operation = Extract<Pending, { kind: 'operation' }>
const ADDRESS = 'https://unitedstates.api.bap.microsoft.com/lifecycleOperations/7a9c'
const link: Operation = {
  kind: 'operation',
  purpose: 'link',
  environmentId: ENVIRONMENT,
  policyId: POLICY_ID,
  operation: { address: ADDRESS, id: operation().id },
  since: NOW - MINUTE,
}
const managed: Operation = { ...without(link, 'policyId'), purpose: 'managed-environment' }
const { signal } = new AbortController()

const linking = environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Linking' }, runtimeState: 'Disabled' })
const inPolicy = (id: string, linkStatus = 'Linked') => ok(encrypted({ encryptionPolicy: { id, linkStatus } }))
const notLinked = ok(environment())
const linked = ok(encrypted())
const linkedAndBusy = ok(encrypted({ ongoingOperation: { type: 'NewCustomerManagedKey' } }))
const ended = ok(operation({ lastActionAt: iso(NOW - MINUTE) }))
const running = ok(runningOperation())
const parked = ok(operation({ state: 'unknown', stateWord: 'Parked' }))
const unread = refused(REFUSALS.unavailable)
const anHourAgo: Operation = { ...link, since: NOW - HOUR - 1 }

type Look = readonly [when: string, environment: Answer<Environment>, operation: Answer<LifecycleOperation>, pending?: Operation]

/** Views of one poll, by state and word. */
const LOOKS: readonly (readonly [Poll['state'], word: string, looks: readonly Look[]])[] = [
  ['running', 'NotStarted', [['it has not started', ok(linking), ok(runningOperation({ state: 'not-started', stateWord: 'NotStarted' }))]]],
  [
    'running',
    'Running',
    [
      ['it runs', ok(linking), running],
      ['it runs, though the environment shows it already', linked, running],
    ],
  ],
  [
    'running',
    'Parked',
    [
      ['its state is undocumented', ok(linking), parked],
      ['its state has been undocumented for an hour, and the environment is busy', linkedAndBusy, parked, anHourAgo],
    ],
  ],
  ['succeeded', 'Parked', [['that has been so for an hour, and the environment shows it and does nothing', linked, parked, anHourAgo]]],
  [
    'failed',
    'Parked',
    [['that has been so for an hour, and the environment neither shows it nor does anything', notLinked, parked, anHourAgo]],
  ],
  [
    'running',
    'Succeeded; the environment doesn’t show it yet',
    [
      ['it succeeded before the environment shows it', ok(linking), ended],
      ['it succeeded and the environment shows another policy', inPolicy(OTHER_POLICY_ID), ended],
      ['it succeeded and the environment cannot be read', unread, ended],
      ['it succeeded at an unknown time, and was asked for a minute ago', ok(linking), ok(without(operation(), 'lastActionAt'))],
      ['making it managed succeeded, and it is not managed yet', ok(environment({ protectionLevel: 'Basic' })), ended, managed],
    ],
  ],
  [
    'succeeded',
    'Succeeded',
    [
      ['it succeeded and the environment shows it', linked, ended],
      ['it succeeded and the environment shows it in another case', inPolicy(POLICY_ID.toUpperCase(), 'linked'), ended],
      [
        'it succeeded an hour ago and the environment still does not show it: that is for the checks to say',
        ok(linking),
        ok(operation({ lastActionAt: iso(NOW - HOUR - 1) })),
      ],
      [
        'it succeeded at an unreadable time, and was asked for long ago',
        ok(linking),
        ok(operation({ lastActionAt: 'long ago' })),
        { ...link, since: NOW - DAY },
      ],
      ['making it managed succeeded, and it is managed', ok(environment({ protectionLevel: 'STANDARD' })), ended, managed],
    ],
  ],
  [
    'failed',
    'Failed',
    [
      ['it failed', notLinked, ok(failedOperation())],
      ['it failed, in any state of the environment', linked, ok(failedOperation())],
    ],
  ],
  ['failed', 'Cancelled', [['it was canceled', notLinked, ok(operation({ state: 'canceled', stateWord: 'Cancelled' }))]]],
  [
    'succeeded',
    'The environment shows it',
    [
      ['it is unknown and the environment shows it', linked, absent],
      ['it has been unreadable for an hour, and the environment shows it and does nothing', linked, refused(REFUSALS.forbidden), anHourAgo],
    ],
  ],
  [
    'running',
    'Couldn’t read it',
    [
      ['it is unknown and the environment does not show it yet', notLinked, absent],
      [
        'the operation is gone, and the environment is linked to an earlier policy of this name',
        ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } })),
        absent,
        { ...link, policySystemId: SYSTEM_ID },
      ],
      ['it has been unknown for an hour, and the environment is busy', ok(environment({ ongoingOperation: {} })), absent, anHourAgo],
      ['it has been unknown for an hour, and the environment cannot be read', refused(REFUSALS.throttled), absent, anHourAgo],
      ['it cannot be read a minute after it was asked for, though the environment shows it', linked, refused(REFUSALS.unreadable)],
      [
        'it has been unreadable for an hour, and the environment shows it and is busy',
        linkedAndBusy,
        refused(REFUSALS.forbidden),
        anHourAgo,
      ],
      [
        'it has been unreadable for days, and the environment does not show it',
        ok(linking),
        refused(REFUSALS.forbidden),
        { ...link, since: NOW - 3 * DAY },
      ],
      ['both cannot be read', unread, unread],
    ],
  ],
  [
    'failed',
    'The service no longer recognizes the operation',
    [['it has been unknown for an hour, and the environment does nothing', notLinked, absent, anHourAgo]],
  ],
]

describe('one look at an operation', () => {
  it.each(LOOKS.flatMap(([state, stateWord, looks]) => looks.map((look) => [state, stateWord, look[0], look] as const)))(
    'gives %s, “%s”, when %s',
    (state, stateWord, _, [, environmentSeen, operationSeen, pending = link]) => {
      expect(english.all(judgePoll(pending, environmentSeen, operationSeen, NOW))).toMatchObject({ state, stateWord })
    },
  )

  it('keeps what was seen: the operation, the environment’s own words, the refusal, and how long the service asks to wait', () => {
    const running = runningOperation({ retryAfterSeconds: 10 })
    expect(english.all(judgePoll(link, ok(linking), ok(running), NOW))).toEqual({
      state: 'running',
      stateWord: 'Running',
      operation: running,
      environmentState: 'Disabled for users (Disabled), policy Linking',
      environmentNow: { users: 'Offline for users', ownWords: ['Disabled', 'Linking'] },
      retryAfterSeconds: 10,
    })
    expect(english.all(judgePoll(link, ok(without(environment(), 'runtimeState')), absent, NOW))).toEqual({
      state: 'running',
      stateWord: 'Couldn’t read it',
      environmentState: 'State not available',
      environmentNow: { users: 'State not available', ownWords: [] },
      refusal: REFUSALS['not-found'],
    })
    expect(english.all(judgePoll(link, refused(REFUSALS.throttled), ok(running), NOW))).toMatchObject({ refusal: REFUSALS.throttled })
  })

  it('never ends a wait for a refusal other than "not found" while the environment does not show it', () => {
    for (const reason of REASONS.filter((each) => each !== 'not-found'))
      expect(judgePoll({ ...link, since: NOW - 30 * DAY }, ok(environment()), refused(REFUSALS[reason]), NOW).state).toBe('running')
  })
})

describe('polling', () => {
  const seenBy = (answers: Parameters<typeof servicesThat>[0], pending: Pending = link, now = NOW) => {
    const recording = servicesThat({ readEnvironment: async () => ok(environment()), ...answers })
    return { recording, seen: poll(pending, recording.services, now, signal) }
  }

  it('reads the operation at its address and the environment, and writes nothing', async () => {
    const { recording, seen } = seenBy({ readOperation: async () => ok(runningOperation()) })
    expect(await seen).toMatchObject({ state: 'running', operation: { id: operation().id } })
    expect(recording.ports()).toEqual(['readEnvironment', 'readOperation'])
    expect(recording.calls[1]?.arguments).toEqual([ADDRESS])
  })

  it('asks the environment’s list where the address does not know the operation any more', async () => {
    const { seen } = seenBy({
      readOperation: async () => absent,
      listOperations: async () => ok([runningOperation({ id: 'newer' }), failedOperation()]),
    })
    expect(await seen).toMatchObject({ state: 'failed', operation: { id: operation().id } })
  })

  it('asks the list by the operation’s id where there is no address, in any case', async () => {
    const { seen } = seenBy(
      { listOperations: async () => ok([runningOperation({ id: 'newer' }), failedOperation({ id: operation().id.toUpperCase() })]) },
      { ...link, operation: { id: operation().id } },
    )
    expect(await seen).toMatchObject({ state: 'failed' })
  })

  it('takes the newest of the list that is no older than the request, where there is neither address nor id', async () => {
    const nameless: Operation = { ...link, operation: {} }
    const yesterday = failedOperation({ createdAt: iso(NOW - DAY) })
    const mine = runningOperation({ id: 'mine', createdAt: iso(NOW - MINUTE) })
    expect(await seenBy({ listOperations: async () => ok([mine, yesterday]) }, nameless).seen).toMatchObject({ operation: { id: 'mine' } })
    const old = await seenBy({ listOperations: async () => ok([yesterday]) }, nameless).seen
    expect(old).toMatchObject({ state: 'running', refusal: { reason: 'not-found' } })
    expect(old).not.toHaveProperty('operation')
  })

  it('allows for clocks that differ by some minutes', async () => {
    const behind = runningOperation({ id: 'mine', createdAt: iso(link.since - 4 * MINUTE) })
    expect(await seenBy({ listOperations: async () => ok([behind]) }, { ...link, operation: {} }).seen).toMatchObject({
      operation: { id: 'mine' },
    })
  })

  it('continues to wait, with the refusal, where the list cannot be read either', async () => {
    const { seen } = seenBy({ readOperation: async () => absent, listOperations: async () => refused(REFUSALS.forbidden) })
    expect(await seen).toMatchObject({ state: 'running', refusal: REFUSALS.forbidden })
  })

  it.each([
    ['Registered', 'succeeded'],
    ['registered', 'succeeded'],
    ['Registering', 'running'],
    ['Novel', 'running'],
  ])('a registration in state %s has %s', async (registrationState, state) => {
    const pending: Pending = { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW }
    const { recording, seen } = seenBy({ readProvider: async () => ok(provider({ registrationState })) }, pending)
    expect(english.all(await seen)).toEqual({ state, stateWord: registrationState })
    expect(recording.calls).toEqual([{ port: 'readProvider', arguments: [SUBSCRIPTION, 'Microsoft.PowerPlatform'] }])
  })

  it('a registration that stays in an unknown state is not waited for without end', async () => {
    const pending: Pending = { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW }
    const answers = { readProvider: async () => ok(provider({ registrationState: 'Novel' })) }
    expect(await seenBy(answers, pending, NOW + HOUR).seen).toMatchObject({ state: 'running' })
    expect(english.all(await seenBy(answers, pending, NOW + HOUR + 1).seen)).toEqual({ state: 'failed', stateWord: 'Novel' })
  })

  it('a registration that cannot be read continues, with the refusal', async () => {
    const pending: Pending = { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW }
    const { seen } = seenBy({ readProvider: async () => refused(REFUSALS.throttled) }, pending)
    expect(await seen).toMatchObject({ state: 'running', refusal: REFUSALS.throttled })
  })

  it('waits for access to take effect, and sends no request', async () => {
    const pending: Pending = { kind: 'access-spreading', since: NOW, until: NOW + ACCESS_SPREADS_IN }
    const early = seenBy({}, pending, NOW + 1_500)
    expect(await early.seen).toMatchObject({ state: 'running', retryAfterSeconds: 299 })
    expect(await seenBy({}, pending, NOW + ACCESS_SPREADS_IN).seen).toMatchObject({ state: 'succeeded' })
    expect(early.recording.calls).toEqual([])
  })
})

describe('a check without an answer', () => {
  const seen = (part: Partial<Refusal>): Refusal => ({
    reason: 'unavailable',
    request: 'GET /x',
    message: 'getaddrinfo ENOTFOUND',
    ...part,
  })

  it('is distinguished from one that a service answered', () => {
    expect(isOutOfReach(seen({ code: 'ENOTFOUND' }))).toBe(true)
    expect(isOutOfReach(seen({ status: 503 }))).toBe(false)
    expect(isOutOfReach(seen({ reason: 'unauthenticated' }))).toBe(false)
    expect(isOutOfReach(undefined)).toBe(false)
  })

  it('keeps what the look before saw of the operation, and nothing of the environment, which may be another by now', () => {
    const before: Poll = {
      state: 'running',
      stateWord: verbatim('Running'),
      operation: runningOperation(),
      environmentState: verbatim('Open to its users'),
    }
    const blind: Poll = { state: 'running', stateWord: verbatim('Couldn’t read it'), refusal: seen({}) }
    expect(withWhatIsKnown(blind, before)).toEqual({ ...blind, operation: before.operation })
    expect(withWhatIsKnown(before, blind)).toBe(before)
    expect(withWhatIsKnown(blind, undefined)).toBe(blind)
  })

  it('keeps to the time that it was turned away with', () => {
    const busy = refused({ ...REFUSALS.throttled, retryAfterSeconds: 300 })
    expect(judgePoll(link, busy, busy, NOW).retryAfterSeconds).toBe(300)
  })
})

describe('a clock that is put back by a day during a wait', () => {
  const spreading: Pending = { kind: 'access-spreading', since: NOW, until: NOW + ACCESS_SPREADS_IN }
  const last = { lastPollAt: NOW + MINUTE, nextPollAt: NOW + 2 * MINUTE }

  it('takes the moments of the wait with it, so that what is left stays as it was', () => {
    const now = NOW + 2 * MINUTE - DAY
    const { pending } = onTheClockNow({ pending: spreading, ...last }, now)
    expect(pending).toEqual({ ...spreading, since: NOW - DAY, until: NOW - DAY + ACCESS_SPREADS_IN })
    expect(onTheClockNow({ pending: link, ...last }, now).pending).toEqual({ ...link, since: link.since - DAY })
  })

  it.each([
    ['runs on', { pending: spreading, ...last }, NOW + 2 * MINUTE],
    ['leaps ahead, as after a sleep', { pending: spreading, ...last }, NOW + 9 * DAY],
    ['was not looked at before', { pending: spreading }, NOW - DAY],
    ['waits for nothing', { ...last }, NOW - DAY],
  ] as const)('changes nothing where it %s', (_name, wait, now) => {
    expect(onTheClockNow(wait, now)).toEqual({})
  })
})

describe('the time to the next look', () => {
  it('backs off from five seconds to a minute, and no further on its own', () => {
    expect(nextPollDelay(0, undefined)).toBe(5_000)
    expect(nextPollDelay(100, undefined)).toBe(60_000)
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), (polls) => {
        expect(nextPollDelay(polls, undefined)).toBeGreaterThanOrEqual(5_000)
        expect(nextPollDelay(polls, undefined)).toBeLessThanOrEqual(60_000)
        expect(nextPollDelay(polls + 1, undefined)).toBeGreaterThanOrEqual(nextPollDelay(polls, undefined))
      }),
    )
  })

  it('is as long as the service asks, but never shorter than five seconds nor longer than an hour', () => {
    expect(nextPollDelay(0, 30)).toBe(30_000)
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.oneof(fc.integer(), fc.double(), fc.constant(undefined)), (polls, seconds) => {
        const wait = nextPollDelay(polls, seconds)
        expect(wait).toBeGreaterThanOrEqual(5_000)
        expect(wait).toBeLessThanOrEqual(HOUR)
        if (seconds !== undefined && seconds >= 60 && seconds <= 3_600) expect(wait).toBe(seconds * 1_000)
      }),
    )
  })
})
