import { type DisplayText, verbatim } from '../../messages/message.ts'
import type { CoverageItem, Statement } from './item.ts'
import { messages } from './item-messages.ts'

/* Statements of the Power Platform page (9 June 2025, and 24 August 2023), and of Power Automate's page about flows (21
   May 2025, and 6 August 2024). */

const page = (covers: Statement['covers'], says: DisplayText): Statement => ({
  source: 'power-platform-keys',
  edition: '2025-06-09',
  covers,
  says,
})
const pageOf2023 = (covers: Statement['covers'], says: DisplayText): Statement => ({
  source: 'power-platform-keys',
  edition: '2023-08-24',
  covers,
  says,
})

const LISTED = messages.inTheList
const UNLISTED = messages.notInTheList
const STAYS = messages.stays

const service = (title: DisplayText, group: CoverageItem['group'] = 'dynamics-365'): CoverageItem => ({
  title,
  group,
  covers: 'covered',
  statements: [page('covered', LISTED), pageOf2023('covered', LISTED)],
})

/** Stays on the Microsoft-managed key according to the newer edition. */
const staysBehind = (title: DisplayText, known: DisplayText, toDo: DisplayText): CoverageItem => ({
  title,
  group: 'power-platform',
  covers: 'not',
  known,
  toDo,
  statements: [page('not', STAYS)],
})

export const SERVICES = {
  /** Always present: step 1 gives every environment one. */
  dataverse: {
    title: verbatim('Dataverse'),
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', messages.inTheListWithSolutions), pageOf2023('covered', messages.inTheListWithSolutions)],
  },
  'dataverse-copilot': {
    title: messages.dataverseCopilot,
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', LISTED), pageOf2023('unlisted', UNLISTED)],
  },
  'copilot-studio': {
    title: verbatim('Copilot Studio'),
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', LISTED), pageOf2023('not', messages.onlyLicensesSays)],
  },
  'customer-insights-data': {
    title: verbatim('Customer Insights - Data'),
    group: 'power-platform',
    covers: 'covered',
    statements: [page('covered', LISTED), pageOf2023('covered', messages.inTheListAsCustomerInsights)],
  },
  'power-apps': {
    title: verbatim('Power Apps'),
    group: 'power-platform',
    covers: 'partly',
    toDo: messages.powerApps.toDo,
    known: messages.powerApps.known,
    statements: [page('partly', messages.powerAppsSays)],
  },
  /** Of the tenant, not of an environment: Microsoft's scripts link it by `platformapps/enterprisePolicies/Encryption/link`. */
  'platform-apps-data': {
    title: messages.platformAppsData.title,
    hint: messages.platformAppsData.hint,
    group: 'power-platform',
    covers: 'unknown',
    because: messages.platformAppsData.because,
    toDo: messages.platformAppsData.toDo,
    known: messages.platformAppsData.known,
    statements: [
      { source: 'enterprise-policy-scripts', edition: '2026-05-13', covers: 'unknown', says: messages.platformAppsDataSays },
      page('unlisted', UNLISTED),
    ],
  },
  connectors: {
    title: messages.connectors.title,
    group: 'power-platform',
    covers: 'not',
    toDo: messages.connectors.toDo,
    known: messages.connectors.known,
    statements: [page('not', messages.connectorsSays), pageOf2023('not', messages.connectorsSays)],
  },
  'solution-checker': staysBehind(messages.solutionChecker, messages.solutionCheckerKnown, messages.solutionCheckerToDo),
  'maker-welcome-content': staysBehind(messages.makerWelcomeContent, messages.makerWelcomeContentKnown, messages.makerWelcomeContentToDo),
  nuance: staysBehind(verbatim('Nuance Conversational IVR'), messages.nuanceKnown, messages.acceptOrDoNotUse),
  'other-services': {
    title: messages.otherServices.title,
    group: 'power-platform',
    covers: 'unknown',
    toDo: messages.otherServices.toDo,
    known: messages.otherServices.known,
    statements: [page('unlisted', messages.otherServicesSays)],
  },
  sales: service(verbatim('Sales')),
  'customer-service': service(verbatim('Customer Service')),
  'field-service': service(verbatim('Field Service')),
  retail: service(verbatim('Retail')),
  chat: service(verbatim('Chat for Dynamics 365')),
  'project-operations': service(verbatim('Project Operations')),
  'intelligent-order-management': service(verbatim('Intelligent Order Management')),
  'fraud-protection': { ...service(verbatim('Fraud Protection')), because: messages.fraudProtection.because },
} as const satisfies Readonly<Record<string, CoverageItem>>

const automate = (covers: Statement['covers'], says: DisplayText): Statement => ({
  source: 'power-automate-keys',
  edition: '2025-05-21',
  covers,
  says,
})
const NOT_MIGRATED = messages.notMigratedSays
const OF_2024: Statement = {
  source: 'power-automate-keys',
  edition: '2024-08-06',
  covers: 'not',
  says: messages.flowsOf2024Says,
}

const flows = (title: DisplayText, known: DisplayText, toDo: DisplayText): CoverageItem => ({
  title,
  group: 'power-automate',
  within: 'power-automate',
  covers: 'not',
  known,
  toDo,
  statements: [automate('not', NOT_MIGRATED), OF_2024],
})

export const FLOWS = {
  'power-automate': {
    title: verbatim('Power Automate'),
    group: 'power-automate',
    covers: 'covered',
    because: messages.exceptedIsOwnItem,
    toDo: messages.powerAutomate.toDo,
    statements: [
      page('covered', messages.inTheListWithExceptions),
      automate('covered', messages.powerAutomateSays),
      { ...OF_2024, covers: 'partly' },
      pageOf2023('partly', messages.inTheListWithoutFlows),
    ],
  },
  'flows-power-apps-v1': flows(messages.flowsPowerAppsV1, messages.flowsPowerAppsV1Known, messages.flowsPowerAppsV1ToDo),
  'flows-http-teams': flows(messages.flowsHttpTeams, messages.flowsHttpTeamsKnown, messages.flowsHttpTeamsToDo),
  'flows-parents': flows(messages.flowsParents, messages.flowsParentsKnown, messages.flowsParentsToDo),
  'flows-list-as-admin': flows(messages.flowsListAsAdmin, messages.flowsListAsAdminKnown, messages.flowsListAsAdminToDo),
  'flows-non-oauth': {
    title: messages.flowsNonOauth.title,
    group: 'power-automate',
    within: 'power-automate',
    covers: 'not',
    toDo: messages.flowsNonOauth.toDo,
    known: messages.flowsNonOauth.known,
    statements: [automate('not', messages.connectionsWithoutOauthSays)],
  },
  'hosted-machine-groups': {
    title: messages.hostedMachineGroups.title,
    group: 'power-automate',
    within: 'power-automate',
    covers: 'partly',
    toDo: messages.hostedMachineGroups.toDo,
    known: messages.hostedMachineGroups.known,
    statements: [automate('partly', messages.hostedMachineGroupsSays)],
  },
  'hosted-machines': {
    title: messages.hostedMachines.title,
    group: 'power-automate',
    within: 'power-automate',
    covers: 'not',
    toDo: messages.hostedMachines.toDo,
    known: messages.hostedMachines.known,
    statements: [automate('not', messages.hostedMachinesSays)],
  },
} as const satisfies Readonly<Record<string, CoverageItem>>
