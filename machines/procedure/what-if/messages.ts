import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('whatIf', {
  accessRemoved: 'The policy loses its key access',
  keyDisabled: 'The key is disabled',
  keyDeleted: 'The key is deleted',
  vaultDeleted: 'The key store is deleted',
  policyDeleted: 'The policy is deleted',
  keyVersionDisabled: 'A key version is disabled too early',
  vaultClosed: 'Public access to the key store is turned off without the exception for trusted services',
  vaultFenced: 'A network rule blocks Microsoft’s services',
  keyExpired: 'The key expires',
  noWarning: 'None',
  onDate: 'Known: {at, date, moment}',
  noDate: 'No expiration date',
  otherEnvironments: 'Other environments on the policy',
  protect: {
    access:
      'Put a CanNotDelete lock on the key store. It also keeps role assignments on it from being deleted. It doesn’t protect access policies, or roles assigned at a higher level.',
    key: 'An Azure lock doesn’t protect keys. Limit who can change them.',
    keyDeleted:
      'Soft delete and purge protection keep a deleted key recoverable. An Azure lock doesn’t protect keys, so limit who can delete them.',
    vault: 'Put a CanNotDelete lock on the key store. Soft delete and purge protection keep a deleted one recoverable.',
    policy: 'Put a CanNotDelete lock on the policy.',
    version: 'Keep each earlier version enabled for 30 days after a rotation. Limit who can change keys.',
    network: 'Allow trusted Microsoft services before you restrict the network. A CanNotDelete lock doesn’t prevent this change.',
    expiry: 'Set a rotation policy that renews the key in time, and an alert before it expires.',
  },
})
