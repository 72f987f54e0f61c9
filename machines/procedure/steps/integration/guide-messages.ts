import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  short: { id: 'integration.guide.short', defaultMessage: 'Enable the integration' },
  title: { id: 'integration.guide.title', defaultMessage: 'Enable the Power Platform integration' },
  outcome: { id: 'integration.guide.outcome', defaultMessage: 'The Power Platform integration is enabled' },
  what: { id: 'integration.guide.what', defaultMessage: 'Choose the environment that gets your key' },
  why: {
    id: 'integration.guide.why',
    defaultMessage: 'Your key reaches finance and operations only through Power Platform.',
  },
  happens: { id: 'integration.guide.happens', defaultMessage: 'We check the link and change nothing. You set up a missing link yourself.' },
  takes: { id: 'integration.guide.takes', defaultMessage: 'A minute if the link is there' },
  whyFirst: { id: 'integration.guide.whyFirst.heading', defaultMessage: 'Why is this step first?' },
  whyFirstText: {
    id: 'integration.guide.whyFirst.text',
    defaultMessage:
      'The key goes on a Power Platform environment. It covers finance and operations, including SQL databases and storage accounts, only when they’re linked.',
  },
  whyYourself: { id: 'integration.guide.whyYourself.heading', defaultMessage: 'Why do you do this yourself?' },
  whyYourselfText: {
    id: 'integration.guide.whyYourself.text',
    defaultMessage:
      'You start the integration in Lifecycle Services or the admin center, and can undo it only by deleting the finance and operations environment. The wizard guides you, opens the page, and tracks the result.',
  },
  aboutOrder: { id: 'integration.guide.aboutOrder.heading', defaultMessage: 'Does the order matter?' },
  aboutOrderText: {
    id: 'integration.guide.aboutOrder.text',
    defaultMessage: 'Yes. If you link an existing environment, it can’t have a customer-managed key yet. The wizard blocks that order.',
  },
  featureRegion: { id: 'integration.guide.featureRegion.heading', defaultMessage: 'Is the feature available in my region?' },
  featureRegionText: {
    id: 'integration.guide.featureRegion.text',
    defaultMessage: 'Microsoft rolls it out region by region. Ask Microsoft about yours before you set up the integration only for this.',
  },
  licenses: { id: 'integration.guide.licenses.heading', defaultMessage: 'Which licenses do you need?' },
  licensesText: { id: 'integration.guide.licenses.text', defaultMessage: 'Check this now. Step 4 asks you to confirm it.' },
  managedInLifecycleServices: {
    id: 'integration.guide.managedInLifecycleServices.heading',
    defaultMessage: 'Environment managed in Lifecycle Services',
  },
  managedInLifecycleServicesCaution: {
    id: 'integration.guide.managedInLifecycleServices.caution',
    defaultMessage:
      'You can’t undo this or switch to another Dataverse later, except by deleting the finance and operations environment. Lifecycle Services asks for your name first. Agree on a maintenance window, and check the environment’s name again.',
  },
  managedInLifecycleServicesManual1: {
    id: 'integration.guide.managedInLifecycleServices.manual1',
    defaultMessage: 'In Lifecycle Services, open the environment’s details page (Full details).',
  },
  managedInLifecycleServicesManual2: {
    id: 'integration.guide.managedInLifecycleServices.manual2',
    defaultMessage: 'Open Power Platform Integration and select Setup.',
  },
  managedInLifecycleServicesManual3: {
    id: 'integration.guide.managedInLifecycleServices.manual3',
    defaultMessage:
      'For a new Dataverse, leave “Use a different Power Platform environment” off and choose a template. For an existing one, set it to Yes and enter the environment ID.',
  },
  managedInLifecycleServicesManual4: {
    id: 'integration.guide.managedInLifecycleServices.manual4',
    defaultMessage: 'Select Agree, then Setup, and confirm the dialog that says you can’t undo this.',
  },
  managedInLifecycleServicesManual5: {
    id: 'integration.guide.managedInLifecycleServices.manual5',
    defaultMessage: 'Wait for “Setup completed successfully”, then check again here.',
  },
  noteUnified: { id: 'integration.guide.noteUnified.heading', defaultMessage: 'Unified environment' },
  noteUnifiedManual1: {
    id: 'integration.guide.noteUnified.manual1',
    defaultMessage: 'Skip Lifecycle Services. Finance and operations is an app inside the environment.',
  },
  noteUnifiedManual2: {
    id: 'integration.guide.noteUnified.manual2',
    defaultMessage:
      'If it’s missing, create the environment from an ERP template. Or open the environment, go to Resources > Dynamics 365 apps, and install Platform Tools, then the Finance and Operations Provisioning App (about an hour).',
  },
  noteUnifiedManual3: {
    id: 'integration.guide.noteUnified.manual3',
    defaultMessage: 'The environment’s page then shows a Finance and Operations URL. If it doesn’t, edit the description once.',
  },
  migrated: { id: 'integration.guide.migrated.heading', defaultMessage: 'Environment migrated from Lifecycle Services' },
  migratedManual1: {
    id: 'integration.guide.migrated.manual1',
    defaultMessage: 'It was linked before the migration, so there’s nothing to set up. Lifecycle Services shows it as read-only.',
  },
  migratedManual2: {
    id: 'integration.guide.migrated.manual2',
    defaultMessage:
      'In the Power Platform admin center, open the environment. Compare its Finance and Operations URL with the one your users open.',
  },
  migratedManual3: {
    id: 'integration.guide.migrated.manual3',
    defaultMessage: 'If a migration is in progress, wait until it says Migrated. Don’t start anything else until then.',
  },
  capacity: { id: 'integration.guide.capacity.heading', defaultMessage: 'Setup fails because of capacity' },
  capacityManual1: {
    id: 'integration.guide.capacity.manual1',
    defaultMessage: 'The tenant needs at least 1 GB of free Dataverse database capacity.',
  },
  capacityManual2: {
    id: 'integration.guide.capacity.manual2',
    defaultMessage: 'Free up or buy capacity, then select Resume in Lifecycle Services.',
  },
})
