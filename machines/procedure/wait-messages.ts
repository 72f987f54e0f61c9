import { defineMessages } from '../messages/message.ts'

/** Texts of the waits. */
export const messages = defineMessages({
  integrationWhat: { id: 'wait.integration.what', defaultMessage: 'Power Platform integration setup' },
  integrationTakes: { id: 'wait.integration.takes', defaultMessage: 'Minutes to 90 minutes' },
  systemAdministratorWhat: {
    id: 'wait.systemAdministrator.what',
    defaultMessage: 'Until Lifecycle Services recognizes a new System Administrator of an existing environment',
  },
  systemAdministratorTakes: { id: 'wait.systemAdministrator.takes', defaultMessage: 'Up to an hour' },
  administratorRoleWhat: {
    id: 'wait.administratorRole.what',
    defaultMessage: 'Until a new admin role can provision finance and operations without a license',
  },
  administratorRoleTakes: { id: 'wait.administratorRole.takes', defaultMessage: 'Up to 12 hours' },
  lifecycleServicesUserWhat: {
    id: 'wait.lifecycleServicesUser.what',
    defaultMessage: 'Until a new user can sign in to Lifecycle Services',
  },
  lifecycleServicesUserTakes: { id: 'wait.lifecycleServicesUser.takes', defaultMessage: 'Up to 2 business days' },
  migrationWhat: { id: 'wait.migration.what', defaultMessage: 'Outage when an environment migrates from Lifecycle Services' },
  migrationTakes: { id: 'wait.migration.takes', defaultMessage: 'About 15 minutes for each application server' },
  policyIdentityWhat: { id: 'wait.policyIdentity.what', defaultMessage: 'Until you can assign a role to a new policy’s identity' },
  policyIdentityTakes: { id: 'wait.policyIdentity.takes', defaultMessage: 'About 90 seconds' },
  roleAssignmentWhat: { id: 'wait.roleAssignment.what', defaultMessage: 'Until a new role assignment takes effect' },
  encryptionWhat: { id: 'wait.encryption.what', defaultMessage: 'Encryption after you add the environment' },
  rotationWhat: { id: 'wait.rotation.what', defaultMessage: 'Until a new key version takes effect' },
  rotationTakes: { id: 'wait.rotation.takes', defaultMessage: 'Up to 24 hours' },
  reEnableWhat: { id: 'wait.reEnable.what', defaultMessage: 'Re-enabling an environment after its key is restored' },
  reEnableTakes: { id: 'wait.reEnable.takes', defaultMessage: 'Up to 5 minutes for each' },
  oldVersionWhat: { id: 'wait.oldVersion.what', defaultMessage: 'Keep the old key version enabled' },
  oldVersionTakes: { id: 'wait.oldVersion.takes', defaultMessage: 'At least 28 days' },
  earlierKeyWhat: { id: 'wait.earlierKey.what', defaultMessage: 'Microsoft keeps an earlier, self-managed key (BYOK) for restores' },
  oldKeyWhat: {
    id: 'wait.oldKey.what',
    defaultMessage: 'Keep the key and its access after an environment leaves the policy',
  },
  oldKeyTakes: { id: 'wait.oldKey.takes', defaultMessage: '30 days' },
  roleAssignmentTakes: { id: 'wait.roleAssignment.takes', defaultMessage: 'Up to 5 minutes' },
  encryptionTakes: { id: 'wait.encryption.takes', defaultMessage: 'Up to 4 days' },
})
