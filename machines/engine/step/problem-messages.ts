import { defineMessages } from '../../messages/message.ts'

/** Texts for a change that was refused, lost in transit, or isn't visible yet. */
export const problemMessages = defineMessages('step.problem', {
  notDone: 'Not done: {title}',
  notYet: 'Not yet: {title}',
  notKnown: 'Unknown whether this was done: {title}',
  notKnownEither: 'Also unknown: {title}',
  mayBeMade: 'The change might still have been made. We’ve checked the services again since then.',
  lookAtPlan: 'Check the plan: any change still in it wasn’t made.',
  heldRemedy: 'Close the other wizard or take over, then apply again.',
  notRecordedRemedy: 'Resolve the cause below, for example a full disk, then apply again.',
  answerLost:
    'It was sent on {at, date, moment}, and its answer was lost. We checked again, and the services don’t show it. New changes can take time to reach all servers.',
  answerLostRemedy: 'Wait a few minutes, then check again. Apply it again only if it still doesn’t appear.',
  answerLostUnread: 'It was sent on {at, date, moment}, and its answer was lost. Since then, we couldn’t check everything.',
  answerLostUnreadRemedy: 'Check again. The findings below name what couldn’t be checked.',
  notSeenYet: 'Done but not visible yet: {title}',
  notSeenYetMeaning: 'The service accepted the change, but a new check doesn’t show it. New changes can take time to reach all servers.',
  defect: 'Something went wrong in the wizard',
  defectMeaning: 'This is an error in the wizard, not in your tenant: {error}',
  defectRemedy: 'Check again. Completed changes stay, and we check the services again. If this continues, report it with this text.',
})
