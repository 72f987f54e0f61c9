import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.sendAuditLog',
    defaultMessage: 'The log shows who used, changed, disabled, or deleted the key, and when.',
  },
  title: { id: 'action.sendAuditLog.title', defaultMessage: 'Add the audit log of {vaultName} to the workspace {workspace}' },
  before: { id: 'action.sendAuditLog.before', defaultMessage: 'The workspace gets no audit log of it' },
  after: { id: 'action.sendAuditLog.after', defaultMessage: 'Every request for keys is logged there. Azure Monitor charges for it' },
  undo: { id: 'action.sendAuditLog.undo', defaultMessage: 'Yes, any time; what was logged by then stays' },
})
