import { defineMessages } from '../../../messages/message.ts'

/** Texts of reEnable. */
export const messages = defineMessages({
  guideTitle: { id: 'reEnable.guide.title', defaultMessage: 'Re-enable after a lock' },
  guideOutcome: { id: 'reEnable.guide.outcome', defaultMessage: 'The environment is enabled, and the service can use its key' },
  guideWhat: {
    id: 'reEnable.guide.what',
    defaultMessage: 'Restore the key access',
  },
  guideHappens: {
    id: 'reEnable.guide.happens',
    defaultMessage: 'We restore what we can. You re-enable the environment in the admin center.',
  },
  guideWhy: {
    id: 'reEnable.guide.why',
    defaultMessage: 'Without its key, an environment is disabled for everyone, and deleted after 7 or 30 days.',
  },
  howMuchTime: { id: 'reEnable.guide.howMuchTime.heading', defaultMessage: 'How much time do you have?' },
  howMuchTimeText: {
    id: 'reEnable.guide.howMuchTime.text',
    defaultMessage:
      'A locked sandbox is permanently deleted after 7 days, a locked production environment after 30. No service shows the day of the lock, so count from when users lost access.',
  },
  environmentsConcerned: { id: 'reEnable.guide.environmentsConcerned.heading', defaultMessage: 'Which environments are affected?' },
  environmentsConcernedText: {
    id: 'reEnable.guide.environmentsConcerned.text',
    defaultMessage: 'All environments on the same policy. They were locked together, but you re-enable each one separately.',
  },
  whyDoesWizardNot: { id: 'reEnable.guide.whyDoesWizardNot.heading', defaultMessage: 'Why doesn’t the wizard re-enable it?' },
  whyDoesWizardNotText: {
    id: 'reEnable.guide.whyDoesWizardNot.text',
    defaultMessage:
      'Microsoft documents a button for it, but no API. The wizard restores what it can, and sees when the environment is enabled.',
  },
  doesNotHelp: { id: 'reEnable.guide.doesNotHelp.heading', defaultMessage: 'What doesn’t help?' },
  doesNotHelpText: {
    id: 'reEnable.guide.doesNotHelp.text',
    defaultMessage:
      'A new key version, another policy, or a restore. A locked environment can’t be restored or copied and needs the key that encrypted it.',
  },
  bringBackKey: { id: 'reEnable.guide.bringBackKey.heading', defaultMessage: 'Restore the key' },
  bringBackKeyClick1: {
    id: 'reEnable.guide.bringBackKey.click1',
    defaultMessage: 'Deleted key vault: In the Azure portal, go to Key vaults > Manage deleted vaults and recover it.',
  },
  bringBackKeyClick2: {
    id: 'reEnable.guide.bringBackKey.click2',
    defaultMessage:
      'Deleted key: In the key vault, go to Keys > Manage deleted keys and recover it. Disabled key or version: Open it, set Enabled to Yes, and save.',
  },
  bringBackKeyClick3: {
    id: 'reEnable.guide.bringBackKey.click3',
    defaultMessage: 'Blocked key vault: In the key vault, go to Networking, allow trusted Microsoft services, and save.',
  },
  reEnableEnvironment: { id: 'reEnable.guide.reEnableEnvironment.heading', defaultMessage: 'Re-enable the environment' },
  reEnableEnvironmentClick1: {
    id: 'reEnable.guide.reEnableEnvironment.click1',
    defaultMessage:
      'In the Power Platform admin center, go to Manage > Environments > the environment > Re-enable environment (labeled preview).',
  },
  reEnableEnvironmentClick2: {
    id: 'reEnable.guide.reEnableEnvironment.click2',
    defaultMessage: 'Wait up to five minutes, then check again here before you continue with the policy’s next environment.',
  },
  doNot: { id: 'reEnable.guide.doNot.heading', defaultMessage: 'What not to do' },
  doNotText: {
    id: 'reEnable.guide.doNot.text',
    defaultMessage: 'Don’t remove the environment from its policy, and don’t delete the policy. Both need the lost key.',
  },
  accountCanReadPolicy: {
    id: 'reEnable.readable.accountCanReadPolicy',
    defaultMessage: 'The account can read the policy, which re-enabling requires',
  },
  accessGiven: { id: 'reEnable.access.policysIdentityMayUse', defaultMessage: 'The policy’s identity can use the key' },
  accessUnknown: {
    id: 'reEnable.access.whetherPolicysIdentityMay',
    defaultMessage: 'It’s unknown whether the policy’s identity can use the key',
  },
  accessMissing: { id: 'reEnable.access.policysIdentityMayNot', defaultMessage: 'The policy’s identity can’t use the key' },
  keyUnusable: {
    id: 'reEnable.key.unusable',
    defaultMessage: '{count, plural, one {The key can’t be used} other {The key can’t be used, for # reasons}}',
  },
  isTheRestInOrder: { id: 'reEnable.rest.restKeyNeedsOrder', defaultMessage: 'Is everything else the key needs OK?' },
  checkInPortal: {
    id: 'reEnable.rest.lookAzurePortalAccount',
    defaultMessage: 'Check it in the Azure portal with an account that has access, then confirm.',
  },
  keyVersionsVaultPolicy: {
    id: 'reEnable.rest.keyVersionsVaultPolicy',
    defaultMessage: 'The key, its versions, the key vault, and the policy are OK',
  },
  isOpen: { id: 'reEnable.switchedOn.openUsers', defaultMessage: 'Can users open {displayName}?' },
  environmentOn: { id: 'reEnable.switchedOn.environment', defaultMessage: 'The environment is enabled' },
  offDuringOperation: {
    id: 'reEnable.switchedOn.environmentSwitchedOffWhile',
    defaultMessage: 'The environment is disabled while an operation runs on it',
  },
  waitUntilEndedThen: { id: 'reEnable.switchedOn.waitUntilEndedThen', defaultMessage: 'Wait until the operation ends, then check again.' },
  offWithoutPolicy: {
    id: 'reEnable.switchedOn.environmentSwitchedOffNo',
    defaultMessage: 'The environment is disabled, but it isn’t in a policy',
  },
  notLockedThroughKey: {
    id: 'reEnable.switchedOn.notLockedThroughKey',
    defaultMessage: 'A key didn’t lock it. Check the admin center’s history for what disabled it.',
  },
  environmentLocked: { id: 'reEnable.switchedOn.environmentLocked', defaultMessage: 'The environment is locked. {deletion}' },
  canBeReEnabled: {
    id: 'reEnable.switchedOn.environmentSwitchedOffCan',
    defaultMessage: 'The environment is disabled, and you can re-enable it now',
  },
  stateAndDeletion: { id: 'reEnable.on.stateAndDeletion', defaultMessage: '{state} {deletion}.' },
  restoreAccessKeyFirst: {
    id: 'reEnable.switchedOn.restoreAccessKeyFirst',
    defaultMessage: 'Restore the key access first. Then re-enable the environment and check again.',
  },
  readableWhy: { id: 'reEnable.readable.why', defaultMessage: 'Re-enabling fails if the account can’t read the policy.' },
  readableRemedy: {
    id: 'reEnable.readable.remedy',
    defaultMessage: 'Ask for Power Platform Administrator and for Reader on the policy, then sign in again.',
  },
  mayWhy: { id: 'reEnable.may.why', defaultMessage: 'Only an admin of the environment sees the button that re-enables it.' },
  mayRemedy: {
    id: 'reEnable.may.remedy',
    defaultMessage: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  accessWhy: {
    id: 'reEnable.access.why',
    defaultMessage: 'All access to the key must be restored before you can re-enable the environment.',
  },
  accessRemedy: {
    id: 'reEnable.access.remedy',
    defaultMessage: 'Give the policy’s identity its key vault access again, then check again.',
  },
  accessManual1: {
    id: 'reEnable.access.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Access control (IAM) > Add role assignment.',
  },
  accessManual2: {
    id: 'reEnable.access.manual2',
    defaultMessage:
      'Select Key Vault Crypto Service Encryption User, assign it to the enterprise policy, and select Review + assign. Wait five minutes.',
  },
  keyWhy: {
    id: 'reEnable.key.why',
    defaultMessage:
      'A disabled, expired, or deleted key, a deleted or blocked key vault, or a deleted policy locks every environment on the policy.',
  },
  keyRemedy: { id: 'reEnable.key.remedy', defaultMessage: 'Restore what’s missing, then check again.' },
  onWhy: {
    id: 'reEnable.on.why',
    defaultMessage:
      'After its key is back, a locked environment stays disabled until an admin re-enables it. A sandbox is deleted after 7 days, a production environment after 30.',
  },
  onRemedy: {
    id: 'reEnable.on.remedy',
    defaultMessage: 'Re-enable the environment in the admin center, wait up to five minutes, then check again.',
  },
  onManual1: {
    id: 'reEnable.on.manual1',
    defaultMessage: 'In the Power Platform admin center, go to Manage > Environments > the environment.',
  },
  onManual2: {
    id: 'reEnable.on.manual2',
    defaultMessage: 'Select Re-enable environment (labeled preview), one environment of the policy at a time.',
  },
  keyDisabledManual: {
    id: 'reEnable.loss.keyDisabled',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > its version. Set Enabled to Yes and save.',
  },
  keyDeletedManual: {
    id: 'reEnable.loss.keyDeleted',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > Manage deleted keys. Select the key and recover it.',
  },
  vaultDeletedManual: {
    id: 'reEnable.loss.vaultDeleted',
    defaultMessage: 'In the Azure portal, go to Key vaults > Manage deleted vaults. Select the key vault and recover it.',
  },
  policyDeletedManual: {
    id: 'reEnable.loss.policyDeleted',
    defaultMessage: 'You can’t recover a deleted policy. Open a Microsoft support request at once.',
  },
  keyVersionDisabledManual: {
    id: 'reEnable.loss.keyVersionDisabled',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > the disabled version. Set Enabled to Yes and save.',
  },
  vaultClosedManual: {
    id: 'reEnable.loss.vaultClosed',
    defaultMessage: 'In the Azure portal, go to the key vault > Networking. Allow trusted Microsoft services and save.',
  },
  keyExpiredManual: {
    id: 'reEnable.loss.keyExpired',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > its version. Clear the expiration date and save.',
  },
  runtimeAndOperation: { id: 'reEnable.on.read', defaultMessage: 'Runtime: {runtime}. Operation: {operation}.' },
  deletionOfSandbox: { id: 'reEnable.deletion.sandbox', defaultMessage: 'A sandbox is deleted 7 days after it’s locked' },
  deletionOfProduction: {
    id: 'reEnable.deletion.production',
    defaultMessage: 'A production environment is deleted 30 days after it’s locked',
  },
  deletionOfAny: {
    id: 'reEnable.deletion.any',
    defaultMessage: 'A sandbox is deleted 7 days after it’s locked, a production environment after 30',
  },
  guideWhen: {
    id: 'reEnable.guide.when',
    defaultMessage: 'After the environment lost access to the key. Act within days.',
  },
  guideTakes: { id: 'reEnable.guide.takes', defaultMessage: 'Up to 5 minutes after access is restored' },
})
