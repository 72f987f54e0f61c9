import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.mailAlerts',
    defaultMessage: 'An alert that no one gets helps no one. The action group sends it as mail.',
  },
  title: { id: 'action.mailAlerts.title', defaultMessage: 'Add {emails} to the action group {name}' },
  before: { id: 'action.mailAlerts.before', defaultMessage: 'No mail is sent to them' },
  after: { id: 'action.mailAlerts.after', defaultMessage: 'They get a mail with each alert. Azure tells them so' },
  undo: { id: 'action.mailAlerts.undo', defaultMessage: 'Yes, any time: each mail has a link to unsubscribe' },
  mayNotMeaning: {
    id: 'action.mailAlerts.mayNotMeaning',
    defaultMessage: 'The account can’t set up alerts in the key vault’s resource group.',
  },
  mayNotRemedy: {
    id: 'action.mailAlerts.mayNotRemedy',
    defaultMessage: 'Ask for Contributor on the resource group, or let its owner set up the alert. Then check again.',
  },
  notRegisteredMeaning: {
    id: 'action.mailAlerts.notRegisteredMeaning',
    defaultMessage: 'The subscription isn’t registered for alerts on events.',
  },
  notRegisteredRemedy: {
    id: 'action.mailAlerts.notRegisteredRemedy',
    defaultMessage:
      'In the Azure portal, go to the subscription > Resource providers. Register Microsoft.EventGrid and Microsoft.Insights. Then check again.',
  },
})
