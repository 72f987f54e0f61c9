import { defineMessages } from '../../messages/message.ts'

/** What is said of a change that was refused, lost on the way, or is not to be seen yet. */
export const problemMessages = defineMessages({
  notDone: { id: 'step.problem.notDone', defaultMessage: 'Not done: {title}' },
  notYet: { id: 'step.problem.notYet', defaultMessage: 'Not yet: {title}' },
  notKnown: { id: 'step.problem.notKnown', defaultMessage: 'Unknown whether this was done: {title}' },
  notKnownEither: { id: 'step.problem.notKnownEither', defaultMessage: 'Also unknown: {title}' },
  mayBeMade: {
    id: 'step.problem.mayBeMade',
    defaultMessage: 'The change might still have been made. We’ve checked the services again since then.',
  },
  lookAtPlan: { id: 'step.problem.lookAtPlan', defaultMessage: 'Check the plan: any change still in it wasn’t made.' },
  heldRemedy: { id: 'step.problem.heldRemedy', defaultMessage: 'Close the other wizard or take over, then apply again.' },
  notRecordedRemedy: {
    id: 'step.problem.notRecordedRemedy',
    defaultMessage: 'Resolve the cause below, for example a full disk, then apply again.',
  },
  answerLost: {
    id: 'step.problem.answerLost',
    defaultMessage:
      'It was sent on {at, date, moment}, and its answer was lost. We checked again, and the services don’t show it. New changes can take time to reach all servers.',
  },
  answerLostRemedy: {
    id: 'step.problem.answerLostRemedy',
    defaultMessage: 'Wait a few minutes, then check again. Apply it again only if it still doesn’t appear.',
  },
  answerLostUnread: {
    id: 'step.problem.answerLostUnread',
    defaultMessage: 'It was sent on {at, date, moment}, and its answer was lost. Since then, we couldn’t check everything.',
  },
  answerLostUnreadRemedy: {
    id: 'step.problem.answerLostUnreadRemedy',
    defaultMessage: 'Check again. The findings below name what couldn’t be checked.',
  },
  notSeenYet: { id: 'step.problem.notSeenYet', defaultMessage: 'Done but not visible yet: {title}' },
  notSeenYetMeaning: {
    id: 'step.problem.notSeenYetMeaning',
    defaultMessage: 'The service accepted the change, but a new check doesn’t show it. New changes can take time to reach all servers.',
  },
  defect: { id: 'step.problem.defect', defaultMessage: 'Something went wrong in the wizard' },
  defectMeaning: {
    id: 'step.problem.defectMeaning',
    defaultMessage: 'This is an error in the wizard, not in your tenant: {error}',
  },
  defectRemedy: {
    id: 'step.problem.defectRemedy',
    defaultMessage: 'Check again. Completed changes stay, and we check the services again. If this continues, report it with this text.',
  },
})
