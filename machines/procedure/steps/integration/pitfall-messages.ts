import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  featureMissingRegion: { id: 'integration.pitfall.featureMissingRegion.heading', defaultMessage: 'The feature is missing in your region' },
  featureMissingRegionText: {
    id: 'integration.pitfall.featureMissingRegion.text',
    defaultMessage:
      'Microsoft rolls it out region by region and publishes no list. Ask Microsoft before you set up integration only for the key: integration cannot be undone.',
  },
  humanResourcesStandsAlone: {
    id: 'integration.pitfall.humanResourcesStandsAlone.heading',
    defaultMessage: 'Human Resources stands alone',
  },
  humanResourcesStandsAloneText: {
    id: 'integration.pitfall.humanResourcesStandsAlone.text',
    defaultMessage:
      'The stand-alone Human Resources app is not covered. Its data is covered after it has been migrated into a finance and operations environment.',
  },
  commercePartsStayOutside: { id: 'integration.pitfall.commercePartsStayOutside.heading', defaultMessage: 'Commerce parts stay outside' },
  commercePartsStayOutsideText: {
    id: 'integration.pitfall.commercePartsStayOutside.text',
    defaultMessage:
      'Content management, recommendations and scale units in another geography are not covered. Accept the gap in writing, or stop here.',
  },
  regulatoryConfigurationService: {
    id: 'integration.pitfall.regulatoryConfigurationService.heading',
    defaultMessage: 'Tax or electronic invoicing rests on Regulatory Configuration Service',
  },
  regulatoryConfigurationServiceText: {
    id: 'integration.pitfall.regulatoryConfigurationService.text',
    defaultMessage:
      'The article says not covered with the stand-alone service and forecasts support for late 2023, a date that has passed. Move to Globalization Studio and ask Microsoft what holds today.',
  },
  noProjectLifecycleServices: {
    id: 'integration.pitfall.noProjectLifecycleServices.heading',
    defaultMessage: 'There is no project in Lifecycle Services',
  },
  noProjectLifecycleServicesText: {
    id: 'integration.pitfall.noProjectLifecycleServices.text',
    defaultMessage:
      'Since 16 February 2026, new customers get no project for Finance, Supply Chain Management, or Project Operations. Use a unified environment. Not affected: existing projects, Commerce, AX 2012 upgrades, on-premises. Exceptions: aka.ms/LCSProjectCreationException.',
  },
  setupStopsLackCapacity: { id: 'integration.pitfall.setupStopsLackCapacity.heading', defaultMessage: 'Setup stops for lack of capacity' },
  setupStopsLackCapacityText: {
    id: 'integration.pitfall.setupStopsLackCapacity.text',
    defaultMessage:
      'It needs 1 GB of free Dataverse database capacity in the tenant. Free or buy capacity, then select Resume in Lifecycle Services.',
  },
  setupStopsLackLicence: {
    id: 'integration.pitfall.setupStopsLackLicence.heading',
    defaultMessage: 'Setup stops because a license is missing',
  },
  setupStopsLackLicenceText: {
    id: 'integration.pitfall.setupStopsLackLicence.text',
    defaultMessage:
      'The account that runs it needs a finance and operations license. Assign one in the Microsoft 365 admin center, then select Resume in Lifecycle Services.',
  },
  mayNotCreateEnvironments: {
    id: 'integration.pitfall.mayNotCreateEnvironments.heading',
    defaultMessage: 'The account may not create environments',
  },
  mayNotCreateEnvironmentsText: {
    id: 'integration.pitfall.mayNotCreateEnvironments.text',
    defaultMessage:
      'The tenant may let only administrators create them. Ask for Power Platform administrator or Dynamics 365 administrator, sign in again, and run setup again.',
  },
  noSetupButton: { id: 'integration.pitfall.noSetupButton.heading', defaultMessage: 'There is no Setup button' },
  noSetupButtonText: {
    id: 'integration.pitfall.noSetupButton.text',
    defaultMessage:
      'It shows only for sandbox and production environments, and only to a Project owner or Environment manager. Users report that it is missing on Tier-1 machines.',
  },
  refusedForGeography: {
    id: 'integration.pitfall.refusedForGeography.heading',
    defaultMessage: 'The existing environment is refused for its geography',
  },
  refusedForGeographyText: {
    id: 'integration.pitfall.refusedForGeography.text',
    defaultMessage:
      'It has to lie in the geography of finance and operations, for example West US in United States. Choose or create one there.',
  },
  refusedForApps: { id: 'integration.pitfall.refusedForApps.heading', defaultMessage: 'The existing environment is refused for its apps' },
  refusedForAppsText: {
    id: 'integration.pitfall.refusedForApps.text',
    defaultMessage:
      'Its Dataverse was created without Enable Dynamics 365 apps, and that choice stays for good. Create another environment with it.',
  },
  refusedForRole: { id: 'integration.pitfall.refusedForRole.heading', defaultMessage: 'The existing environment is refused for your role' },
  refusedForRoleText: {
    id: 'integration.pitfall.refusedForRole.text',
    defaultMessage:
      'You have to be System Administrator in it. A new role is seen after up to an hour, and one held for a time by Privileged Identity Management ends. Take the role, wait, try again.',
  },
  partnersAccountRefused: { id: 'integration.pitfall.partnersAccountRefused.heading', defaultMessage: 'A partner’s account is refused' },
  partnersAccountRefusedText: {
    id: 'integration.pitfall.partnersAccountRefused.text',
    defaultMessage:
      'The account must belong to the tenant that owns the project in Lifecycle Services. An administrator of the customer has to run setup.',
  },
  dualWritePartFails: { id: 'integration.pitfall.dualWritePartFails.heading', defaultMessage: 'Only the dual-write part fails' },
  dualWritePartFailsText: {
    id: 'integration.pitfall.dualWritePartFails.text',
    defaultMessage:
      'Dataverse is there and add-ins can be used. Select Resume in Lifecycle Services to try dual-write again; the key does not depend on it.',
  },
  dualWriteElsewhere: {
    id: 'integration.pitfall.dualWriteElsewhere.heading',
    defaultMessage: 'Lifecycle Services warns that dual-write is linked elsewhere',
  },
  dualWriteElsewhereText: {
    id: 'integration.pitfall.dualWriteElsewhere.text',
    defaultMessage:
      'Integration and dual-write name two different environments. Link dual-write again to the environment of the integration before the key comes onto it.',
  },
  wrongEnvironmentLinked: { id: 'integration.pitfall.wrongEnvironmentLinked.heading', defaultMessage: 'The wrong environment was linked' },
  wrongEnvironmentLinkedText: {
    id: 'integration.pitfall.wrongEnvironmentLinked.text',
    defaultMessage:
      'A link cannot be taken back or moved. The only way is to delete the finance and operations environment and deploy it again.',
  },
  languageOrCurrency: {
    id: 'integration.pitfall.languageOrCurrency.heading',
    defaultMessage: 'Language or currency is not the wanted one',
  },
  languageOrCurrencyText: {
    id: 'integration.pitfall.languageOrCurrency.text',
    defaultMessage:
      'A new Dataverse takes both from the address of the tenant. For others, create the environment manually and link that one.',
  },
  addInMissing: { id: 'integration.pitfall.addInMissing.heading', defaultMessage: 'Install a new add-in does not show' },
  addInMissingText: {
    id: 'integration.pitfall.addInMissing.text',
    defaultMessage: 'Users report it, without a cause. Refresh, look whether setup says it has completed, then ask Microsoft support.',
  },
  emptyEnvironment: {
    id: 'integration.pitfall.emptyEnvironment.heading',
    defaultMessage: 'An empty environment of the same name looks unneeded',
  },
  emptyEnvironmentText: {
    id: 'integration.pitfall.emptyEnvironment.text',
    defaultMessage:
      'Each environment in Lifecycle Services has one without Dataverse in the admin center. Poll for a Finance and Operations URL before you delete any: one that has it is in use.',
  },
  virtualEntities: { id: 'integration.pitfall.virtualEntities.heading', defaultMessage: 'Calls to virtual entities are not authorized' },
  virtualEntitiesText: {
    id: 'integration.pitfall.virtualEntities.text',
    defaultMessage:
      'The two applications of Power Platform were removed from finance and operations. Add 61a0518c-121a-421a-9ad6-f0955a88be43 and f1752846-f0df-4766-96f5-c109adf67d7f again.',
  },
  provisioningApp: { id: 'integration.pitfall.provisioningApp.heading', defaultMessage: 'The provisioning app does not install' },
  provisioningAppText: {
    id: 'integration.pitfall.provisioningApp.text',
    defaultMessage:
      'Dataverse is linked to Lifecycle Services already, Platform Tools are missing, it was created without Dynamics 365 apps, or its host name has more than 19 characters.',
  },
  migrationCheck: {
    id: 'integration.pitfall.migrationCheck.heading',
    defaultMessage: 'The migration out of Lifecycle Services shows a red check',
  },
  migrationCheckText: {
    id: 'integration.pitfall.migrationCheck.text',
    defaultMessage:
      'It wants a deployed, linked environment, storage, and its administrator. Commerce is not supported, and the check does not detect it. In preview, Microsoft does not recommend it for production. Do not migrate and encrypt at the same time: no document says how they meet.',
  },
})
