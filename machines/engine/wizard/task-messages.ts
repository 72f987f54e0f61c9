import { defineMessages } from '../../messages/message.ts'

/** Tasks of a person that are the same in every step. */
export const taskMessages = defineMessages('wizard.task', {
  reading: 'Wait while we check',
  resolve: 'Resolve {count, plural, one {the finding that needs action} other {# findings that need action}}',
  confirm: 'Answer {count, plural, one {the question} other {# questions}} below',
  review: 'Review {count, plural, one {the change, then apply it} other {the # changes, then apply them}}',
  nowOrLater: { id: 'wizard.task.nowOrLater', defaultMessage: 'Now, or at a time you choose', description: 'When a change starts' },
  goBack: 'Go back to step {number, number}, which is no longer verified: {title}',
  goOn: 'Continue with step {number, number}',
  finish: 'Continue to the summary',
  nothing: 'Nothing to do now',
  warnings: 'Nothing is required. Read {count, plural, one {the warning} other {the # warnings}} below',
  scheduled: { id: 'step.task.scheduled', defaultMessage: 'Keep the computer on and the wizard running until the start.' },
  rechecking: 'Wait while everything is checked once more',
  applying: 'Wait while the changes are made',
  pausing: 'Wait for the next attempt',
  paused: 'Try again when you’re ready',
  stopped: 'Read what stopped it, then check again',
})
