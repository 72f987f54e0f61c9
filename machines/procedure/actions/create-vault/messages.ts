import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.createVault',
    defaultMessage: 'A key that encrypts data must be recoverable: soft delete and purge protection are required.',
  },
  title: { id: 'action.createVault.title', defaultMessage: 'Create the key vault {name}' },
  after: {
    id: 'action.createVault.after',
    defaultMessage: 'Standard vault in {location}, with soft delete (90 days), purge protection, and Azure RBAC',
  },
  afterTagged: {
    id: 'action.createVault.afterTagged',
    defaultMessage: 'Standard vault in {location}, with soft delete (90 days), purge protection, and Azure RBAC. Tags: {tags}',
  },
  undo: {
    id: 'action.createVault.undo',
    defaultMessage:
      'Can be deleted while unused, then stays recoverable for 90 days with its name taken. Purge protection is permanent: you can’t purge it earlier',
  },
  undoShort: {
    id: 'action.createVault.undoShort',
    defaultMessage: 'Can be undone while unused; purge protection is permanent',
  },
  takes: { id: 'action.createVault.takes', defaultMessage: 'About a minute' },
  f404Meaning: {
    id: 'action.createVault.f404Meaning',
    defaultMessage: 'An Azure Policy in your company blocks this key vault, often because it requires a firewall.',
  },
  f404Remedy: {
    id: 'action.createVault.f404Remedy',
    defaultMessage:
      'Ask for an exemption, or for a key vault with a firewall and the trusted Microsoft services exception. Then choose that vault.',
  },
  f406Meaning: {
    id: 'action.createVault.f406Meaning',
    defaultMessage: 'The name is taken by another key vault, or by a deleted one until its retention period ends.',
  },
  f406Remedy: {
    id: 'action.createVault.f406Remedy',
    defaultMessage: 'Choose another name, or recover the deleted key vault in the Azure portal.',
  },
})
