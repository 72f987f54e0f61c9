import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('action.createLock', {
  why: {
    id: 'scripts.reason.createLock',
    defaultMessage: 'Deleting it takes every environment on the key offline. The lock stops everybody, whatever their role.',
  },
  title: 'Add a delete lock to the {of, select, vault {key vault} hsm {Managed HSM} policy {policy} other {resource group}} {name}',
  before: 'Anyone with the role for it can delete it',
  after: 'No one can delete it, or roles assigned on it, until the lock is removed',
  undo: 'Yes, any time: remove the lock in the Azure portal',
  mayNotMeaning: 'The account can’t set locks. Contributor isn’t enough.',
  mayNotRemedy: 'Ask an Owner or User Access Administrator to set the lock or to give you that right. Then check again.',
})
