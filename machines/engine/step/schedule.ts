import { defined } from '../../defined.ts'
import { defineMessages } from '../../messages/message.ts'
import { samePlan } from '../action.ts'
import { compare, inWords } from '../drift/compare.ts'
import { MINUTE } from '../durations.ts'
import type { Procedure } from '../procedure.ts'
import type { Attestation } from './finding.ts'
import type { MaintenanceWindow } from './maintenance-window.ts'
import type { Problem } from './problems.ts'
import { blockingFindings, type Reading } from './proof.ts'
import { changedSince, type Recheck } from './recheck.ts'
import type { Schedule } from './scheduled.ts'

/** Why a schedule didn't start. */
const messages = defineMessages('step.schedule', {
  notStarted: { id: 'step.schedule.notStarted', defaultMessage: 'Not started: {title}', description: 'The title of a problem' },
  again: 'Start now, or choose another time.',
  closed: 'Not started: the wizard was closed at the start time',
  closedMeaning: 'The start was scheduled for {at, date, moment}. Nothing was written.',
  notReady: 'Not started: the wizard wasn’t on this page at the start time',
  notReadyMeaning:
    'The start was scheduled for {at, date, moment}. The wizard was open, but still checking or waiting for your answer. Nothing was written.',
  missed: 'Not started: the computer was asleep at the start time',
  missedMeaning:
    'The start was scheduled for {at, date, moment}, and the wizard was more than {minutes, plural, one {# minute} other {# minutes}} late. Nothing was written.',
  clock: 'Not started: the computer’s clock was set back',
  clockMeaning: 'The start time is no longer certain. Nothing was written.',
  signIn: 'Not started: your sign-in has expired',
  signInMeaning: 'The services couldn’t be checked before the start. Nothing was written.',
  signInRemedy: 'Sign in again. Then start now, or choose another time.',
  otherAccount: 'Not started: {account} scheduled it',
  otherAccountMeaning: 'You’re signed in with another account. Nothing was written.',
  choice: 'Not started: a choice is missing',
  choiceMeaning: 'The step needs this choice before it can start. Nothing was written.',
  choiceRemedy: 'Make the choice. Then start now, or choose another time.',
  changed: 'Not started: a check has a new result',
  changedMeaning: 'We checked everything again before the start. Nothing was written, because this is new:',
  running: 'Not started: the change is running already',
  defect: 'Not started: the check before the start failed',
})

/**
 * A start that comes later than this is none: the computer slept, and the window may be another one by now.
 * Decision 0108: a start that was missed is never made up for.
 */
export const START_GRACE = 10 * MINUTE

/** Interval of looks at the clock: short enough to notice a sleep of the computer and for every system's timers. */
const LOOKS_EVERY = MINUTE

/** The confirmed state, for comparison with later readings. */
export const scheduleOf = ({ plan, findings }: Reading, window: MaintenanceWindow, now: number, by: string | undefined): Schedule => ({
  setAt: now,
  ...defined({ by }),
  window,
  plan,
  found: findings.map(({ key, status, title }) => ({ key, status, title })),
})

/** Until the clock is looked at next. @param now milliseconds since 1970-01-01T00:00:00Z */
export const nextLook = ({ window }: Schedule, now: number): number => Math.min(Math.max(0, window.from - now), LOOKS_EVERY)

const again = { remedy: messages.again, owner: 'you' } as const

const clockProblem: Problem = { title: messages.clock, meaning: messages.clockMeaning, ...again }

/**
 * Problem from the clock alone; undefined if fine.
 * @param before last look at the clock, in milliseconds since 1970-01-01T00:00:00Z like `now`
 */
export function lateness({ window: { from } }: Schedule, before: number, now: number): Problem | undefined {
  // The start may have been meant by either clock.
  if (now < before - START_GRACE) return clockProblem
  if (now <= from + START_GRACE) return undefined
  const meaning = messages.missedMeaning({ at: from, minutes: START_GRACE / MINUTE })
  return { title: messages.missed, meaning, ...again }
}

/**
 * The same after a start of the wizard: what was due meanwhile is for the person to decide.
 * @param openedAt when the wizard took it up again; absent where it was scheduled since
 */
export function latenessAfterStart(schedule: Schedule, openedAt: number | undefined, now: number): Problem | undefined {
  const { from } = schedule.window
  if (now >= from && openedAt !== undefined && openedAt >= from)
    return { title: messages.closed, meaning: messages.closedMeaning({ at: from }), ...again }
  if (now >= from) return { title: messages.notReady, meaning: messages.notReadyMeaning({ at: from }), ...again }
  return lateness(schedule, schedule.setAt, now)
}

/** A plan confirmed by one account doesn't start with another's rights. @param account the signed-in account */
export const confirmedByAnother = ({ by }: Schedule, account: string | undefined): Problem | undefined =>
  by === undefined || by === account
    ? undefined
    : { title: messages.otherAccount({ account: by }), meaning: messages.otherAccountMeaning, ...again }

/** Why a schedule doesn't start after this reading; undefined if everything is as confirmed. */
export function changedSinceScheduled(
  procedure: Procedure,
  { plan, found }: Schedule,
  again: Recheck,
  attestations: readonly Attestation[],
): Problem | undefined {
  const { broken, reading, before } = again
  if ([reading, ...before].some(isSignInOver))
    return { title: messages.signIn, meaning: messages.signInMeaning, remedy: messages.signInRemedy, owner: 'you' }
  if (broken || !samePlan(reading.plan, plan) || blockingFindings(reading, attestations).length > 0) {
    const problem = changedSince(procedure, again, plan, attestations)
    return { ...problem, title: messages.notStarted({ title: problem.title }) }
  }
  const worse = compare(found, reading.findings).filter(({ turn, is }) => turn === 'worse' || (turn === 'new' && is.status !== 'pass'))
  if (worse.length === 0) return undefined
  return {
    title: messages.changed,
    meaning: messages.changedMeaning,
    points: worse.map(({ is }) => inWords(is)),
    remedy: messages.again,
    owner: 'you',
  }
}

/** The target of the change is no longer chosen. */
export const CHOICE_MISSING: Problem = {
  title: messages.choice,
  meaning: messages.choiceMeaning,
  remedy: messages.choiceRemedy,
  owner: 'you',
}

const isSignInOver = ({ findings }: Reading): boolean => findings.some(({ refusal }) => refusal?.reason === 'unauthenticated')

/** Ended because another person made the change. */
export const RUNNING_ALREADY = messages.running
/** The wizard itself failed. */
export const CHECK_FAILED = messages.defect
