import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, LifecycleOperation, Refusal } from '../../../../machines/engine/answer.ts'
import { isOutOfReach, nextPollDelay, onTheClockNow, type Poll, withWhatIsKnown } from '../../../../machines/engine/step/poll.ts'
import { verbatim } from '../../../../machines/messages/message.ts'
import type { Pending } from '../../../../machines/procedure/action.ts'
import { isReached as isManagedInTheEnd } from '../../../../machines/procedure/actions/enable-managed-environment/action.ts'
import type { EnvironmentOperation } from '../../../../machines/procedure/actions/environment-operation.ts'
import { judgePoll as judge } from '../../../../machines/procedure/actions/environment-operation.ts'
import { isReached as isLinkedInTheEnd } from '../../../../machines/procedure/actions/link-environment/action.ts'
import { isReached as isUnlinkedInTheEnd } from '../../../../machines/procedure/actions/unlink-environment/action.ts'
import { poll } from '../../../../machines/procedure/apply.ts'
import { ACCESS_SPREADS_IN } from '../../../../machines/procedure/roles.ts'
import type { Environment } from '../../../../machines/procedure/services.ts'
import { english } from '../../../english.ts'
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
const justEnded = (over: Partial<LifecycleOperation> = {}) => operation({ lastActionAt: iso(NOW - MINUTE), ...over })

interface Row {
  readonly when: string
  readonly pending?: Operation
  readonly environment: Answer<Environment>
  readonly operation: Answer<LifecycleOperation>
  readonly gives: Poll['state']
  readonly word: string
}

const rows: readonly Row[] = [
  {
    when: 'the operation is gone, and the environment is linked to an earlier policy of this name',
    pending: { ...link, policySystemId: SYSTEM_ID },
    environment: ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } })),
    operation: absent,
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'it has not started',
    environment: ok(linking),
    operation: ok(runningOperation({ state: 'not-started', stateWord: 'NotStarted' })),
    gives: 'running',
    word: 'NotStarted',
  },
  { when: 'it runs', environment: ok(linking), operation: ok(runningOperation()), gives: 'running', word: 'Running' },
  {
    when: 'it runs, though the environment shows it already',
    environment: ok(encrypted()),
    operation: ok(runningOperation()),
    gives: 'running',
    word: 'Running',
  },
  {
    when: 'its state is undocumented',
    environment: ok(linking),
    operation: ok(operation({ state: 'unknown', stateWord: 'Parked' })),
    gives: 'running',
    word: 'Parked',
  },
  {
    when: 'it succeeded before the environment shows it',
    environment: ok(linking),
    operation: ok(justEnded()),
    gives: 'running',
    word: 'Succeeded; the environment doesn’t show it yet',
  },
  {
    when: 'it succeeded and the environment shows another policy',
    environment: ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } })),
    operation: ok(justEnded()),
    gives: 'running',
    word: 'Succeeded; the environment doesn’t show it yet',
  },
  {
    when: 'it succeeded and the environment cannot be read',
    environment: refused(REFUSALS.unavailable),
    operation: ok(justEnded()),
    gives: 'running',
    word: 'Succeeded; the environment doesn’t show it yet',
  },
  {
    when: 'it succeeded and the environment shows it',
    environment: ok(encrypted()),
    operation: ok(justEnded()),
    gives: 'succeeded',
    word: 'Succeeded',
  },
  {
    when: 'it succeeded and the environment shows it in another case',
    environment: ok(encrypted({ encryptionPolicy: { id: POLICY_ID.toUpperCase(), linkStatus: 'linked' } })),
    operation: ok(justEnded()),
    gives: 'succeeded',
    word: 'Succeeded',
  },
  {
    when: 'it succeeded an hour ago and the environment still does not show it: that is for the checks to say',
    environment: ok(linking),
    operation: ok(operation({ lastActionAt: iso(NOW - HOUR - 1) })),
    gives: 'succeeded',
    word: 'Succeeded',
  },
  {
    when: 'it succeeded at an unknown time, and was asked for a minute ago',
    environment: ok(linking),
    operation: ok(without(operation(), 'lastActionAt')),
    gives: 'running',
    word: 'Succeeded; the environment doesn’t show it yet',
  },
  {
    when: 'it succeeded at an unreadable time, and was asked for long ago',
    pending: { ...link, since: NOW - DAY },
    environment: ok(linking),
    operation: ok(operation({ lastActionAt: 'long ago' })),
    gives: 'succeeded',
    word: 'Succeeded',
  },
  { when: 'it failed', environment: ok(environment()), operation: ok(failedOperation()), gives: 'failed', word: 'Failed' },
  {
    when: 'it failed, in any state of the environment',
    environment: ok(encrypted()),
    operation: ok(failedOperation()),
    gives: 'failed',
    word: 'Failed',
  },
  {
    when: 'it was canceled',
    environment: ok(environment()),
    operation: ok(operation({ state: 'canceled', stateWord: 'Cancelled' })),
    gives: 'failed',
    word: 'Cancelled',
  },
  {
    when: 'it is unknown and the environment shows it',
    environment: ok(encrypted()),
    operation: absent,
    gives: 'succeeded',
    word: 'The environment shows it',
  },
  {
    when: 'it is unknown and the environment does not show it yet',
    environment: ok(environment()),
    operation: absent,
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'it has been unknown for an hour, and the environment does nothing',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(environment()),
    operation: absent,
    gives: 'failed',
    word: 'The service no longer recognizes the operation',
  },
  {
    when: 'it has been unknown for an hour, and the environment is busy',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(environment({ ongoingOperation: {} })),
    operation: absent,
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'it has been unknown for an hour, and the environment cannot be read',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: refused(REFUSALS.throttled),
    operation: absent,
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'it cannot be read a minute after it was asked for, though the environment shows it',
    environment: ok(encrypted()),
    operation: refused(REFUSALS.unreadable),
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'it has been unreadable for an hour, and the environment shows it and does nothing',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(encrypted()),
    operation: refused(REFUSALS.forbidden),
    gives: 'succeeded',
    word: 'The environment shows it',
  },
  {
    when: 'it has been unreadable for an hour, and the environment shows it and is busy',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(encrypted({ ongoingOperation: { type: 'NewCustomerManagedKey' } })),
    operation: refused(REFUSALS.forbidden),
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'it has been unreadable for days, and the environment does not show it',
    pending: { ...link, since: NOW - 3 * DAY },
    environment: ok(linking),
    operation: refused(REFUSALS.forbidden),
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'its state has been undocumented for an hour, and the environment shows it and does nothing',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(encrypted()),
    operation: ok(operation({ state: 'unknown', stateWord: 'Parked' })),
    gives: 'succeeded',
    word: 'Parked',
  },
  {
    when: 'its state has been undocumented for an hour, and the environment is busy',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(encrypted({ ongoingOperation: { type: 'NewCustomerManagedKey' } })),
    operation: ok(operation({ state: 'unknown', stateWord: 'Parked' })),
    gives: 'running',
    word: 'Parked',
  },
  {
    when: 'its state has been undocumented for an hour, and the environment neither shows it nor does anything',
    pending: { ...link, since: NOW - HOUR - 1 },
    environment: ok(environment()),
    operation: ok(operation({ state: 'unknown', stateWord: 'Parked' })),
    gives: 'failed',
    word: 'Parked',
  },
  {
    when: 'both cannot be read',
    environment: refused(REFUSALS.unavailable),
    operation: refused(REFUSALS.unavailable),
    gives: 'running',
    word: 'Couldn’t read it',
  },
  {
    when: 'making it managed succeeded, and it is managed',
    pending: managed,
    environment: ok(environment({ protectionLevel: 'STANDARD' })),
    operation: ok(justEnded()),
    gives: 'succeeded',
    word: 'Succeeded',
  },
  {
    when: 'making it managed succeeded, and it is not managed yet',
    pending: managed,
    environment: ok(environment({ protectionLevel: 'Basic' })),
    operation: ok(justEnded()),
    gives: 'running',
    word: 'Succeeded; the environment doesn’t show it yet',
  },
]

describe('one look at an operation', () => {
  it.each(rows.map((row) => [row.when, row] as const))('when %s', (_, row) => {
    expect(english.all(judgePoll(row.pending ?? link, row.environment, row.operation, NOW))).toMatchObject({
      state: row.gives,
      stateWord: row.word,
    })
  })

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
    expect(recording.calls).toEqual([{ port: 'readProvider', arguments: [SUBSCRIPTION] }])
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
