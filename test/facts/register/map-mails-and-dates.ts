import type { Facts } from './register.ts'

export const mapMailsAndDatesFacts: Facts = {
  documents: {
    'finance-and-operations-keys': {
      '': ['contradiction.encryptionOverview.says1', 'contradiction.managedHsm.says1', 'keyMap.answer.app', 'keyMap.answer.integration'],
      'Enable CMKs': ['keyMap.answer.environment', 'keyMap.answer.integration'],
      'CMK support across finance and operations apps': [
        'contradiction.commerce.says1',
        'contradiction.regulatoryConfigurationService.says1',
      ],
    },
    'power-platform-keys': {
      '': ['contradiction.commerce.says2', 'keyMap.answer.app'],
      'Introduction to customer-managed key': [
        'keyMap.answer.access',
        'keyMap.answer.key',
        'keyMap.answer.membership',
        'keyMap.answer.policy',
      ],
      'Add an environment to the enterprise policy to encrypt data': [
        'keyMap.answer.membership',
        'keyMap.card.offline',
        'keyMap.card.offlinePlanned',
        'keyMap.counts.outage',
        'calendar.outage',
        'calendar.outageText',
        'landscape.reason.changing',
        'mail.outage.body',
        'mail.outage.running',
        'mail.outage.subject',
        'records.changeRequest.latestEnd',
        'records.changeRequest.needsUpTo',
        'wait.encryption.takes',
      ],
      'Licensing requirements for customer managed key': ['license.needed'],
      'Create an Azure paid subscription and key vault': ['keyMap.answer.key'],
      'Grant enterprise policy permissions to access key vault': ['keyMap.answer.access'],
      'Create RSA keys': ['calendar.keyExpiresText', 'contradiction.keySize.says1', 'whatIf.keyExpired'],
      'Create a key in the Azure Key Vault Managed HSM': ['contradiction.managedHsm.says2', 'keyMap.answer.key'],
      'Encrypt your environment with key from Azure Key Vault with private link': [
        'contradiction.vaultNetwork.says1',
        'whatIf.protect.network',
        'whatIf.vaultClosed',
      ],
      'Field definitions for JSON template': ['contradiction.locations.says1'],
      'Create enterprise policy': ['contradiction.numberOfPolicies.says1'],
      "Manage environment's encryption": ['contradiction.roles.says1'],
      "Rotate the environment's encryption key with a new key version": [
        'calendar.holdOfVersionText',
        'calendar.keyExpiresText',
        'calendar.renewsText',
        'calendar.rotateText',
        'contradiction.holdOfTheOldKey.says1',
        'wait.oldVersion.takes',
        'wait.rotation.takes',
        'whatIf.keyVersionDisabled',
        'whatIf.protect.version',
      ],
      'Remove environments from policy to return to Microsoft managed key': [
        'calendar.holdOfKeyText',
        'calendar.holdOfVersionText',
        'contradiction.holdOfTheOldKey.says2',
        'wait.oldKey.takes',
      ],
      "Change the environment's encryption key with a new enterprise policy and key": ['calendar.holdOfKeyText'],
      'Review the encryption status from Enterprise policies': ['contradiction.failedStatus.says1'],
      'Environment database operations': ['landscape.reason.otherKey', 'landscape.reason.otherPolicy'],
    },
    'power-automate-keys': {
      '': ['contradiction.existingFlows.says1'],
    },
    'lock-unlock': {
      '': [
        'contradiction.policyDeletion.says2',
        'keyMap.card.lockedFor',
        'keyMap.card.lockedUntil',
        'window.engagements.reEnableBy',
        'window.engagements.reEnableWithin',
        'window.engagements.restoreBy',
        'window.engagements.restoreWithin',
        'window.keyDatesOfAll.deleted',
        'whatIf.accessRemoved',
        'whatIf.keyDeleted',
        'whatIf.keyDisabled',
        'whatIf.keyVersionDisabled',
        'whatIf.policyDeleted',
        'whatIf.vaultClosed',
        'whatIf.vaultDeleted',
        'whatIf.vaultFenced',
      ],
      'Unlock environments (preview)': ['wait.reEnable.takes'],
    },
    'managed-environment': {
      Permissions: ['landscape.reason.managedDiffers'],
    },
    'managed-environment-licensing': {
      '': ['license.needed'],
    },
    'soft-delete': {
      'Purge protection': ['keyMap.answer.key', 'whatIf.protect.keyDeleted', 'whatIf.protect.vault'],
    },
    'resource-locks': {
      '': ['whatIf.protect.policy', 'whatIf.protect.vault'],
      'Understand scope of locks': ['whatIf.protect.key', 'whatIf.protect.keyDeleted'],
      'Considerations before applying your locks': ['whatIf.protect.access'],
    },
    'key-rotation': {
      '': ['whatIf.protect.expiry'],
    },
    'vault-network': {
      '': ['whatIf.protect.network'],
    },
    'enterprise-policy-scripts': {
      'Delete CMK Enterprise Policy': ['contradiction.policyDeletion.says1'],
      'Grant enterprise policy permissions to access key vault': ['wait.roleAssignment.takes'],
    },
    'terraform-provider': {
      '': ['wait.policyIdentity.takes'],
    },
    'integration-new-dataverse': {
      'Step 4: Provisioning in progress': ['contradiction.durationOfIntegration.says1', 'wait.integration.takes'],
    },
    'power-platform-integration-older': {
      'Enable integration after environment deployment': ['contradiction.durationOfIntegration.says2', 'wait.integration.takes'],
      'Validations for bringing your existing Power Platform environment': ['wait.systemAdministrator.takes'],
    },
    'lifecycle-services-migration': {
      'What happens during migration': ['wait.migration.takes'],
    },
    'lifecycle-services-security': {
      '': ['wait.lifecycleServicesUser.takes'],
    },
    'encryption-overview': {
      '': ['contradiction.encryptionOverview.says2'],
    },
    'globalization-studio': {
      '': ['contradiction.regulatoryConfigurationService.says2'],
    },
    'erp-template': {
      '': ['wait.administratorRole.takes'],
    },
    'power-platform-keys-older': {
      '': [
        'contradiction.commerce.says2',
        'contradiction.failedStatus.says2',
        'contradiction.keySize.says2',
        'contradiction.locations.says2',
        'contradiction.roles.says2',
        'contradiction.vaultNetwork.says2',
      ],
    },
    'self-managed-key-migration': {
      '': ['calendar.holdOfEarlierKeyText', 'wait.oldVersion.takes'],
    },
    'power-automate-keys-older': {
      '': ['contradiction.existingFlows.says2'],
    },
    'partner-relationships': {
      '': ['calendar.accessEndsText'],
    },
    'report-two-policies': {
      '': ['contradiction.numberOfPolicies.says2'],
    },
    'copy-environment': {
      '': ['landscape.reason.otherRegion'],
    },
  },
  conclusions: [
    'calendar.holdOfVersionText',
    'calendar.renewsText',
    'calendar.reviewText',
    'calendar.rotateText',
    'contradiction.commerce.goesBy',
    'contradiction.durationOfIntegration.goesBy',
    'contradiction.encryptionOverview.goesBy',
    'contradiction.existingFlows.goesBy',
    'contradiction.holdOfTheOldKey.goesBy',
    'contradiction.keySize.goesBy',
    'contradiction.locations.goesBy',
    'contradiction.managedHsm.goesBy',
    'contradiction.numberOfPolicies.goesBy',
    'contradiction.policyDeletion.goesBy',
    'contradiction.regulatoryConfigurationService.goesBy',
    'contradiction.vaultNetwork.goesBy',
    'landscape.reason.changing',
    'mail.outage.body',
    'records.changeRequest.needsAtLeast',
    'records.changeRequest.openEnd',
    'whatIf.protect.access',
    'whatIf.protect.key',
    'whatIf.protect.version',
  ],
  ofTheWizard: [
    'keyMap.card.mayBeOffline',
    'keyMap.sentence.failed',
    'keyMap.state.failed',
    'calendar.outageCanceledText',
    'landscape.reason.keyUnknown',
    'landscape.reason.managedUnknown',
    'mail.canceled.body',
    'mail.over.body',
  ],
}
