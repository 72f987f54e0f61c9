import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { isOnWord } from '../handoff/claims.ts'
import { guideOf, mayBeScheduled, type Procedure, placeOf } from '../procedure.ts'
import { asksPerson } from '../step/asks-person.ts'
import type { StepContext } from '../step/context.ts'
import type { Finding, SequenceId } from '../step/finding.ts'
import { blockingFindings, currentOf, type Reading } from '../step/proof.ts'
import { brokenIn } from '../step/recheck.ts'
import type { StepPhase, TaskView } from './view-of-step.ts'

/** Tasks of a person that are the same in every step. */
const messages = defineMessages('wizard.task', {
  reading: 'Wait while we check',
  resolve: 'Resolve {count, plural, one {the finding that needs action} other {# findings that need action}}',
  confirm: 'Answer {count, plural, one {the question} other {# questions}} below',
  review: 'Review {count, plural, one {the change, then apply it} other {the # changes, then apply them}}',
  nowOrLater: { id: 'wizard.task.nowOrLater', defaultMessage: 'Now, or at a time you choose', description: 'When a change starts' },
  goBack: 'Go back to step {number, number}, which is no longer verified: {title}',
  verified: {
    id: 'wizard.task.verified',
    defaultMessage: 'Step {number, number} is verified',
    description: 'Above the button to the next step',
  },
  confirmed: {
    id: 'wizard.task.confirmed',
    defaultMessage: 'Step {number, number} is confirmed, not read',
    description: 'Above the button to the next step, where this account couldn’t read it and a person confirmed it on another’s word',
  },
  finish: 'Continue to the summary',
  nothing: 'Nothing to do now',
  warnings: 'Nothing is required. Read {count, plural, one {the warning} other {the # warnings}} below',
  missed: 'Not started: its time has passed',
  scheduled: { id: 'step.task.scheduled', defaultMessage: 'Keep the computer on and the wizard running until the start.' },
  rechecking: 'Wait while everything is checked once more',
  applying: 'Wait while the changes are made',
  pausing: 'Wait for the next attempt',
  paused: 'Try again when you’re ready',
  asking: 'Sign in again to continue the changes',
  stopped: 'Read what stopped it, then check again',
})

/** The person's task now, and its subject while the step is theirs. */
export function taskView(procedure: Procedure, stepId: SequenceId, context: StepContext, phase: StepPhase, proved: boolean): TaskView {
  const { why, happens, who, takes } = guideOf(procedure, stepId)
  const isTheirs = phase === 'reading' || phase === 'choosing' || phase === 'confirming' || (phase === 'reviewing' && !proved)
  const isNext = phase !== 'reviewing' || (context.reading?.plan.length ?? 0) > 0
  const broken = proved || phase !== 'reviewing' ? undefined : brokenIn(procedure, stepId, context.before ?? [], context.attestations)
  if (broken) return { now: messages.goBack({ number: placeOf(procedure, broken.stepId) ?? 0, title: broken.title }), goTo: broken.stepId }
  return {
    ...(proved
      ? afterProved(procedure, stepId, context)
      : { now: now(procedure, stepId, context, phase), ...defined({ finding: findingIn(context, phase)?.key }) }),
    ...(isTheirs
      ? { about: { why, ...(isNext ? { happens, who, ...defined({ takes }), ...startsIn(procedure, stepId, context, phase) } : {}) } }
      : {}),
  }
}

/** Says that the button can also schedule the start; shown only after it was pressed. */
function startsIn(procedure: Procedure, stepId: SequenceId, { reading, attestations, schedule }: StepContext, phase: StepPhase) {
  const isAsked = (phase === 'reviewing' || phase === 'confirming') && schedule === undefined
  const canStart = isAsked && reading !== undefined && blockingFindings(reading, attestations).length === 0
  return canStart && mayBeScheduled(procedure, stepId, reading.plan) ? { starts: messages.nowOrLater } : {}
}

function afterProved(procedure: Procedure, stepId: SequenceId, { reading }: StepContext): Pick<TaskView, 'now' | 'done'> {
  const number = placeOf(procedure, stepId)
  if (number === undefined) return { now: nothingLeft(reading) }
  const { goOn, next } = procedure.steps[number]?.guide.after ?? { goOn: messages.finish, next: nothingLeft(reading) }
  return { now: next, done: { verified: isOnWord(reading) ? messages.confirmed({ number }) : messages.verified({ number }), goOn } }
}

/** "Nothing" above warnings would contradict them. */
function nothingLeft(reading: Reading | undefined): DisplayText {
  const count = reading?.findings.filter(({ status }) => status === 'warning').length ?? 0
  return count === 0 ? messages.nothing : messages.warnings({ count })
}

/** What is in the way, where that is one finding: its title is the task. */
function findingIn({ reading, attestations, schedule }: StepContext, phase: StepPhase): Finding | undefined {
  // Kept while it is read again, so that nothing flickers.
  const isReviewed =
    (phase === 'reviewing' || phase === 'confirming' || (phase === 'reading' && currentOf(reading))) && schedule === undefined
  const [only, ...others] = isReviewed && reading ? blockingFindings(reading, attestations) : []
  return others.length === 0 ? only : undefined
}

function now(procedure: Procedure, stepId: SequenceId, context: StepContext, phase: StepPhase): DisplayText {
  const { reading } = context
  switch (phase) {
    case 'reading':
      return currentOf(reading) && reading ? inReview(reading, context) : messages.reading
    case 'choosing':
      return guideOf(procedure, stepId).what
    case 'reviewing':
    case 'confirming':
      if (context.schedule) return messages.scheduled
      return reading ? inReview(reading, context) : messages.nothing
    case 'scheduled':
      return messages.scheduled
    case 'rechecking':
      return messages.rechecking
    case 'applying':
      return messages.applying
    case 'pausing':
      if (context.problem?.refusal?.challenge) return messages.asking
      return context.retryAt === undefined ? messages.paused : messages.pausing
    case 'waiting':
      return procedure.actions.owners.says.waitUntilDone
    case 'stopped':
      return messages.stopped
  }
}

/** A start that was scheduled came and went. */
const isMissed = ({ unstarted, scheduleEnd }: StepContext): boolean =>
  unstarted?.how === 'not-started' && (scheduleEnd?.at ?? 0) >= unstarted.schedule.window.from

/** Blocking findings first, then those that only a person can confirm, then the changes. */
function inReview(reading: Reading, context: StepContext): DisplayText {
  const { attestations } = context
  const blocking = blockingFindings(reading, attestations)
  const toResolve = blocking.filter((finding) => !asksPerson(finding))
  // With one finding, its title is the task; with several, none comes first.
  const [only, ...others] = blocking
  if (only && others.length === 0) return only.title
  if (toResolve.length > 0) return messages.resolve({ count: toResolve.length })
  if (blocking.length > 0) return messages.confirm({ count: blocking.length })
  if (reading.plan.length > 0 && isMissed(context)) return messages.missed
  return reading.plan.length > 0 ? messages.review({ count: reading.plan.length }) : nothingLeft(reading)
}
