import type { Contradiction } from '../engine/references.ts'
import { messages } from './contradiction-messages.ts'
import type { SourceId } from './source-ids.ts'

/** Shown in the guide of the step where they matter: whoever has read the other edition has to know which one holds. */
export const CONTRADICTIONS = {
  'key-size': {
    topic: messages.keySizeTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.keySizeSays1 },
      { source: 'power-platform-keys-older', says: messages.keySizeSays2 },
    ],
    goesBy: messages.keySizeGoesBy,
  },
  'vault-network': {
    topic: messages.vaultNetworkTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.vaultNetworkSays1 },
      { source: 'power-platform-keys-older', says: messages.vaultNetworkSays2 },
    ],
    goesBy: messages.vaultNetworkGoesBy,
  },
  'managed-hsm': {
    topic: messages.managedHsmTopic,
    statements: [
      { source: 'finance-and-operations-keys', says: messages.managedHsmSays1 },
      { source: 'power-platform-keys', says: messages.managedHsmSays2 },
    ],
    goesBy: messages.managedHsmGoesBy,
  },
  locations: {
    topic: messages.locationsTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.locationsSays1 },
      { source: 'power-platform-keys-older', says: messages.locationsSays2 },
    ],
    goesBy: messages.locationsGoesBy,
  },
  'number-of-policies': {
    topic: messages.numberOfPoliciesTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.numberOfPoliciesSays1 },
      { source: 'report-two-policies', says: messages.numberOfPoliciesSays2 },
    ],
    goesBy: messages.numberOfPoliciesGoesBy,
  },
  'policy-deletion': {
    topic: messages.policyDeletionTopic,
    statements: [
      { source: 'enterprise-policy-scripts', says: messages.policyDeletionSays1 },
      { source: 'lock-unlock', says: messages.policyDeletionSays2 },
    ],
    goesBy: messages.policyDeletionGoesBy,
  },
  'existing-flows': {
    topic: messages.existingFlowsTopic,
    statements: [
      { source: 'power-automate-keys', says: messages.existingFlowsSays1 },
      { source: 'power-automate-keys-older', says: messages.existingFlowsSays2 },
    ],
    goesBy: messages.existingFlowsGoesBy,
  },
  'failed-status': {
    topic: messages.failedStatusTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.failedStatusSays1 },
      { source: 'power-platform-keys-older', says: messages.failedStatusSays2 },
    ],
    goesBy: messages.numberOfPoliciesGoesBy,
  },
  roles: {
    topic: messages.rolesTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.rolesSays1 },
      { source: 'power-platform-keys-older', says: messages.rolesSays2 },
    ],
    goesBy: messages.numberOfPoliciesGoesBy,
  },
  'hold-of-the-old-key': {
    topic: messages.holdOfTheOldKeyTopic,
    statements: [
      { source: 'power-platform-keys', says: messages.holdOfTheOldKeySays1 },
      { source: 'power-platform-keys', says: messages.holdOfTheOldKeySays2 },
    ],
    goesBy: messages.holdOfTheOldKeyGoesBy,
  },
  'duration-of-integration': {
    topic: messages.durationOfIntegrationTopic,
    statements: [
      { source: 'integration-new-dataverse', says: messages.durationOfIntegrationSays1 },
      { source: 'power-platform-integration-older', says: messages.durationOfIntegrationSays2 },
    ],
    goesBy: messages.durationOfIntegrationGoesBy,
  },
  commerce: {
    topic: messages.commerceTopic,
    statements: [
      { source: 'finance-and-operations-keys', says: messages.commerceSays1 },
      { source: 'power-platform-keys', says: messages.commerceSays2 },
    ],
    goesBy: messages.commerceGoesBy,
  },
  'regulatory-configuration-service': {
    topic: messages.regulatoryConfigurationServiceTopic,
    statements: [
      { source: 'finance-and-operations-keys', says: messages.regulatoryConfigurationServiceSays1 },
      { source: 'globalization-studio', says: messages.regulatoryConfigurationServiceSays2 },
    ],
    goesBy: messages.regulatoryConfigurationServiceGoesBy,
  },
  'encryption-overview': {
    topic: messages.encryptionOverviewTopic,
    statements: [
      { source: 'finance-and-operations-keys', says: messages.encryptionOverviewSays1 },
      { source: 'encryption-overview', says: messages.encryptionOverviewSays2 },
    ],
    goesBy: messages.encryptionOverviewGoesBy,
  },
} as const satisfies Record<
  string,
  Contradiction & { readonly statements: readonly (Contradiction['statements'][number] & { readonly source: SourceId })[] }
>

export type ContradictionId = keyof typeof CONTRADICTIONS

/** A contradiction by its ID. */
export function contradictionOf(id: string): Contradiction {
  const all: Readonly<Record<string, Contradiction>> = CONTRADICTIONS
  const contradiction = all[id]
  if (!contradiction) throw new Error(`No contradiction is called ${id}`)
  return contradiction
}
