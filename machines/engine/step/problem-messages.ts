import { defineMessages } from '../../messages/message.ts'

/** What is said of a change that was refused, lost on the way, or is not to be seen yet. */
export const problemMessages = defineMessages({
  notDone: { id: 'step.problem.notDone', defaultMessage: 'Not done: {title}' },
  notYet: { id: 'step.problem.notYet', defaultMessage: 'Not yet: {title}' },
  notKnown: { id: 'step.problem.notKnown', defaultMessage: 'Not known whether it was done: {title}' },
  notKnownEither: { id: 'step.problem.notKnownEither', defaultMessage: 'Not known either: {title}' },
  mayBeMade: {
    id: 'step.problem.mayBeMade',
    defaultMessage: 'The change may have been made all the same; the services have been read again since.',
  },
  lookAtPlan: { id: 'step.problem.lookAtPlan', defaultMessage: 'Check the plan: what is still in it was not done.' },
  held: {
    id: 'step.problem.held',
    defaultMessage: 'Nothing was sent to Microsoft. This environment is open in another wizard, and only one may write at a time.',
  },
  heldRemedy: { id: 'step.problem.heldRemedy', defaultMessage: 'Close the other one, or take over on purpose, then apply again.' },
  notRecorded: {
    id: 'step.problem.notRecorded',
    defaultMessage: 'Nothing was sent to Microsoft. The change couldn’t be saved to the log on this computer first.',
  },
  notRecordedRemedy: {
    id: 'step.problem.notRecordedRemedy',
    defaultMessage: 'Put right what the words below name, for example a full disk, then apply again.',
  },
  answerLost: {
    id: 'step.problem.answerLost',
    defaultMessage:
      'It was sent on {at, date, moment}, and its answer was lost. The services were read again and do not show it. It may be new on some of their servers only.',
  },
  answerLostRemedy: {
    id: 'step.problem.answerLostRemedy',
    defaultMessage: 'Wait some minutes, then check again. Apply it again only if it stays away.',
  },
  answerLostUnread: {
    id: 'step.problem.answerLostUnread',
    defaultMessage: 'It was sent on {at, date, moment}, and its answer was lost. Not everything could be read since then.',
  },
  answerLostUnreadRemedy: {
    id: 'step.problem.answerLostUnreadRemedy',
    defaultMessage: 'Check again. What could not be read is named in the findings below.',
  },
  notSeenYet: { id: 'step.problem.notSeenYet', defaultMessage: 'Done, and not to be seen yet: {title}' },
  notSeenYetMeaning: {
    id: 'step.problem.notSeenYetMeaning',
    defaultMessage: 'The service took the change, and reading it again does not show it. It may be new on some of its servers only.',
  },
  notSeenYetRemedy: {
    id: 'step.problem.notSeenYetRemedy',
    defaultMessage: 'Wait some minutes, then check again. Apply it again only if it stays away, and look in the Azure portal before.',
  },
  defect: { id: 'step.problem.defect', defaultMessage: 'The wizard itself failed here' },
  defectMeaning: {
    id: 'step.problem.defectMeaning',
    defaultMessage: 'This is a defect of the wizard and says nothing of your tenant: {error}',
  },
  defectRemedy: {
    id: 'step.problem.defectRemedy',
    defaultMessage:
      'Check again. What was written so far stays; the services are read again. If it happens again, report it with this text.',
  },
})
