import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  inTheList: { id: 'coverage.inTheList', defaultMessage: 'It is in the list of services that support the key.' },
  sinceRcsMoved: {
    id: 'coverage.sinceRcsMoved',
    defaultMessage:
      'The stand-alone Regulatory Configuration Service was to be shut down by 1 August 2024; from version 10.0.39 its functions are in the Globalization Studio workspace of Finance. Nothing that was read says that this brought the key to the data.',
  },
  moveFromRcs: {
    id: 'coverage.moveFromRcs',
    defaultMessage:
      'Move from the stand-alone Regulatory Configuration Service to Globalization Studio in Finance, and ask Microsoft whether the data there is encrypted with your key.',
  },
  askMicrosoft: {
    id: 'coverage.askMicrosoft',
    defaultMessage: 'Ask Microsoft whether this data is encrypted with your key, and keep the answer with the report.',
  },
  rcsLimited: {
    id: 'coverage.rcsLimited',
    defaultMessage: 'Deployments that use the stand-alone Regulatory Configuration Service do not support the key.',
  },
  rcsSilent: {
    id: 'coverage.rcsSilent',
    defaultMessage: 'Only deployments that use the stand-alone Regulatory Configuration Service are limited. Of others it says nothing.',
  },
  otherAddIns: { id: 'coverage.otherAddIns.title', defaultMessage: 'Other add-ins' },
  otherAddInsHint: {
    id: 'coverage.otherAddIns.hint',
    defaultMessage: 'For example Planning Optimization, Inventory Visibility, Export to Data Lake, IoT Intelligence',
  },
  otherAddInsBecause: { id: 'coverage.otherAddIns.because', defaultMessage: 'The article gives no list of these add-ins.' },
  allOthersSupport: { id: 'coverage.allOthersSupport', defaultMessage: 'All other add-ins support the policy.' },
  nothingOnOtherGeography: {
    id: 'coverage.nothingOnOtherGeography',
    defaultMessage: 'It says nothing of components in another geography.',
  },
  hereBecause: {
    id: 'coverage.here.because',
    defaultMessage: 'The article excludes only components in another geography than the environment’s.',
  },
  onlyOtherGeographySays: { id: 'coverage.onlyOtherGeographySays', defaultMessage: 'Only components in another geography are excluded.' },
  elsewhereToDo: { id: 'coverage.elsewhere.toDo', defaultMessage: 'Move the component to the environment’s geography, or accept the gap.' },
  otherGeographySays: {
    id: 'coverage.otherGeographySays',
    defaultMessage: 'Components in another geography than the environment cannot have the key.',
  },
  allResources: { id: 'coverage.allResources', defaultMessage: 'All environment-specific resources support the key.' },
  financeRcs: { id: 'coverage.financeRcs.title', defaultMessage: 'The stand-alone Regulatory Configuration Service beside Finance' },
  financeRcsKnown: {
    id: 'coverage.financeRcs.known',
    defaultMessage: 'data in the stand-alone Regulatory Configuration Service is not encrypted with our key',
  },
  rcsDataSays: {
    id: 'coverage.rcsDataSays',
    defaultMessage: 'Data that is managed in the Regulatory Configuration Service does not support the key.',
  },
  supplyChainManagement: { id: 'coverage.supplyChainManagement.title', defaultMessage: 'Supply Chain Management' },
  allResourcesAtRest: { id: 'coverage.allResourcesAtRest', defaultMessage: 'All environment-specific resources at rest support the key.' },
  demandPlanning: { id: 'coverage.demandPlanning.title', defaultMessage: 'The Demand planning app' },
  demandPlanningToDo: {
    id: 'coverage.demandPlanning.toDo',
    defaultMessage: 'Ask Microsoft which data of Demand planning stays on the Microsoft-managed key: the article does not say.',
  },
  demandPlanningKnown: {
    id: 'coverage.demandPlanning.known',
    defaultMessage: 'Demand planning is not fully covered by our key, and which part is not is not documented',
  },
  notFullySays: { id: 'coverage.notFullySays', defaultMessage: 'The app does not fully support the key.' },
  noRowSays: { id: 'coverage.noRowSays', defaultMessage: 'The table has no row for it.' },
  humanResources: { id: 'coverage.humanResources.title', defaultMessage: 'Human Resources in a finance and operations environment' },
  allResourcesWhenProvisioned: {
    id: 'coverage.allResourcesWhenProvisioned',
    defaultMessage:
      'All environment-specific resources support the key when it is provisioned through a finance and operations environment.',
  },
  whenProvisionedSays: {
    id: 'coverage.whenProvisionedSays',
    defaultMessage: 'Covered when it is provisioned through a finance and operations environment.',
  },
  humanResourcesStandAlone: { id: 'coverage.humanResourcesStandAlone.title', defaultMessage: 'The stand-alone Human Resources app' },
  humanResourcesStandAloneToDo: {
    id: 'coverage.humanResourcesStandAlone.toDo',
    defaultMessage: 'Move it to a finance and operations environment with the migration tooling first, or accept the gap.',
  },
  humanResourcesStandAloneKnown: {
    id: 'coverage.humanResourcesStandAlone.known',
    defaultMessage: 'the data of the stand-alone Human Resources app is not encrypted with our key',
  },
  standAloneSays: {
    id: 'coverage.standAloneSays',
    defaultMessage: 'The stand-alone app does not support the key and has to be migrated first.',
  },
  standAloneNotCovered: {
    id: 'coverage.standAloneNotCovered',
    defaultMessage: 'The stand-alone app is not covered and has to be migrated first.',
  },
  lifecycleServices: { id: 'coverage.lifecycleServices.title', defaultMessage: 'Lifecycle Services projects' },
  lifecycleServicesHint: {
    id: 'coverage.lifecycleServices.hint',
    defaultMessage: 'File assets, methodologies, task recordings, project data',
  },
  lifecycleServicesBecause: {
    id: 'coverage.lifecycleServices.because',
    defaultMessage: 'Whether this still matters after a migration to the Power Platform admin center is not documented.',
  },
  lifecycleServicesToDo: {
    id: 'coverage.lifecycleServices.toDo',
    defaultMessage: 'Check what is kept in the project’s asset library and task recordings, and remove what needs your key.',
  },
  lifecycleServicesKnown: {
    id: 'coverage.lifecycleServices.known',
    defaultMessage:
      'file assets, methodologies, task recordings and other project data in Lifecycle Services are not encrypted with our key',
  },
  lifecycleServicesSays: {
    id: 'coverage.lifecycleServicesSays',
    defaultMessage: 'Data stored in Lifecycle Services is not encrypted with the key.',
  },
  exceptedIsOwnItem: {
    id: 'coverage.exceptedIsOwnItem',
    defaultMessage: 'What is excepted stands as an item of its own, where it is used.',
  },
  allResourcesWithExceptions: {
    id: 'coverage.allResourcesWithExceptions',
    defaultMessage: 'All environment-specific resources support the key, with exceptions.',
  },
  commerceUnlistedSays: {
    id: 'coverage.commerceUnlistedSays',
    defaultMessage: 'Commerce is no longer in the list of services that support the key.',
  },
  commerceContentManagement: { id: 'coverage.commerceContentManagement.title', defaultMessage: 'The e-commerce content management system' },
  acceptOrDoNotUse: {
    id: 'coverage.acceptOrDoNotUse',
    defaultMessage: 'Accept the gap, or do not use it for what needs your key.',
  },
  commerceContentManagementKnown: {
    id: 'coverage.commerceContentManagement.known',
    defaultMessage: 'the e-commerce content management system is not encrypted with our key',
  },
  exceptedSays: { id: 'coverage.exceptedSays', defaultMessage: 'It is excepted from the key.' },
  exceptedPromisedSays: {
    id: 'coverage.exceptedPromisedSays',
    defaultMessage: 'It is excepted from the key; support is promised for the future.',
  },
  commerceRecommendations: { id: 'coverage.commerceRecommendations.title', defaultMessage: 'Recommendations' },
  commerceRecommendationsBecause: {
    id: 'coverage.commerceRecommendations.because',
    defaultMessage: 'The edition of 1 February 2023 promised support for the future; the newer one no longer does.',
  },
  commerceRecommendationsKnown: {
    id: 'coverage.commerceRecommendations.known',
    defaultMessage: 'the recommendations of Commerce are not encrypted with our key',
  },
  exceptedUnpromisedSays: { id: 'coverage.exceptedUnpromisedSays', defaultMessage: 'They are excepted from the key, without a promise.' },
  theyAreExceptedPromised: {
    id: 'coverage.theyAreExceptedPromised',
    defaultMessage: 'They are excepted from the key; support is promised for the future.',
  },
  notInTheList: { id: 'coverage.notInTheList', defaultMessage: 'The list does not name it.' },
  stays: { id: 'coverage.stays', defaultMessage: 'It stays on the Microsoft-managed key.' },
  inTheListWithSolutions: {
    id: 'coverage.inTheListWithSolutions',
    defaultMessage: 'It is in the list, with custom solutions and with Microsoft’s services.',
  },
  dataverseCopilot: { id: 'coverage.dataverseCopilot.title', defaultMessage: 'Copilot for model-driven apps' },
  onlyLicensesSays: { id: 'coverage.onlyLicensesSays', defaultMessage: 'Only its licenses are named there, as Power Virtual Agents.' },
  inTheListAsCustomerInsights: {
    id: 'coverage.inTheListAsCustomerInsights',
    defaultMessage: 'It is in the list as Customer Insights.',
  },
  powerAppsToDo: { id: 'coverage.powerApps.toDo', defaultMessage: 'Keep what needs your key out of the names and descriptions of apps.' },
  powerAppsKnown: {
    id: 'coverage.powerApps.known',
    defaultMessage: 'the display names, descriptions and connection metadata of apps are not encrypted with our key',
  },
  powerAppsSays: {
    id: 'coverage.powerAppsSays',
    defaultMessage: 'Display names, descriptions and connection metadata stay on the Microsoft-managed key.',
  },
  connectors: { id: 'coverage.connectors.title', defaultMessage: 'Connectors' },
  connectorsToDo: {
    id: 'coverage.connectors.toDo',
    defaultMessage: 'Accept the gap: it is in how connections are kept, and nothing in the environment changes it.',
  },
  connectorsKnown: {
    id: 'coverage.connectors.known',
    defaultMessage: 'the settings of connectors’ connections are not encrypted with our key',
  },
  connectorsSays: {
    id: 'coverage.connectorsSays',
    defaultMessage: 'The connection settings of connectors stay on the Microsoft-managed key.',
  },
  solutionChecker: { id: 'coverage.solutionChecker', defaultMessage: 'Solution checker' },
  solutionCheckerKnown: {
    id: 'coverage.solutionCheckerKnown',
    defaultMessage: 'the result links and the output of the solution checker are not encrypted with our key',
  },
  solutionCheckerToDo: {
    id: 'coverage.solutionCheckerToDo',
    defaultMessage: 'Accept the gap, or do not run it on solutions that need your key.',
  },
  makerWelcomeContent: { id: 'coverage.makerWelcomeContent', defaultMessage: 'Maker welcome content' },
  makerWelcomeContentKnown: {
    id: 'coverage.makerWelcomeContentKnown',
    defaultMessage: 'the welcome content for makers is not encrypted with our key',
  },
  makerWelcomeContentToDo: {
    id: 'coverage.makerWelcomeContentToDo',
    defaultMessage: 'Keep what needs your key out of the welcome content.',
  },
  nuanceKnown: { id: 'coverage.nuanceKnown', defaultMessage: 'the data of Nuance Conversational IVR is not encrypted with our key' },
  otherServices: { id: 'coverage.otherServices.title', defaultMessage: 'Another service that is not in this list' },
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
    defaultMessage: 'For services that are not listed, the page sends you to a Microsoft representative.',
  },
  notMigratedSays: { id: 'coverage.notMigratedSays', defaultMessage: 'They are not migrated by themselves when the policy is applied.' },
  flowsOf2024Says: {
    id: 'coverage.flowsOf2024Says',
    defaultMessage: 'All flows that exist before the policy is applied stay on the Microsoft-managed key.',
  },
  powerAutomateToDo: {
    id: 'coverage.powerAutomate.toDo',
    defaultMessage:
      'Plan for a time without changes to flows: while they are migrated none can be created or changed, and their run history is not carried over. Allow outbound calls from the service tag PowerPlatformPlex. 25 environments per tenant can have it; more need a support ticket.',
  },
  inTheListWithExceptions: { id: 'coverage.inTheListWithExceptions', defaultMessage: 'It is in the list, with exceptions.' },
  powerAutomateSays: {
    id: 'coverage.powerAutomateSays',
    defaultMessage: 'Cloud flows are migrated when the policy is applied, with exceptions.',
  },
  inTheListWithoutFlows: {
    id: 'coverage.inTheListWithoutFlows',
    defaultMessage: 'It is in the list for environments that had no flows before.',
  },
  flowsPowerAppsV1: { id: 'coverage.flowsPowerAppsV1', defaultMessage: 'Flows outside of solutions with the Power Apps V1 trigger' },
  flowsPowerAppsV1Known: {
    id: 'coverage.flowsPowerAppsV1Known',
    defaultMessage: 'flows outside of solutions with the Power Apps V1 trigger stay on the Microsoft-managed key',
  },
  flowsPowerAppsV1ToDo: {
    id: 'coverage.flowsPowerAppsV1ToDo',
    defaultMessage: 'Move them to the Power Apps V2 trigger before step 4, or save each as a new flow after it.',
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
    defaultMessage: 'flows that call a flow which is not migrated stay on the Microsoft-managed key',
  },
  flowsParentsToDo: {
    id: 'coverage.flowsParentsToDo',
    defaultMessage: 'Put the called flows right first, then save the calling ones as new flows.',
  },
  flowsListAsAdmin: { id: 'coverage.flowsListAsAdmin', defaultMessage: 'Flows that use List Flows as Admin V1' },
  flowsListAsAdminKnown: {
    id: 'coverage.flowsListAsAdminKnown',
    defaultMessage: 'flows that use List Flows as Admin V1 stay on the Microsoft-managed key',
  },
  flowsListAsAdminToDo: {
    id: 'coverage.flowsListAsAdminToDo',
    defaultMessage: 'After step 4 list what was left behind with the cmdlet Get-AdminFlowEncryptedByMicrosoftKey.',
  },
  flowsNonOauth: { id: 'coverage.flowsNonOauth.title', defaultMessage: 'Connections that do not use OAuth' },
  flowsNonOauthToDo: {
    id: 'coverage.flowsNonOauth.toDo',
    defaultMessage: 'Use connections with OAuth where the connector offers them, or accept the gap.',
  },
  flowsNonOauthKnown: {
    id: 'coverage.flowsNonOauth.known',
    defaultMessage: 'connections that do not use OAuth stay on the Microsoft-managed key',
  },
  connectionsWithoutOauthSays: {
    id: 'coverage.connectionsWithoutOauthSays',
    defaultMessage: 'Connections that do not use OAuth stay on the Microsoft-managed key.',
  },
  hostedMachineGroups: { id: 'coverage.hostedMachineGroups.title', defaultMessage: 'Hosted machine groups' },
  hostedMachineGroupsToDo: {
    id: 'coverage.hostedMachineGroups.toDo',
    defaultMessage: 'Provision hosted machine groups anew after step 4.',
  },
  hostedMachineGroupsKnown: {
    id: 'coverage.hostedMachineGroups.known',
    defaultMessage: 'hosted machine groups are not encrypted with our key until they are provisioned anew',
  },
  hostedMachineGroupsSays: { id: 'coverage.hostedMachineGroupsSays', defaultMessage: 'Hosted machine groups have to be provisioned anew.' },
  hostedMachines: { id: 'coverage.hostedMachines.title', defaultMessage: 'Hosted machines' },
  hostedMachinesToDo: {
    id: 'coverage.hostedMachines.toDo',
    defaultMessage: 'Do not use hosted machines in this environment, or accept the gap.',
  },
  hostedMachinesKnown: { id: 'coverage.hostedMachines.known', defaultMessage: 'hosted machines are not supported with our key' },
  hostedMachinesSays: { id: 'coverage.hostedMachinesSays', defaultMessage: 'Hosted machines are not supported.' },
  finance: { id: 'coverage.finance.title', defaultMessage: 'Finance' },
  commerce: { id: 'coverage.commerce.title', defaultMessage: 'Commerce' },
  setUpInFinance: { id: 'coverage.setUpInFinance.title', defaultMessage: '{addIn}, set up in Finance' },
  setUpInFinanceKnown: {
    id: 'coverage.setUpInFinance.known',
    defaultMessage: 'it isn’t known whether the data of {addIn} is encrypted with our key',
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
