import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import type { Refusal } from '../answer.ts'
import type { ServiceWords } from '../owners.ts'
import type { SequenceId } from '../step/finding.ts'
import type { WhoView } from './view.ts'
import type { FindingView, StepView } from './view-of-step.ts'

const messages = defineMessages({
  environment: { id: 'wizard.notice.environment', defaultMessage: 'The environment' },
  signIn: { id: 'wizard.notice.signIn', defaultMessage: '{environment}: sign in again' },
  started: { id: 'wizard.notice.started', defaultMessage: '{environment}: started' },
  notDone: { id: 'wizard.notice.notDone', defaultMessage: '{environment}: not done' },
  done: { id: 'wizard.notice.done', defaultMessage: '{environment}: done' },
  doneWithWarning: { id: 'wizard.notice.doneWithWarning', defaultMessage: '{environment}: done, with a warning' },
  toPutRight: { id: 'wizard.notice.toPutRight', defaultMessage: '{environment}: action required' },
  needed: { id: 'wizard.notice.needed', defaultMessage: '{environment}: needs you' },
  neededBody: { id: 'wizard.notice.neededBody', defaultMessage: 'The rest of the plan is waiting for you.' },
  problem: { id: 'wizard.notice.problem', defaultMessage: '{title}', description: 'The title of a problem' },
  withWarning: { id: 'wizard.notice.withWarning', defaultMessage: '{title}. {warning}.' },
  finding: { id: 'wizard.notice.finding', defaultMessage: '{title}.', description: 'The title of a step or a finding, as a sentence' },
})

/** What somebody is told who is not looking at the window: two lines, without an id and without a secret. */
export interface Notice {
  readonly kind: 'started' | 'ended' | 'warning' | 'failed' | 'person-needed'
  readonly title: DisplayText
  readonly body: DisplayText
}

/** A text of a view, which may be formatted already. */
type Shown = DisplayText | string

/** What is watched of a view. */
interface Seen {
  readonly who?: Pick<WhoView, 'environment'>
  readonly step?: Pick<StepView, 'id' | 'phase' | 'proved'> & {
    readonly title: Shown
    readonly findings: readonly (Pick<FindingView, 'status' | 'planned' | 'attested'> & { readonly title: Shown })[]
    readonly problem?: { readonly title: Shown }
    readonly wait?: { readonly problem?: { readonly refusal?: Pick<Refusal, 'reason'> } }
  }
}

const UNDERWAY: readonly StepView['phase'][] = ['scheduled', 'rechecking', 'applying', 'pausing', 'waiting']

/**
 * Watches one view after the other for what a person who went away waits for. Said once: when what was scheduled has begun, when what was
 * under way has come to an end, and when it cannot be followed without a person.
 * @param says what is said of the services that it runs at
 */
export function watchForNotice(says: Pick<ServiceWords, 'continuesWithoutSignIn'>): (view: Seen) => Notice | undefined {
  let following: SequenceId | undefined
  let needed = false
  let isDue = false
  return ({ step, who }) => {
    const environment = who?.environment === undefined ? messages.environment : verbatim(who.environment)
    // Canceled by the person, who knows it.
    if (isDue && step?.phase === 'reviewing' && step.problem === undefined) following = undefined
    const begins = isDue && step?.phase === 'applying'
    isDue = step?.phase === 'scheduled' || (isDue && step?.phase === 'rechecking')
    if (step === undefined || (following !== undefined && step.id !== following)) following = undefined
    if (step === undefined) return undefined
    if (UNDERWAY.includes(step.phase)) {
      following = step.id
      if (begins) return { kind: 'started', title: messages.started({ environment }), body: messages.finding({ title: step.title }) }
      const asks = step.wait?.problem?.refusal?.reason === 'unauthenticated'
      const isNews = asks && !needed
      needed = asks
      return isNews
        ? {
            kind: 'person-needed',
            title: messages.signIn({ environment }),
            body: says.continuesWithoutSignIn,
          }
        : undefined
    }
    if (following === undefined || step.phase === 'reading') return undefined
    following = undefined
    return ending(step, environment)
  }
}

function ending(step: NonNullable<Seen['step']>, environment: DisplayText): Notice {
  const { problem, findings, proved, title } = step
  if (problem) return { kind: 'failed', title: messages.notDone({ environment }), body: messages.problem({ title: problem.title }) }
  if (proved) {
    const warning = findings.find(({ status }) => status === 'warning')
    return warning
      ? {
          kind: 'warning',
          title: messages.doneWithWarning({ environment }),
          body: messages.withWarning({ title, warning: warning.title }),
        }
      : { kind: 'ended', title: messages.done({ environment }), body: messages.finding({ title }) }
  }
  const failed = findings.find(({ status, planned }) => status === 'fail' && !planned)
  if (failed) return { kind: 'failed', title: messages.toPutRight({ environment }), body: messages.finding({ title: failed.title }) }
  const open = findings.find(({ status, attested }) => status === 'unknown' && attested === undefined)
  return {
    kind: 'person-needed',
    title: messages.needed({ environment }),
    body: open ? messages.finding({ title: open.title }) : messages.neededBody,
  }
}
