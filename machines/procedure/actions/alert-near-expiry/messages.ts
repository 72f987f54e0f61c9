import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.alertNearExpiry', {
  why: {
    id: 'scripts.reason.alertNearExpiry',
    defaultMessage: 'When the key expires, every environment on it goes offline. The alert comes 30 days before.',
  },
  title: 'Add an alert to {vaultName} before a key expires',
  before: 'No one is told',
  after: 'Mail 30 days before a version expires, for versions made from now on',
  undo: 'Yes, any time: delete the event subscription in the Azure portal',
})
