import { defineMessages } from '../../../messages/message.ts'

/** Texts of the alert before a key expires. */
export const messages = defineMessages({
  unread: { id: 'protect.alert.unread', defaultMessage: 'Couldn’t read the alerts of {name}' },
  mailed: { id: 'protect.alert.mailed', defaultMessage: 'Mail is sent before a key in {name} expires' },
  mailedTo: { id: 'protect.alert.mailedTo', defaultMessage: 'Mail goes to {emails}.' },
  nobody: { id: 'protect.alert.nobody', defaultMessage: 'No one gets mail before a key in {name} expires' },
  noAlert: { id: 'protect.alert.noAlert', defaultMessage: 'No event subscription for KeyNearExpiry ends in an Azure Monitor alert.' },
  noMail: { id: 'protect.alert.noMail', defaultMessage: 'An alert is set, but its action groups send no mail.' },
  missing: { id: 'protect.alert.missing', defaultMessage: 'The alert before a key in {name} expires isn’t set' },
  unmailed: { id: 'protect.alert.unmailed', defaultMessage: 'No mail goes to {emails}.' },
  unsubscribed: { id: 'protect.alert.unsubscribed', defaultMessage: 'Unsubscribed from the alert’s mail: {emails}' },
  hsm: { id: 'protect.alert.hsm', defaultMessage: 'No alert before a key in {name} expires' },
  hsmSeen: { id: 'protect.alert.hsmSeen', defaultMessage: 'Microsoft’s article lists the event for key vaults, not for a Managed HSM.' },
  hsmRemedy: { id: 'protect.alert.hsmRemedy', defaultMessage: 'Put the dates into your calendar: Manage your key > Dates to remember.' },
  why: {
    id: 'protect.alert.why',
    defaultMessage:
      'Key Vault tells of a version 30 days before it expires. It tells only of versions made after the alert was set, so set it before you rotate.',
  },
  remedy: { id: 'protect.alert.remedy', defaultMessage: 'Enter who gets the mail on this page, or set up the alert in the Azure portal.' },
  manual1: {
    id: 'protect.alert.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Events, and select Event Subscription.',
  },
  manual2: {
    id: 'protect.alert.manual2',
    defaultMessage:
      'Select Cloud Event Schema v1.0, the event Key Near Expiry, and Azure Monitor Alert as endpoint, with an action group that sends mail.',
  },
})
