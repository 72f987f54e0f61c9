import { defineMessages } from '../messages/message.ts'

/**
 * Values of these checks change only by intervention: a difference is drift even if both are fine. Other checks' values
 * grow, count or depend on the day, so only their status is compared.
 */
export const valueNames = defineMessages({
  'provider-registered': { id: 'drift.value.providerRegistered', defaultMessage: 'Resource provider in the subscription' },
  'vault-readable': { id: 'drift.value.vaultReadable', defaultMessage: 'Key store' },
  'soft-delete': { id: 'drift.value.softDelete', defaultMessage: 'Soft delete of the key store' },
  'purge-protection': { id: 'drift.value.purgeProtection', defaultMessage: 'Purge protection of the key store' },
  'retention-long-enough': { id: 'drift.value.retentionLongEnough', defaultMessage: 'Retention of deleted keys' },
  'vault-reachable': { id: 'drift.value.vaultReachable', defaultMessage: 'Network of the key store' },
  'key-kind': { id: 'drift.value.keyKind', defaultMessage: 'Key type' },
  'key-enabled': { id: 'drift.value.keyEnabled', defaultMessage: 'Current key version' },
  'key-in-its-dates': { id: 'drift.value.keyInItsDates', defaultMessage: 'Key dates' },
  'key-renewed': { id: 'drift.value.keyRenewed', defaultMessage: 'Key rotation' },
  'old-versions-kept': { id: 'drift.value.oldVersionsKept', defaultMessage: 'Key versions' },
  'protection-locks': { id: 'drift.value.protectionLocks', defaultMessage: 'Delete locks' },
  'protection-rotation': { id: 'drift.value.protectionRotation', defaultMessage: 'Rotation policy' },
  'protection-audit-log': { id: 'drift.value.protectionAuditLog', defaultMessage: 'Where the audit log goes' },
  'protection-near-expiry': { id: 'drift.value.protectionNearExpiry', defaultMessage: 'Who gets mail before the key expires' },
  'policy-identity': { id: 'drift.value.policyIdentity', defaultMessage: 'Policy identity' },
  'policy-not-recreated': { id: 'drift.value.policyNotRecreated', defaultMessage: 'Policy of the environment' },
  'policy-target': { id: 'drift.value.policyTarget', defaultMessage: 'Key store and key in the policy' },
  'policy-follows-rotation': { id: 'drift.value.policyFollowsRotation', defaultMessage: 'Key version in the policy' },
  'key-access': { id: 'drift.value.keyAccess', defaultMessage: 'The policy’s access to the key' },
  'reader-on-policy': { id: 'drift.value.readerOnPolicy', defaultMessage: 'The administrator’s access to the policy' },
  'linked-to-policy': { id: 'drift.value.linkedToPolicy', defaultMessage: 'Link between environment and policy' },
  'key-in-use': { id: 'drift.value.keyInUse', defaultMessage: 'Who manages the environment’s key' },
  'environment-running': { id: 'drift.value.environmentRunning', defaultMessage: 'Environment state' },
})

/** Names of findings compared by status alone. */
export const statusNames = defineMessages({
  'key-within-reach': { id: 'drift.status.keyWithinReach', defaultMessage: 'Access to the key' },
  'key-and-vault-kept': { id: 'drift.status.keyAndVaultKept', defaultMessage: 'Key store and key' },
  'key-readable': { id: 'drift.status.keyReadable', defaultMessage: 'Permission to read the key' },
  'policy-readable': { id: 'drift.status.policyReadable', defaultMessage: 'Permission to read the policy' },
  'membership-readable': { id: 'drift.status.membershipReadable', defaultMessage: 'Permission to read the environment and the policy' },
  'managed-environment': { id: 'drift.status.managedEnvironment', defaultMessage: 'Managed Environment' },
})
