import type { Contradiction } from '../../engine/references.ts'
import type { DisplayText } from '../../messages/message.ts'
import { messages } from './contradiction-messages.ts'
import type { SourceId } from './source-ids.ts'

interface Words {
  readonly topic: DisplayText
  readonly says1: DisplayText
  readonly says2: DisplayText
  /** Absent: the newer document counts. */
  readonly goesBy?: DisplayText
}

/** @param first the document of the first statement */
const contradiction = (
  { topic, says1, says2, goesBy = messages.numberOfPolicies.goesBy }: Words,
  first: SourceId,
  second: SourceId,
): Contradiction => ({
  topic,
  statements: [
    { source: first, says: says1 },
    { source: second, says: says2 },
  ],
  goesBy,
})

/** Shown in the guide of the affected step, because readers of the other edition must know which one applies. */
export const CONTRADICTIONS = {
  'key-size': contradiction(messages.keySize, 'power-platform-keys', 'power-platform-keys-older'),
  'vault-network': contradiction(messages.vaultNetwork, 'power-platform-keys', 'power-platform-keys-older'),
  'managed-hsm': contradiction(messages.managedHsm, 'finance-and-operations-keys', 'power-platform-keys'),
  locations: contradiction(messages.locations, 'power-platform-keys', 'power-platform-keys-older'),
  'number-of-policies': contradiction(messages.numberOfPolicies, 'power-platform-keys', 'report-two-policies'),
  'policy-deletion': contradiction(messages.policyDeletion, 'enterprise-policy-scripts', 'lock-unlock'),
  'existing-flows': contradiction(messages.existingFlows, 'power-automate-keys', 'power-automate-keys-older'),
  'failed-status': contradiction(messages.failedStatus, 'power-platform-keys', 'power-platform-keys-older'),
  roles: contradiction(messages.roles, 'power-platform-keys', 'power-platform-keys-older'),
  'hold-of-the-old-key': contradiction(messages.holdOfTheOldKey, 'power-platform-keys', 'power-platform-keys'),
  'duration-of-integration': contradiction(messages.durationOfIntegration, 'integration-new-dataverse', 'power-platform-integration-older'),
  commerce: contradiction(messages.commerce, 'finance-and-operations-keys', 'power-platform-keys'),
  'regulatory-configuration-service': contradiction(
    messages.regulatoryConfigurationService,
    'finance-and-operations-keys',
    'globalization-studio',
  ),
  'encryption-overview': contradiction(messages.encryptionOverview, 'finance-and-operations-keys', 'encryption-overview'),
} as const

export type ContradictionId = keyof typeof CONTRADICTIONS

export function contradictionOf(id: string): Contradiction {
  const all: Readonly<Record<string, Contradiction>> = CONTRADICTIONS
  const contradiction = all[id]
  if (!contradiction) throw new Error(`No contradiction is called ${id}`)
  return contradiction
}
