import { type Actions, fieldChanges, sameReceipt } from '../action.ts'
import { sameId } from '../ids.ts'
import type { Reading } from '../step/proof.ts'
import type { StepRecord } from '../wizard/step-record.ts'
import { affects, type Place, placeIn, placeOf } from './place.ts'

/*
 * When a change has made a reading old. A reading says what it asked about and when it began; a change says what it was made to. What is
 * old is never shown as what the tenant is: it is read again, and until then it is shown as not read since the change.
 * Decision 0210: no cache with a time to live, and no list of requests for each step.
 */

/** The reading as it counts once these were changed. @param at milliseconds since 1970-01-01T00:00:00Z */
export function touched(reading: Reading, changed: readonly Place[], at: number): Reading {
  if (reading.oldSince !== undefined) return reading
  const { asked = [] } = reading
  return asked.some((each) => changed.some((place) => affects(place, each))) ? { ...reading, oldSince: at } : reading
}

/** The reading as it counts once a newer one saw its environment locked, or back, whoever did it. */
export function overtaken(reading: Reading, newer: Reading): Reading {
  const [was, is] = [reading.environment, newer.environment]
  const isOther = was !== undefined && is !== undefined && sameId(was.id, is.id) && was.locked !== is.locked
  return isOther && reading.oldSince === undefined && reading.readAt < newer.readAt ? { ...reading, oldSince: newer.readAt } : reading
}

/** Of a step's readings the one that counts: the newer one, unless it began before what made the other one old. */
export function newerOf(own: Reading | undefined, other: Reading): Reading {
  if (own === undefined) return other
  if (other.readAt < own.readAt) return own
  const { oldSince } = own
  return oldSince !== undefined && (other.begunAt ?? other.readAt) < oldSince ? { ...other, oldSince } : other
}

/** What a loop has written since it spoke last, or sent without hearing what came of it. */
export function writtenIn(actions: Actions, before: StepRecord, now: StepRecord): readonly Place[] {
  const receipts = now.receipts.filter((receipt) => receipt.written && !before.receipts.some((each) => sameReceipt(each, receipt)))
  const sent = (now.sent ?? []).filter((each) => !before.sent?.includes(each))
  return [
    ...receipts.map(({ resourceId }) => placeOf(resourceId)),
    ...sent.flatMap(({ action }) => fieldChanges(actions, action).map(({ resourceId }) => placeOf(resourceId))),
  ]
}

/** What something has changed that ran at the services and has ended since, in whatever way. */
export const endedIn = (before: StepRecord, now: StepRecord): readonly Place[] =>
  before.pending !== undefined && now.pending === undefined ? Object.values(before.pending).map((each) => placeIn(each)) : []
