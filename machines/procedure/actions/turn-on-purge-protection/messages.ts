import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.turnOnPurgeProtection', {
  why: {
    id: 'scripts.reason.turnOnPurgeProtection',
    defaultMessage: 'Without purge protection, the key vault is not accepted. You can never turn it off again.',
  },
  title: 'Turn on purge protection for the key vault {name}',
  before: 'Purge protection off',
  after: 'Purge protection on',
  afterFor: 'Purge protection on: deleted items are kept for {retentionDays} days',
  undo: 'No. You can’t turn it off again',
})
