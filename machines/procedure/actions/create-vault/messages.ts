import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.createVault.title', defaultMessage: 'Create the key vault {name} in {location}' },
  after: {
    id: 'action.createVault.after',
    defaultMessage: 'Standard vault with soft delete (90 days), purge protection and Azure role-based access',
  },
  undo: {
    id: 'action.createVault.undo',
    defaultMessage:
      'Can be deleted while unused, and stays recoverable for 90 days with its name taken. Purge protection is permanent: it can’t be purged earlier',
  },
  takes: { id: 'action.createVault.takes', defaultMessage: 'About a minute' },
  f404Meaning: {
    id: 'action.createVault.f404Meaning',
    defaultMessage: 'A policy of your company forbids this vault, often because it wants a firewall.',
  },
  f404Remedy: {
    id: 'action.createVault.f404Remedy',
    defaultMessage:
      'Have a vault created with a firewall and the exception for trusted Microsoft services, or ask for an exemption. Then choose that vault.',
  },
  f406Meaning: {
    id: 'action.createVault.f406Meaning',
    defaultMessage: 'The name is taken: by a vault elsewhere, or by a deleted one whose name is held until its retention time ends.',
  },
  f406Remedy: {
    id: 'action.createVault.f406Remedy',
    defaultMessage: 'Choose another name, or recover the deleted vault in the Azure portal.',
  },
})
