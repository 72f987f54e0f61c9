import { defineMessages } from '../messages/message.ts'

/** Texts of the contradictions. */
export const messages = defineMessages({
  keySizeTopic: { id: 'contradiction.keySize.topic', defaultMessage: 'Size of the key' },
  keySizeSays1: { id: 'contradiction.keySize.says1', defaultMessage: 'RSA, 2048 or 3072 bit.' },
  keySizeSays2: { id: 'contradiction.keySize.says2', defaultMessage: 'RSA, 2048 bit only.' },
  keySizeGoesBy: {
    id: 'contradiction.keySize.goesBy',
    defaultMessage: 'The newer one: both sizes are accepted. 3072 is suggested for a new key, as the stronger of the two.',
  },
  vaultNetworkTopic: { id: 'contradiction.vaultNetwork.topic', defaultMessage: 'Network of the vault' },
  vaultNetworkSays1: {
    id: 'contradiction.vaultNetwork.says1',
    defaultMessage: 'A private link is supported when trusted Microsoft services may pass the firewall.',
  },
  vaultNetworkSays2: { id: 'contradiction.vaultNetwork.says2', defaultMessage: 'The vault must be reachable from the internet.' },
  vaultNetworkGoesBy: {
    id: 'contradiction.vaultNetwork.goesBy',
    defaultMessage:
      'The newer one, with a warning: closing public access without that exception locks every environment, so the exception comes first.',
  },
  locationsTopic: { id: 'contradiction.locations.topic', defaultMessage: 'Words for the policy’s location' },
  locationsSays1: { id: 'contradiction.locations.says1', defaultMessage: 'Lists brazil, uae and sweden.' },
  locationsSays2: { id: 'contradiction.locations.says2', defaultMessage: 'Lists southamerica and unitedarabemirates, and not sweden.' },
  locationsGoesBy: {
    id: 'contradiction.locations.goesBy',
    defaultMessage: 'Neither: the subscription is asked which locations it offers.',
  },
  numberOfPoliciesTopic: { id: 'contradiction.numberOfPolicies.topic', defaultMessage: 'Number of policies in a tenant' },
  numberOfPoliciesSays1: { id: 'contradiction.numberOfPolicies.says1', defaultMessage: 'Names no limit.' },
  numberOfPoliciesSays2: { id: 'contradiction.numberOfPolicies.says2', defaultMessage: 'Took out a limit of two policies.' },
  numberOfPoliciesGoesBy: { id: 'contradiction.numberOfPolicies.goesBy', defaultMessage: 'The newer one.' },
  policyDeletionTopic: { id: 'contradiction.policyDeletion.topic', defaultMessage: 'Deleting a policy that is in use' },
  policyDeletionSays1: { id: 'contradiction.policyDeletion.says1', defaultMessage: 'It is refused while environments are in the policy.' },
  policyDeletionSays2: { id: 'contradiction.policyDeletion.says2', defaultMessage: 'It locks every environment in the policy.' },
  policyDeletionGoesBy: {
    id: 'contradiction.policyDeletion.goesBy',
    defaultMessage: 'Both: it may be refused, and you are warned not to try.',
  },
  existingFlowsTopic: { id: 'contradiction.existingFlows.topic', defaultMessage: 'Flows that exist already' },
  existingFlowsSays1: {
    id: 'contradiction.existingFlows.says1',
    defaultMessage: 'They are moved to your key by themselves, with exceptions.',
  },
  existingFlowsSays2: {
    id: 'contradiction.existingFlows.says2',
    defaultMessage: 'They stay on Microsoft’s key; only new ones are protected.',
  },
  existingFlowsGoesBy: { id: 'contradiction.existingFlows.goesBy', defaultMessage: 'The newer one; the exceptions are told as pitfalls.' },
  failedStatusTopic: { id: 'contradiction.failedStatus.topic', defaultMessage: 'Status Failed' },
  failedStatusSays1: { id: 'contradiction.failedStatus.says1', defaultMessage: 'Add the environment again, then ask support.' },
  failedStatusSays2: { id: 'contradiction.failedStatus.says2', defaultMessage: 'Ask support.' },
  rolesTopic: { id: 'contradiction.roles.topic', defaultMessage: 'Who may add the environment' },
  rolesSays1: { id: 'contradiction.roles.says1', defaultMessage: 'Power Platform administrator or Dynamics 365 administrator.' },
  rolesSays2: { id: 'contradiction.roles.says2', defaultMessage: 'Names Global administrator as well.' },
  holdOfTheOldKeyTopic: { id: 'contradiction.holdOfTheOldKey.topic', defaultMessage: 'How long the old key is kept' },
  holdOfTheOldKeySays1: {
    id: 'contradiction.holdOfTheOldKey.says1',
    defaultMessage: 'Keep the old version of a key for 28 days after a rotation.',
  },
  holdOfTheOldKeySays2: {
    id: 'contradiction.holdOfTheOldKey.says2',
    defaultMessage: 'Keep the key for 30 days after an environment has left the policy.',
  },
  holdOfTheOldKeyGoesBy: {
    id: 'contradiction.holdOfTheOldKey.goesBy',
    defaultMessage: '30 days for both, which is safe for either. That is the wizard’s own conclusion.',
  },
  durationOfIntegrationTopic: {
    id: 'contradiction.durationOfIntegration.topic',
    defaultMessage: 'How long setup of the integration takes',
  },
  durationOfIntegrationSays1: { id: 'contradiction.durationOfIntegration.says1', defaultMessage: 'Only a few minutes.' },
  durationOfIntegrationSays2: { id: 'contradiction.durationOfIntegration.says2', defaultMessage: 'Typically 60 to 90 minutes.' },
  durationOfIntegrationGoesBy: { id: 'contradiction.durationOfIntegration.goesBy', defaultMessage: 'Both: plan for 90 minutes.' },
  commerceTopic: { id: 'contradiction.commerce.topic', defaultMessage: 'Commerce' },
  commerceSays1: { id: 'contradiction.commerce.says1', defaultMessage: 'Covered, with exceptions.' },
  commerceSays2: { id: 'contradiction.commerce.says2', defaultMessage: 'Does not list Commerce; its edition of 2023 did.' },
  commerceGoesBy: {
    id: 'contradiction.commerce.goesBy',
    defaultMessage: 'The article on finance and operations, whose exceptions have to be acknowledged.',
  },
  regulatoryConfigurationServiceTopic: {
    id: 'contradiction.regulatoryConfigurationService.topic',
    defaultMessage: 'Regulatory Configuration Service',
  },
  regulatoryConfigurationServiceSays1: {
    id: 'contradiction.regulatoryConfigurationService.says1',
    defaultMessage: 'Not covered; support is expected in late 2023.',
  },
  regulatoryConfigurationServiceSays2: {
    id: 'contradiction.regulatoryConfigurationService.says2',
    defaultMessage: 'The stand-alone service ends; its functions move into Finance.',
  },
  regulatoryConfigurationServiceGoesBy: {
    id: 'contradiction.regulatoryConfigurationService.goesBy',
    defaultMessage: 'Neither forecast: the date has passed, so what holds today is unknown. Ask Microsoft.',
  },
  encryptionOverviewTopic: {
    id: 'contradiction.encryptionOverview.topic',
    defaultMessage: 'Whether finance and operations can have a key of your own',
  },
  encryptionOverviewSays1: { id: 'contradiction.encryptionOverview.says1', defaultMessage: 'Yes, through Power Platform.' },
  encryptionOverviewSays2: { id: 'contradiction.encryptionOverview.says2', defaultMessage: 'Names keys managed by the service only.' },
  encryptionOverviewGoesBy: {
    id: 'contradiction.encryptionOverview.goesBy',
    defaultMessage: 'The article on customer-managed keys, which is dated.',
  },
})
