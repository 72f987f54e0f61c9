import { defineMessages } from '../messages/message.ts'

export const messages = defineMessages('wait', {
  integration: {
    what: 'Power Platform integration setup',
    takes: 'Minutes to 90 minutes',
  },
  systemAdministrator: {
    what: 'Until Lifecycle Services recognizes a new System Administrator of an existing environment',
    takes: 'Up to an hour',
  },
  administratorRole: {
    what: 'Until a new admin role can provision finance and operations without a license',
    takes: 'Up to 12 hours',
  },
  lifecycleServicesUser: {
    what: 'Until a new user can sign in to Lifecycle Services',
    takes: 'Up to 2 business days',
  },
  migration: {
    what: 'Outage when an environment migrates from Lifecycle Services',
    takes: 'About 15 minutes for each application server',
  },
  policyIdentity: {
    what: 'Until you can assign a role to a new policy’s identity',
    takes: 'About 90 seconds',
  },
  roleAssignment: {
    what: 'Until a new role assignment takes effect',
    takes: 'Up to 5 minutes, by Microsoft’s scripts',
  },
  encryption: {
    what: 'Encryption after you add the environment',
    takes: 'Up to 4 days',
  },
  rotation: {
    what: 'Until a new key version takes effect',
    takes: 'Up to 24 hours',
  },
  reEnable: {
    what: 'Re-enabling an environment after its key is restored',
    takes: 'Up to 5 minutes for each',
  },
  oldVersion: {
    what: 'Keep the old key version enabled',
    takes: 'At least 28 days',
  },
  earlierKeyWhat: { id: 'wait.earlierKey.what', defaultMessage: 'Microsoft keeps an earlier, self-managed key (BYOK) for restores' },
  oldKey: {
    what: 'Keep the key and its access after an environment leaves the policy',
    takes: '30 days',
  },
})
