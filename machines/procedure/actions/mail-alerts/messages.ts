import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('action.mailAlerts', {
  why: {
    id: 'scripts.reason.mailAlerts',
    defaultMessage: 'An alert that no one gets helps no one. The action group sends it as mail.',
  },
  title: 'Add {emails} to the action group {name}',
  before: 'No mail is sent to them',
  after: 'They get a mail with each alert. Azure tells them so',
  undo: 'Yes, any time: each mail has a link to unsubscribe',
  mayNotMeaning: 'The account can’t set up alerts in the key vault’s resource group.',
  mayNotRemedy: 'Ask for Contributor on the resource group, or let its owner set up the alert. Then check again.',
  notRegisteredMeaning: 'The subscription isn’t registered for alerts on events.',
  notRegisteredRemedy:
    'In the Azure portal, go to the subscription > Resource providers. Register Microsoft.EventGrid and Microsoft.Insights. Then check again.',
})
