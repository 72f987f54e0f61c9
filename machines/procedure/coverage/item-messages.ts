import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  inTheList: { id: 'coverage.inTheList', defaultMessage: 'The list of services that support the key includes it.' },
  sinceRcsMoved: {
    id: 'coverage.sinceRcsMoved',
    defaultMessage:
      'The stand-alone Regulatory Configuration Service was due to shut down by August 1, 2024. Since version 10.0.39, Finance’s Globalization Studio has its functions. No document says whether the key now covers the data.',
  },
  moveFromRcs: {
    id: 'coverage.moveFromRcs',
    defaultMessage: 'Move to Globalization Studio in Finance. Then ask Microsoft whether your key encrypts the data there.',
  },
  askMicrosoft: {
    id: 'coverage.askMicrosoft',
    defaultMessage: 'Ask Microsoft whether your key encrypts this data, and keep the answer with the report.',
  },
  rcsLimited: {
    id: 'coverage.rcsLimited',
    defaultMessage: 'Deployments with the stand-alone Regulatory Configuration Service don’t support the key.',
  },
  rcsSilent: {
    id: 'coverage.rcsSilent',
    defaultMessage: 'It limits only deployments with the stand-alone Regulatory Configuration Service.',
  },
  otherAddIns: { id: 'coverage.otherAddIns.title', defaultMessage: 'Other add-ins' },
  otherAddInsHint: {
    id: 'coverage.otherAddIns.hint',
    defaultMessage: 'For example, Planning Optimization, Inventory Visibility, Export to Data Lake, IoT Intelligence',
  },
  otherAddInsBecause: { id: 'coverage.otherAddIns.because', defaultMessage: 'The article doesn’t list these add-ins.' },
  allOthersSupport: { id: 'coverage.allOthersSupport', defaultMessage: 'All other add-ins support the policy.' },
  nothingOnOtherGeography: {
    id: 'coverage.nothingOnOtherGeography',
    defaultMessage: 'It doesn’t mention components in another geography.',
  },
  hereBecause: {
    id: 'coverage.here.because',
    defaultMessage: 'The article excludes only components outside the environment’s geography.',
  },
  onlyOtherGeographySays: { id: 'coverage.onlyOtherGeographySays', defaultMessage: 'It excludes only components in another geography.' },
  elsewhereToDo: { id: 'coverage.elsewhere.toDo', defaultMessage: 'Move the component to the environment’s geography, or accept the gap.' },
  otherGeographySays: {
    id: 'coverage.otherGeographySays',
    defaultMessage: 'Components outside the environment’s geography can’t use the key.',
  },
  allResources: { id: 'coverage.allResources', defaultMessage: 'All environment-specific resources support the key.' },
  financeRcs: { id: 'coverage.financeRcs.title', defaultMessage: 'Stand-alone Regulatory Configuration Service used with Finance' },
  financeRcsKnown: {
    id: 'coverage.financeRcs.known',
    defaultMessage: 'data in the stand-alone Regulatory Configuration Service is not encrypted with our key',
  },
  rcsDataSays: {
    id: 'coverage.rcsDataSays',
    defaultMessage: 'Data managed in the Regulatory Configuration Service doesn’t support the key.',
  },
  supplyChainManagement: { id: 'coverage.supplyChainManagement.title', defaultMessage: 'Supply Chain Management' },
  allResourcesAtRest: { id: 'coverage.allResourcesAtRest', defaultMessage: 'All environment-specific resources at rest support the key.' },
  demandPlanning: { id: 'coverage.demandPlanning.title', defaultMessage: 'Demand planning app' },
  demandPlanningToDo: {
    id: 'coverage.demandPlanning.toDo',
    defaultMessage: 'Ask Microsoft which Demand planning data stays on the Microsoft-managed key. The article doesn’t say.',
  },
  demandPlanningKnown: {
    id: 'coverage.demandPlanning.known',
    defaultMessage: 'our key doesn’t fully cover Demand planning, and it isn’t documented which part is left out',
  },
  notFullySays: { id: 'coverage.notFullySays', defaultMessage: 'The app doesn’t fully support the key.' },
  noRowSays: { id: 'coverage.noRowSays', defaultMessage: 'The table doesn’t list it.' },
  humanResources: { id: 'coverage.humanResources.title', defaultMessage: 'Human Resources in a finance and operations environment' },
  allResourcesWhenProvisioned: {
    id: 'coverage.allResourcesWhenProvisioned',
    defaultMessage: 'All environment-specific resources support the key if you provision it through a finance and operations environment.',
  },
  whenProvisionedSays: {
    id: 'coverage.whenProvisionedSays',
    defaultMessage: 'Covered if you provision it through a finance and operations environment.',
  },
  humanResourcesStandAlone: { id: 'coverage.humanResourcesStandAlone.title', defaultMessage: 'Stand-alone Human Resources app' },
  humanResourcesStandAloneToDo: {
    id: 'coverage.humanResourcesStandAlone.toDo',
    defaultMessage: 'Migrate it to a finance and operations environment with the migration tooling first, or accept the gap.',
  },
  humanResourcesStandAloneKnown: {
    id: 'coverage.humanResourcesStandAlone.known',
    defaultMessage: 'the data of the stand-alone Human Resources app is not encrypted with our key',
  },
  standAloneSays: {
    id: 'coverage.standAloneSays',
    defaultMessage: 'The stand-alone app doesn’t support the key. Migrate it first.',
  },
  standAloneNotCovered: {
    id: 'coverage.standAloneNotCovered',
    defaultMessage: 'The stand-alone app isn’t covered. Migrate it first.',
  },
  lifecycleServices: { id: 'coverage.lifecycleServices.title', defaultMessage: 'Lifecycle Services projects' },
  lifecycleServicesHint: {
    id: 'coverage.lifecycleServices.hint',
    defaultMessage: 'File assets, methodologies, task recordings, project data',
  },
  lifecycleServicesBecause: {
    id: 'coverage.lifecycleServices.because',
    defaultMessage: 'Whether this matters after a migration to the Power Platform admin center isn’t documented.',
  },
  lifecycleServicesToDo: {
    id: 'coverage.lifecycleServices.toDo',
    defaultMessage: 'Check the project’s asset library and task recordings, and remove what needs your key.',
  },
  lifecycleServicesKnown: {
    id: 'coverage.lifecycleServices.known',
    defaultMessage:
      'file assets, methodologies, task recordings, and other project data in Lifecycle Services are not encrypted with our key',
  },
  lifecycleServicesSays: {
    id: 'coverage.lifecycleServicesSays',
    defaultMessage: 'Data stored in Lifecycle Services isn’t encrypted with the key.',
  },
  exceptedIsOwnItem: {
    id: 'coverage.exceptedIsOwnItem',
    defaultMessage: 'Each exception has its own entry in this list.',
  },
  allResourcesWithExceptions: {
    id: 'coverage.allResourcesWithExceptions',
    defaultMessage: 'All environment-specific resources support the key, with exceptions.',
  },
  commerceUnlistedSays: {
    id: 'coverage.commerceUnlistedSays',
    defaultMessage: 'The list of services that support the key no longer includes Commerce.',
  },
  commerceContentManagement: { id: 'coverage.commerceContentManagement.title', defaultMessage: 'E-commerce content management system' },
  acceptOrDoNotUse: {
    id: 'coverage.acceptOrDoNotUse',
    defaultMessage: 'Accept the gap, or don’t use it for data that needs your key.',
  },
  commerceContentManagementKnown: {
    id: 'coverage.commerceContentManagement.known',
    defaultMessage: 'the e-commerce content management system is not encrypted with our key',
  },
  exceptedSays: { id: 'coverage.exceptedSays', defaultMessage: 'It’s an exception: the key doesn’t cover it.' },
  exceptedPromisedSays: {
    id: 'coverage.exceptedPromisedSays',
    defaultMessage: 'It’s an exception: the key doesn’t cover it yet. Future support is promised.',
  },
  commerceRecommendations: { id: 'coverage.commerceRecommendations.title', defaultMessage: 'Recommendations' },
  commerceRecommendationsBecause: {
    id: 'coverage.commerceRecommendations.because',
    defaultMessage: 'The edition of February 1, 2023 promised future support. The newer one doesn’t.',
  },
  commerceRecommendationsKnown: {
    id: 'coverage.commerceRecommendations.known',
    defaultMessage: 'Commerce recommendations are not encrypted with our key',
  },
  exceptedUnpromisedSays: {
    id: 'coverage.exceptedUnpromisedSays',
    defaultMessage: 'They’re an exception: the key doesn’t cover them, and no support is promised.',
  },
  theyAreExceptedPromised: {
    id: 'coverage.theyAreExceptedPromised',
    defaultMessage: 'They’re an exception: the key doesn’t cover them yet. Future support is promised.',
  },
  notInTheList: { id: 'coverage.notInTheList', defaultMessage: 'The list doesn’t include it.' },
  stays: { id: 'coverage.stays', defaultMessage: 'It stays on the Microsoft-managed key.' },
  inTheListWithSolutions: {
    id: 'coverage.inTheListWithSolutions',
    defaultMessage: 'The list includes it, with custom solutions and Microsoft’s services.',
  },
  dataverseCopilot: { id: 'coverage.dataverseCopilot.title', defaultMessage: 'Copilot for model-driven apps' },
  onlyLicensesSays: { id: 'coverage.onlyLicensesSays', defaultMessage: 'It mentions only the licenses, under Power Virtual Agents.' },
  inTheListAsCustomerInsights: {
    id: 'coverage.inTheListAsCustomerInsights',
    defaultMessage: 'The list includes it as Customer Insights.',
  },
  powerAppsToDo: { id: 'coverage.powerApps.toDo', defaultMessage: 'Don’t put data that needs your key in app names and descriptions.' },
  powerAppsKnown: {
    id: 'coverage.powerApps.known',
    defaultMessage: 'the display names, descriptions, and connection metadata of apps are not encrypted with our key',
  },
  powerAppsSays: {
    id: 'coverage.powerAppsSays',
    defaultMessage: 'Display names, descriptions, and connection metadata stay on the Microsoft-managed key.',
  },
  connectors: { id: 'coverage.connectors.title', defaultMessage: 'Connectors' },
  connectorsToDo: {
    id: 'coverage.connectors.toDo',
    defaultMessage: 'Accept the gap. It comes from how connections are stored, and no environment setting changes it.',
  },
  connectorsKnown: {
    id: 'coverage.connectors.known',
    defaultMessage: 'the connection settings of connectors are not encrypted with our key',
  },
  connectorsSays: {
    id: 'coverage.connectorsSays',
    defaultMessage: 'Connector connection settings stay on the Microsoft-managed key.',
  },
  solutionChecker: { id: 'coverage.solutionChecker', defaultMessage: 'Solution checker' },
  solutionCheckerKnown: {
    id: 'coverage.solutionCheckerKnown',
    defaultMessage: 'the result links and the output of the solution checker are not encrypted with our key',
  },
  solutionCheckerToDo: {
    id: 'coverage.solutionCheckerToDo',
    defaultMessage: 'Accept the gap, or don’t run it on solutions that need your key.',
  },
  makerWelcomeContent: { id: 'coverage.makerWelcomeContent', defaultMessage: 'Maker welcome content' },
  makerWelcomeContentKnown: {
    id: 'coverage.makerWelcomeContentKnown',
    defaultMessage: 'the welcome content for makers is not encrypted with our key',
  },
  makerWelcomeContentToDo: {
    id: 'coverage.makerWelcomeContentToDo',
    defaultMessage: 'Don’t put data that needs your key in the welcome content.',
  },
  nuanceKnown: { id: 'coverage.nuanceKnown', defaultMessage: 'the data of Nuance Conversational IVR is not encrypted with our key' },
  otherServices: { id: 'coverage.otherServices.title', defaultMessage: 'A service that isn’t in this list' },
  otherServicesToDo: {
    id: 'coverage.otherServices.toDo',
    defaultMessage: 'Ask a Microsoft representative, and keep the answer with the report.',
  },
  otherServicesKnown: {
    id: 'coverage.otherServices.known',
    defaultMessage: 'for the other services we use, it isn’t known whether they are encrypted with our key',
  },
  otherServicesSays: {
    id: 'coverage.otherServicesSays',
    defaultMessage: 'For services that aren’t listed, it refers you to a Microsoft representative.',
  },
  notMigratedSays: { id: 'coverage.notMigratedSays', defaultMessage: 'They aren’t migrated automatically when the policy is applied.' },
  flowsOf2024Says: {
    id: 'coverage.flowsOf2024Says',
    defaultMessage: 'Flows that exist before you apply the policy stay on the Microsoft-managed key.',
  },
  powerAutomateToDo: {
    id: 'coverage.powerAutomate.toDo',
    defaultMessage:
      'Flows can’t be created or changed while they’re migrated, and run history isn’t carried over. Allow outbound calls from the service tag PowerPlatformPlex. The limit is 25 environments per tenant; for more, open a support ticket.',
  },
  inTheListWithExceptions: { id: 'coverage.inTheListWithExceptions', defaultMessage: 'The list includes it, with exceptions.' },
  powerAutomateSays: {
    id: 'coverage.powerAutomateSays',
    defaultMessage: 'Cloud flows are migrated when you apply the policy, with exceptions.',
  },
  inTheListWithoutFlows: {
    id: 'coverage.inTheListWithoutFlows',
    defaultMessage: 'The list includes it for environments that had no flows before.',
  },
  flowsPowerAppsV1: { id: 'coverage.flowsPowerAppsV1', defaultMessage: 'Non-solution flows with the Power Apps V1 trigger' },
  flowsPowerAppsV1Known: {
    id: 'coverage.flowsPowerAppsV1Known',
    defaultMessage: 'non-solution flows with the Power Apps V1 trigger stay on the Microsoft-managed key',
  },
  flowsPowerAppsV1ToDo: {
    id: 'coverage.flowsPowerAppsV1ToDo',
    defaultMessage: 'Move them to the Power Apps V2 trigger before step 4, or save each as a new flow afterward.',
  },
  flowsHttpTeams: { id: 'coverage.flowsHttpTeams', defaultMessage: 'Flows with an HTTP or Teams trigger' },
  flowsHttpTeamsKnown: {
    id: 'coverage.flowsHttpTeamsKnown',
    defaultMessage: 'flows with an HTTP or Teams trigger stay on the Microsoft-managed key',
  },
  flowsHttpTeamsToDo: {
    id: 'coverage.flowsHttpTeamsToDo',
    defaultMessage: 'Save each as a new flow after step 4, then give its callers the new address.',
  },
  flowsParents: { id: 'coverage.flowsParents', defaultMessage: 'Flows that call one of those flows' },
  flowsParentsKnown: {
    id: 'coverage.flowsParentsKnown',
    defaultMessage: 'flows that call a flow that isn’t migrated stay on the Microsoft-managed key',
  },
  flowsParentsToDo: {
    id: 'coverage.flowsParentsToDo',
    defaultMessage: 'Fix the called flows first, then save the calling ones as new flows.',
  },
  flowsListAsAdmin: { id: 'coverage.flowsListAsAdmin', defaultMessage: 'Flows that use List Flows as Admin V1' },
  flowsListAsAdminKnown: {
    id: 'coverage.flowsListAsAdminKnown',
    defaultMessage: 'flows that use List Flows as Admin V1 stay on the Microsoft-managed key',
  },
  flowsListAsAdminToDo: {
    id: 'coverage.flowsListAsAdminToDo',
    defaultMessage: 'After step 4, use the cmdlet Get-AdminFlowEncryptedByMicrosoftKey to list what wasn’t migrated.',
  },
  flowsNonOauth: { id: 'coverage.flowsNonOauth.title', defaultMessage: 'Connections that don’t use OAuth' },
  flowsNonOauthToDo: {
    id: 'coverage.flowsNonOauth.toDo',
    defaultMessage: 'Use OAuth connections where the connector offers them, or accept the gap.',
  },
  flowsNonOauthKnown: {
    id: 'coverage.flowsNonOauth.known',
    defaultMessage: 'connections that don’t use OAuth stay on the Microsoft-managed key',
  },
  connectionsWithoutOauthSays: {
    id: 'coverage.connectionsWithoutOauthSays',
    defaultMessage: 'Connections that don’t use OAuth stay on the Microsoft-managed key.',
  },
  hostedMachineGroups: { id: 'coverage.hostedMachineGroups.title', defaultMessage: 'Hosted machine groups' },
  hostedMachineGroupsToDo: {
    id: 'coverage.hostedMachineGroups.toDo',
    defaultMessage: 'Reprovision hosted machine groups after step 4.',
  },
  hostedMachineGroupsKnown: {
    id: 'coverage.hostedMachineGroups.known',
    defaultMessage: 'hosted machine groups are not encrypted with our key until they are reprovisioned',
  },
  hostedMachineGroupsSays: { id: 'coverage.hostedMachineGroupsSays', defaultMessage: 'Reprovision hosted machine groups.' },
  hostedMachines: { id: 'coverage.hostedMachines.title', defaultMessage: 'Hosted machines' },
  hostedMachinesToDo: {
    id: 'coverage.hostedMachines.toDo',
    defaultMessage: 'Don’t use hosted machines in this environment, or accept the gap.',
  },
  hostedMachinesKnown: { id: 'coverage.hostedMachines.known', defaultMessage: 'hosted machines are not supported with our key' },
  hostedMachinesSays: { id: 'coverage.hostedMachinesSays', defaultMessage: 'Hosted machines aren’t supported.' },
  finance: { id: 'coverage.finance.title', defaultMessage: 'Finance' },
  commerce: { id: 'coverage.commerce.title', defaultMessage: 'Commerce' },
  setUpInFinance: { id: 'coverage.setUpInFinance.title', defaultMessage: '{addIn}, set up in Finance' },
  setUpInFinanceKnown: {
    id: 'coverage.setUpInFinance.known',
    defaultMessage: 'it isn’t known whether our key encrypts the data of {addIn}',
  },
  withRcs: { id: 'coverage.withRcs.title', defaultMessage: '{addIn}, with the stand-alone Regulatory Configuration Service' },
  withRcsKnown: {
    id: 'coverage.withRcs.known',
    defaultMessage: 'the data of {addIn} with the stand-alone Regulatory Configuration Service is not encrypted with our key',
  },
  scaleUnitsHere: { id: 'coverage.scaleUnits.here', defaultMessage: 'Commerce Scale Units in the environment’s geography' },
  scaleUnitsElsewhere: { id: 'coverage.scaleUnits.elsewhere', defaultMessage: 'Commerce Scale Units in another geography' },
  scaleUnitsKnown: {
    id: 'coverage.scaleUnits.known',
    defaultMessage: 'Commerce Scale Units in another geography are not encrypted with our key',
  },
  eCommerceHere: { id: 'coverage.eCommerce.here', defaultMessage: 'E-commerce in the environment’s geography' },
  eCommerceElsewhere: { id: 'coverage.eCommerce.elsewhere', defaultMessage: 'E-commerce in another geography' },
  eCommerceKnown: { id: 'coverage.eCommerce.known', defaultMessage: 'e-commerce in another geography is not encrypted with our key' },
  ratingsHere: { id: 'coverage.ratings.here', defaultMessage: 'Ratings and reviews in the environment’s geography' },
  ratingsElsewhere: { id: 'coverage.ratings.elsewhere', defaultMessage: 'Ratings and reviews in another geography' },
  ratingsKnown: { id: 'coverage.ratings.known', defaultMessage: 'ratings and reviews in another geography are not encrypted with our key' },
})
