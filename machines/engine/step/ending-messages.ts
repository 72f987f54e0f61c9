import { defineMessages } from '../../messages/message.ts'

/** What is said of a run that ended before its last change was through. */
export const endingMessages = defineMessages({
  waitForEnd: { id: 'step.ending.waitForEnd', defaultMessage: 'Wait until it ends. We keep checking.' },
  applyRest: {
    id: 'step.ending.applyRest',
    defaultMessage: 'The plan below has the remaining {count, plural, one {# change} other {# changes}}. Check it, then apply it.',
  },
  readFindings: { id: 'step.ending.readFindings', defaultMessage: 'Read the findings below, then check again.' },
  findingsFirst: { id: 'step.ending.findingsFirst', defaultMessage: 'Read the findings below first.' },
  endedAt: { id: 'step.ending.endedAt', defaultMessage: 'Ended at change {number, number} of {of, number}' },
  done: { id: 'step.ending.done', defaultMessage: 'Done: {title}' },
  doneFound: { id: 'step.ending.doneFound', defaultMessage: 'Done, confirmed by a check: {title}' },
  whyRefused: { id: 'step.ending.whyRefused', defaultMessage: 'The run ended there. {meaning}' },
  whyDefect: { id: 'step.ending.whyDefect', defaultMessage: 'The run ended there because of an error in the wizard: {error}' },
  operationEnded: {
    id: 'step.ending.operationEnded',
    defaultMessage: 'The service accepted the change, but its operation ended as “{state}”.',
  },
  operationEndedInStage: {
    id: 'step.ending.operationEndedInStage',
    defaultMessage: 'The service accepted the change, but its operation ended as “{state}” in stage {stage}.',
  },
  serviceSays: { id: 'step.ending.serviceSays', defaultMessage: 'The service says: {error}' },
  stopped: {
    id: 'step.ending.stopped',
    defaultMessage: 'Stopped at your request after change {number, number} of {of, number}',
  },
  stoppedMeaning: {
    id: 'step.ending.stoppedMeaning',
    defaultMessage: 'The changes before it are done. No later change was started.',
  },
  begun: { id: 'step.ending.begun', defaultMessage: 'Ended early. This change has started: {title}' },
  begunMeaning: {
    id: 'step.ending.begunMeaning',
    defaultMessage: 'We checked again: the service accepted the change but hasn’t finished it.',
  },
  begunRemedy: {
    id: 'step.ending.begunRemedy',
    defaultMessage: 'The wizard waits for it to finish and doesn’t request it again.',
  },
  made: { id: 'step.ending.made', defaultMessage: 'Ended early. This change is done: {title}' },
  madeMeaning: { id: 'step.ending.madeMeaning', defaultMessage: 'We checked again, and the services show the change.' },
  defectMeaning: {
    id: 'step.ending.defectMeaning',
    defaultMessage:
      'The run ended there because of an error in the wizard: {error}. We checked again, and the services don’t show the change.',
  },
  followed: {
    id: 'step.ending.followed',
    defaultMessage: 'The operation that we followed here',
    description: 'Stands for the title of a change that is not known any more',
  },
})
