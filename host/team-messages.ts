import { defineMessages } from '../machines/messages/message.ts'

export const teamDeskMessages = defineMessages({
  noAddress: {
    id: 'window.team.noAddress',
    defaultMessage: 'Enter the address of a container, for example https://contoso.blob.core.windows.net/records.',
  },
  noStore: { id: 'window.team.noStore', defaultMessage: 'No team store is set up.' },
  managed: { id: 'window.team.managed', defaultMessage: 'Your organization has set the team store.' },
  signedOut: { id: 'window.team.signedOut', defaultMessage: 'You’re not signed in to the team store.' },
})
