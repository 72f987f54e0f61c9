import { describe, expect, it } from 'vitest'
import { type AnyMachineSnapshot, type EventObject, getInitialSnapshot, getNextSnapshot } from 'xstate'
import type { Applied } from '#machines/engine/action.ts'
import type { Refusal } from '#machines/engine/answer.ts'
import type { StepContext, StepEvent, StepInput } from '#machines/engine/step/context.ts'
import type { Finding } from '#machines/engine/step/finding.ts'
import { createStepMachine } from '#machines/engine/step/machine.ts'
import type { Poll } from '#machines/engine/step/poll.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Action, Pending } from '#machines/procedure/action.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english } from '../english.ts'
import { cover } from './coverage.ts'
import { silentPorts } from './ports.ts'

const register: Action = { kind: 'register-provider', subscriptionId: 'subscription' }
const link: Action = {
  kind: 'link-environment',
  environmentId: 'id',
  environmentName: 'contoso-prod',
  policyId: '/p',
  policyName: 'p',
  policySystemId: '/s',
}
const pending: Pending = { kind: 'provider-registration', subscriptionId: 'subscription', since: 0 }
const failing = {
  key: 'k',
  id: 'F-401',
  part: 'vault',
  status: 'fail',
  title: verbatim('t'),
  seen: verbatim('s'),
  why: verbatim('w'),
  remedy: verbatim('r'),
  owner: 'you',
  byHand: [],
  source: 'power-platform-keys',
} as const satisfies Finding

const reading = (part: Partial<Reading>): Reading => ({
  stepId: 'policy',
  readAt: 0,
  findings: [],
  plan: [],
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  environment: { id: 'id', displayName: 'contoso-prod' },
  found: {},
  ...part,
})

const refusal = (reason: Refusal['reason']): Refusal => ({ reason, request: 'PUT /x', message: 'no' })
const applied = (more: Partial<Extract<Applied, { ok: true }>['receipt']> = {}): Applied => ({
  ok: true,
  receipt: { kind: 'register-provider', title: verbatim('done'), resourceId: '/r', at: 0, written: true, ...more },
})
const polled = (state: Poll['state']): Poll => ({ state, stateWord: verbatim(state) })

const done = (id: string, output: unknown): EventObject => ({ type: `xstate.done.actor.0.${id}`, output }) as EventObject
const failed = (id: string): EventObject => ({ type: `xstate.error.actor.0.${id}`, error: new Error('defect') }) as EventObject

const READINGS: readonly Reading[] = [
  reading({}),
  reading({ choiceMissing: true }),
  reading({ plan: [register, link] }),
  reading({ findings: [failing], plan: [register] }),
  reading({ underway: pending }),
]

const WINDOW = { from: 0, to: Number.MAX_SAFE_INTEGER, timeZone: 'UTC' }

/** As the procedure's own step that takes the environment away, which may be scheduled. */
const START = 60_000
const LATER = { ...WINDOW, from: START }
const MINUTES = 60_000
/** When the clock is looked at: before the start, at it, too late, and after it was set back. */
const LOOKS = [1, START, START + 11 * MINUTES, -11 * MINUTES]

const EVENTS: readonly EventObject[] = [
  ...READINGS.map((read) => done('step.observing', { reading: read })),
  failed('step.observing'),
  ...READINGS.map((output) => done('step.rechecking', { reading: output, before: [] })),
  done('step.rechecking', { reading: reading({ plan: [register, link] }), before: [], broken: { stepId: 'integration', title: 'gone' } }),
  failed('step.rechecking'),
  done('step.applying', applied()),
  done('step.applying', applied({ pending })),
  done('step.applying', applied({ pending: { kind: 'rotation', since: 0, until: 1 } })),
  done('step.applying', { ok: false, refusal: refusal('not-ready') }),
  done('step.applying', { ok: false, refusal: refusal('forbidden') }),
  done('step.applying', {
    ok: false,
    refusal: { ...refusal('unauthenticated'), challenge: { asksFor: 'second-factor', scope: 's', claims: 'e30=' } },
  }),
  failed('step.applying'),
  done('step.pausing.counting', undefined),
  failed('step.pausing.counting'),
  ...(['running', 'succeeded', 'failed'] as const).map((state) => done('step.waiting.polling', polled(state))),
  failed('step.waiting.polling'),
  done('step.waiting.resting', undefined),
  failed('step.waiting.resting'),
  ...['CHANGE_CHOICES', 'CHECK_AGAIN', 'REVIEW_PLAN', 'CANCEL', 'STOP_AFTER_THIS', 'POLL_NOW', 'PAUSE', 'SIGNED_IN'].map((type) => ({
    type,
  })),
  { type: 'CONFIRM', typedName: 'contoso-prod', window: WINDOW } as EventObject,
  { type: 'CONFIRM', typedName: 'another name' } as EventObject,
  { type: 'ATTEST', attestation: { key: 'k', by: 'ada', at: 0 } } as EventObject,
  { type: 'READ_BESIDE', reading: reading({ readAt: 1, plan: [register] }) } as EventObject,
  { type: 'READ_BESIDE', reading: reading({ oldSince: 1 }) } as EventObject,
]

/** What happens while something is scheduled, walked apart: together with all else it would multiply the walk. */
const SCHEDULING: readonly EventObject[] = [
  ...EVENTS.filter(({ type }) => /^REVIEW_PLAN$|step\.observing$|step\.rechecking$/.test(type)),
  // At the start, and, above, where the last check's answers put the clock back before it.
  ...EVENTS.filter(({ type }) => /step\.rechecking$/.test(type)).map((event) => ({ ...event, at: START })),
  { type: 'SCHEDULE', typedName: 'contoso-prod', window: LATER } as EventObject,
  { type: 'SCHEDULE', typedName: 'contoso-prod', window: WINDOW } as EventObject,
  { type: 'SCHEDULE', typedName: 'another name', window: LATER } as EventObject,
  { type: 'CANCEL_SCHEDULE' },
  { type: 'START_NOW' },
  { type: 'CHANGE_TIME' },
  { type: 'CANCEL' },
  { type: 'CONFIRM', typedName: 'contoso-prod', window: WINDOW } as EventObject,
  { type: 'CONFIRM', typedName: 'another name' } as EventObject,
  ...['step.scheduled', 'step.confirmingAgain'].flatMap((state) => LOOKS.map((at) => ({ ...done(state, undefined), at }))),
  ...LOOKS.map((at) => ({ type: 'POLL_NOW', at })),
  failed('step.scheduled'),
  failed('step.confirmingAgain'),
]

const input: StepInput = { stepId: 'membership', choices: {}, attestations: [] }

function serialize(snapshot: AnyMachineSnapshot): string {
  const context = snapshot.context as StepContext
  return JSON.stringify([
    snapshot.value,
    context.reading?.plan.length,
    context.reading?.choiceMissing,
    context.reading?.findings.length,
    context.editing,
    context.position,
    context.queue.length,
    Math.min(context.attempts, 1),
    context.stopAsked,
    context.pending !== undefined,
    context.problem?.title,
    context.attestations.length,
    context.schedule?.window.from,
    context.isTimeAsked,
    context.scheduleEnd?.end,
  ])
}

let now = 0
const machine = createStepMachine(CUSTOMER_MANAGED_KEYS, { ...silentPorts(), now: () => now })
const prepare = (event: { readonly type: string; readonly at?: number }): void => {
  now = event.at ?? 0
}
const coverage = cover({ machine, input, events: EVENTS, serialize, prepare })
const scheduling = cover({ machine, input, events: SCHEDULING, serialize, prepare })
const schedule = { setAt: 0, window: LATER, plan: [register, link], found: [] }
const restored = cover({ machine, input: { ...input, schedule }, events: SCHEDULING, serialize, prepare })
const walks = [coverage, scheduling, restored]
const snapshots = walks.flatMap((walk) => walk.snapshots)

describe('the machine of a step', () => {
  it('can reach every one of its states', () => {
    expect(coverage.leaves.filter((leaf) => !walks.some(({ reached }) => reached.has(leaf)))).toEqual([])
  })

  it('has every one of its declared transitions walked', () => {
    expect(coverage.declared.filter((transition) => !walks.some(({ walked }) => walked.has(transition)))).toEqual([])
  })

  it('never applies anything that was not in the plan that was confirmed', () => {
    for (const snapshot of snapshots) {
      const { queue, reading: seen } = snapshot.context as StepContext
      if (queue.length > 0 && snapshot.matches('applying')) expect(seen?.plan).toEqual(queue)
    }
  })

  it('never sits in a state without a way on: an effect that ends, or an event a person can send', () => {
    for (const snapshot of coverage.snapshots) {
      const invoked = snapshot._nodes.some((node) => node.invoke.length > 0)
      const offered = EVENTS.some((event) => !event.type.startsWith('xstate.') && event.type !== 'ATTEST' && snapshot.can(event))
      expect(invoked || offered, JSON.stringify(snapshot.value)).toBe(true)
    }
  })

  it('reads again what a change beside it has made old, before anything more is said of it', () => {
    for (const snapshot of coverage.snapshots.filter((each) => each.matches('reviewing')))
      expect((snapshot.context as StepContext).reading?.oldSince).toBeUndefined()
    const led = (...events: readonly EventObject[]) =>
      events.reduce((snapshot, event) => getNextSnapshot(machine, snapshot, event as StepEvent), getInitialSnapshot(machine, input))
    const old = { type: 'READ_BESIDE', reading: reading({ oldSince: 1 }) } as const
    const planned = done('step.observing', { reading: reading({ plan: [register] }) })
    // A question is answered first, and a reading that was underway began before the change.
    expect(led(planned, { type: 'REVIEW_PLAN' }, old).matches('confirming')).toBe(true)
    expect(led(planned, { type: 'REVIEW_PLAN' }, old, { type: 'CANCEL' }).matches('observing')).toBe(true)
    const before = led(planned, { type: 'CHECK_AGAIN' })
    const underway = getNextSnapshot(machine, before, old)
    const again = getNextSnapshot(machine, underway, old)
    const readerOf = ({ children }: typeof before) => children['0.step.observing']
    expect(readerOf(underway)).not.toBe(readerOf(before))
    // Said once more, it is the same change.
    expect(readerOf(again)).toBe(readerOf(underway))
  })

  it('says why nothing was written also after the page has read again by itself', () => {
    const changed = [
      done('step.observing', { reading: reading({ plan: [register, link] }) }),
      { type: 'REVIEW_PLAN' },
      { type: 'CONFIRM', typedName: 'contoso-prod', window: WINDOW },
      done('step.rechecking', { reading: reading({ plan: [link] }), before: [] }),
      { type: 'READ_BESIDE', reading: reading({ plan: [link], oldSince: 1 }) },
      done('step.observing', { reading: reading({ plan: [link] }) }),
    ].reduce((snapshot, event) => getNextSnapshot(machine, snapshot, event as StepEvent), getInitialSnapshot(machine, input))
    expect(changed.matches('reviewing')).toBe(true)
    expect(english.all(changed.context.problem)?.title).toBe('The tenant has changed since this plan was created')
  })

  it('shows no problem of an earlier try once the change was accepted', () => {
    for (const snapshot of coverage.snapshots.filter((each) => each.matches('waiting'))) {
      const { problem, queue } = snapshot.context as StepContext
      if (queue.length > 0) expect(problem).toBeUndefined()
    }
  })

  it('takes the environment’s name as typed, even where the service keeps spaces around it', () => {
    const machine = createStepMachine(CUSTOMER_MANAGED_KEYS, silentPorts())
    const spaced = reading({ plan: [link], environment: { id: 'id', displayName: ' contoso-prod ' } })
    const confirming = [done('step.observing', { reading: spaced }), { type: 'REVIEW_PLAN' }].reduce(
      (snapshot, event) => getNextSnapshot(machine, snapshot, event as StepEvent),
      getInitialSnapshot(machine, input),
    )
    expect(confirming.can({ type: 'CONFIRM', typedName: 'contoso-prod', window: WINDOW })).toBe(true)
    expect(confirming.can({ type: 'CONFIRM', typedName: 'contoso', window: WINDOW })).toBe(false)
    // A plan that cuts users off needs the window as well, and one that holds now.
    expect(confirming.can({ type: 'CONFIRM', typedName: 'contoso-prod' })).toBe(false)
    expect(confirming.can({ type: 'CONFIRM', typedName: 'contoso-prod', window: { ...WINDOW, to: 1, from: 2 } })).toBe(false)
  })

  it('keeps the window that was stated while the plan is carried out', () => {
    for (const snapshot of coverage.snapshots.filter((each) => each.matches('applying')))
      expect((snapshot.context as StepContext).window).toEqual(WINDOW)
  })

  it('says in what a plan differs that has gone stale, and writes nothing', () => {
    const machine = createStepMachine(CUSTOMER_MANAGED_KEYS, silentPorts())
    const confirmed = [
      done('step.observing', { reading: reading({ plan: [register, link] }) }),
      { type: 'REVIEW_PLAN' },
      { type: 'CONFIRM', typedName: 'contoso-prod', window: WINDOW },
      done('step.rechecking', { reading: reading({ plan: [link] }), before: [] }),
    ].reduce((snapshot, event) => getNextSnapshot(machine, snapshot, event as StepEvent), getInitialSnapshot(machine, input))
    expect(confirmed.matches('reviewing')).toBe(true)
    expect(english.all(confirmed.context.problem)).toMatchObject({
      title: 'The tenant has changed since this plan was created',
      points: ['No longer in the plan: Register Microsoft.PowerPlatform in the subscription'],
    })
  })

  it('says beside what has changed where the run before it ended', () => {
    const machine = createStepMachine(CUSTOMER_MANAGED_KEYS, silentPorts())
    const ending = { planned: [register, link], position: 0, cause: { by: 'person' } } as const
    const { context } = [
      done('step.observing', { reading: reading({ plan: [register, link] }) }),
      { type: 'REVIEW_PLAN' },
      { type: 'CONFIRM', typedName: 'contoso-prod', window: WINDOW },
      done('step.rechecking', { reading: reading({ plan: [link] }), before: [] }),
    ].reduce((snapshot, event) => getNextSnapshot(machine, snapshot, event as StepEvent), getInitialSnapshot(machine, { ...input, ending }))
    const problem = english.all(context.problem)
    expect(problem?.title).toBe('The tenant has changed since this plan was created')
    expect(problem?.points).toEqual(expect.arrayContaining([expect.stringContaining('change 1 of 2')]))
  })

  it('leaves nothing scheduled but where it waits for its time, or reads once more before it', () => {
    for (const snapshot of snapshots) {
      const { schedule: left, reading: seen } = snapshot.context as StepContext
      const isOpen =
        (['scheduled', 'confirmingAgain', 'rechecking'] as const).some((state) => snapshot.matches(state)) ||
        (snapshot.matches('observing') && seen === undefined)
      if (left) expect(isOpen, JSON.stringify(snapshot.value)).toBe(true)
      if (snapshot.matches('scheduled')) expect(left).toBeDefined()
    }
  })

  it('gives a reason whenever what was scheduled did not start', () => {
    const ended = snapshots.flatMap(({ context }) => (context as StepContext).scheduleEnd ?? [])
    expect(new Set(ended.map(({ end }) => end))).toEqual(new Set(['started', 'started-now', 'canceled', 'not-started']))
    for (const { end, why } of ended) expect(why === undefined).toBe(end !== 'not-started')
  })

  it('gives a reason whenever it stopped', () => {
    for (const snapshot of coverage.snapshots.filter((each) => each.matches('stopped'))) {
      expect(english.all((snapshot.context as StepContext).problem)).toMatchObject({
        title: expect.any(String),
        remedy: expect.any(String),
      })
    }
  })
})
