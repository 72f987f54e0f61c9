import { defineMessages } from '../messages/message.ts'

/** Texts of the contradictions. */
export const messages = defineMessages({
  keySizeTopic: { id: 'contradiction.keySize.topic', defaultMessage: 'Key size' },
  keySizeSays1: { id: 'contradiction.keySize.says1', defaultMessage: 'RSA, 2048-bit or 3072-bit.' },
  keySizeSays2: { id: 'contradiction.keySize.says2', defaultMessage: 'RSA, 2048-bit only.' },
  keySizeGoesBy: {
    id: 'contradiction.keySize.goesBy',
    defaultMessage: 'The newer one: the wizard accepts both sizes and suggests 3072, the stronger one, for a new key.',
  },
  vaultNetworkTopic: { id: 'contradiction.vaultNetwork.topic', defaultMessage: 'Key vault network' },
  vaultNetworkSays1: {
    id: 'contradiction.vaultNetwork.says1',
    defaultMessage: 'You can use a private link if trusted Microsoft services can bypass the firewall.',
  },
  vaultNetworkSays2: { id: 'contradiction.vaultNetwork.says2', defaultMessage: 'The vault must be reachable from the internet.' },
  vaultNetworkGoesBy: {
    id: 'contradiction.vaultNetwork.goesBy',
    defaultMessage:
      'The newer one, with a warning: turning off public access without that exception locks every environment, so set it first.',
  },
  managedHsmTopic: { id: 'contradiction.managedHsm.topic', defaultMessage: 'Whether the key can be in a Managed HSM' },
  managedHsmSays1: {
    id: 'contradiction.managedHsm.says1',
    defaultMessage: 'The finance and operations article says that keys must be in Azure Key Vault.',
  },
  managedHsmSays2: {
    id: 'contradiction.managedHsm.says2',
    defaultMessage: 'The Power Platform article allows keys from a Managed HSM.',
  },
  managedHsmGoesBy: {
    id: 'contradiction.managedHsm.goesBy',
    defaultMessage: 'The wizard can use a Managed HSM. You confirm before it creates the policy.',
  },
  locationsTopic: { id: 'contradiction.locations.topic', defaultMessage: 'Policy location names' },
  locationsSays1: { id: 'contradiction.locations.says1', defaultMessage: 'Lists brazil, uae, and sweden.' },
  locationsSays2: { id: 'contradiction.locations.says2', defaultMessage: 'Lists southamerica and unitedarabemirates, but not sweden.' },
  locationsGoesBy: {
    id: 'contradiction.locations.goesBy',
    defaultMessage: 'Neither: the wizard asks the subscription which locations it offers.',
  },
  numberOfPoliciesTopic: { id: 'contradiction.numberOfPolicies.topic', defaultMessage: 'Number of policies per tenant' },
  numberOfPoliciesSays1: { id: 'contradiction.numberOfPolicies.says1', defaultMessage: 'Names no limit.' },
  numberOfPoliciesSays2: { id: 'contradiction.numberOfPolicies.says2', defaultMessage: 'Removed a limit of two policies.' },
  numberOfPoliciesGoesBy: { id: 'contradiction.numberOfPolicies.goesBy', defaultMessage: 'The newer one.' },
  policyDeletionTopic: { id: 'contradiction.policyDeletion.topic', defaultMessage: 'Deleting a policy in use' },
  policyDeletionSays1: { id: 'contradiction.policyDeletion.says1', defaultMessage: 'Refused while environments are in the policy.' },
  policyDeletionSays2: { id: 'contradiction.policyDeletion.says2', defaultMessage: 'Locks every environment in the policy.' },
  policyDeletionGoesBy: {
    id: 'contradiction.policyDeletion.goesBy',
    defaultMessage: 'Both: the service might refuse it, and the wizard warns you not to try.',
  },
  existingFlowsTopic: { id: 'contradiction.existingFlows.topic', defaultMessage: 'Existing flows' },
  existingFlowsSays1: {
    id: 'contradiction.existingFlows.says1',
    defaultMessage: 'Moved to your key automatically, with exceptions.',
  },
  existingFlowsSays2: {
    id: 'contradiction.existingFlows.says2',
    defaultMessage: 'Stay on Microsoft’s key. Only new flows are protected.',
  },
  existingFlowsGoesBy: {
    id: 'contradiction.existingFlows.goesBy',
    defaultMessage: 'The newer one; the exceptions are listed as pitfalls.',
  },
  failedStatusTopic: { id: 'contradiction.failedStatus.topic', defaultMessage: 'Status Failed' },
  failedStatusSays1: { id: 'contradiction.failedStatus.says1', defaultMessage: 'Add the environment again, then ask support.' },
  failedStatusSays2: { id: 'contradiction.failedStatus.says2', defaultMessage: 'Ask support.' },
  rolesTopic: { id: 'contradiction.roles.topic', defaultMessage: 'Who can add the environment' },
  rolesSays1: { id: 'contradiction.roles.says1', defaultMessage: 'Power Platform Administrator or Dynamics 365 Administrator.' },
  rolesSays2: { id: 'contradiction.roles.says2', defaultMessage: 'Also names Global Administrator.' },
  holdOfTheOldKeyTopic: { id: 'contradiction.holdOfTheOldKey.topic', defaultMessage: 'How long to keep the old key' },
  holdOfTheOldKeySays1: {
    id: 'contradiction.holdOfTheOldKey.says1',
    defaultMessage: 'Keep the old key version for 28 days after a rotation.',
  },
  holdOfTheOldKeySays2: {
    id: 'contradiction.holdOfTheOldKey.says2',
    defaultMessage: 'Keep the key for 30 days after an environment leaves the policy.',
  },
  holdOfTheOldKeyGoesBy: {
    id: 'contradiction.holdOfTheOldKey.goesBy',
    defaultMessage: '30 days for both, which is safe either way. This is the wizard’s own conclusion.',
  },
  durationOfIntegrationTopic: {
    id: 'contradiction.durationOfIntegration.topic',
    defaultMessage: 'How long integration setup takes',
  },
  durationOfIntegrationSays1: { id: 'contradiction.durationOfIntegration.says1', defaultMessage: 'Only a few minutes.' },
  durationOfIntegrationSays2: { id: 'contradiction.durationOfIntegration.says2', defaultMessage: 'Typically 60 to 90 minutes.' },
  durationOfIntegrationGoesBy: { id: 'contradiction.durationOfIntegration.goesBy', defaultMessage: 'Both: plan for 90 minutes.' },
  commerceTopic: { id: 'contradiction.commerce.topic', defaultMessage: 'Commerce' },
  commerceSays1: { id: 'contradiction.commerce.says1', defaultMessage: 'Covered, with exceptions.' },
  commerceSays2: { id: 'contradiction.commerce.says2', defaultMessage: 'Doesn’t list Commerce. The 2023 edition did.' },
  commerceGoesBy: {
    id: 'contradiction.commerce.goesBy',
    defaultMessage: 'The finance and operations article. You acknowledge its exceptions.',
  },
  regulatoryConfigurationServiceTopic: {
    id: 'contradiction.regulatoryConfigurationService.topic',
    defaultMessage: 'Regulatory Configuration Service',
  },
  regulatoryConfigurationServiceSays1: {
    id: 'contradiction.regulatoryConfigurationService.says1',
    defaultMessage: 'Not covered. Support is expected in late 2023.',
  },
  regulatoryConfigurationServiceSays2: {
    id: 'contradiction.regulatoryConfigurationService.says2',
    defaultMessage: 'The stand-alone service is ending. Its functions move to Finance.',
  },
  regulatoryConfigurationServiceGoesBy: {
    id: 'contradiction.regulatoryConfigurationService.goesBy',
    defaultMessage: 'Neither forecast: the date has passed, so the current status is unknown. Ask Microsoft.',
  },
  encryptionOverviewTopic: {
    id: 'contradiction.encryptionOverview.topic',
    defaultMessage: 'Whether finance and operations supports your own key',
  },
  encryptionOverviewSays1: { id: 'contradiction.encryptionOverview.says1', defaultMessage: 'Yes, through Power Platform.' },
  encryptionOverviewSays2: { id: 'contradiction.encryptionOverview.says2', defaultMessage: 'Mentions only service-managed keys.' },
  encryptionOverviewGoesBy: {
    id: 'contradiction.encryptionOverview.goesBy',
    defaultMessage: 'The article on customer-managed keys, which has a date.',
  },
})
