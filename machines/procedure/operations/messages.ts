import { defineMessages } from '../../messages/message.ts'

/** Texts of every operation. */
export const operationMessages = defineMessages({
  notAnAzureId: {
    id: 'operations.read.notAnAzureId',
    defaultMessage: 'The environment names a policy whose ID is not one of Azure’s: {id}',
  },
  notGiven: { id: 'operations.read.notGiven', defaultMessage: 'not given' },
  none: { id: 'operations.read.none', defaultMessage: 'none' },
  keyNotRead: { id: 'operations.read.keyNotRead', defaultMessage: 'The key was not read.' },
  vaultNotRead: { id: 'operations.read.vaultNotRead', defaultMessage: 'The vault was not read.' },
  environmentUnread: { id: 'operations.read.environmentUnread', defaultMessage: 'The environment could not be read' },
  policyUnread: { id: 'operations.read.policyUnread', defaultMessage: 'The policy could not be read' },
  vaultUnread: { id: 'operations.read.vaultUnread', defaultMessage: 'The key vault could not be read' },
  keyUnread: { id: 'operations.read.keyUnread', defaultMessage: 'The key could not be read' },
  namedKeyUnread: { id: 'operations.read.namedKeyUnread', defaultMessage: 'The key {name} could not be read' },
  versionsUnread: { id: 'operations.read.versionsUnread', defaultMessage: 'The versions of the key could not be read' },
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
  holdUndated: { id: 'operations.kept.undated', defaultMessage: 'Keep {what} for 30 days; no service says from when they count' },
  holdUntil: { id: 'operations.kept.until', defaultMessage: 'Keep {what} until {until, date, moment}' },
  rowEnvironment: { id: 'operations.row.environment', defaultMessage: 'Environment' },
  rowRegion: { id: 'operations.row.region', defaultMessage: 'Region' },
  rowPolicy: { id: 'operations.row.policy', defaultMessage: 'Policy' },
  rowLinkStatus: { id: 'operations.row.linkStatus', defaultMessage: 'Link status' },
  inNoPolicy: { id: 'operations.row.inNoPolicy', defaultMessage: 'In no policy' },
  rowVault: { id: 'operations.row.vault', defaultMessage: 'Key vault' },
  rowKey: { id: 'operations.row.key', defaultMessage: 'Key' },
  rowLatestVersion: { id: 'operations.row.latestVersion', defaultMessage: 'Latest version' },
  rowKeyManagedBy: { id: 'operations.row.keyManagedBy', defaultMessage: 'Key managed by' },
  rowKeepUntil: { id: 'operations.row.keepUntil', defaultMessage: 'Keep the old one until' },
  keepUntil: { id: 'operations.row.keepUntilMoment', defaultMessage: '{at, date, moment}' },
  rowNewPolicy: { id: 'operations.row.newPolicy', defaultMessage: 'New policy' },
  rowNewKey: { id: 'operations.row.newKey', defaultMessage: 'New key' },
  policiesUnreadable: { id: 'operations.policies.unreadable', defaultMessage: 'The list of policies could not be read' },
  lockedEnvironmentDeleted: { id: 'operations.guide.lockedEnvironmentDeleted.heading', defaultMessage: 'A locked environment is deleted' },
  lockedEnvironmentDeletedText: {
    id: 'operations.guide.lockedEnvironmentDeleted.text',
    defaultMessage:
      'A sandbox after 7 days, a production environment after 30, and nothing brings it back. Restore the access to the key before that.',
  },
  restoreImpossibleAfterChange: {
    id: 'operations.guide.restoreImpossibleAfterChange.heading',
    defaultMessage: 'A restore is impossible after a change of key',
  },
  restoreImpossibleAfterChangeText: {
    id: 'operations.guide.restoreImpossibleAfterChange.text',
    defaultMessage:
      'Backups need the key they were made under. Keep the old key, its vault and its access for 30 days, and give the new policy access to the old key.',
  },
  copyRestoreTargetRefused: {
    id: 'operations.guide.copyRestoreTargetRefused.heading',
    defaultMessage: 'A copy or restore target is refused',
  },
  copyRestoreTargetRefusedText: {
    id: 'operations.guide.copyRestoreTargetRefused.text',
    defaultMessage: 'The target has another key, or none. Put it on the same key first.',
  },
  reEnablingLockedEnvironment: {
    id: 'operations.guide.reEnablingLockedEnvironment.heading',
    defaultMessage: 'Re-enabling a locked environment fails',
  },
  reEnablingLockedEnvironmentText: {
    id: 'operations.guide.reEnablingLockedEnvironment.text',
    defaultMessage:
      'Every grant on the key has to be back, and the person who re-enables needs Reader on the policy. Then re-enable one environment at a time; each takes up to 5 minutes.',
  },
  changeAnotherKeyMeans: {
    id: 'operations.guide.changeAnotherKeyMeans.heading',
    defaultMessage: 'A change to another key means two outages',
  },
  changeAnotherKeyMeansText: {
    id: 'operations.guide.changeAnotherKeyMeans.text',
    defaultMessage: 'The environment is removed from one policy and added to the other. A new version of the same key needs neither.',
  },
  dataverseCanNeitherDeleted: {
    id: 'operations.guide.dataverseCanNeitherDeleted.heading',
    defaultMessage: 'Dataverse can be neither deleted nor reset',
  },
  dataverseCanNeitherDeletedText: {
    id: 'operations.guide.dataverseCanNeitherDeleted.text',
    defaultMessage:
      'It is linked. Delete the finance and operations environment in Lifecycle Services first; Dataverse stays and can be deleted after it.',
  },
  linkedEnvironmentChangedAnother: {
    id: 'operations.guide.linkedEnvironmentChangedAnother.heading',
    defaultMessage: 'A linked environment is changed to another type',
  },
  linkedEnvironmentChangedAnotherText: {
    id: 'operations.guide.linkedEnvironmentChangedAnother.text',
    defaultMessage:
      'The admin center allows it, Lifecycle Services cannot follow. Production turned into sandbox has no way back without deletion.',
  },
})
