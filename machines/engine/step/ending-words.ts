import type { DisplayText } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import { type Action, type Actions, actionKey, describeAction, type Receipt } from '../action.ts'
import { endingMessages as messages } from './ending-messages.ts'
import type { Poll } from './poll.ts'
import { problemMessages } from './problem-messages.ts'
import type { Problem } from './problems.ts'
import type { Reading } from './proof.ts'
import type { SentChange } from './sent.ts'

/** Cause of an early end, before the last change was complete. */
export type EndCause =
  /** The service refused, or its answer was lost; in words, as the refusal itself says it. */
  | { readonly by: 'refusal'; readonly problem: Problem }
  /** The service took the change, and the operation that it started did not succeed. */
  | { readonly by: 'operation'; readonly title: DisplayText; readonly poll: Poll }
  | { readonly by: 'person' }
  | { readonly by: 'defect'; readonly message: DisplayText }

/** Early end of the last run. Shown until the next run, or until the person asks to read a refused resource again. */
export interface Ending {
  /** The plan that was confirmed. */
  readonly planned: readonly Action[]
  /** The change at which it ended, counted from 0. */
  readonly position: number
  readonly cause: EndCause
  /** A reading since has shown the change at which it ended: one that can't be read later takes nothing of that back. */
  readonly wasThere?: true
}

interface Judged {
  readonly reading: Reading
  /** The reading shows the change at which it ended. */
  readonly isThere: boolean
  /** Everything of the run that is done, with what was found. */
  readonly receipts: readonly Receipt[]
  readonly sent: readonly SentChange[]
}

/** The person's next step, from the reading. */
function nextStep({ plan, underway }: Reading): DisplayText {
  if (underway !== undefined) return messages.waitForEnd
  return plan.length > 0 ? messages.applyRest({ count: plan.length }) : messages.readFindings
}

/** At which change it ended, and what of the plan is done. */
function pointsOf({ planned, position }: Ending, { receipts }: Judged): readonly DisplayText[] {
  if (planned.length < 2) return []
  const done = receipts
    .filter(({ written }) => written)
    .map(({ title, found }) => (found ? messages.doneFound({ title }) : messages.done({ title })))
  return [messages.endedAt({ number: position + 1, of: planned.length }), ...done]
}

/** Nothing is left to say of a run whose end the reading made good. */
const isMadeGood = ({ plan, findings }: Reading): boolean =>
  plan.length === 0 && findings.every(({ status }) => status === 'pass' || status === 'warning')

/** Cause of the end if the reading shows the change. */
function whyOf(cause: Extract<EndCause, { by: 'refusal' | 'defect' }>): DisplayText {
  if (cause.by === 'defect') return messages.whyDefect({ error: cause.message })
  // The reading has answered what the refusal left open.
  return cause.problem.inDoubt === undefined ? messages.whyRefused({ meaning: cause.problem.meaning }) : messages.whyInDoubt
}

/** The state word of an operation and what the service says of its end. */
function howItEnded({ poll: { stateWord: state, operation } }: Extract<EndCause, { by: 'operation' }>): DisplayText {
  const stage = operation?.stages.find((each) => each.stateWord?.toLowerCase() === 'failed')?.name
  const error = [operation?.error?.code, operation?.error?.message].filter((word) => word !== undefined && word !== '').join(' ')
  const ended = stage ? messages.operationEndedInStage({ state, stage }) : messages.operationEnded({ state })
  return error ? sentences(ended, messages.serviceSays({ error })) : ended
}

/** The problem of a run that ended early, as the newest reading leaves it; nothing where that reading shows that all is done. */
export function endingProblem(actions: Actions, ending: Ending, judged: Judged): Problem | undefined {
  const { planned, position, cause } = ending
  const { reading, isThere, sent } = judged
  if (isMadeGood(reading) && sent.length === 0) return undefined
  const action = planned[position]
  const title = action ? describeAction(actions, action, reading.names).title : messages.followed
  const points = pointsOf(ending, judged)
  const more = points.length > 0 ? { points } : {}
  if (cause.by === 'person')
    return {
      title: messages.stopped({ number: position + 1, of: planned.length }),
      meaning: messages.stoppedMeaning,
      remedy: nextStep(reading),
      owner: 'you',
      ...more,
    }
  if (cause.by === 'operation')
    return {
      title: actions.owners.says.notFinished({ title: cause.title }),
      meaning: howItEnded(cause),
      remedy: reading.plan.length > 0 ? sentences(messages.findingsFirst, nextStep(reading)) : nextStep(reading),
      owner: actions.owners.operations,
      ...more,
    }
  if (isThere && action && reading.plan.some((planned) => actionKey(planned) === actionKey(action)))
    return {
      title: messages.begun({ title }),
      meaning: sentences(whyOf(cause), messages.begunMeaning),
      remedy: sentences(nextStep(reading), messages.begunRemedy),
      owner: 'you',
      ...more,
    }
  if (isThere)
    return {
      title: messages.made({ title }),
      meaning: sentences(whyOf(cause), messages.madeMeaning),
      remedy: reading.plan.length === 0 && reading.underway === undefined ? messages.nothingLeft : nextStep(reading),
      owner: 'you',
      ...more,
    }
  if (cause.by === 'refusal') return { ...cause.problem, points: [...(cause.problem.points ?? []), ...points] }
  return {
    title: problemMessages.notKnown({ title }),
    meaning: messages.defectMeaning({ error: cause.message }),
    remedy: nextStep(reading),
    owner: 'you',
    ...more,
  }
}
