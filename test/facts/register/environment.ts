import type { Facts } from './register.ts'

export const environmentFacts: Facts = {
  documents: {
    'finance-and-operations-keys': {
      'Enable CMKs': [
        'environment.environmentNoted.why',
        'environment.guide.managedInLifecycleServices.manual1',
        'environment.guide.managedInLifecycleServices.manual2',
        'environment.guide.whichName.text',
        'environment.guide.why',
      ],
    },
    'power-platform-integration': {
      '': ['environment.environmentNoted.remedy', 'environment.guide.whichName.text'],
    },
    'power-platform-keys': {
      'Add an environment to the enterprise policy to encrypt data': [
        'environment.existingPolicyWhy',
        'environment.typeAllowed.why',
        'environment.typeNotGivenSeen',
        'environment.typeUnknownSeen',
      ],
      "Change the environment's encryption key with a new enterprise policy and key": [
        'environment.existingPolicyRemedy',
        'environment.existingPolicyWhy',
      ],
      'Review the encryption status from the Environment History page': [
        'environment.checkHistory',
        'environment.noOtherOperation.manual1',
      ],
    },
    'lock-unlock': {
      '': ['environment.isLocked', 'environment.notLocked.why'],
      'Unlock environments (preview)': ['environment.notLocked.remedy'],
    },
    'terraform-provider': {
      '': ['environment.noOtherOperation.remedy', 'environment.noOtherOperation.why'],
    },
    'lifecycle-services-migration': {
      '': [
        'environment.environmentNoted.manual3',
        'environment.guide.migrated.manual1',
        'environment.pitfall.lifecycleServicesReadOnly.text',
      ],
    },
    'provisioning-app': {
      'Known limitations': ['environment.guide.unifiedEnvironment.manual2', 'environment.pitfall.addressMissing.text'],
    },
    'self-managed-key': {
      '': ['environment.noSelfManagedKey.why'],
    },
    'self-managed-key-migration': {
      '': ['environment.noSelfManagedKey.remedy', 'environment.noSelfManagedKey.why'],
    },
  },
  conclusions: [
    'environment.environmentNoted.why',
    'environment.environmentReady.why',
    'environment.existingPolicyWhy',
    'environment.guide.migrated.manual2',
    'environment.guide.why',
    'environment.guide.whyId.text',
    'environment.guide.whyNothingElse.text',
    'environment.isKeyOfMicrosoftRemedy',
    'environment.lockUnsaidRemedy',
    'environment.notLocked.why',
    'environment.pitfall.lifecycleServicesReadOnly.text',
    'environment.readyButRuntimeRemedy',
    'environment.stateUnsaidRemedy',
    'environment.typeAllowed.why',
    'environment.typeNotGivenRemedy',
    'environment.typeUnknownRemedy',
    'environment.waitForNames',
  ],
  ofTheWizard: [
    'environment.guide.after.next',
    'environment.environmentNoted.isItSeen',
    'environment.environmentNoted.isItSeenWithoutAddress',
    'environment.environmentReady.remedy',
    'environment.guide.happens',
    'environment.guide.managedInLifecycleServices.manual3',
    'environment.guide.unifiedEnvironment.manual1',
    'environment.keyManagedBy',
    'environment.linkStatus',
    'environment.namedAsOngoing',
    'environment.noOngoing',
    'environment.noOperationKnown',
    'environment.ongoingNamed',
    'environment.organizationNamed.remedy',
    'environment.organizationNamedSeen',
    'environment.organizationUnnamedSeen',
    'environment.policyAndStatus',
    'environment.regionKnown.policysLocation',
    'environment.regionKnown.regionKnown',
    'environment.regionKnown.regions',
    'environment.startedAt',
    'environment.startedAtWord',
    'environment.state',
    'environment.typeAllowed.remedy',
    'environment.typeSeen',
  ],
}
