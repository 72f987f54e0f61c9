import { defineMessages } from '../../messages/message.ts'

/** Texts for a run that ended before its last change was complete. */
export const endingMessages = defineMessages('step.ending', {
  waitForEnd: 'Wait until it ends. We keep checking.',
  applyRest: 'The plan below has the remaining {count, plural, one {# change} other {# changes}}. Check it, then apply it.',
  nothingLeft: 'Nothing of the plan is left. See whether a finding below needs you.',
  readFindings: 'Read the findings below, then check again.',
  findingsFirst: 'Read the findings below first.',
  endedAt: 'Ended at change {number, number} of {of, number}',
  done: 'Done: {title}',
  doneFound: 'Done, confirmed by a check: {title}',
  whyRefused: 'The run ended there. {meaning}',
  whyInDoubt: 'The run ended there: the service’s answer left open whether the change was made.',
  whyDefect: 'The run ended there because of an error in the wizard: {error}',
  operationEnded: 'The service accepted the change, but its operation ended as “{state}”.',
  operationEndedInStage: 'The service accepted the change, but its operation ended as “{state}” in stage {stage}.',
  serviceSays: 'The service says: {error}',
  stopped: 'Stopped at your request after change {number, number} of {of, number}',
  stoppedMeaning: 'The changes before it are done. No later change was started.',
  begun: 'Ended early. This change has started: {title}',
  begunMeaning: 'We checked again: the service accepted the change but hasn’t finished it.',
  begunRemedy: 'The wizard waits for it to finish and doesn’t request it again.',
  made: 'Ended early. This change is done: {title}',
  madeMeaning: 'We checked again, and the services show the change.',
  defectMeaning:
    'The run ended there because of an error in the wizard: {error}. We checked again, and the services don’t show the change.',
  followed: {
    id: 'step.ending.followed',
    defaultMessage: 'The operation that we followed here',
    description: 'Stands for the title of a change that is not known any more',
  },
})
