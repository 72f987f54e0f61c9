import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('action.sendAuditLog', {
  why: {
    id: 'scripts.reason.sendAuditLog',
    defaultMessage: 'The log shows who used, changed, disabled, or deleted the key, and when.',
  },
  title: 'Add the audit log of {vaultName} to the workspace {workspace}',
  before: 'The workspace gets no audit log of it',
  after: 'Every request for keys is logged there. Azure Monitor charges for it',
  undo: 'Yes, any time; what was logged by then stays',
})
