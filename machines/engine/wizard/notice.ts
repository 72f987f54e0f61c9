import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import type { SequenceId } from '../step/finding.ts'
import type { WizardView } from './view.ts'
import type { StepView } from './view-of-step.ts'

const messages = defineMessages({
  finding: { id: 'wizard.notice.finding', defaultMessage: '{title}.', description: 'The title of a step or a finding, as a sentence' },
})

/** What somebody is told who is not looking at the window: two lines, without an id and without a secret. */
export interface Notice {
  readonly kind: 'ended' | 'warning' | 'failed' | 'person-needed'
  readonly title: string
  readonly body: DisplayText
}

type Seen = Pick<WizardView, 'step' | 'who'>

const UNDERWAY: readonly StepView['phase'][] = ['rechecking', 'applying', 'pausing', 'waiting']

/**
 * Watches one view after the other for what a person who went away waits for. Said once: when what was under way has come to an
 * end, and when it cannot be followed without a person.
 */
export function watchForNotice(): (view: Seen) => Notice | undefined {
  let following: SequenceId | undefined
  let needed = false
  return ({ step, who }) => {
    const place = who?.environment ?? 'The environment'
    if (step === undefined || (following !== undefined && step.id !== following)) following = undefined
    if (step === undefined) return undefined
    if (UNDERWAY.includes(step.phase)) {
      following = step.id
      const asks = step.wait?.problem?.refusal?.reason === 'unauthenticated'
      const isNews = asks && !needed
      needed = asks
      return isNews
        ? {
            kind: 'person-needed',
            title: `${place}: sign in again`,
            body: 'The sign-in has expired. The work goes on at Microsoft meanwhile.',
          }
        : undefined
    }
    if (following === undefined || step.phase === 'reading') return undefined
    following = undefined
    return ending(step, place)
  }
}

function ending(step: StepView, place: string): Notice {
  const { problem, findings, proved, title } = step
  if (problem) return { kind: 'failed', title: `${place}: not done`, body: problem.title }
  if (proved) {
    const warning = findings.find(({ status }) => status === 'warning')
    return warning
      ? { kind: 'warning', title: `${place}: done, with a warning`, body: titled(title, messages.finding({ title: warning.title })) }
      : { kind: 'ended', title: `${place}: done`, body: messages.finding({ title }) }
  }
  const failed = findings.find(({ status, planned }) => status === 'fail' && !planned)
  if (failed) return { kind: 'failed', title: `${place}: it must be put right`, body: messages.finding({ title: failed.title }) }
  const open = findings.find(({ status, attested }) => status === 'unknown' && attested === undefined)
  return {
    kind: 'person-needed',
    title: `${place}: you are needed`,
    body: open ? messages.finding({ title: open.title }) : 'The rest of the plan waits for you.',
  }
}
