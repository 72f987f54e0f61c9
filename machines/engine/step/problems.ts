import type { DisplayText } from '../../messages/message.ts'
import { type Action, type ActionKind, describeAction, type Receipt } from '../../procedure/action.ts'
import { definitionOf } from '../../procedure/actions/registry.ts'
import type { Refusal } from '../../procedure/services.ts'
import { inUtc } from '../moment.ts'
import type { CatalogueId, Owner } from './finding.ts'
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
  /** The change of which nobody knows whether it was made: a later reading may answer it. */
  readonly inDoubt?: ActionKind
}

/** Refusals of the wizard itself: the request never left this computer. */
const OF_THE_RECORD: Readonly<Record<string, Pick<Problem, 'meaning' | 'remedy'>>> = {
  EngagementHeld: {
    meaning: 'Nothing was sent to Microsoft. This environment is open in another wizard, and only one may write at a time.',
    remedy: 'Close the other one, or take over on purpose, then apply again.',
  },
  RecordNotKept: {
    meaning: 'Nothing was sent to Microsoft. What is about to be done could not be put on record on this computer first.',
    remedy: 'Put right what the words below name, for example a full disk, then apply again.',
  },
}

/**
 * True when a change may have been made although its answer says nothing of it: the request left, and what came back is a failure of the
 * way or of the server, or nobody can read it. A reading that failed before the change leaves no doubt: then nothing was sent.
 */
const isInDoubt = (refusal: Refusal): boolean => isSent(refusal) && refusal.reason !== 'conflict'

/**
 * True when the change left this computer and was not plainly refused: whether it was made is for a reading to say. A conflict is among
 * them, because a service also answers so when the change is there already, from a first attempt whose answer was lost.
 */
export const isSent = (refusal: Refusal): boolean =>
  refusal.taken === true || (courseOf(refusal) === 'observe' && /^(?:PUT|POST|PATCH|DELETE) /.test(refusal.request))

/** Says what a refused write means, why, and who can put it right. Nothing that was written before it is lost. */
export function problemWith(action: Action, refusal: Refusal): Problem {
  const ofTheRecord = OF_THE_RECORD[refusal.code ?? '']
  if (ofTheRecord) return { title: `Not done: ${describeAction(action).title}`, ...ofTheRecord, owner: 'you', refusal }
  const { grantsRights, refusals } = definitionOf(action)
  const general = readingOf(refusal, grantsRights)
  if (isInDoubt(refusal)) {
    return {
      title: `Not known whether it was done: ${describeAction(action).title}`,
      meaning: `${general.meaning} The change may have been made all the same; the services have been read again since.`,
      remedy: `Look at the plan: what still stands in it was not done. ${general.remedy}`,
      owner: general.owner,
      refusal,
      inDoubt: action.kind,
    }
  }
  const known = refusals.find(({ when }) => when(refusal))
  return {
    title: `Not done: ${describeAction(action).title}`,
    ...general,
    ...(known?.id === undefined ? {} : { id: known.id }),
    ...known?.says(refusal),
    refusal,
  }
}

/** A reading that failed at something tells nothing of what it did not see. */
const UNREAD: readonly Refusal['reason'][] = ['unavailable', 'unreadable', 'throttled', 'unauthenticated', 'forbidden']

/** What is said of changes whose answer was lost, for as long as no reading shows them. */
export function notKnownYet(sent: readonly SentChange[], { findings }: Reading): Problem | undefined {
  const [first] = sent
  if (!first) return undefined
  const title = `Not known whether it was done: ${describeAction(first.action).title}`
  const points = sent.slice(1).map(({ action }) => `Not known either: ${describeAction(action).title}`)
  const isWhole = !findings.some(({ refusal }) => refusal !== undefined && UNREAD.includes(refusal.reason))
  return {
    title,
    meaning: isWhole
      ? `It was sent at ${inUtc(first.at)}, and its answer was lost. The services were read again and do not show it. It may be new on some of their servers only.`
      : `It was sent at ${inUtc(first.at)}, and its answer was lost. Not everything could be read since then.`,
    remedy: isWhole
      ? 'Wait some minutes, then check again. Apply it again only if it stays away.'
      : 'Check again. What could not be read is named in the findings below.',
    owner: 'you',
    ...(points.length > 0 ? { points } : {}),
    inDoubt: first.action.kind,
  }
}

/**
 * What to say when a service took a change and reading does not show it: nothing is wrong with the change, and it must not be made
 * again unseen. Services show what is new on some of their servers first. Where a finding says how it ended, that is what counts.
 * @param receipts of the plan that was just carried out
 */
export function notSeenYet(receipts: readonly Receipt[], { plan, findings }: Reading): Problem | undefined {
  const isTold = (kind: ActionKind): boolean => findings.some(({ status, putRightBy }) => status === 'fail' && putRightBy?.includes(kind))
  const titles = plan.filter(({ kind }) => !isTold(kind)).map((action) => describeAction(action).title)
  const unseen = receipts.find(({ written, title }) => written && titles.includes(title))
  return (
    unseen && {
      title: `Done, and not to be seen yet: ${unseen.title}`,
      meaning: 'The service took the change, and reading it again does not show it. It may be new on some of its servers only.',
      remedy: 'Wait some minutes, then check again. Apply it again only if it stays away, and look in the Azure portal before.',
      owner: 'microsoft',
    }
  )
}

/** A defect of this program, said as one. @param error what was thrown */
export function defect(error: unknown): Problem {
  return {
    title: 'The wizard itself failed here',
    meaning: `This is a defect of the wizard and says nothing of your tenant: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Check again. What was written so far stays; the services are asked anew. If it stays, report it with this text.',
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
