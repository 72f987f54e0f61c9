import type { DisplayText } from '../../messages/message.ts'
import { sentences, titled } from '../../messages/sentences.ts'
import { type Action, type Actions, describeAction, type Names, type Receipt, wishOf } from '../action.ts'
import type { Refusal } from '../answer.ts'
import type { ServiceOwners } from '../owners.ts'
import type { CatalogueId, Owner } from './finding.ts'
import { problemMessages as messages } from './problem-messages.ts'
import type { Reading } from './proof.ts'
import { asksForFactor, courseOf, readingOf, serviceWait } from './refusals.ts'
import type { SentChange } from './sent.ts'

/** A write that a service refused, in words for the person. */
export interface Problem {
  readonly id?: CatalogueId
  readonly title: DisplayText
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
  /** Its parts, as a list. */
  readonly points?: readonly DisplayText[]
  readonly refusal?: Refusal
  /** ID of a change with an unknown outcome; a later reading may resolve it. */
  readonly inDoubt?: string
}

/** Refusals of the wizard itself: the request never left this computer. */
function ofTheRecord({ says }: ServiceOwners, code: string | undefined): Pick<Problem, 'meaning' | 'remedy'> | undefined {
  if (code === 'EngagementHeld') return { meaning: says.nothingSentHeld, remedy: messages.heldRemedy }
  return code === 'RecordNotKept' ? { meaning: says.nothingSentUnrecorded, remedy: messages.notRecordedRemedy } : undefined
}

/**
 * True if a change may have been made although its response doesn't say so: the request was sent, then the network or the server failed, or
 * the response is unreadable. If a read before the change failed, there is no doubt: nothing was sent.
 */
const isInDoubt = (refusal: Refusal): boolean => isSent(refusal) && refusal.reason !== 'conflict'

/**
 * True when the change left this computer and was not plainly refused: whether it was made is for a reading to say. A conflict is among
 * them, because a service also answers so when the change is there already, from a first attempt whose answer was lost.
 */
export const isSent = (refusal: Refusal): boolean =>
  refusal.taken === true || (courseOf(refusal) === 'observe' && /^(?:PUT|POST|PATCH|DELETE) /.test(refusal.request))

/** Says what a refused write means, why, and who can put it right. Nothing that was written before it is lost. */
export function problemWith(actions: Actions, action: Action, refusal: Refusal, names?: Names): Problem {
  const { title } = describeAction(actions, action, names)
  const own = ofTheRecord(actions.owners, refusal.code)
  if (own) return { title: messages.notDone({ title }), ...own, owner: 'you', refusal }
  const { grantsRights, refusals } = actions.definitionOf(action)
  const general = readingOf(refusal, actions.owners, grantsRights)
  if (isInDoubt(refusal)) {
    return {
      title: messages.notKnown({ title }),
      meaning: sentences(general.meaning, messages.mayBeMade),
      remedy: sentences(messages.lookAtPlan, general.remedy),
      owner: general.owner,
      refusal,
      inDoubt: action.kind,
    }
  }
  if (asksForFactor(refusal)) {
    const { secondFactor } = actions.owners.says
    return { ...general, title: secondFactor, meaning: titled(messages.notDone({ title }), general.meaning), refusal }
  }
  const known = refusals.find(({ when }) => when(refusal))
  return {
    title: messages.notDone({ title }),
    ...general,
    ...(known?.id === undefined ? {} : { id: known.id }),
    ...known?.says(refusal),
    refusal,
  }
}

/** A reading that failed at something tells nothing of what it did not see. */
const UNREAD: readonly Refusal['reason'][] = ['unavailable', 'unreadable', 'throttled', 'unauthenticated', 'forbidden']

/** Problem shown for changes whose response was lost, until a reading shows them. */
export function notKnownYet(actions: Actions, sent: readonly SentChange[], { findings, names }: Reading): Problem | undefined {
  const [first] = sent
  if (!first) return undefined
  const { at } = first
  const points = sent.slice(1).map(({ action }) => messages.notKnownEither({ title: describeAction(actions, action, names).title }))
  const isWhole = !findings.some(({ refusal }) => refusal !== undefined && UNREAD.includes(refusal.reason))
  return {
    title: messages.notKnown({ title: describeAction(actions, first.action, names).title }),
    meaning: isWhole ? messages.answerLost({ at }) : messages.answerLostUnread({ at }),
    remedy: isWhole ? messages.answerLostRemedy : messages.answerLostUnreadRemedy,
    owner: 'you',
    ...(points.length > 0 ? { points } : {}),
    inDoubt: first.action.kind,
  }
}

/**
 * Problem shown if a service accepted a change and the reading doesn't show it. The change is valid and must not be repeated unseen:
 * services show new data on some servers first. If it starts an operation, the finding about that operation's end counts; any other finding
 * only says that the change is missing, which this explains.
 * @param receipts of the plan that was just carried out
 */
export function notSeenYet(actions: Actions, receipts: readonly Receipt[], { plan, findings }: Reading): Problem | undefined {
  const isTold = (action: Action): boolean =>
    actions.definitionOf(action).wait?.operationId !== undefined &&
    findings.some(({ status, putRightBy }) => status === 'fail' && putRightBy?.includes(action.kind))
  const wishes = plan.filter((each) => !isTold(each)).map((each) => wishOf(actions, each))
  const unseen = receipts.find(({ written, wish }) => written && wish !== undefined && wishes.includes(wish))
  return (
    unseen && {
      title: messages.notSeenYet({ title: unseen.title }),
      meaning: messages.notSeenYetMeaning,
      remedy: actions.owners.says.notSeenYetRemedy,
      owner: actions.owners.services,
    }
  )
}

/** A defect of this program, said as one. @param error what was thrown */
export function defect(error: unknown): Problem {
  return {
    title: messages.defect,
    meaning: messages.defectMeaning({ error: error instanceof Error ? error.message : String(error) }),
    remedy: messages.defectRemedy,
    owner: 'you',
  }
}

/** Maximum tries of a write before a person decides. */
export const MOST_ATTEMPTS = 12
const SHORTEST_PAUSE = 10_000
/** Longest pause for a busy resource, so that the next try comes soon after it is free. */
const LONGEST_OWN_PAUSE = 60_000

/**
 * Pause before an automatic retry of a write. Only for refusals that mean "not yet": nothing was written, so a retry can't write twice.
 * @param before number of refused tries before this one
 * @param chance from 0 to 1, drawn anew each time, so that clients with the same `Retry-After` don't return together
 * @returns milliseconds, from 10 seconds to an hour and six minutes; undefined if a person has to decide
 */
export function pauseBeforeRetry(refusal: Refusal, before: number, chance: number): number | undefined {
  const course = courseOf(refusal)
  if ((course !== 'wait' && course !== 'retry') || before + 1 >= MOST_ATTEMPTS) return undefined
  const own = course === 'wait' ? Math.min(SHORTEST_PAUSE * 1.5 ** before, LONGEST_OWN_PAUSE) : SHORTEST_PAUSE
  return Math.round(Math.max(own, serviceWait(refusal.retryAfterSeconds)) * (1 + chance / 10))
}

/** A problem that comes before the next run, with how the run before it was left: that isn't over, and the heading is the newer one's. */
export const withEarlier = (problem: Problem, earlier: Problem | undefined): Problem =>
  earlier ? { ...problem, points: [...(problem.points ?? []), earlier.title, ...(earlier.points ?? [])] } : problem
