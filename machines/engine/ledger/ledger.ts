import { type Actions, fieldChanges, sameReceipt } from '../action.ts'
import { sameId } from '../ids.ts'
import type { StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import type { StepRecord } from '../wizard/step-record.ts'
import { affects, type Place, placeIn, placeOf } from './place.ts'

/* Invalidates readings by changes: readings know their subject and start, changes their target. Outdated readings are
   shown as such and read again.
   Decision 0210: no cache with a time to live, and no list of requests for each step. */

/** The reading after changes. @param at milliseconds since 1970-01-01T00:00:00Z */
export function touched(reading: Reading, changed: readonly Place[], at: number): Reading {
  if (reading.oldSince !== undefined) return reading
  const { asked = [] } = reading
  return asked.some((each) => changed.some((place) => affects(place, each))) ? { ...reading, oldSince: at } : reading
}

/**
 * Outdates a reading when a newer one shows that the environment was locked or unlocked. That of the step that adds the environment is also
 * outdated when something else holds it.
 */
export function overtaken(reading: Reading, newer: Reading, adds: StepId | undefined): Reading {
  const [was, is] = [reading.environment, newer.environment]
  if (was === undefined || is === undefined || !sameId(was.id, is.id)) return reading
  const isOther =
    was.locked !== is.locked || (reading.stepId === adds && (was.heldBy ?? is.heldBy) !== undefined && !sameId(was.heldBy, is.heldBy))
  return isOther && reading.oldSince === undefined && reading.readAt < newer.readAt ? { ...reading, oldSince: newer.readAt } : reading
}

/** The newer reading, unless it began before the change that outdated the other. */
export function newerOf(own: Reading | undefined, other: Reading): Reading {
  if (own === undefined) return other
  if (other.readAt < own.readAt) return own
  const { oldSince } = own
  return oldSince !== undefined && (other.begunAt ?? other.readAt) < oldSince ? { ...other, oldSince } : other
}

/** Places written, or sent without an answer, since the previous record. */
export function writtenIn(actions: Actions, before: StepRecord, now: StepRecord): readonly Place[] {
  const receipts = now.receipts.filter((receipt) => receipt.written && !before.receipts.some((each) => sameReceipt(each, receipt)))
  const sent = (now.sent ?? []).filter((each) => !before.sent?.includes(each))
  return [
    ...receipts.map(({ resourceId }) => placeOf(resourceId)),
    ...sent.flatMap(({ action }) => fieldChanges(actions, action).map(({ resourceId }) => placeOf(resourceId))),
  ]
}

export const endedIn = (before: StepRecord, now: StepRecord): readonly Place[] =>
  before.pending !== undefined && now.pending === undefined ? Object.values(before.pending).map((each) => placeIn(each)) : []
