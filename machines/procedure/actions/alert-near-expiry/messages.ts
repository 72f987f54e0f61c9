import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.alertNearExpiry',
    defaultMessage: 'When the key expires, every environment on it goes offline. The alert comes 30 days before.',
  },
  title: { id: 'action.alertNearExpiry.title', defaultMessage: 'Add an alert to {vaultName} before a key expires' },
  before: { id: 'action.alertNearExpiry.before', defaultMessage: 'No one is told' },
  after: {
    id: 'action.alertNearExpiry.after',
    defaultMessage: 'Mail 30 days before a version expires, for versions made from now on',
  },
  undo: { id: 'action.alertNearExpiry.undo', defaultMessage: 'Yes, any time: delete the event subscription in the Azure portal' },
})
