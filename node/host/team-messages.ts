import { defineMessages } from '#machines/messages/message.ts'

export const teamDeskMessages = defineMessages('window.team', {
  noAddress: 'Enter the address of a container, for example https://contoso.blob.core.windows.net/records.',
  noStore: 'No team store is set up.',
  managed: 'Your organization has set the team store.',
  signedOut: 'You’re not signed in to the team store.',
})
