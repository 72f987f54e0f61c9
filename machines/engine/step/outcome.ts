import { defined } from '../../defined.ts'
import {
  type Action,
  type Actions,
  describeAction,
  fieldChanges,
  holdsWish,
  type Pending,
  type Receipt,
  sameWish,
  wishOf,
} from '../action.ts'
import type { Refusal } from '../answer.ts'
import { type Ending, endingProblem } from './ending-words.ts'
import { holdingBack, SHOWS_WITHIN } from './made-unseen.ts'
import { notKnownYet, notSeenYet, type Problem } from './problems.ts'
import type { Reading } from './proof.ts'
import type { SentChange } from './sent.ts'

/*
 * Outcome of a step's or operation's run, judged against the newest reading. The step page, list of changes, evidence and journal all
 * derive from it; none of them judges on its own.
 */

/** State of earlier runs when a reading arrives. */
export interface LeftBehind {
  readonly ending?: Ending | undefined
  readonly sent: readonly SentChange[]
  /** Receipts of runs before the last one. */
  readonly earlier: readonly Receipt[]
  /** Receipts of the last run. */
  readonly receipts: readonly Receipt[]
}

/** The one story: all that may be said of what was done, after a reading. */
export interface Outcome {
  /** With a change held back that must not be made twice. */
  readonly reading: Reading
  /** Receipts of the last run, and of changes that the reading shows. */
  readonly receipts: readonly Receipt[]
  /** Changes with an unknown outcome. */
  readonly sent: readonly SentChange[]
  /** Present once the reading shows the change at which the run ended. */
  readonly ending?: Ending
  readonly problem?: Problem | undefined
}

/** The clocks of the services and of this computer differ by less than this. */
const CLOCK_DIFFERENCE = 5 * 60_000

function isSameWork(actions: Actions, action: Action, pending: Pending): boolean {
  const { wait } = actions.definitionOf(action)
  return wait?.follows(pending) === true && wait.isOf(action, pending)
}

/** True when the reading shows that the change was made, or that what it started runs. */
export function isShown(actions: Actions, { action, at, before }: SentChange, { shows = [], underway }: Reading): boolean {
  if (underway !== undefined && isSameWork(actions, action, underway)) return true
  const isLater = (since: number): boolean => (before === undefined ? since >= at - CLOCK_DIFFERENCE : since > before)
  return shows.some((shown) => holdsWish(actions, shown.action, action) && (shown.since === undefined || isLater(shown.since)))
}

/**
 * @param reading the last one before it was sent
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function sentChange(actions: Actions, action: Action, reading: Reading | undefined, at: number, refusal?: Refusal): SentChange {
  const before = reading?.shows?.find((shown) => holdsWish(actions, shown.action, action))?.since
  const refused = refusal?.reason === 'conflict' && refusal.taken !== true
  return { action, at, ...defined({ before }), ...(refused ? { refused } : {}) }
}

/** Reasons that pass by themselves: a reading that failed so tells nothing of what it did not see. */
const PASSING: readonly Refusal['reason'][] = ['unavailable', 'unreadable', 'throttled', 'unauthenticated']

/** A change that no reading shows: for as long as it may be late, or as the services cannot be read. */
function mayStillShow({ at, refused }: SentChange, { findings }: Reading, now: number): boolean {
  const isWhole = !findings.some(({ refusal }) => refusal !== undefined && PASSING.includes(refusal.reason))
  return !isWhole || !(refused || now - at >= SHOWS_WITHIN)
}

/** A receipt for what a reading found: the resource was absent before the change was sent, and is there now, or what it started runs. */
function foundReceipt(actions: Actions, { action, at }: SentChange, { names, underway }: Reading): Receipt {
  const pending = underway && isSameWork(actions, action, underway) ? underway : undefined
  return {
    kind: action.kind,
    title: describeAction(actions, action, names).title,
    resourceId: fieldChanges(actions, action)[0].resourceId,
    at,
    written: true,
    found: true,
    wish: wishOf(actions, action),
    ...defined({ pending }),
  }
}

/** A later run that made the change itself answers an earlier doubt: it had not been made. A receipt of an older version answers none. */
const isMadeSince = (actions: Actions, { action, at }: SentChange, receipts: readonly Receipt[]): boolean =>
  receipts.some((receipt) => receipt.written && !receipt.found && receipt.wish === wishOf(actions, action) && receipt.at >= at)

/**
 * Judges what earlier runs left behind by what was read now.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function outcomeOf(actions: Actions, { ending, sent, earlier, receipts }: LeftBehind, reading: Reading, now: number): Outcome {
  const open = sent.filter((each) => !isMadeSince(actions, each, [...earlier, ...receipts]))
  const shown = open.filter((each) => isShown(actions, each, reading))
  // Of several tries, only one made the change: each began with a reading that didn't show it.
  const found = shown.filter((each, index) => !shown.slice(index + 1).some((later) => sameWish(actions, later.action, each.action)))
  const stillSent = open.filter((each) => !shown.includes(each) && mayStillShow(each, reading, now))
  const all = [...receipts, ...found.map((each) => foundReceipt(actions, each, reading))]
  const held = holdingBack(actions, reading, [...earlier, ...all], stillSent, now)
  const last = ending?.planned[ending.position]
  const isThere = last !== undefined && (isShown(actions, { action: last, at: 0 }, reading) || found.some(({ action }) => action === last))
  const wasThere = ending?.wasThere === true && !reading.plan.some((each) => sameWish(actions, each, last ?? each))
  const problem =
    (ending && endingProblem(actions, ending, { reading, isThere: isThere || wasThere, receipts: all, sent: stillSent })) ??
    notKnownYet(actions, stillSent, reading) ??
    notSeenYet(actions, receipts, reading)
  return { reading: held, receipts: all, sent: stillSent, problem, ...(ending && isThere ? { ending: { ...ending, wasThere: true } } : {}) }
}
