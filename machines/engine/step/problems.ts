import type { DisplayText } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import { type Action, type Actions, describeAction, type Names, type Receipt, wishOf } from '../action.ts'
import type { Refusal } from '../answer.ts'
import type { ServiceOwners } from '../owners.ts'
import type { CatalogueId, Owner } from './finding.ts'
import { problemMessages as messages } from './problem-messages.ts'
import type { Reading } from './proof.ts'
import { courseOf, readingOf, serviceWait } from './refusals.ts'
import type { SentChange } from './sent.ts'

/** A write that a service refused, in words for the person. */
export interface Problem {
  readonly id?: CatalogueId
  readonly title: DisplayText
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
  /** One by one, what it consists of. */
  readonly points?: readonly DisplayText[]
  readonly refusal?: Refusal
  /** The change of which no one knows whether it was made: a later reading may answer it. */
  readonly inDoubt?: string
}

/** Refusals of the wizard itself: the request never left this computer. */
function ofTheRecord({ says }: ServiceOwners, code: string | undefined): Pick<Problem, 'meaning' | 'remedy'> | undefined {
  if (code === 'EngagementHeld') return { meaning: says.nothingSentHeld, remedy: messages.heldRemedy }
  return code === 'RecordNotKept' ? { meaning: says.nothingSentUnrecorded, remedy: messages.notRecordedRemedy } : undefined
}

/**
 * True when a change may have been made although its answer says nothing of it: the request left, and what came back is a failure of the
 * way or of the server, or no one can read it. A reading that failed before the change leaves no doubt: then nothing was sent.
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

/** What is said of changes whose answer was lost, for as long as no reading shows them. */
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
 * What to say when a service took a change and reading does not show it: nothing is wrong with the change, and it must not be made
 * again unseen. Services show what is new on some of their servers first. Where it starts an operation, a finding says how that ended, and
 * that is what counts; any other finding only says that it's missing, which is what this explains.
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

/** How often the same write is tried in all before a person decides. */
export const MOST_ATTEMPTS = 12
const SHORTEST_PAUSE = 10_000
/** What is busy for long is asked less often, and still soon after it is free. */
const LONGEST_OWN_PAUSE = 60_000

/**
 * Whether the same write is tried again by itself, and when.
 * Only for refusals that say "not yet": nothing was written, so trying again cannot write twice.
 * @param before how many tries were refused before this one
 * @param chance from 0 to 1, drawn anew each time: everybody who was turned away got the same number, and must not come back together
 * @returns milliseconds to wait, from 10 seconds to an hour and six minutes, or nothing when a person has to decide
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
