import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('earlierKey', {
  why: 'Microsoft documents a short downtime: only the SQL database gets a new key. Then the audit log moves to Azure Cosmos DB, and files and images move to file storage, all under your key.',
  remedy:
    'Plan the downtime as for any environment. There’s no way back to the earlier key: leaving the policy leads to the Microsoft-managed key.',
  moves: 'The environment moves from its earlier, self-managed key (BYOK) to yours',
  atConfirmation: 'The earlier self-managed key (BYOK) is replaced. Microsoft keeps it for at least 28 days, for restores.',
  keptWhy: {
    id: 'earlierKey.kept.why',
    defaultMessage: 'A backup from before the change can be restored only with the earlier key, which is in a key vault of Microsoft’s.',
  },
  keptRemedy: { id: 'earlierKey.kept.remedy', defaultMessage: 'Restore what you need from before the change within these 28 days.' },
  keptUntil: { id: 'earlierKey.kept.until', defaultMessage: 'Microsoft keeps the earlier key (BYOK) at least until {until, date, moment}' },
  keptUndated: { id: 'earlierKey.kept.undated', defaultMessage: 'Microsoft keeps the earlier key (BYOK) for at least 28 days' },
  keptEnded: { id: 'earlierKey.kept.ended', defaultMessage: 'The 28 days of the earlier key (BYOK) ended on {until, date, moment}' },
})
