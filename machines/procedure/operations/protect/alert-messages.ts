import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('protect.alert', {
  unread: 'Couldn’t read the alerts of {name}',
  mailed: 'Mail is sent before a key in {name} expires',
  mailedTo: 'Mail goes to {emails}.',
  nobody: 'No one gets mail before a key in {name} expires',
  noAlert: 'No event subscription for KeyNearExpiry ends in an Azure Monitor alert.',
  noMail: 'An alert is set, but its action groups send no mail.',
  missing: 'The alert before a key in {name} expires isn’t set',
  unmailed: 'No mail goes to {emails}.',
  unsubscribed: 'Unsubscribed from the alert’s mail: {emails}',
  hsm: 'No alert before a key in {name} expires',
  hsmSeen: 'Microsoft’s article lists the event for key vaults, not for a Managed HSM.',
  hsmRemedy: 'Put the dates into your calendar: Manage your key > Dates to remember.',
  why: 'Key Vault tells of a version 30 days before it expires. It tells only of versions made after the alert was set, so set it before you rotate.',
  remedy: 'Enter who gets the mail on this page, or set up the alert in the Azure portal.',
  manual1: 'In the Azure portal, go to the key vault > Events, and select Event Subscription.',
  manual2:
    'Select Cloud Event Schema v1.0, the event Key Near Expiry, and Azure Monitor Alert as endpoint, with an action group that sends mail.',
})
