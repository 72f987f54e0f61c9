import { defined } from '../../defined.ts'
import type { DisplayText } from '../../messages/message.ts'
import { DAY } from '../durations.ts'
import { guideOf, type Procedure } from '../procedure.ts'
import type { WizardContext } from '../wizard/context.ts'
import { type Baseline, type Change, type Review, type ReviewWish, sameState } from './baseline.ts'

/** A year, after which everything is reviewed anyway. */
export const LONGEST_SNOOZE = 366 * DAY

type Reviewing = Pick<WizardContext, 'procedure' | 'atEnd' | 'drift'>

export const changeId = ({ step, key }: Pick<Change, 'step' | 'key'>): string => `${step} ${key}`

/** Snooze that hides a change; undefined after its date or a further change. @param now milliseconds since 1970-01-01T00:00:00Z */
export function snoozeOf(procedure: Pick<Procedure, 'drift'>, { reviews = [] }: Baseline, change: Change, now: number): Review | undefined {
  const newest = reviews.findLast((review) => changeId(review) === changeId(change))
  return newest?.answer === 'snoozed' && (newest.until ?? 0) > now && sameState(procedure, newest.state, change.state) ? newest : undefined
}

/** Effective snooze: urgent changes, such as while locked, aren't hidden. */
export const countingSnooze = (context: Reviewing, change: Change, now: number): Review | undefined =>
  context.atEnd && maySnooze(context, change) ? snoozeOf(context.procedure, context.atEnd, change, now) : undefined

/** Drift at the last comparison without snoozed ones; undefined before any. */
export const openChanges = (context: Reviewing): readonly Change[] | undefined =>
  context.drift?.changes.filter((change) => !countingSnooze(context, change, context.drift?.at ?? 0))

const changeOf = ({ drift }: Pick<WizardContext, 'drift'>, id: string): Change | undefined =>
  drift?.changes.find((change) => changeId(change) === id)

/** Possible causes of a lock can't be snoozed while the environment is locked. */
export function maySnooze({ procedure, drift }: Pick<WizardContext, 'procedure' | 'drift'>, change: Change): boolean {
  const isUrgent = ({ key, turn }: Change) => turn === 'worse' && procedure.drift.urgent.includes(key)
  return change.turn !== 'worse' || !(drift?.changes ?? []).some(isUrgent)
}

export const subjectOf = ({ procedure }: Pick<WizardContext, 'procedure'>, { what, step }: Change): DisplayText =>
  what ?? guideOf(procedure, step).title

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function mayReview(context: WizardContext, id: string, wish: ReviewWish, now: number): boolean {
  const change = changeOf(context, id)
  if (!change || !context.atEnd || !context.tenant) return false
  switch (wish.answer) {
    case 'accepted':
      return change.acceptable !== undefined && wish.reason.trim() !== ''
    case 'snoozed':
      return maySnooze(context, change) && wish.reason.trim() !== '' && wish.until > now && wish.until <= now + LONGEST_SNOOZE
    case 'resumed':
      return snoozeOf(context.procedure, context.atEnd, change, now) !== undefined
  }
}

/** The baseline after a review. Accepted changes become part of it. @param now milliseconds since 1970-01-01T00:00:00Z */
export function reviewed(
  context: WizardContext,
  id: string,
  wish: ReviewWish,
  now: number,
): Partial<Pick<WizardContext, 'atEnd' | 'drift'>> {
  const { atEnd, drift, tenant } = context
  const change = changeOf(context, id)
  if (!atEnd || !drift || !change) return {}
  const { step, key, was, is, state, acceptable } = change
  const what = subjectOf(context, change)
  const reason = 'reason' in wish ? wish.reason.trim() : undefined
  const until = wish.answer === 'snoozed' ? wish.until : undefined
  const review: Review = {
    answer: wish.answer,
    step,
    key,
    what,
    was,
    is,
    state,
    ...defined({ reason, until }),
    by: tenant.account.userName,
    at: now,
  }
  const reviews = [...(atEnd.reviews ?? []), review]
  if (wish.answer !== 'accepted' || !acceptable) return { atEnd: { ...atEnd, reviews }, drift }
  const others = atEnd.findings.filter((finding) => changeId(finding) !== id)
  return {
    atEnd: { ...atEnd, findings: [...others, acceptable], reviews },
    drift: { ...drift, changes: drift.changes.filter((each) => each !== change) },
  }
}
