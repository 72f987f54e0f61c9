import { defineMessages } from '../../messages/message.ts'

/** What a person does now, where it is the same in every step. */
export const taskMessages = defineMessages({
  reading: { id: 'wizard.task.reading', defaultMessage: 'Wait while we check' },
  resolve: {
    id: 'wizard.task.resolve',
    defaultMessage: 'Resolve {count, plural, one {the finding that needs action} other {# findings that need action}}',
  },
  confirm: { id: 'wizard.task.confirm', defaultMessage: 'Answer {count, plural, one {the question} other {# questions}} below' },
  review: {
    id: 'wizard.task.review',
    defaultMessage: 'Review {count, plural, one {the change, then apply it} other {the # changes, then apply them}}',
  },
  goOn: { id: 'wizard.task.goOn', defaultMessage: 'Continue with step {number, number}' },
  finish: { id: 'wizard.task.finish', defaultMessage: 'Continue to the summary' },
  nothing: { id: 'wizard.task.nothing', defaultMessage: 'Nothing to do now' },
  warnings: {
    id: 'wizard.task.warnings',
    defaultMessage: 'Nothing is required. Read {count, plural, one {the warning} other {the # warnings}} below',
  },
  scheduled: { id: 'step.task.scheduled', defaultMessage: 'Keep the computer on and the wizard running until the start.' },
  rechecking: { id: 'wizard.task.rechecking', defaultMessage: 'Wait while everything is checked once more' },
  applying: { id: 'wizard.task.applying', defaultMessage: 'Wait while the changes are made' },
  pausing: { id: 'wizard.task.pausing', defaultMessage: 'Wait for the next attempt' },
  paused: { id: 'wizard.task.paused', defaultMessage: 'Try again when you’re ready' },
  stopped: { id: 'wizard.task.stopped', defaultMessage: 'Read what stopped it, then check again' },
})
