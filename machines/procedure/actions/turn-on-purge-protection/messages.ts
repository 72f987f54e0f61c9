import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.turnOnPurgeProtection',
    defaultMessage: 'Without purge protection, the key vault is not accepted. You can never turn it off again.',
  },
  title: { id: 'action.turnOnPurgeProtection.title', defaultMessage: 'Turn on purge protection for the key vault {name}' },
  before: { id: 'action.turnOnPurgeProtection.before', defaultMessage: 'Purge protection off' },
  after: { id: 'action.turnOnPurgeProtection.after', defaultMessage: 'Purge protection on' },
  afterFor: {
    id: 'action.turnOnPurgeProtection.afterFor',
    defaultMessage: 'Purge protection on: deleted items are kept for {retentionDays} days',
  },
  undo: { id: 'action.turnOnPurgeProtection.undo', defaultMessage: 'No. You can’t turn it off again' },
})
