import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.turnOnPurgeProtection.title', defaultMessage: 'Turn on purge protection for the key vault {name}' },
  before: { id: 'action.turnOnPurgeProtection.before', defaultMessage: 'Purge protection off' },
  after: { id: 'action.turnOnPurgeProtection.after', defaultMessage: 'Purge protection on' },
  afterFor: {
    id: 'action.turnOnPurgeProtection.afterFor',
    defaultMessage: 'Purge protection on: what is deleted stays for {retentionDays} days',
  },
  undo: { id: 'action.turnOnPurgeProtection.undo', defaultMessage: 'No. It cannot be turned off again' },
})
