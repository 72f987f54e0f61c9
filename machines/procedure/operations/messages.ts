import { defineMessages } from '../../messages/message.ts'

/** Texts of every operation. */
export const operationMessages = defineMessages({
  notAnAzureId: {
    id: 'operations.read.notAnAzureId',
    defaultMessage: 'The environment’s policy ID isn’t an Azure ID: {id}',
  },
  notGiven: { id: 'operations.read.notGiven', defaultMessage: 'not available' },
  none: { id: 'operations.read.none', defaultMessage: 'none' },
  keyNotRead: { id: 'operations.read.keyNotRead', defaultMessage: 'The key wasn’t read.' },
  vaultNotRead: { id: 'operations.read.vaultNotRead', defaultMessage: 'The key vault wasn’t read.' },
  environmentUnread: { id: 'operations.read.environmentUnread', defaultMessage: 'Couldn’t read the environment' },
  policyUnread: { id: 'operations.read.policyUnread', defaultMessage: 'Couldn’t read the policy' },
  vaultUnread: { id: 'operations.read.vaultUnread', defaultMessage: 'Couldn’t read the key vault' },
  keyUnread: { id: 'operations.read.keyUnread', defaultMessage: 'Couldn’t read the key' },
  namedKeyUnread: { id: 'operations.read.namedKeyUnread', defaultMessage: 'Couldn’t read the key {name}' },
  versionsUnread: { id: 'operations.read.versionsUnread', defaultMessage: 'Couldn’t read the key versions' },
  policyStatus: { id: 'operations.read.policyStatus', defaultMessage: 'Policy {policy}, status {status}.' },
  policyGone: { id: 'operations.kept.policyGone', defaultMessage: 'the policy is gone' },
  vaultGone: { id: 'operations.kept.vaultGone', defaultMessage: 'the key vault is gone' },
  keyGone: { id: 'operations.kept.keyGone', defaultMessage: 'the key is gone' },
  keyDisabled: { id: 'operations.kept.keyDisabled', defaultMessage: 'the key is disabled' },
  noAccess: { id: 'operations.kept.noAccess', defaultMessage: 'the policy’s identity has no access to the key' },
  keyAndVault: { id: 'operations.kept.keyAndVault', defaultMessage: '{key} {vault}' },
  keyAndVaultLacking: { id: 'operations.kept.keyAndVaultLacking', defaultMessage: '{read} Found: {lacking}.' },
  holdEnded: { id: 'operations.kept.ended', defaultMessage: 'The 30 days for {what} ended on {until, date, moment}' },
  restoresWouldFail: { id: 'operations.kept.restoresWouldFail', defaultMessage: 'Restores would fail: {lacking}' },
  holdUndated: { id: 'operations.kept.undated', defaultMessage: 'Keep {what} for 30 days; no service shows when they start' },
  holdUntil: { id: 'operations.kept.until', defaultMessage: 'Keep {what} until {until, date, moment}' },
  rowEnvironment: { id: 'operations.row.environment', defaultMessage: 'Environment' },
  rowRegion: { id: 'operations.row.region', defaultMessage: 'Region' },
  rowPolicy: { id: 'operations.row.policy', defaultMessage: 'Policy' },
  rowLinkStatus: { id: 'operations.row.linkStatus', defaultMessage: 'Link status' },
  inNoPolicy: { id: 'operations.row.inNoPolicy', defaultMessage: 'Not in a policy' },
  rowVault: { id: 'operations.row.vault', defaultMessage: 'Key vault' },
  rowKey: { id: 'operations.row.key', defaultMessage: 'Key' },
  rowLatestVersion: { id: 'operations.row.latestVersion', defaultMessage: 'Latest version' },
  rowKeyManagedBy: { id: 'operations.row.keyManagedBy', defaultMessage: 'Key managed by' },
  rowKeepUntil: { id: 'operations.row.keepUntil', defaultMessage: 'Keep the old one until' },
  keepUntil: { id: 'operations.row.keepUntilMoment', defaultMessage: '{at, date, moment}' },
  rowNewPolicy: { id: 'operations.row.newPolicy', defaultMessage: 'New policy' },
  rowNewKey: { id: 'operations.row.newKey', defaultMessage: 'New key' },
  policiesUnreadable: { id: 'operations.policies.unreadable', defaultMessage: 'Couldn’t read the list of policies' },
  lockedEnvironmentDeleted: { id: 'operations.guide.lockedEnvironmentDeleted.heading', defaultMessage: 'A locked environment is deleted' },
  lockedEnvironmentDeletedText: {
    id: 'operations.guide.lockedEnvironmentDeleted.text',
    defaultMessage: 'A sandbox is permanently deleted after 7 days, a production environment after 30. Restore the key access before that.',
  },
  restoreImpossibleAfterChange: {
    id: 'operations.guide.restoreImpossibleAfterChange.heading',
    defaultMessage: 'You can’t restore a backup after changing the key',
  },
  restoreImpossibleAfterChangeText: {
    id: 'operations.guide.restoreImpossibleAfterChange.text',
    defaultMessage:
      'Backups need their original key. Keep the old key, its key vault, and its access for 30 days, and give the new policy access to the old key.',
  },
  copyRestoreTargetRefused: {
    id: 'operations.guide.copyRestoreTargetRefused.heading',
    defaultMessage: 'A copy or restore target is refused',
  },
  copyRestoreTargetRefusedText: {
    id: 'operations.guide.copyRestoreTargetRefused.text',
    defaultMessage: 'The target has another key or none. Move it to the same key first.',
  },
  reEnablingLockedEnvironment: {
    id: 'operations.guide.reEnablingLockedEnvironment.heading',
    defaultMessage: 'Re-enabling a locked environment fails',
  },
  reEnablingLockedEnvironmentText: {
    id: 'operations.guide.reEnablingLockedEnvironment.text',
    defaultMessage:
      'Restore all access to the key first. Whoever re-enables needs Reader on the policy. Re-enable one environment at a time, up to 5 minutes each.',
  },
  changeAnotherKeyMeans: {
    id: 'operations.guide.changeAnotherKeyMeans.heading',
    defaultMessage: 'Changing to another key causes two outages',
  },
  changeAnotherKeyMeansText: {
    id: 'operations.guide.changeAnotherKeyMeans.text',
    defaultMessage:
      'You remove the environment from one policy and add it to the other. A new version of the same key avoids both outages.',
  },
  dataverseCanNeitherDeleted: {
    id: 'operations.guide.dataverseCanNeitherDeleted.heading',
    defaultMessage: 'You can’t delete or reset Dataverse',
  },
  dataverseCanNeitherDeletedText: {
    id: 'operations.guide.dataverseCanNeitherDeleted.text',
    defaultMessage:
      'It’s linked. Delete the finance and operations environment in Lifecycle Services first. Dataverse stays, and you can delete it afterward.',
  },
  linkedEnvironmentChangedAnother: {
    id: 'operations.guide.linkedEnvironmentChangedAnother.heading',
    defaultMessage: 'A linked environment changes to another type',
  },
  linkedEnvironmentChangedAnotherText: {
    id: 'operations.guide.linkedEnvironmentChangedAnother.text',
    defaultMessage:
      'The admin center allows it, but Lifecycle Services can’t follow. If you change production to sandbox, you can’t change it back without deleting it.',
  },
})
