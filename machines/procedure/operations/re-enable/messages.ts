import { defineMessages } from '../../../messages/message.ts'

/** Texts of reEnable. */
export const messages = defineMessages({
  guideTitle: { id: 'reEnable.guide.title', defaultMessage: 'Re-enable after a lock' },
  guideOutcome: { id: 'reEnable.guide.outcome', defaultMessage: 'The environment is on, and the service can use its key' },
  guideWhat: {
    id: 'reEnable.guide.what',
    defaultMessage: 'Restore the access to the key, then re-enable the environment in the admin center.',
  },
  guideWhy: {
    id: 'reEnable.guide.why',
    defaultMessage: 'Without its key an environment is switched off for everybody, and is deleted after 7 or 30 days.',
  },
  howMuchTime: { id: 'reEnable.guide.howMuchTime.heading', defaultMessage: 'How much time is there?' },
  howMuchTimeText: {
    id: 'reEnable.guide.howMuchTime.text',
    defaultMessage:
      'A locked sandbox is deleted after 7 days, a locked production environment after 30, and nothing brings it back. No service names the day of the lock: count from when users were cut off.',
  },
  environmentsConcerned: { id: 'reEnable.guide.environmentsConcerned.heading', defaultMessage: 'Which environments are concerned?' },
  environmentsConcernedText: {
    id: 'reEnable.guide.environmentsConcerned.text',
    defaultMessage: 'All on the same policy: they were locked together. Each is re-enabled by itself.',
  },
  whyDoesWizardNot: { id: 'reEnable.guide.whyDoesWizardNot.heading', defaultMessage: 'Why does the wizard not re-enable it?' },
  whyDoesWizardNotText: {
    id: 'reEnable.guide.whyDoesWizardNot.text',
    defaultMessage:
      'Microsoft documents a button for it and no interface for programs. The wizard restores what it can, and sees when the environment is on again.',
  },
  doesNotHelp: { id: 'reEnable.guide.doesNotHelp.heading', defaultMessage: 'What does not help?' },
  doesNotHelpText: {
    id: 'reEnable.guide.doesNotHelp.text',
    defaultMessage:
      'A new version of the key, another policy or a restore. A locked environment can be neither restored nor copied; it needs the key it is encrypted with.',
  },
  bringBackKey: { id: 'reEnable.guide.bringBackKey.heading', defaultMessage: 'Bring back the key' },
  bringBackKeyClick1: {
    id: 'reEnable.guide.bringBackKey.click1',
    defaultMessage: 'A deleted vault: in the Azure portal, Key vaults, Manage deleted vaults, recover it.',
  },
  bringBackKeyClick2: {
    id: 'reEnable.guide.bringBackKey.click2',
    defaultMessage:
      'A deleted key: in the vault, Keys, Manage deleted keys, recover it. A disabled key or version: open it, Enabled, Yes, save.',
  },
  bringBackKeyClick3: {
    id: 'reEnable.guide.bringBackKey.click3',
    defaultMessage: 'A closed vault: in the vault, Networking, allow trusted Microsoft services, save.',
  },
  reEnableEnvironment: { id: 'reEnable.guide.reEnableEnvironment.heading', defaultMessage: 'Re-enable the environment' },
  reEnableEnvironmentClick1: {
    id: 'reEnable.guide.reEnableEnvironment.click1',
    defaultMessage:
      'In the admin center, open Manage, Environments, the environment, Re-enable environment. The button is labelled preview.',
  },
  reEnableEnvironmentClick2: {
    id: 'reEnable.guide.reEnableEnvironment.click2',
    defaultMessage: 'Wait up to five minutes, then check again here. Only then continue with the next environment of the policy.',
  },
  doNot: { id: 'reEnable.guide.doNot.heading', defaultMessage: 'Do not' },
  doNotText: {
    id: 'reEnable.guide.doNot.text',
    defaultMessage: 'Do not remove the environment from its policy and do not delete the policy: both need the key that was lost.',
  },
  accountCanReadPolicy: {
    id: 'reEnable.readable.accountCanReadPolicy',
    defaultMessage: 'The account can read the policy, which re-enabling requires',
  },
  accessGiven: { id: 'reEnable.access.policysIdentityMayUse', defaultMessage: 'The policy’s identity may use the key' },
  accessUnknown: {
    id: 'reEnable.access.whetherPolicysIdentityMay',
    defaultMessage: 'Whether the policy’s identity may use the key is not known',
  },
  accessMissing: { id: 'reEnable.access.policysIdentityMayNot', defaultMessage: 'The policy’s identity may not use the key' },
  keyUnusable: {
    id: 'reEnable.key.unusable',
    defaultMessage: '{count, plural, one {The key cannot be used} other {The key cannot be used, for # reasons}}',
  },
  isTheRestInOrder: { id: 'reEnable.rest.restKeyNeedsOrder', defaultMessage: 'Is the rest of what the key needs in order?' },
  checkInPortal: {
    id: 'reEnable.rest.lookAzurePortalAccount',
    defaultMessage: 'Look at it in the Azure portal with an account that may, then confirm.',
  },
  keyVersionsVaultPolicy: {
    id: 'reEnable.rest.keyVersionsVaultPolicy',
    defaultMessage: 'The key, its versions, the vault and the policy are in order',
  },
  isOpen: { id: 'reEnable.switchedOn.openUsers', defaultMessage: 'Is {displayName} open for its users?' },
  environmentOn: { id: 'reEnable.switchedOn.environment', defaultMessage: 'The environment is on' },
  offDuringOperation: {
    id: 'reEnable.switchedOn.environmentSwitchedOffWhile',
    defaultMessage: 'The environment is switched off while an operation runs on it',
  },
  waitUntilEndedThen: { id: 'reEnable.switchedOn.waitUntilEndedThen', defaultMessage: 'Wait until it has ended, then check again.' },
  offWithoutPolicy: {
    id: 'reEnable.switchedOn.environmentSwitchedOffNo',
    defaultMessage: 'The environment is switched off, and no policy holds it',
  },
  notLockedThroughKey: {
    id: 'reEnable.switchedOn.notLockedThroughKey',
    defaultMessage: 'It was not locked through a key. Find out in the admin center’s history what switched it off.',
  },
  environmentLocked: { id: 'reEnable.switchedOn.environmentLocked', defaultMessage: 'The environment is locked. {deletion}' },
  canBeReEnabled: {
    id: 'reEnable.switchedOn.environmentSwitchedOffCan',
    defaultMessage: 'The environment is switched off and can be re-enabled now',
  },
  stateAndDeletion: { id: 'reEnable.on.stateAndDeletion', defaultMessage: '{state} {deletion}.' },
  sentences: { id: 'reEnable.key.sentences', defaultMessage: '{before} {next}' },
  restoreAccessKeyFirst: {
    id: 'reEnable.switchedOn.restoreAccessKeyFirst',
    defaultMessage: 'Restore the access to the key first. Then re-enable the environment and check again.',
  },
  readableWhy: { id: 'reEnable.readable.why', defaultMessage: 'Re-enabling fails for an account that cannot read the policy.' },
  readableRemedy: {
    id: 'reEnable.readable.remedy',
    defaultMessage: 'Ask for Power Platform administrator, and for Reader on the policy, then sign in again.',
  },
  mayWhy: { id: 'reEnable.may.why', defaultMessage: 'Only an administrator of the environment finds the button that re-enables it.' },
  mayRemedy: {
    id: 'reEnable.may.remedy',
    defaultMessage: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
  },
  accessWhy: {
    id: 'reEnable.access.why',
    defaultMessage: 'Every grant on the key has to be back before the environment can be re-enabled.',
  },
  accessRemedy: {
    id: 'reEnable.access.remedy',
    defaultMessage: 'Give the policy’s identity its access to the vault again, then check again.',
  },
  accessManual1: {
    id: 'reEnable.access.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Access control (IAM), Add role assignment.',
  },
  accessManual2: {
    id: 'reEnable.access.manual2',
    defaultMessage:
      'Select Key Vault Crypto Service Encryption User, assign it to the enterprise policy, review and assign. Then wait five minutes.',
  },
  keyWhy: {
    id: 'reEnable.key.why',
    defaultMessage:
      'A disabled, expired or deleted key, a deleted or closed vault and a deleted policy each lock every environment on the policy.',
  },
  keyRemedy: { id: 'reEnable.key.remedy', defaultMessage: 'Bring back what is missing, then check again.' },
  onWhy: {
    id: 'reEnable.on.why',
    defaultMessage:
      'A locked environment stays off after its key is back, until an administrator re-enables it: a sandbox is deleted after 7 days, a production environment after 30.',
  },
  onRemedy: {
    id: 'reEnable.on.remedy',
    defaultMessage: 'Re-enable the environment in the admin center, wait up to five minutes, then check again.',
  },
  onManual1: { id: 'reEnable.on.manual1', defaultMessage: 'In the admin center, open Manage, Environments, the environment.' },
  onManual2: {
    id: 'reEnable.on.manual2',
    defaultMessage: 'Select Re-enable environment, which is labelled preview. One environment of the policy at a time.',
  },
  keyDisabledManual: {
    id: 'reEnable.loss.keyDisabled',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, its version. Set Enabled to Yes, save.',
  },
  keyDeletedManual: {
    id: 'reEnable.loss.keyDeleted',
    defaultMessage: 'In the Azure portal, open the vault, Keys, Manage deleted keys. Select the key, recover it.',
  },
  vaultDeletedManual: {
    id: 'reEnable.loss.vaultDeleted',
    defaultMessage: 'In the Azure portal, open Key vaults, Manage deleted vaults. Select the vault, recover it.',
  },
  policyDeletedManual: {
    id: 'reEnable.loss.policyDeleted',
    defaultMessage: 'A deleted policy cannot be recovered. Open a support request with Microsoft at once.',
  },
  keyVersionDisabledManual: {
    id: 'reEnable.loss.keyVersionDisabled',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, the disabled version. Set Enabled to Yes, save.',
  },
  vaultClosedManual: {
    id: 'reEnable.loss.vaultClosed',
    defaultMessage: 'In the Azure portal, open the vault, Networking. Allow trusted Microsoft services, save.',
  },
  keyExpiredManual: {
    id: 'reEnable.loss.keyExpired',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, its version. Clear the expiration date, save.',
  },
  runtimeAndOperation: { id: 'reEnable.on.read', defaultMessage: 'Runtime: {runtime}. Operation: {operation}.' },
  deletionOfSandbox: { id: 'reEnable.deletion.sandbox', defaultMessage: 'A sandbox is deleted 7 days after it was locked' },
  deletionOfProduction: {
    id: 'reEnable.deletion.production',
    defaultMessage: 'A production environment is deleted 30 days after it was locked',
  },
  deletionOfAny: {
    id: 'reEnable.deletion.any',
    defaultMessage: 'A sandbox is deleted 7 days after it was locked, a production environment after 30',
  },
  guideWhen: {
    id: 'reEnable.guide.when',
    defaultMessage:
      'When the environment was locked: the service lost access to the key and switched the environment off. Restore the access within days.',
  },
  guideTakes: { id: 'reEnable.guide.takes', defaultMessage: 'Up to 5 minutes for each environment, once the access is back' },
})
