import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.createVault', {
  why: {
    id: 'scripts.reason.createVault',
    defaultMessage: 'A key that encrypts data must be recoverable: soft delete and purge protection are required.',
  },
  title: 'Create the key vault {name}',
  after: 'Standard vault in {location}, with soft delete (90 days), purge protection, and Azure RBAC',
  afterTagged: 'Standard vault in {location}, with soft delete (90 days), purge protection, and Azure RBAC. Tags: {tags}',
  undo: 'Can be deleted while unused, then stays recoverable for 90 days with its name taken. Purge protection is permanent: you can’t purge it earlier',
  takes: 'About a minute',
  f404Meaning: 'An Azure Policy in your company blocks this key vault, often because it requires a firewall.',
  f404Remedy:
    'Ask for an exemption, or for a key vault with a firewall and the trusted Microsoft services exception. Then choose that vault.',
  f406Meaning: 'The name is taken by another key vault, or by a deleted one until its retention period ends.',
  f406Remedy: 'Choose another name, or recover the deleted key vault in the Azure portal.',
})
