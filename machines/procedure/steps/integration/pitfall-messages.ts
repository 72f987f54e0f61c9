import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  featureMissingRegion: {
    id: 'integration.pitfall.featureMissingRegion.heading',
    defaultMessage: 'The feature isn’t available in your region',
  },
  featureMissingRegionText: {
    id: 'integration.pitfall.featureMissingRegion.text',
    defaultMessage:
      'Microsoft rolls it out region by region and publishes no list. Because you can’t undo the integration, ask Microsoft before you set it up only for the key.',
  },
  humanResourcesStandsAlone: {
    id: 'integration.pitfall.humanResourcesStandsAlone.heading',
    defaultMessage: 'Human Resources is a stand-alone app',
  },
  humanResourcesStandsAloneText: {
    id: 'integration.pitfall.humanResourcesStandsAlone.text',
    defaultMessage: 'The stand-alone Human Resources app isn’t covered until you migrate its data to a finance and operations environment.',
  },
  commercePartsStayOutside: {
    id: 'integration.pitfall.commercePartsStayOutside.heading',
    defaultMessage: 'Parts of Commerce aren’t covered',
  },
  commercePartsStayOutsideText: {
    id: 'integration.pitfall.commercePartsStayOutside.text',
    defaultMessage:
      'The key doesn’t cover content management, recommendations, or scale units in another geography. Accept the gap in writing, or stop here.',
  },
  regulatoryConfigurationService: {
    id: 'integration.pitfall.regulatoryConfigurationService.heading',
    defaultMessage: 'Tax or electronic invoicing uses Regulatory Configuration Service',
  },
  regulatoryConfigurationServiceText: {
    id: 'integration.pitfall.regulatoryConfigurationService.text',
    defaultMessage:
      'According to the article, the stand-alone service isn’t covered and support was forecast for late 2023, which has passed. Move to Globalization Studio and ask Microsoft for the current status.',
  },
  noProjectLifecycleServices: {
    id: 'integration.pitfall.noProjectLifecycleServices.heading',
    defaultMessage: 'You have no Lifecycle Services project',
  },
  noProjectLifecycleServicesText: {
    id: 'integration.pitfall.noProjectLifecycleServices.text',
    defaultMessage:
      'Since February 16, 2026, new customers can’t get a project for Finance, Supply Chain Management, or Project Operations. Use a unified environment. Existing projects, Commerce, AX 2012 upgrades, and on-premises aren’t affected. Exceptions: aka.ms/LCSProjectCreationException.',
  },
  setupStopsLackCapacity: {
    id: 'integration.pitfall.setupStopsLackCapacity.heading',
    defaultMessage: 'Setup stops because of missing capacity',
  },
  setupStopsLackCapacityText: {
    id: 'integration.pitfall.setupStopsLackCapacity.text',
    defaultMessage:
      'The tenant needs 1 GB of free Dataverse database capacity. Free up or buy capacity, then select Resume in Lifecycle Services.',
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
    defaultMessage: 'The account can’t create environments',
  },
  mayNotCreateEnvironmentsText: {
    id: 'integration.pitfall.mayNotCreateEnvironments.text',
    defaultMessage:
      'The tenant might allow only admins to create them. Ask for Power Platform Administrator or Dynamics 365 Administrator, sign in again, and rerun setup.',
  },
  noSetupButton: { id: 'integration.pitfall.noSetupButton.heading', defaultMessage: 'The Setup button is missing' },
  noSetupButtonText: {
    id: 'integration.pitfall.noSetupButton.text',
    defaultMessage:
      'It appears only for sandbox and production environments, and only to a Project owner or Environment manager. Users report that it’s missing on Tier-1 machines.',
  },
  refusedForGeography: {
    id: 'integration.pitfall.refusedForGeography.heading',
    defaultMessage: 'Setup refuses the existing environment because of its geography',
  },
  refusedForGeographyText: {
    id: 'integration.pitfall.refusedForGeography.text',
    defaultMessage:
      'It must be in the same geography as finance and operations, such as West US in United States. Choose or create one there.',
  },
  refusedForApps: {
    id: 'integration.pitfall.refusedForApps.heading',
    defaultMessage: 'Setup refuses the existing environment because of its apps',
  },
  refusedForAppsText: {
    id: 'integration.pitfall.refusedForApps.text',
    defaultMessage:
      'Its Dataverse was created without Enable Dynamics 365 apps, and you can’t change that later. Create another environment with it.',
  },
  refusedForRole: {
    id: 'integration.pitfall.refusedForRole.heading',
    defaultMessage: 'Setup refuses the existing environment because of your role',
  },
  refusedForRoleText: {
    id: 'integration.pitfall.refusedForRole.text',
    defaultMessage:
      'You need System Administrator in it. A new role can take up to an hour to take effect, and a role from Privileged Identity Management expires. Get the role, wait, and try again.',
  },
  partnersAccountRefused: { id: 'integration.pitfall.partnersAccountRefused.heading', defaultMessage: 'Setup refuses a partner’s account' },
  partnersAccountRefusedText: {
    id: 'integration.pitfall.partnersAccountRefused.text',
    defaultMessage: 'The account must belong to the tenant that owns the Lifecycle Services project. Ask a customer admin to run setup.',
  },
  dualWritePartFails: { id: 'integration.pitfall.dualWritePartFails.heading', defaultMessage: 'Only the dual-write part fails' },
  dualWritePartFailsText: {
    id: 'integration.pitfall.dualWritePartFails.text',
    defaultMessage:
      'Dataverse and add-ins work. To try dual-write again, select Resume in Lifecycle Services. The key doesn’t depend on it.',
  },
  dualWriteElsewhere: {
    id: 'integration.pitfall.dualWriteElsewhere.heading',
    defaultMessage: 'Lifecycle Services warns that dual-write is linked elsewhere',
  },
  dualWriteElsewhereText: {
    id: 'integration.pitfall.dualWriteElsewhere.text',
    defaultMessage:
      'The integration and dual-write use different environments. Relink dual-write to the integration’s environment before you add the key.',
  },
  wrongEnvironmentLinked: { id: 'integration.pitfall.wrongEnvironmentLinked.heading', defaultMessage: 'The wrong environment was linked' },
  wrongEnvironmentLinkedText: {
    id: 'integration.pitfall.wrongEnvironmentLinked.text',
    defaultMessage: 'You can’t undo or move a link. You can only delete the finance and operations environment and deploy it again.',
  },
  languageOrCurrency: {
    id: 'integration.pitfall.languageOrCurrency.heading',
    defaultMessage: 'The language or currency is wrong',
  },
  languageOrCurrencyText: {
    id: 'integration.pitfall.languageOrCurrency.text',
    defaultMessage:
      'A new Dataverse gets both from the tenant’s address. For other values, create the environment manually and link that one.',
  },
  addInMissing: { id: 'integration.pitfall.addInMissing.heading', defaultMessage: 'Install a new add-in doesn’t appear' },
  addInMissingText: {
    id: 'integration.pitfall.addInMissing.text',
    defaultMessage: 'Users report this with no known cause. Refresh the page, check whether setup is complete, then ask Microsoft support.',
  },
  emptyEnvironment: {
    id: 'integration.pitfall.emptyEnvironment.heading',
    defaultMessage: 'An empty environment with the same name seems unnecessary',
  },
  emptyEnvironmentText: {
    id: 'integration.pitfall.emptyEnvironment.text',
    defaultMessage:
      'Each environment in Lifecycle Services has one without Dataverse in the admin center. Before you delete one, look for a Finance and Operations URL. If it has one, it’s in use.',
  },
  virtualEntities: { id: 'integration.pitfall.virtualEntities.heading', defaultMessage: 'Calls to virtual entities aren’t authorized' },
  virtualEntitiesText: {
    id: 'integration.pitfall.virtualEntities.text',
    defaultMessage:
      'Power Platform’s two applications were removed from finance and operations. Add 61a0518c-121a-421a-9ad6-f0955a88be43 and f1752846-f0df-4766-96f5-c109adf67d7f again.',
  },
  provisioningApp: { id: 'integration.pitfall.provisioningApp.heading', defaultMessage: 'The provisioning app doesn’t install' },
  provisioningAppText: {
    id: 'integration.pitfall.provisioningApp.text',
    defaultMessage:
      'Possible reasons: Dataverse is already linked to Lifecycle Services, Platform Tools is missing, Dataverse was created without Dynamics 365 apps, or its host name is longer than 19 characters.',
  },
  migrationCheck: {
    id: 'integration.pitfall.migrationCheck.heading',
    defaultMessage: 'The migration from Lifecycle Services fails a check',
  },
  migrationCheckText: {
    id: 'integration.pitfall.migrationCheck.text',
    defaultMessage:
      'The environment must be deployed and linked, with storage and an admin. The check doesn’t detect Commerce, which isn’t supported. Microsoft doesn’t recommend the preview for production. Don’t migrate and encrypt together: their interaction isn’t documented.',
  },
})
