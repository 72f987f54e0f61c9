import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import type { StepEvent, StepInput } from '#machines/engine/step/context.ts'
import { createStepMachine } from '#machines/engine/step/machine.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { Schedule } from '#machines/engine/step/scheduled.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english } from '#test/english.ts'
import { silentPorts } from '#test/model/ports.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { finding as anyFinding, reading as anyReading } from '../../readings.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOON = Date.UTC(2026, 10, 28, 12, 0)
const START = NOON + 2 * HOUR
const WINDOW = { from: START, to: START + 96 * HOUR, timeZone: 'Europe/Berlin' }
const NOW = { from: NOON, to: NOON + 96 * HOUR, timeZone: 'Europe/Berlin' }
const LINK: Action = ACTIONS['link-environment']
const finding = anyFinding({ key: 'linked-to-policy', id: 'F-901', part: 'link', title: verbatim('The vault has no firewall') })

const environment = { id: 'id', displayName: 'contoso-prod' }
const reading = (part: Partial<Reading> = {}): Reading =>
  anyReading({ stepId: 'membership', readAt: NOON, findings: [finding], plan: [LINK], environment, ...part })
const proved = (stepId: string): Reading => reading({ stepId, findings: [], plan: [] })

/** The machine of step 4 on a clock that the test sets, over services that answer as the test says. */
function situation(input: Partial<StepInput> = {}, step = reading()) {
  const state = { now: NOON, step, before: [] as Reading[], writes: 0, reads: 0, told: undefined as number | undefined }
  const sleepers = new Set<{ readonly due: number; wake(): void }>()
  const ports = {
    ...silentPorts(),
    now: () => state.now,
    observe: async (id: string) => {
      state.reads += 1
      if (state.told !== undefined) state.now = state.told
      state.told = undefined
      return id === 'membership' ? state.step : (state.before.find(({ stepId }) => stepId === id) ?? proved(id))
    },
    sleep: (milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((wake) => {
        const sleeper = { due: state.now + milliseconds, wake }
        sleepers.add(sleeper)
        signal.addEventListener('abort', () => sleepers.delete(sleeper))
      }),
    apply: () => {
      state.writes += 1
      return new Promise<never>(() => undefined)
    },
  }
  const actor = createActor(createStepMachine(CUSTOMER_MANAGED_KEYS, ports), {
    input: { stepId: 'membership', choices: {}, attestations: [], ...input },
  })
  const quiet = () => new Promise<void>((resolve) => void setImmediate(resolve))
  actor.start()
  const at = async (moment: number): Promise<void> => {
    state.now = moment
    for (const sleeper of [...sleepers].filter(({ due }) => due <= moment)) {
      sleepers.delete(sleeper)
      sleeper.wake()
    }
    await quiet()
  }
  return {
    state,
    quiet,
    at,
    /** Minute by minute, as on a computer that stays on. */
    async until(moment: number): Promise<void> {
      while (state.now < moment) await at(Math.min(state.now + MINUTE, moment))
    },
    send: (event: StepEvent) => actor.send(event),
    /** The next answer of a service corrects the clock. */
    tells(moment: number): void {
      state.told = moment
    },
    is: (phase: 'reviewing' | 'scheduled' | 'confirmingAgain' | 'rechecking' | 'applying' | 'waiting' | 'confirming' | 'choosing') =>
      actor.getSnapshot().matches(phase),
    context: () => actor.getSnapshot().context,
    said: () => english.all(actor.getSnapshot().context.problem)?.title,
    async scheduled(window = WINDOW, typedName = 'contoso-prod') {
      await quiet()
      actor.send({ type: 'REVIEW_PLAN' })
      actor.send({ type: 'SCHEDULE', typedName, window })
      await quiet()
    },
    stop: () => actor.stop(),
  }
}

type Situation = ReturnType<typeof situation>

describe('a start that is scheduled', () => {
  it('begins at its time and not before, after everything was read again', async () => {
    const { scheduled, until, state, is, context } = situation()
    await scheduled()
    const reads = state.reads
    await until(START - MINUTE)
    expect(is('scheduled')).toBe(true)
    expect([state.writes, state.reads]).toEqual([0, reads])
    await until(START)
    expect(is('applying')).toBe(true)
    expect([state.writes, state.reads]).toEqual([1, reads + 4])
    expect(context()).toMatchObject({ schedule: undefined, scheduleEnd: { at: START, end: 'started' }, window: WINDOW })
  })

  it('waits on where the services tell before the first write that its time is yet to come', async () => {
    const { scheduled, until, at, state, is, context, tells } = situation()
    await scheduled()
    await until(START - MINUTE)
    tells(START - 5 * MINUTE)
    await at(START)
    expect([state.writes, is('scheduled'), context().schedule?.window]).toEqual([0, true, WINDOW])
    await until(START - MINUTE)
    expect([state.writes, is('scheduled')]).toEqual([0, true])
    await until(START)
    expect([state.writes, is('applying')]).toEqual([1, true])
    expect(context().scheduleEnd).toMatchObject({ at: START, end: 'started' })
  })

  it.each([
    ['with another name', WINDOW, 'contoso'],
    ['in the past', { ...WINDOW, from: NOON - 1 }, 'contoso-prod'],
    ['at this moment', { ...WINDOW, from: NOON }, 'contoso-prod'],
    ['in more than 30 days', { ...WINDOW, from: NOON + 31 * 24 * HOUR, to: NOON + 40 * 24 * HOUR }, 'contoso-prod'],
    ['in an unknown zone', { ...WINDOW, timeZone: 'Middle/Earth' }, 'contoso-prod'],
  ])('is not taken %s', async (_what, window, typedName) => {
    const { scheduled, is } = situation()
    await scheduled(window, typedName)
    expect(is('confirming')).toBe(true)
  })

  it('is not taken for a step that takes no one offline', async () => {
    const { scheduled, is } = situation({ stepId: 'policy' })
    await scheduled()
    expect(is('scheduled')).toBe(false)
  })

  describe('and is to begin at once', () => {
    it('asks for the same confirmation as any start, and begins once everything was read again', async () => {
      const { scheduled, send, quiet, state, is, context } = situation()
      await scheduled()
      send({ type: 'START_NOW' })
      await quiet()
      expect([state.writes, is('confirmingAgain')]).toEqual([0, true])
      for (const said of [{ typedName: 'contoso' }, { typedName: 'contoso', window: NOW }, { typedName: 'contoso-prod', window: WINDOW }])
        send({ type: 'CONFIRM', ...said })
      await quiet()
      expect([state.writes, is('confirmingAgain')]).toEqual([0, true])
      send({ type: 'CONFIRM', typedName: 'contoso-prod', window: NOW })
      await quiet()
      expect(state.writes).toBe(1)
      expect(context()).toMatchObject({ schedule: undefined, scheduleEnd: { end: 'started-now' }, window: NOW })
    })

    it('waits on where the person leaves the question', async () => {
      const { scheduled, send, until, state, is } = situation()
      await scheduled()
      send({ type: 'START_NOW' })
      send({ type: 'CANCEL' })
      await until(START - MINUTE)
      expect([state.writes, is('scheduled')]).toEqual([0, true])
      await until(START)
      expect(state.writes).toBe(1)
    })

    it('begins at its time though the question is left open', async () => {
      const { scheduled, send, until, state, is, context } = situation()
      await scheduled()
      send({ type: 'START_NOW' })
      await until(START - MINUTE)
      expect([state.writes, is('confirmingAgain')]).toEqual([0, true])
      await until(START)
      expect(state.writes).toBe(1)
      expect(context()).toMatchObject({ scheduleEnd: { at: START, end: 'started' }, window: WINDOW })
    })

    it('does not begin where the computer slept over its time with the question open', async () => {
      const { scheduled, send, at, state, is, context } = situation()
      await scheduled()
      send({ type: 'START_NOW' })
      await at(START + HOUR)
      expect([state.writes, is('reviewing'), context().scheduleEnd?.end]).toEqual([0, true, 'not-started'])
    })
  })

  describe('and is to begin at another time', () => {
    const LATER = { ...WINDOW, from: START + HOUR, to: WINDOW.to + HOUR }
    const EARLIER = { ...WINDOW, from: START - HOUR, to: WINDOW.to - HOUR }
    const begun = (now: Situation) => [now.state.writes, now.context().scheduleEnd?.at, now.context().window]

    it.each([
      ['a later one', LATER],
      ['an earlier one', EARLIER],
    ])('begins at the one that was confirmed last, and once: %s', async (_what, window) => {
      const now = situation()
      await now.scheduled()
      now.send({ type: 'CHANGE_TIME' })
      now.send({ type: 'SCHEDULE', typedName: 'contoso-prod', window })
      expect([now.is('scheduled'), now.context().schedule?.window, now.context().unstarted]).toEqual([true, window, undefined])
      await now.until(window.from - MINUTE)
      expect(now.state.writes).toBe(0)
      await now.until(START + 2 * HOUR)
      expect(begun(now)).toEqual([1, window.from, window])
    })

    it('keeps its time until another is confirmed as it has to be', async () => {
      const now = situation()
      await now.scheduled()
      now.send({ type: 'CHANGE_TIME' })
      for (const said of [
        { typedName: 'contoso', window: LATER },
        { typedName: 'contoso-prod' },
        { typedName: 'contoso-prod', window: { ...LATER, from: NOON - 1 } },
        { typedName: 'contoso-prod', window: { ...LATER, timeZone: 'Middle/Earth' } },
      ])
        now.send({ type: 'SCHEDULE', ...said })
      await now.quiet()
      expect([now.is('confirmingAgain'), now.context().schedule?.window]).toEqual([true, WINDOW])
      now.send({ type: 'CANCEL' })
      expect([now.is('scheduled'), now.context().schedule?.window]).toEqual([true, WINDOW])
      await now.until(START)
      expect(begun(now)).toEqual([1, START, WINDOW])
    })

    it('begins at its time where the question is left open', async () => {
      const now = situation()
      await now.scheduled()
      now.send({ type: 'CHANGE_TIME' })
      await now.until(START)
      expect(begun(now)).toEqual([1, START, WINDOW])
    })

    it('does not begin where the computer slept over its time with the question open, and says so once it wakes up', async () => {
      const now = situation()
      await now.scheduled()
      now.send({ type: 'CHANGE_TIME' })
      now.state.now = START + HOUR
      now.send({ type: 'POLL_NOW' })
      await now.quiet()
      expect([now.state.writes, now.is('reviewing'), now.said()]).toEqual([
        0,
        true,
        'Not started: the computer was asleep at the start time',
      ])
    })

    it('can be begun at once or at another time from either button', async () => {
      for (const [button, isTimeAsked] of [
        ['START_NOW', undefined],
        ['CHANGE_TIME', true],
        ['START_NOW', undefined],
      ] as const) {
        const now = situation()
        await now.scheduled()
        now.send({ type: 'CHANGE_TIME' })
        now.send({ type: 'CANCEL' })
        now.send({ type: button })
        expect(now.context().isTimeAsked).toBe(isTimeAsked)
        now.send({ type: 'SCHEDULE', typedName: 'contoso-prod', window: LATER })
        now.send({ type: button })
        now.send({ type: 'CONFIRM', typedName: 'contoso-prod', window: NOW })
        await now.quiet()
        expect([now.state.writes, now.context().scheduleEnd?.end]).toEqual([1, 'started-now'])
      }
    })

    it('counts as confirmed by who changed it', async () => {
      const now = situation({ account: 'ada@contoso.com' })
      await now.scheduled()
      const before = now.context().schedule
      await now.until(NOON + HOUR)
      now.send({ type: 'CHANGE_TIME' })
      now.send({ type: 'SCHEDULE', typedName: 'contoso-prod', window: LATER })
      expect(now.context().schedule).toEqual({ ...before, setAt: NOON + HOUR, window: LATER })
    })
  })

  it('keeps whose confirmation it is', async () => {
    const { scheduled, context } = situation({ account: 'ada@contoso.com' })
    await scheduled()
    expect(context().schedule?.by).toBe('ada@contoso.com')
  })

  it('never begins once it was canceled', async () => {
    const { scheduled, send, until, state, is, context, said } = situation()
    await scheduled()
    send({ type: 'CANCEL_SCHEDULE' })
    await until(START + HOUR)
    expect([state.writes, is('reviewing'), said()]).toEqual([0, true, undefined])
    expect(context().scheduleEnd).toEqual({ at: NOON, end: 'canceled' })
  })

  it.each([
    ['canceled', ({ send }: Situation) => send({ type: 'CANCEL_SCHEDULE' })],
    ['not-started', ({ at }: Situation) => at(START + HOUR)],
  ] as const)('keeps what was scheduled once it was %s: users may have been told of it', async (how, end) => {
    const now = situation()
    await now.scheduled()
    expect(now.context().unstarted).toBeUndefined()
    await end(now)
    await now.quiet()
    expect(now.context().unstarted).toMatchObject({ how, schedule: { window: WINDOW } })
  })

  const OTHER = reading({ findings: [{ ...finding, status: 'fail' }] })
  const atOnce = ({ send }: Situation) => send({ type: 'CONFIRM', typedName: 'contoso-prod', window: NOW })

  describe.each([
    [
      'canceled, and is started anew',
      'canceled',
      ({ send }: Situation) => {
        send({ type: 'CANCEL_SCHEDULE' })
        send({ type: 'REVIEW_PLAN' })
      },
    ],
    ['to start now', 'not-started', ({ send }: Situation) => send({ type: 'START_NOW' })],
  ] as const)('that was %s', (_what, how, ask) => {
    it('is forgotten once a change begins', async () => {
      const now = situation()
      await now.scheduled()
      ask(now)
      atOnce(now)
      await now.quiet()
      expect([now.is('applying'), now.state.writes, now.context().unstarted]).toEqual([true, 1, undefined])
    })

    it('is forgotten once a change of another person is followed instead', async () => {
      const now = situation()
      await now.scheduled()
      ask(now)
      now.state.step = reading({ underway: { kind: 'environment-operation', since: NOON } })
      atOnce(now)
      await now.quiet()
      expect([now.is('waiting'), now.context().unstarted]).toEqual([true, undefined])
    })

    it('can still be taken back where the last check differs and nothing begins', async () => {
      const now = situation()
      await now.scheduled()
      ask(now)
      now.state.step = OTHER
      atOnce(now)
      await now.quiet()
      expect([now.is('reviewing'), now.state.writes]).toEqual([true, 0])
      expect(now.context().unstarted).toMatchObject({ how, schedule: { window: WINDOW } })
    })
  })

  it('is forgotten once another start is scheduled, or something runs', async () => {
    const now = situation()
    await now.scheduled()
    now.send({ type: 'CANCEL_SCHEDULE' })
    await now.scheduled()
    expect(now.context().unstarted).toBeUndefined()
    now.send({ type: 'CANCEL_SCHEDULE' })
    now.state.step = reading({ underway: { kind: 'environment-operation', since: NOON } })
    now.send({ type: 'CHECK_AGAIN' })
    await now.quiet()
    expect([now.is('waiting'), now.context().unstarted]).toEqual([true, undefined])
  })

  it.each([
    ['the plan is looked at', { type: 'REVIEW_PLAN' }],
    ['everything is checked again', { type: 'CHECK_AGAIN' }],
    ['something is confirmed', { type: 'ATTEST', attestation: { key: 'licenses', by: 'ada@contoso.com', at: NOON } }],
  ] as const)('is news as canceled until %s', async (_what, event) => {
    const now = situation()
    await now.scheduled()
    now.send({ type: 'CANCEL_SCHEDULE' })
    expect(now.context().isJustCanceled).toBe(true)
    now.send(event)
    await now.quiet()
    expect(now.context()).toMatchObject({ isJustCanceled: undefined, unstarted: { how: 'canceled' } })
  })

  it('says again how an earlier run ended once it was canceled', async () => {
    const { scheduled, send, quiet, said } = situation({ ending: { planned: [LINK], position: 0, cause: { by: 'person' } } })
    await quiet()
    const before = said()
    expect(before).toBeDefined()
    await scheduled()
    expect(said()).toBeUndefined()
    send({ type: 'CANCEL_SCHEDULE' })
    expect(said()).toBe(before)
  })

  it('never begins where it was canceled during the last check', async () => {
    const { scheduled, send, until, at, quiet, state, is, context } = situation()
    await scheduled()
    await until(START - MINUTE)
    const due = at(START)
    while (!is('rechecking')) await Promise.resolve()
    send({ type: 'CANCEL_SCHEDULE' })
    await due
    await quiet()
    expect([state.writes, is('reviewing'), context().scheduleEnd]).toEqual([0, true, { at: START, end: 'canceled' }])
  })

  it.each([
    ['the plan is another', { plan: [] }, 'Not started: The tenant has changed since this plan was created'],
    ['something blocks it', { findings: [{ ...finding, status: 'fail' }] }, 'Not started: Something now blocks the plan'],
    ['a check warns of something new', { findings: [{ ...finding, status: 'warning' }] }, 'Not started: a check has a new result'],
    [
      'the sign-in has ended',
      { findings: [{ ...finding, status: 'unknown', refusal: { reason: 'unauthenticated', request: 'GET /x', message: '' } }] },
      'Not started: your sign-in has expired',
    ],
  ] as const)('stops with the reason where %s', async (_what, part, reason) => {
    const { scheduled, until, state, is, said, context } = situation()
    await scheduled()
    state.step = reading(part)
    await until(START + HOUR)
    expect([state.writes, is('reviewing'), said()]).toEqual([0, true, reason])
    expect(english.all(context().scheduleEnd)).toMatchObject({ end: 'not-started', why: reason })
  })

  it('stops where an earlier step no longer holds', async () => {
    const { scheduled, until, state, said } = situation()
    await scheduled()
    state.before = [reading({ stepId: 'policy', plan: [ACTIONS['grant-key-access']] })]
    await until(START)
    expect([state.writes, said()]).toEqual([0, expect.stringContaining('Not started: Step 3 is no longer verified')])
  })

  it('follows what another person has started meanwhile, and writes nothing', async () => {
    const { scheduled, until, state, is, context } = situation()
    await scheduled()
    state.step = reading({ underway: { kind: 'operation', since: START - HOUR } })
    await until(START)
    expect([state.writes, is('waiting'), context().scheduleEnd?.end]).toEqual([0, true, 'not-started'])
  })

  it.each([
    [10, 1],
    [11, 0],
  ])('on a computer that slept and woke up %i minutes late writes %i times', async (late, writes) => {
    const { scheduled, at, until, state, said } = situation()
    await scheduled()
    await at(START + late * MINUTE)
    expect(state.writes).toBe(writes)
    if (writes === 0) expect(said()).toBe('Not started: the computer was asleep at the start time')
    await until(START + HOUR)
    expect(state.writes).toBe(writes)
  })

  it('continues after a sleep that ended before the start', async () => {
    const { scheduled, at, until, state, is } = situation()
    await scheduled()
    await at(START - 5 * MINUTE)
    expect(is('scheduled')).toBe(true)
    await until(START)
    expect(state.writes).toBe(1)
  })

  it('looks at the clock at once when the computer wakes up', async () => {
    const { scheduled, state, send, quiet, said } = situation()
    await scheduled()
    state.now = START + HOUR
    send({ type: 'POLL_NOW' })
    await quiet()
    expect([state.writes, said()]).toEqual([0, 'Not started: the computer was asleep at the start time'])
  })

  it('stops where the clock was set back', async () => {
    const { scheduled, until, state, send, quiet, said } = situation()
    await scheduled()
    await until(NOON + HOUR)
    state.now = NOON
    send({ type: 'POLL_NOW' })
    await quiet()
    expect([state.writes, said()]).toEqual([0, 'Not started: the computer’s clock was set back'])
  })

  it('stops where the computer fell asleep during the last check', async () => {
    const { scheduled, until, at, state, said } = situation()
    await scheduled()
    await until(START - MINUTE)
    state.now = START
    const slow = at(START)
    state.now = START + HOUR
    await slow
    expect([state.writes, said()]).toEqual([0, 'Not started: the computer was asleep at the start time'])
  })
})

describe('a start that was scheduled before the wizard was started again', () => {
  const schedule: Schedule = { setAt: NOON - HOUR, window: WINDOW, plan: [LINK], found: [finding] }

  it('is still scheduled where its time is to come, and begins then', async () => {
    const { quiet, until, state, is } = situation({ schedule })
    await quiet()
    expect([is('scheduled'), state.writes]).toEqual([true, 0])
    await until(START)
    expect(state.writes).toBe(1)
  })

  it('is not made up for, and says so', async () => {
    const due = { ...schedule, window: { ...WINDOW, from: NOON } }
    const { quiet, until, state, is, said, context } = situation({ schedule: due, openedAt: NOON })
    await quiet()
    expect([is('reviewing'), said()]).toEqual([true, 'Not started: the wizard was closed at the start time'])
    await until(START)
    expect([state.writes, context().scheduleEnd?.end]).toEqual([0, 'not-started'])
  })

  it.each([
    ['asked something first after it was started', NOON - MINUTE],
    ['was open the whole time', undefined],
  ])('does not say that the wizard was closed where it %s', async (_what, openedAt) => {
    const due = { ...schedule, window: { ...WINDOW, from: NOON } }
    const { quiet, until, state, said, context } = situation({ schedule: due, ...(openedAt === undefined ? {} : { openedAt }) })
    await quiet()
    expect(said()).toBe('Not started: the wizard wasn’t on this page at the start time')
    await until(START)
    expect([state.writes, context().scheduleEnd?.end]).toEqual([0, 'not-started'])
  })

  it.each([
    ['the plan is another', { plan: [] }],
    ['a check found something new', { findings: [{ ...finding, status: 'warning' }] }],
  ] as const)('ends with the reason where %s', async (_what, part) => {
    const { quiet, until, state, is, said } = situation({ schedule }, reading(part))
    await quiet()
    expect([is('reviewing'), said()]).toEqual([true, expect.stringMatching(/^Not started: /)])
    await until(START)
    expect(state.writes).toBe(0)
  })

  it('ends where another account is signed in than the one that confirmed it', async () => {
    const { quiet, until, state, said } = situation({ schedule: { ...schedule, by: 'ada@contoso.com' }, account: 'eve@contoso.com' })
    await quiet()
    expect(said()).toBe('Not started: ada@contoso.com scheduled it')
    await until(START)
    expect(state.writes).toBe(0)
  })

  it.each([
    ['its time is to come', WINDOW, 'Not started: a choice is missing'],
    ['its time has passed', { ...WINDOW, from: NOON }, 'Not started: the wizard was closed at the start time'],
  ])('says beside the form why it ended where the step lacks a choice and %s', async (_what, window, why) => {
    const { quiet, until, state, is, said, context } = situation(
      { schedule: { ...schedule, window }, openedAt: NOON },
      reading({ choiceMissing: true }),
    )
    await quiet()
    expect([is('choosing'), said()]).toEqual([true, why])
    expect(english.all(context().scheduleEnd)).toMatchObject({ end: 'not-started', why })
    await until(START)
    expect(state.writes).toBe(0)
  })

  it('ends at once where an earlier step was read and no longer holds', async () => {
    const before = [proved('integration'), reading({ stepId: 'policy', plan: [ACTIONS['grant-key-access']] })]
    const { quiet, until, state, said } = situation({ schedule, before })
    await quiet()
    expect(said()).toContain('Not started: Step 3 is no longer verified')
    await until(START)
    expect(state.writes).toBe(0)
  })

  it('ends where the clock was set back meanwhile', async () => {
    const { quiet, said } = situation({ schedule: { ...schedule, setAt: NOON + HOUR } })
    await quiet()
    expect(said()).toBe('Not started: the computer’s clock was set back')
  })
})
