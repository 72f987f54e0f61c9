import type { CoverageItem, Statement } from './item.ts'

/*
 * What the Power Platform page says of services in the same environment (9 June 2025, and 24 August 2023), and what Power
 * Automate’s own page says of flows (21 May 2025, and 6 August 2024).
 */

const page = (covers: Statement['covers'], says: string): Statement => ({
  source: 'power-platform-keys',
  edition: '2025-06-09',
  covers,
  says,
})
const pageOf2023 = (covers: Statement['covers'], says: string): Statement => ({
  source: 'power-platform-keys',
  edition: '2023-08-24',
  covers,
  says,
})

const LISTED = 'It stands in the list of services that support the key.'
const UNLISTED = 'The list does not name it.'
const STAYS = 'It stays on the Microsoft-managed key.'

/** A service that both editions list. */
const service = (title: string, group: CoverageItem['group'] = 'dynamics-365'): CoverageItem => ({
  title,
  group,
  covers: 'covered',
  statements: [page('covered', LISTED), pageOf2023('covered', LISTED)],
})

/** Something that the newer edition names as staying on the Microsoft-managed key. */
const staysBehind = (title: string, known: string, toDo: string): CoverageItem => ({
  title,
  group: 'power-platform',
  covers: 'not',
  known,
  toDo,
  statements: [page('not', STAYS)],
})

export const SERVICES = {
  /** Always there: step 1 gives every environment one. */
  dataverse: {
    title: 'Dataverse',
    group: 'power-platform',
    covers: 'covered',
    statements: [
      page('covered', 'It stands in the list, with custom solutions and with Microsoft’s services.'),
      pageOf2023('covered', 'It stands in the list, with custom solutions and with Microsoft’s services.'),
    ],
  },
  'dataverse-copilot': {
    title: 'Copilot for model-driven apps',
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', LISTED), pageOf2023('unlisted', UNLISTED)],
  },
  'copilot-studio': {
    title: 'Copilot Studio',
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', LISTED), pageOf2023('not', 'Only its licences are named there, as Power Virtual Agents.')],
  },
  'customer-insights-data': {
    title: 'Customer Insights - Data',
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', LISTED), pageOf2023('covered', 'It stands in the list as Customer Insights.')],
  },
  'power-apps': {
    title: 'Power Apps',
    group: 'power-platform',
    covers: 'partly',
    toDo: 'Keep what needs your key out of the names and descriptions of apps.',
    known: 'the display names, descriptions and connection metadata of apps are not encrypted with our key',
    statements: [page('partly', 'Display names, descriptions and connection metadata stay on the Microsoft-managed key.')],
  },
  connectors: {
    title: 'Connectors',
    group: 'power-platform',
    covers: 'not',
    toDo: 'Accept the gap: it is in how connections are kept, and nothing in the environment changes it.',
    known: 'the settings of connectors’ connections are not encrypted with our key',
    statements: [
      page('not', 'The connection settings of connectors stay on the Microsoft-managed key.'),
      pageOf2023('not', 'The connection settings of connectors stay on the Microsoft-managed key.'),
    ],
  },
  'solution-checker': staysBehind(
    'Solution checker',
    'the result links and the output of the solution checker are not encrypted with our key',
    'Accept the gap, or do not run it on solutions that need your key.',
  ),
  'maker-welcome-content': staysBehind(
    'Maker welcome content',
    'the welcome content for makers is not encrypted with our key',
    'Keep what needs your key out of the welcome content.',
  ),
  nuance: staysBehind(
    'Nuance Conversational IVR',
    'the data of Nuance Conversational IVR is not encrypted with our key',
    'Accept the gap, or do not use it for what needs your key.',
  ),
  'other-services': {
    title: 'Another service that is not in this list',
    group: 'power-platform',
    covers: 'unknown',
    toDo: 'Ask a Microsoft representative, and keep the answer with the report.',
    known: 'for the other services we use, nobody has said whether they are encrypted with our key',
    statements: [page('unlisted', 'For services that are not listed, the page sends you to a Microsoft representative.')],
  },
  sales: service('Sales'),
  'customer-service': service('Customer Service'),
  'field-service': service('Field Service'),
  retail: service('Retail'),
  chat: service('Chat for Dynamics 365'),
  'project-operations': service('Project Operations'),
  'intelligent-order-management': service('Intelligent Order Management'),
  'fraud-protection': service('Fraud Protection'),
} as const satisfies Readonly<Record<string, CoverageItem>>

const automate = (covers: Statement['covers'], says: string): Statement => ({
  source: 'power-automate-keys',
  edition: '2025-05-21',
  covers,
  says,
})
const NOT_MIGRATED = 'They are not migrated by themselves when the policy is applied.'
const OF_2024: Statement = {
  source: 'power-automate-keys',
  edition: '2024-08-06',
  covers: 'not',
  says: 'All flows that exist before the policy is applied stay on the Microsoft-managed key.',
}

/** Flows that stay behind when the policy is applied. */
const flows = (title: string, known: string, toDo: string): CoverageItem => ({
  title,
  group: 'power-automate',
  within: 'power-automate',
  covers: 'not',
  known: `${known} stay on the Microsoft-managed key`,
  toDo,
  statements: [automate('not', NOT_MIGRATED), OF_2024],
})

export const FLOWS = {
  'power-automate': {
    title: 'Power Automate',
    group: 'power-automate',
    covers: 'covered',
    because: 'What is excepted stands as an item of its own, where it is used.',
    toDo: 'Plan for a time without changes to flows: while they are migrated none can be created or changed, and their run history is not carried over. Allow outbound calls from the service tag PowerPlatformPlex. 25 environments per tenant can have it; more need a support ticket.',
    statements: [
      page('covered', 'It stands in the list, with exceptions.'),
      automate('covered', 'Cloud flows are migrated when the policy is applied, with exceptions.'),
      { ...OF_2024, covers: 'partly' },
      pageOf2023('partly', 'It stands in the list for environments that had no flows before.'),
    ],
  },
  'flows-power-apps-v1': flows(
    'Flows outside of solutions with the Power Apps V1 trigger',
    'flows outside of solutions with the Power Apps V1 trigger',
    'Move them to the Power Apps V2 trigger before step 4, or save each as a new flow after it.',
  ),
  'flows-http-teams': flows(
    'Flows with an HTTP or Teams trigger',
    'flows with an HTTP or Teams trigger',
    'Save each as a new flow after step 4, then give its callers the new address.',
  ),
  'flows-parents': flows(
    'Flows that call one of those flows',
    'flows that call a flow which is not migrated',
    'Put the called flows right first, then save the calling ones as new flows.',
  ),
  'flows-list-as-admin': flows(
    'Flows that use List Flows as Admin V1',
    'flows that use List Flows as Admin V1',
    'After step 4 list what was left behind with the cmdlet Get-AdminFlowEncryptedByMicrosoftKey.',
  ),
  'flows-non-oauth': {
    title: 'Connections that do not use OAuth',
    group: 'power-automate',
    within: 'power-automate',
    covers: 'not',
    toDo: 'Use connections with OAuth where the connector offers them, or accept the gap.',
    known: 'connections that do not use OAuth stay on the Microsoft-managed key',
    statements: [automate('not', 'Connections that do not use OAuth stay on the Microsoft-managed key.')],
  },
  'hosted-machine-groups': {
    title: 'Hosted machine groups',
    group: 'power-automate',
    within: 'power-automate',
    covers: 'partly',
    toDo: 'Provision hosted machine groups anew after step 4.',
    known: 'hosted machine groups are not encrypted with our key until they are provisioned anew',
    statements: [automate('partly', 'Hosted machine groups have to be provisioned anew.')],
  },
  'hosted-machines': {
    title: 'Hosted machines',
    group: 'power-automate',
    within: 'power-automate',
    covers: 'not',
    toDo: 'Do not use hosted machines in this environment, or accept the gap.',
    known: 'hosted machines are not supported with our key',
    statements: [automate('not', 'Hosted machines are not supported.')],
  },
} as const satisfies Readonly<Record<string, CoverageItem>>
