import { defineMessages } from '../../messages/message.ts'

/** What is said of a comparison. */
export const messages = defineMessages({
  nothingFound: { id: 'drift.nothingFound', defaultMessage: 'Nothing was found of it' },
  notThere: { id: 'drift.notThere', defaultMessage: 'Not there' },
  gone: { id: 'drift.gone', defaultMessage: 'Nothing to be seen of it any more' },
  goneRemedy: { id: 'drift.goneRemedy', defaultMessage: 'Open the step: its findings say what is missing.' },
  unread: { id: 'drift.unread', defaultMessage: 'Unknown: it could not be read' },
  unreadRemedy: { id: 'drift.unreadRemedy', defaultMessage: 'Have what could not be read looked at first, then compare again.' },
  nothingLeft: { id: 'drift.nothingLeft', defaultMessage: 'Nothing was left to make' },
  left: { id: 'drift.left', defaultMessage: '{count, plural, one {One change is} other {# changes are}} to be made' },
  planRemedy: { id: 'drift.planRemedy', defaultMessage: 'Open the step and review its plan.' },
  unchanged: { id: 'drift.unchanged', defaultMessage: 'Compared with the end: nothing has changed' },
  changed: {
    id: 'drift.changed',
    defaultMessage: 'Compared with the end: {count, plural, one {one thing has} other {# things have}} changed',
  },
  comparing: { id: 'drift.comparing', defaultMessage: 'Everything is being read again, to compare it with the end' },
})

/**
 * What each of these checks reads is a value that stays as it is unless it is changed: another one is a change, even
 * where both are in order. What other checks read grows, counts or depends on the day, so that only their status is compared.
 */
export const valueNames = defineMessages({
  'provider-registered': { id: 'drift.value.providerRegistered', defaultMessage: 'Provider in the subscription' },
  'vault-readable': { id: 'drift.value.vaultReadable', defaultMessage: 'Key vault' },
  'soft-delete': { id: 'drift.value.softDelete', defaultMessage: 'Soft delete of the vault' },
  'purge-protection': { id: 'drift.value.purgeProtection', defaultMessage: 'Purge protection of the vault' },
  'retention-long-enough': { id: 'drift.value.retentionLongEnough', defaultMessage: 'How long deleted keys are kept' },
  'vault-reachable': { id: 'drift.value.vaultReachable', defaultMessage: 'Network of the vault' },
  'key-kind': { id: 'drift.value.keyKind', defaultMessage: 'Kind of the key' },
  'key-enabled': { id: 'drift.value.keyEnabled', defaultMessage: 'Current version of the key' },
  'key-in-its-dates': { id: 'drift.value.keyInItsDates', defaultMessage: 'Dates of the key' },
  'key-renewed': { id: 'drift.value.keyRenewed', defaultMessage: 'Rotation of the key' },
  'old-versions-kept': { id: 'drift.value.oldVersionsKept', defaultMessage: 'Versions of the key' },
  'policy-identity': { id: 'drift.value.policyIdentity', defaultMessage: 'Identity of the policy' },
  'policy-not-recreated': { id: 'drift.value.policyNotRecreated', defaultMessage: 'Policy that the environment is in' },
  'policy-target': { id: 'drift.value.policyTarget', defaultMessage: 'Vault and key in the policy' },
  'policy-follows-rotation': { id: 'drift.value.policyFollowsRotation', defaultMessage: 'Key version in the policy' },
  'key-access': { id: 'drift.value.keyAccess', defaultMessage: 'Access of the policy to the key' },
  'reader-on-policy': { id: 'drift.value.readerOnPolicy', defaultMessage: 'Access of the administrator to the policy' },
  'linked-to-policy': { id: 'drift.value.linkedToPolicy', defaultMessage: 'Link of the environment' },
  'key-in-use': { id: 'drift.value.keyInUse', defaultMessage: 'Who manages the environment’s key' },
  'environment-running': { id: 'drift.value.environmentRunning', defaultMessage: 'Runtime of the environment' },
})

/** Names of what is not a value and is told by its status alone. */
export const statusNames = defineMessages({
  'key-within-reach': { id: 'drift.status.keyWithinReach', defaultMessage: 'Reach of the key' },
  'key-and-vault-kept': { id: 'drift.status.keyAndVaultKept', defaultMessage: 'Key vault and key' },
  'key-readable': { id: 'drift.status.keyReadable', defaultMessage: 'Reading the key' },
  'policy-readable': { id: 'drift.status.policyReadable', defaultMessage: 'Reading the policy' },
  'membership-readable': { id: 'drift.status.membershipReadable', defaultMessage: 'Reading the environment and the policy' },
  'managed-environment': { id: 'drift.status.managedEnvironment', defaultMessage: 'Managed Environment' },
})
