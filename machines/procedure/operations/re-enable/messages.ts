import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('reEnable', {
  guide: {
    title: 'Re-enable after a lock',
    outcome: 'The environment is enabled, and the service can use its key',
    what: 'Restore the key access',
    happens: 'We restore what we can. You re-enable the environment in the admin center.',
    why: 'Without its key, an environment is disabled for everyone, and deleted after 7 or 30 days.',
    howMuchTime: {
      heading: 'How much time do you have?',
      text: 'A locked sandbox is permanently deleted after 7 days, a locked production environment after 30. No service shows the day of the lock, so count from when users lost access.',
    },
    environmentsConcerned: {
      heading: 'Which environments are affected?',
      text: 'All environments on the same policy. They were locked together, but you re-enable each one separately.',
    },
    whyDoesWizardNot: {
      heading: 'Why doesn’t the wizard re-enable it?',
      text: 'Microsoft documents a button for it, but no API. The wizard restores what it can, and sees when the environment is enabled.',
    },
    doesNotHelp: {
      heading: 'What doesn’t help?',
      text: 'A new key version, another policy, or a restore. A locked environment can’t be restored or copied and needs the key that encrypted it.',
    },
    bringBackKey: {
      heading: 'Restore the key',
      click1: 'Deleted key vault: In the Azure portal, go to Key vaults > Manage deleted vaults and recover it.',
      click2:
        'Deleted key: In the key vault, go to Keys > Manage deleted keys and recover it. Disabled key or version: Open it, set Enabled to Yes, and save.',
      click3: 'Blocked key vault: In the key vault, go to Networking, allow trusted Microsoft services, and save.',
    },
    reEnableEnvironment: {
      heading: 'Re-enable the environment',
      click1:
        'In the Power Platform admin center, go to Manage > Environments > the environment > Re-enable environment (labeled preview).',
      click2: 'Wait up to five minutes, then check again here before you continue with the policy’s next environment.',
    },
    doNot: {
      heading: 'What not to do',
      text: 'Don’t remove the environment from its policy, and don’t delete the policy. Our conclusion: without the key, neither can succeed.',
    },
    takes: 'Up to 5 minutes after access is restored',
  },
  readable: {
    accountCanReadPolicy: 'The account can read the policy, which re-enabling requires',
    why: 'Re-enabling fails if the account can’t read the policy.',
    remedy: 'Ask for Power Platform Administrator and for Reader on the policy, then sign in again.',
  },
  accessGiven: { id: 'reEnable.access.policysIdentityMayUse', defaultMessage: 'The policy’s identity can use the key' },
  accessUnknown: {
    id: 'reEnable.access.whetherPolicysIdentityMay',
    defaultMessage: 'It’s unknown whether the policy’s identity can use the key',
  },
  accessMissing: { id: 'reEnable.access.policysIdentityMayNot', defaultMessage: 'The policy’s identity can’t use the key' },
  key: {
    unusable: '{count, plural, one {The key can’t be used} other {The key can’t be used, for # reasons}}',
    why: 'A disabled, expired, or deleted key, a deleted or blocked key store, or a deleted policy locks every environment on the policy.',
    remedy: 'Restore what’s missing, then check again.',
  },
  isTheRestInOrder: { id: 'reEnable.rest.restKeyNeedsOrder', defaultMessage: 'Is everything else the key needs OK?' },
  checkInPortal: {
    id: 'reEnable.rest.lookAzurePortalAccount',
    defaultMessage: 'Check it in the Azure portal with an account that has access, then confirm.',
  },
  rest: {
    keyVersionsVaultPolicy: 'The key, its versions, the key store, and the policy are OK',
  },
  switchedOn: {
    openUsers: 'Can users open {displayName}?',
    environment: 'The environment is enabled',
    waitUntilEndedThen: 'Wait until the operation ends, then check again.',
    notLockedThroughKey: 'A key didn’t lock it. Check the admin center’s history for what disabled it.',
    environmentLocked: 'The environment is locked. {deletion}',
    restoreAccessKeyFirst: 'Restore the key access first. Then re-enable the environment and check again.',
  },
  offDuringOperation: {
    id: 'reEnable.switchedOn.environmentSwitchedOffWhile',
    defaultMessage: 'The environment is disabled while an operation runs on it',
  },
  offWithoutPolicy: {
    id: 'reEnable.switchedOn.environmentSwitchedOffNo',
    defaultMessage: 'The environment is disabled, but it isn’t in a policy',
  },
  canBeReEnabled: {
    id: 'reEnable.switchedOn.environmentSwitchedOffCan',
    defaultMessage: 'The environment is disabled, and you can re-enable it now',
  },
  on: {
    stateAndDeletion: '{state} {deletion}.',
    why: 'After its key is back, a locked environment stays disabled until an admin re-enables it. Without key access, a sandbox is deleted after 7 days, a production environment after 30.',
    remedy: 'Re-enable the environment in the admin center, wait up to five minutes, then check again.',
    manual1: 'In the Power Platform admin center, go to Manage > Environments > the environment.',
    manual2: 'Select Re-enable environment (labeled preview), one environment of the policy at a time.',
    read: 'Runtime: {runtime}. Operation: {operation}.',
  },
  may: {
    why: 'A Power Platform admin or Dynamics 365 admin with read access to the policy can re-enable the environment.',
    remedy: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  access: {
    why: 'All access to the key must be restored before you can re-enable the environment.',
    remedy: 'Give the policy’s identity its key store access again, then check again.',
    manual1: 'In the Azure portal, go to the key vault > Access control (IAM) > Add role assignment.',
    manual2:
      'Select Key Vault Crypto Service Encryption User, assign it to the enterprise policy, and select Review + assign. Wait five minutes.',
  },
  loss: {
    keyDisabled: 'In the Azure portal, go to the key store > Keys > the key > its version. Set Enabled to Yes and save.',
    keyDeleted: 'In the Azure portal, go to the key store > Keys > Manage deleted keys. Select the key and recover it.',
    vaultDeleted: 'In the Azure portal, go to Key vaults > Manage deleted vaults. Select the key vault and recover it.',
    policyDeleted: 'No document says how to bring back a deleted policy. Open a Microsoft support request at once.',
    vaultClosed: 'In the Azure portal, go to the key store > Networking. Allow trusted Microsoft services and save.',
    keyExpired: 'In the Azure portal, go to the key store > Keys > the key > its version. Clear the expiration date and save.',
  },
  keyVersionDisabledManual: {
    id: 'reEnable.loss.keyVersionDisabled',
    defaultMessage: 'In the Azure portal, go to the key store > Keys > the key > the disabled version. Set Enabled to Yes and save.',
  },
  deletion: {
    sandbox: 'A sandbox is deleted 7 days after it’s locked',
    production: 'A production environment is deleted 30 days after it’s locked',
    any: 'A sandbox is deleted 7 days after it’s locked, a production environment after 30',
  },
})
