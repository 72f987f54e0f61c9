import type { Facts } from './register.ts'

export const actionsFacts: Facts = {
  documents: {
    'power-platform-keys': {
      "Rotate the environment's encryption key with a new key version": [
        'action.anotherVersionWhy',
        'action.rotateKey.takes',
        'action.rotateKey.undo',
        'action.rotateKey.waitRange',
      ],
      'Add an environment to the enterprise policy to encrypt data': [
        'action.busy.encrypts',
        'action.busy.encryptsSince',
        'action.linkEnvironment.f701Meaning',
        'action.linkEnvironment.noCancelText',
        'action.linkEnvironment.offline',
        'action.linkEnvironment.offlineText',
        'action.linkEnvironment.waitRange',
        'action.unlinkEnvironment.backText',
        'action.unlinkEnvironment.waitRange',
      ],
      'Understand the potential risk when you manage your key': [
        'action.linkEnvironment.dependent',
        'action.linkEnvironment.dependentText',
      ],
      'Remove environments from policy to return to Microsoft managed key': [
        'action.linkEnvironment.back',
        'action.linkEnvironment.backText',
        'action.unlinkEnvironment.keep',
        'action.unlinkEnvironment.keepText',
        'action.unlinkEnvironment.offline',
        'action.unlinkEnvironment.waitRange',
      ],
      'Grant the Power Platform admin privilege to read enterprise policy': ['action.linkEnvironment.f701Meaning'],
      'Enable the Power Platform enterprise policies service for your Azure subscription': [
        'action.f301Meaning',
        'action.registerProvider.f302Meaning',
        'action.registerProvider.f302Remedy',
      ],
      'Field definitions for JSON template': ['action.createPolicy.f502Meaning'],
      'Encrypt your environment with key from Azure Key Vault with private link': ['action.createVault.f404Remedy'],
      'Grant enterprise policy permissions to access key vault': ['action.grantKeyAccess.undo'],
      'Review the encryption status from Enterprise policies': ['action.rotateKey.undo'],
    },
    'lock-unlock': {
      '': ['action.grantKeyAccess.undo'],
    },
    'managed-environment': {
      Permissions: ['action.enableManagedEnvironment.f801Meaning', 'action.enableManagedEnvironment.f801Remedy'],
    },
    'managed-environment-licensing': {
      '': ['action.enableManagedEnvironment.after'],
    },
    'soft-delete': {
      'Soft-delete behavior': ['action.createVault.f406Meaning', 'action.createVault.undo'],
      'Purge protection': [
        'action.createVault.undo',
        'action.purgeProtectionText',
        'action.purgeProtectionUnknown',
        'action.turnOnPurgeProtection.undo',
      ],
    },
    'resource-locks': {
      '': ['action.lockedMeaning'],
      'Who can create or delete locks': ['action.createLock.mayNotMeaning', 'action.lockedRemedy'],
      Portal: ['action.lockedRemedy'],
    },
    'key-rotation': {
      'Assign an Azure role for key rotation management': ['action.setRotationPolicy.mayNotRemedy'],
    },
    'vault-logging': {
      '': ['action.sendAuditLog.after'],
    },
    'action-groups': {
      '': ['action.mailAlerts.after'],
    },
    'event-grid-provider': {
      '': ['action.mailAlerts.notRegisteredMeaning', 'action.mailAlerts.notRegisteredRemedy'],
    },
    'vault-roles': {
      'Azure built-in roles for Key Vault data plane operations': ['action.createKey.f402Meaning', 'action.createKey.f402Remedy'],
      Prerequisites: [
        'action.grantKeyAccess.f604Meaning',
        'action.grantKeyAccess.f604Remedy',
        'action.grantReader.f604Meaning',
        'action.grantReader.f604Remedy',
      ],
    },
    'managed-hsm-roles': {
      '': ['action.createKey.f402Remedy', 'action.grantKeyAccess.f604Remedy'],
    },
    'enterprise-policy-scripts': {
      'Grant enterprise policy permissions to access key vault': ['action.grantKeyAccess.waitRange'],
      'Update CMK Enterprise Policy': ['action.createPolicy.f504Meaning'],
    },
    'terraform-provider': {
      '': ['action.grantKeyAccess.f602Meaning', 'action.grantKeyAccess.f602Remedy'],
    },
    'power-platform-keys-older': {
      'Field definitions for JSON template': ['action.createPolicy.f502Meaning'],
    },
    'partner-administration': {
      '': ['action.grantReader.f703Meaning', 'action.grantReader.f703Remedy'],
    },
    'report-vault-denied': {
      '': ['action.createVault.f404Meaning', 'action.createVault.f404Remedy'],
    },
    'report-link-not-found': {
      '': ['action.linkEnvironment.f908Meaning'],
    },
  },
  conclusions: [
    'action.keyStoreShutMeaning',
    'action.keyStoreShutRemedy',
    'action.linkEnvironment.noCancelText',
    'action.linkEnvironment.offlineText',
    'action.noCancel',
    'action.notReadyMeaning',
    'action.notReadyRemedy',
    'action.unlinkEnvironment.back',
    'action.unlinkEnvironment.noCancelText',
    'action.unlinkEnvironment.offline',
    'action.unlinkEnvironment.offlineText',
    'action.anotherVersionManual2',
    'action.busy.runs',
    'action.busy.runsSince',
    'action.f301Remedy',
    'action.createPolicy.f502Meaning',
    'action.createVault.takes',
    'action.f404Meaning',
    'action.f405Remedy',
    'action.grantKeyAccess.f602Remedy',
    'action.grantKeyAccess.waitRange',
    'action.grantReader.f703Remedy',
    'action.linkEnvironment.f908Remedy',
    'action.mailAlerts.mayNotRemedy',
    'action.rotateKey.waitRange',
    'action.setRotationPolicy.mayNotMeaning',
    'action.takesFewMinutes',
    'action.unlinkEnvironment.takes',
    'action.unlinkEnvironment.waitRange',
  ],
  ofTheWizard: [
    'action.anotherVersionManual1',
    'action.createPolicy.afterTagged',
    'action.createPolicy.f502Remedy',
    'action.createPolicy.f504Remedy',
    'action.createResourceGroup.afterTagged',
    'action.createVault.afterTagged',
    'action.createVault.f406Remedy',
    'action.f404Remedy',
    'action.inAnotherPolicy',
    'action.linkEnvironment.f701Remedy',
    'action.mailAlerts.mayNotMeaning',
    'action.noIdentityYet',
    'action.notKnown',
    'action.operationNotListed',
  ],
}
