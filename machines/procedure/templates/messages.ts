import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('templates', {
  unknownVariable: '“{variable}” is no variable. Add a value for it below.',
  brace: 'A brace isn’t closed, or has no variable in it.',
  lock: 'Delete lock on the {of, select, vault {key store} policy {policy} other {resource group}}',
  rotation: 'Rotation policy',
  auditLog: 'Audit log',
  expiryAlert: 'Alert before the key expires',
})
