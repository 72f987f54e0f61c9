import type { Facts } from './register.ts'

export const removalFacts: Facts = {
  documents: {
    'lock-unlock': {
      '': ['removal.accessHappens', 'removal.policyHappens'],
    },
    'soft-delete': {
      '': ['removal.vaultBack'],
      'Soft-delete behavior': [
        'removal.keyBack',
        'removal.keyHappens',
        'removal.vaultBack',
        'removal.vaultHappens',
        'removal.vaultHappensUndated',
      ],
      'Purge protection': ['removal.vaultHappens'],
    },
    'resource-locks': {
      '': ['removal.lockHappens'],
      Portal: ['removal.deleteLockInPortal'],
    },
    'power-platform-keys': {
      'Create enterprise policy': ['removal.policyBack'],
      'Grant the Power Platform admin privilege to read enterprise policy': ['removal.readerHappens'],
      "Change the environment's encryption key with a new enterprise policy and key": ['removal.backupsUndated'],
    },
  },
  conclusions: [
    'removal.alertHappens',
    'removal.auditLogHappens',
    'removal.deleteAccessPolicyInPortal',
    'removal.deleteAlertInPortal',
    'removal.deleteGroupInPortal',
    'removal.deleteInPortal',
    'removal.deleteKeyInPortal',
    'removal.deleteLogInPortal',
    'removal.deleteRoleInPortal',
    'removal.groupHappens',
    'scripts.azureCli.deletes',
  ],
  ofTheWizard: [
    'removal.environmentsUnread',
    'removal.giveAgain',
    'removal.groupBack',
    'removal.notAdministrator',
    'removal.policiesUnread',
    'removal.setAgain',
  ],
}
