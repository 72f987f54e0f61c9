import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('integration.pitfall', {
  featureMissingRegion: {
    heading: 'The feature isn’t available in your region',
    text: 'Microsoft rolls it out region by region and publishes no list. Because you can’t undo the integration, ask Microsoft before you set it up only for the key.',
  },
  humanResourcesStandsAlone: {
    heading: 'Human Resources is a stand-alone app',
    text: 'The stand-alone Human Resources app isn’t covered until you migrate its data to a finance and operations environment.',
  },
  commercePartsStayOutside: {
    heading: 'Parts of Commerce aren’t covered',
    text: 'The key doesn’t cover content management, recommendations, or scale units in another geography. Accept the gap in writing, or stop here.',
  },
  regulatoryConfigurationService: {
    heading: 'Tax or electronic invoicing uses Regulatory Configuration Service',
    text: 'According to the article, the stand-alone service isn’t covered and support was forecast for late 2023, which has passed. Move to Globalization Studio and ask Microsoft for the current status.',
  },
  noProjectLifecycleServices: {
    heading: 'You have no Lifecycle Services project',
    text: 'Since February 16, 2026, new customers can’t get a project for Finance, Supply Chain Management, or Project Operations. Use a unified environment. Existing projects, Commerce, AX 2012 upgrades, and on-premises aren’t affected. Exceptions: aka.ms/LCSProjectCreationException.',
  },
  setupStopsLackCapacity: {
    heading: 'Setup stops because of missing capacity',
    text: 'The tenant needs 1 GB of free Dataverse database capacity. Free up or buy capacity, then select Resume in Lifecycle Services.',
  },
  setupStopsLackLicence: {
    heading: 'Setup stops because a license is missing',
    text: 'The account that runs it needs a finance and operations license. Assign one in the Microsoft 365 admin center, then select Resume in Lifecycle Services.',
  },
  mayNotCreateEnvironments: {
    heading: 'The account can’t create environments',
    text: 'The tenant might allow only admins to create them. Ask for Power Platform Administrator or Dynamics 365 Administrator, sign in again, and rerun setup.',
  },
  noSetupButton: {
    heading: 'The Setup button is missing',
    text: 'It appears only for sandbox and production environments, and only to a Project owner or Environment manager. Users report that it’s missing on Tier-1 machines.',
  },
  refusedForGeography: {
    heading: 'Setup refuses the existing environment because of its geography',
    text: 'It must be in the same geography as finance and operations, such as West US in United States. Choose or create one there.',
  },
  refusedForApps: {
    heading: 'Setup refuses the existing environment because of its apps',
    text: 'Its Dataverse was created without Enable Dynamics 365 apps, and you can’t change that later. Create another environment with it.',
  },
  refusedForRole: {
    heading: 'Setup refuses the existing environment because of your role',
    text: 'You need System Administrator in it. A new role can take up to an hour to take effect, and a role from Privileged Identity Management expires. Get the role, wait, and try again.',
  },
  partnersAccountRefused: {
    heading: 'Setup refuses a partner’s account',
    text: 'For an existing environment, the account must belong to the tenant that owns the Lifecycle Services project. Ask a customer admin to run setup.',
  },
  dualWritePartFails: {
    heading: 'Only the dual-write part fails',
    text: 'Dataverse and add-ins work. To try dual-write again, select Resume in Lifecycle Services. The key doesn’t depend on it.',
  },
  dualWriteElsewhere: {
    heading: 'Lifecycle Services warns that dual-write is linked elsewhere',
    text: 'The integration and dual-write use different environments. Relink dual-write to the integration’s environment before you add the key.',
  },
  wrongEnvironmentLinked: {
    heading: 'The wrong environment was linked',
    text: 'You can’t undo or move a link. You can only delete the finance and operations environment and deploy it again.',
  },
  languageOrCurrency: {
    heading: 'The language or currency is wrong',
    text: 'A new Dataverse gets both from the tenant’s address. For other values, create the environment manually and link that one.',
  },
  addInMissing: {
    heading: 'Install a new add-in doesn’t appear',
    text: 'Users report this with no known cause. Refresh the page, check whether setup is complete, then ask Microsoft support.',
  },
  emptyEnvironment: {
    heading: 'An empty environment with the same name seems unnecessary',
    text: 'Each environment in Lifecycle Services has one without Dataverse in the admin center. Before you delete one, look for a Finance and Operations URL. If it has one, it’s in use.',
  },
  virtualEntities: {
    heading: 'Calls to virtual entities aren’t authorized',
    text: 'Power Platform’s two applications were removed from finance and operations. Add 61a0518c-121a-421a-9ad6-f0955a88be43 and f1752846-f0df-4766-96f5-c109adf67d7f again.',
  },
  provisioningApp: {
    heading: 'The provisioning app doesn’t install',
    text: 'Possible reasons: Dataverse is already linked to Lifecycle Services, Platform Tools is missing, Dataverse was created without Dynamics 365 apps, or its host name is longer than 19 characters.',
  },
  migrationCheck: {
    heading: 'The migration from Lifecycle Services fails a check',
    text: 'The environment must be deployed and linked, with storage and an admin. The check doesn’t detect Commerce, which isn’t supported. Microsoft doesn’t recommend the preview for production. Don’t migrate and encrypt together: their interaction isn’t documented.',
  },
})
