import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('contradiction', {
  keySize: {
    topic: 'Key size',
    says1: 'RSA, 2048-bit or 3072-bit.',
    says2: 'RSA, 2048-bit only.',
    goesBy: 'The newer one: the wizard accepts both sizes and suggests 3072, the stronger one, for a new key.',
  },
  vaultNetwork: {
    topic: 'Key vault network',
    says1: 'You can use a private link if trusted Microsoft services can bypass the firewall.',
    says2: 'The vault must be reachable from the internet.',
    goesBy: 'The newer one, with a warning: turning off public access without that exception locks every environment, so set it first.',
  },
  managedHsm: {
    topic: 'Whether the key can be in a Managed HSM',
    says1: 'The finance and operations article says that keys must be in Azure Key Vault.',
    says2: 'The Power Platform article allows keys from a Managed HSM.',
    goesBy: 'The wizard can use a Managed HSM. You confirm before it creates the policy.',
  },
  locations: {
    topic: 'Policy location names',
    says1: 'Lists brazil, uae, and sweden.',
    says2: 'Lists southamerica and unitedarabemirates, but not sweden.',
    goesBy: 'Neither: the wizard asks the subscription which locations it offers.',
  },
  numberOfPolicies: {
    topic: 'Number of policies per tenant',
    says1: 'Names no limit.',
    says2: 'Removed a limit of two policies.',
    goesBy: 'The newer one.',
  },
  policyDeletion: {
    topic: 'Deleting a policy in use',
    says1: 'Refused while environments are in the policy.',
    says2: 'Locks every environment in the policy.',
    goesBy: 'Both: the service might refuse it, and the wizard warns you not to try.',
  },
  existingFlows: {
    topic: 'Existing flows',
    says1: 'Moved to your key automatically, with exceptions.',
    says2: 'Stay on Microsoft’s key. Only new flows are protected.',
    goesBy: 'The newer one; the exceptions are listed as pitfalls.',
  },
  failedStatus: {
    topic: 'Status Failed',
    says1: 'Add the environment again, then ask support.',
    says2: 'Ask support.',
  },
  roles: {
    topic: 'Who can add the environment',
    says1: 'Power Platform Administrator or Dynamics 365 Administrator.',
    says2: 'Also names Global Administrator.',
  },
  holdOfTheOldKey: {
    topic: 'How long to keep the old key',
    says1: 'Keep the old key version for 28 days after a rotation.',
    says2: 'Keep the key for 30 days after an environment leaves the policy.',
    goesBy: '30 days for both, which is safe either way. This is the wizard’s own conclusion.',
  },
  durationOfIntegration: {
    topic: 'How long integration setup takes',
    says1: 'Only a few minutes.',
    says2: 'Typically 60 to 90 minutes.',
    goesBy: 'Both: plan for 90 minutes.',
  },
  commerce: {
    topic: 'Commerce',
    says1: 'Covered, with exceptions.',
    says2: 'Doesn’t list Commerce. The 2023 edition did.',
    goesBy: 'The finance and operations article. You acknowledge its exceptions.',
  },
  regulatoryConfigurationService: {
    topic: 'Regulatory Configuration Service',
    says1: 'Not covered. Support is expected in late 2023.',
    says2: 'The stand-alone service is ending. Its functions move to Finance.',
    goesBy: 'Neither forecast: the date has passed, so the current status is unknown. Ask Microsoft.',
  },
  encryptionOverview: {
    topic: 'Whether finance and operations supports your own key',
    says1: 'Yes, through Power Platform.',
    says2: 'Mentions only service-managed keys.',
    goesBy: 'The article on customer-managed keys, which has a date.',
  },
})
