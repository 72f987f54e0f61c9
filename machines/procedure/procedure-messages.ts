import { defineMessages } from '../messages/message.ts'

export const messages = defineMessages('wizard.sidePage', {
  checkingAll: { id: 'wizard.preflight.reading', defaultMessage: 'Checking everything that the four steps depend on' },
  allVerified: { id: 'wizard.announcement.allProved', defaultMessage: 'All four steps are verified. {title}.' },
  chooseOperation: { id: 'wizard.announcement.operations', defaultMessage: 'Manage your key: choose an operation' },
  coverage: 'What the key covers',
  landscape: 'Environments',
  operations: 'Manage your key',
  operationsClosed: 'Available when encrypted',
})
