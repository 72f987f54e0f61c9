import { defineMessages } from '../../messages/message.ts'

/** What is said of a run that ended before its last change was through. */
export const endingMessages = defineMessages({
  waitForEnd: { id: 'step.ending.waitForEnd', defaultMessage: 'Wait until it has ended. The page follows it.' },
  applyRest: {
    id: 'step.ending.applyRest',
    defaultMessage: 'The plan below holds the {count, plural, one {# change} other {# changes}} still to make. Check it, then apply it.',
  },
  readFindings: { id: 'step.ending.readFindings', defaultMessage: 'Read the findings below, then check again.' },
  findingsFirst: { id: 'step.ending.findingsFirst', defaultMessage: 'Read the findings below first.' },
  endedAt: { id: 'step.ending.endedAt', defaultMessage: 'Ended at change {number, number} of {of, number}' },
  done: { id: 'step.ending.done', defaultMessage: 'Done: {title}' },
  doneFound: { id: 'step.ending.doneFound', defaultMessage: 'Done, found by reading: {title}' },
  whyRefused: { id: 'step.ending.whyRefused', defaultMessage: 'The run ended there: {meaning}' },
  whyDefect: { id: 'step.ending.whyDefect', defaultMessage: 'The run ended there on a defect of the wizard: {error}' },
  operationEnded: {
    id: 'step.ending.operationEnded',
    defaultMessage: 'The service accepted the change. The operation that it started ended as “{state}”.',
  },
  operationEndedInStage: {
    id: 'step.ending.operationEndedInStage',
    defaultMessage: 'The service accepted the change. The operation that it started ended as “{state}” in stage {stage}.',
  },
  serviceSays: { id: 'step.ending.serviceSays', defaultMessage: 'The service says: {error}' },
  stopped: {
    id: 'step.ending.stopped',
    defaultMessage: 'Stopped as you asked, after change {number, number} of {of, number}',
  },
  stoppedMeaning: {
    id: 'step.ending.stoppedMeaning',
    defaultMessage: 'The changes before it are done. None after it was started.',
  },
  notFinished: { id: 'step.ending.notFinished', defaultMessage: 'Microsoft could not finish it: {title}' },
  begun: { id: 'step.ending.begun', defaultMessage: 'Ended early, at a change that has started: {title}' },
  begunMeaning: {
    id: 'step.ending.begunMeaning',
    defaultMessage: 'The services were read again: the change was taken and is not through yet.',
  },
  begunRemedy: {
    id: 'step.ending.begunRemedy',
    defaultMessage: 'The wizard waits for what has started, and doesn’t ask for it again.',
  },
  made: { id: 'step.ending.made', defaultMessage: 'Ended early, at a change that is made: {title}' },
  madeMeaning: { id: 'step.ending.madeMeaning', defaultMessage: 'The services were read again and show the change.' },
  defectMeaning: {
    id: 'step.ending.defectMeaning',
    defaultMessage: 'The run ended there on a defect of the wizard: {error}. The services were read again and do not show the change.',
  },
  followed: {
    id: 'step.ending.followed',
    defaultMessage: 'The operation that was followed here',
    description: 'Stands for the title of a change that is not known any more',
  },
})
