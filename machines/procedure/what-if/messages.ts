import { defineMessages } from '../../messages/message.ts'

/** What would happen if: each cause of a lock in a few words, and what protects against it. */
export const messages = defineMessages({
  accessRemoved: { id: 'whatIf.accessRemoved', defaultMessage: 'The policy loses its key access' },
  keyDisabled: { id: 'whatIf.keyDisabled', defaultMessage: 'The key is disabled' },
  keyDeleted: { id: 'whatIf.keyDeleted', defaultMessage: 'The key is deleted' },
  vaultDeleted: { id: 'whatIf.vaultDeleted', defaultMessage: 'The key vault is deleted' },
  policyDeleted: { id: 'whatIf.policyDeleted', defaultMessage: 'The policy is deleted' },
  keyVersionDisabled: { id: 'whatIf.keyVersionDisabled', defaultMessage: 'A key version is disabled too early' },
  vaultClosed: { id: 'whatIf.vaultClosed', defaultMessage: 'Public access to the key vault is turned off' },
  vaultFenced: { id: 'whatIf.vaultFenced', defaultMessage: 'A network rule blocks Microsoft’s services' },
  keyExpired: { id: 'whatIf.keyExpired', defaultMessage: 'The key expires' },
  noWarning: { id: 'whatIf.noWarning', defaultMessage: 'None' },
  onDate: { id: 'whatIf.onDate', defaultMessage: 'Known: {at, date, moment}' },
  noDate: { id: 'whatIf.noDate', defaultMessage: 'No expiration date' },
  otherEnvironments: { id: 'whatIf.otherEnvironments', defaultMessage: 'Other environments on the policy' },
  protectAccess: {
    id: 'whatIf.protect.access',
    defaultMessage: 'Put a CanNotDelete lock on the key vault. It also keeps role assignments from being deleted.',
  },
  protectKey: {
    id: 'whatIf.protect.key',
    defaultMessage: 'An Azure lock doesn’t protect keys. Limit who can change them.',
  },
  protectKeyDeleted: {
    id: 'whatIf.protect.keyDeleted',
    defaultMessage:
      'Soft delete and purge protection keep a deleted key recoverable. An Azure lock doesn’t protect keys, so limit who can delete them.',
  },
  protectVault: {
    id: 'whatIf.protect.vault',
    defaultMessage: 'Put a CanNotDelete lock on the key vault. Soft delete and purge protection keep a deleted one recoverable.',
  },
  protectPolicy: { id: 'whatIf.protect.policy', defaultMessage: 'Put a CanNotDelete lock on the policy.' },
  protectVersion: {
    id: 'whatIf.protect.version',
    defaultMessage: 'Keep each earlier version enabled for 30 days after a rotation. Limit who can change keys.',
  },
  protectNetwork: {
    id: 'whatIf.protect.network',
    defaultMessage: 'Allow trusted Microsoft services before you restrict the network. A CanNotDelete lock doesn’t prevent this change.',
  },
  protectExpiry: {
    id: 'whatIf.protect.expiry',
    defaultMessage: 'Set a rotation policy that renews the key in time, and an alert before it expires.',
  },
})
