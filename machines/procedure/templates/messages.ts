import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  unknownVariable: { id: 'templates.unknownVariable', defaultMessage: '“{variable}” is no variable. Add a value for it below.' },
  brace: { id: 'templates.brace', defaultMessage: 'A brace isn’t closed, or has no variable in it.' },
  lock: {
    id: 'templates.lock',
    defaultMessage: 'Delete lock on the {of, select, vault {key store} policy {policy} other {resource group}}',
  },
  rotation: { id: 'templates.rotation', defaultMessage: 'Rotation policy' },
  auditLog: { id: 'templates.auditLog', defaultMessage: 'Audit log' },
  expiryAlert: { id: 'templates.expiryAlert', defaultMessage: 'Alert before the key expires' },
})
