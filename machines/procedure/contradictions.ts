import type { DisplayText } from '../messages/message.ts'
import type { SourceId } from './source-ids.ts'

/** A matter on which documents, or editions of one, say different things. */
export interface Contradiction {
  readonly topic: DisplayText
  /** What each says, the newest edition first; one without a date last. */
  readonly statements: readonly [Statement, Statement]
  /** What the wizard goes by. */
  readonly goesBy: DisplayText
}

interface Statement {
  readonly source: SourceId
  readonly says: DisplayText
}

/** Shown in the guide of the step where they matter: whoever has read the other edition has to know which one holds. */
export const CONTRADICTIONS = {
  'key-size': {
    topic: 'Size of the key',
    statements: [
      { source: 'power-platform-keys', says: 'RSA, 2048 or 3072 bit.' },
      { source: 'power-platform-keys-older', says: 'RSA, 2048 bit only.' },
    ],
    goesBy: 'The newer one: both sizes are accepted. 3072 is suggested for a new key, as the stronger of the two.',
  },
  'vault-network': {
    topic: 'Network of the vault',
    statements: [
      { source: 'power-platform-keys', says: 'A private link is supported when trusted Microsoft services may pass the firewall.' },
      { source: 'power-platform-keys-older', says: 'The vault must be reachable from the internet.' },
    ],
    goesBy:
      'The newer one, with a warning: closing public access without that exception locks every environment, so the exception comes first.',
  },
  locations: {
    topic: 'Words for the policy’s location',
    statements: [
      { source: 'power-platform-keys', says: 'Lists brazil, uae and sweden.' },
      { source: 'power-platform-keys-older', says: 'Lists southamerica and unitedarabemirates, and not sweden.' },
    ],
    goesBy: 'Neither: the subscription is asked which locations it offers.',
  },
  'number-of-policies': {
    topic: 'Number of policies in a tenant',
    statements: [
      { source: 'power-platform-keys', says: 'Names no limit.' },
      { source: 'report-two-policies', says: 'Took out a limit of two policies.' },
    ],
    goesBy: 'The newer one.',
  },
  'policy-deletion': {
    topic: 'Deleting a policy that is in use',
    statements: [
      { source: 'enterprise-policy-scripts', says: 'It is refused while environments are in the policy.' },
      { source: 'lock-unlock', says: 'It locks every environment in the policy.' },
    ],
    goesBy: 'Both: it may be refused, and you are warned not to try.',
  },
  'existing-flows': {
    topic: 'Flows that exist already',
    statements: [
      { source: 'power-automate-keys', says: 'They are moved to your key by themselves, with exceptions.' },
      { source: 'power-automate-keys-older', says: 'They stay on Microsoft’s key; only new ones are protected.' },
    ],
    goesBy: 'The newer one; the exceptions are told as pitfalls.',
  },
  'failed-status': {
    topic: 'Status Failed',
    statements: [
      { source: 'power-platform-keys', says: 'Add the environment again, then ask support.' },
      { source: 'power-platform-keys-older', says: 'Ask support.' },
    ],
    goesBy: 'The newer one.',
  },
  roles: {
    topic: 'Who may add the environment',
    statements: [
      { source: 'power-platform-keys', says: 'Power Platform administrator or Dynamics 365 administrator.' },
      { source: 'power-platform-keys-older', says: 'Names Global administrator as well.' },
    ],
    goesBy: 'The newer one.',
  },
  'hold-of-the-old-key': {
    topic: 'How long the old key is kept',
    statements: [
      { source: 'power-platform-keys', says: 'Keep the old version of a key for 28 days after a rotation.' },
      { source: 'power-platform-keys', says: 'Keep the key for 30 days after an environment has left the policy.' },
    ],
    goesBy: '30 days for both, which is safe for either. That is the wizard’s own conclusion.',
  },
  'duration-of-integration': {
    topic: 'How long setup of the integration takes',
    statements: [
      { source: 'integration-new-dataverse', says: 'Only a few minutes.' },
      { source: 'power-platform-integration-older', says: 'Typically 60 to 90 minutes.' },
    ],
    goesBy: 'Both: plan for 90 minutes.',
  },
  commerce: {
    topic: 'Commerce',
    statements: [
      { source: 'finance-and-operations-keys', says: 'Covered, with exceptions.' },
      { source: 'power-platform-keys', says: 'Does not list Commerce; its edition of 2023 did.' },
    ],
    goesBy: 'The article on finance and operations, whose exceptions have to be acknowledged.',
  },
  'regulatory-configuration-service': {
    topic: 'Regulatory Configuration Service',
    statements: [
      { source: 'finance-and-operations-keys', says: 'Not covered; support is expected in late 2023.' },
      { source: 'globalization-studio', says: 'The stand-alone service ends; its functions move into Finance.' },
    ],
    goesBy: 'Neither forecast: the date has passed, so what holds today is unknown. Ask Microsoft.',
  },
  'encryption-overview': {
    topic: 'Whether finance and operations can have a key of your own',
    statements: [
      { source: 'finance-and-operations-keys', says: 'Yes, through Power Platform.' },
      { source: 'encryption-overview', says: 'Names keys managed by the service only.' },
    ],
    goesBy: 'The article on customer-managed keys, which is dated.',
  },
} as const satisfies Record<string, Contradiction>

export type ContradictionId = keyof typeof CONTRADICTIONS

/** Looks a contradiction up as the general type. */
export const contradictionOf = (id: ContradictionId): Contradiction => CONTRADICTIONS[id]
