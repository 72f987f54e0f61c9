import type { DisplayText } from '../../messages/message.ts'
import { type Action, actionKey, describeAction, type Receipt } from '../../procedure/action.ts'
import type { Look } from './look.ts'
import type { Problem } from './problems.ts'
import type { Reading } from './proof.ts'
import type { SentChange } from './sent.ts'

/** Why a run ended before its last change was through. */
export type EndCause =
  /** The service refused, or its answer was lost; in words, as the refusal itself says it. */
  | { readonly by: 'refusal'; readonly problem: Problem }
  /** The service took the change, and the operation that it started did not succeed. */
  | { readonly by: 'operation'; readonly title: DisplayText; readonly look: Look }
  | { readonly by: 'person' }
  | { readonly by: 'defect'; readonly message: DisplayText }

/** How the last run ended early. It stays until the next run, or until the person asks for another reading of something that was refused. */
export interface Ending {
  /** The plan that was confirmed. */
  readonly planned: readonly Action[]
  /** The change at which it ended, counted from 0. */
  readonly position: number
  readonly cause: EndCause
}

interface Judged {
  readonly reading: Reading
  /** The reading shows the change at which it ended. */
  readonly isThere: boolean
  /** Everything of the run that is done, with what was found. */
  readonly receipts: readonly Receipt[]
  readonly sent: readonly SentChange[]
}

const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`)

/** What the person does now, by what was read. */
function nextStep({ plan, underway }: Reading): string {
  if (underway !== undefined) return 'Wait until it has ended. The page follows it.'
  if (plan.length > 0) return `The plan below holds the ${changes(plan.length)} still to make. Check it, then apply it.`
  return 'Read the findings below, then check again.'
}

/** At which change it ended, and what of the plan is done. */
function pointsOf({ planned, position }: Ending, { receipts }: Judged): readonly string[] {
  if (planned.length < 2) return []
  const done = receipts
    .filter(({ written }) => written)
    .map(({ title, found }) => (found ? `Done, found by reading: ${title}` : `Done: ${title}`))
  return [`Ended at change ${position + 1} of ${planned.length}`, ...done]
}

/** Nothing is left to say of a run whose end the reading made good. */
const isMadeGood = ({ plan, findings }: Reading): boolean =>
  plan.length === 0 && findings.every(({ status }) => status === 'pass' || status === 'warning')

/** Why it ended, where the reading shows the change. */
function whyOf(cause: EndCause): string {
  switch (cause.by) {
    case 'refusal':
      return `The run ended there: ${cause.problem.meaning}`
    case 'defect':
      return `The run ended there on a defect of the wizard: ${cause.message}`
    case 'operation':
    case 'person':
      return ''
  }
}

/** The state word of an operation and what the service says of its end. */
function howItEnded({ look: { stateWord, operation } }: Extract<EndCause, { by: 'operation' }>): string {
  const stage = operation?.stages.find((each) => each.stateWord?.toLowerCase() === 'failed')?.name
  const words = [operation?.error?.code, operation?.error?.message].filter((word) => word !== undefined && word !== '').join(' ')
  return `The service accepted the change. The operation that it started ended as “${stateWord}”${stage ? ` in stage ${stage}` : ''}.${words ? ` The service says: ${words}` : ''}`
}

/** The problem of a run that ended early, as the newest reading leaves it; nothing where that reading shows that all is done. */
export function endingProblem(ending: Ending, judged: Judged): Problem | undefined {
  const { planned, position, cause } = ending
  const { reading, isThere, sent } = judged
  if (isMadeGood(reading) && sent.length === 0) return undefined
  const action = planned[position]
  const title = action ? describeAction(action).title : ''
  const points = pointsOf(ending, judged)
  const more = points.length > 0 ? { points } : {}
  if (cause.by === 'person')
    return {
      title: `Stopped as you asked, after change ${position + 1} of ${planned.length}`,
      meaning: 'The changes before it are done, and none after it was begun.',
      remedy: nextStep(reading),
      owner: 'you',
      ...more,
    }
  if (cause.by === 'operation')
    return {
      title: `Microsoft could not finish it: ${cause.title}`,
      meaning: howItEnded(cause),
      remedy: reading.plan.length > 0 ? `Read the findings below first. ${nextStep(reading)}` : nextStep(reading),
      owner: 'power-platform-administrator',
      ...more,
    }
  if (isThere && action && reading.plan.some((planned) => actionKey(planned) === actionKey(action)))
    return {
      title: `Ended early, at a change that has begun: ${title}`,
      meaning: `${whyOf(cause)} The services were read again: the change was taken and is not through yet.`,
      remedy: `${nextStep(reading)} It waits for what has begun, and asks for it no second time.`,
      owner: 'you',
      ...more,
    }
  if (isThere)
    return {
      title: `Ended early, at a change that is made: ${title}`,
      meaning: `${whyOf(cause)} The services were read again and show the change.`,
      remedy: nextStep(reading),
      owner: 'you',
      ...more,
    }
  if (cause.by === 'refusal') return { ...cause.problem, points: [...(cause.problem.points ?? []), ...points] }
  return {
    title: `Not known whether it was done: ${title}`,
    meaning: `The run ended there on a defect of the wizard: ${cause.message}. The services were read again and do not show the change.`,
    remedy: nextStep(reading),
    owner: 'you',
    ...more,
  }
}
