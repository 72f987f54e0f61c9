import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'integration.guide.title', defaultMessage: 'Enable the Power Platform integration' },
  outcome: { id: 'integration.guide.outcome', defaultMessage: 'The Power Platform integration is enabled' },
  what: { id: 'integration.guide.what', defaultMessage: 'Choose the environment and see whether finance and operations is linked to it.' },
  why: {
    id: 'integration.guide.why',
    defaultMessage:
      'Customer-managed keys come to finance and operations through Power Platform; without the link its data stays on the Microsoft-managed key.',
  },
  whyFirst: { id: 'integration.guide.whyFirst.heading', defaultMessage: 'Why is this first?' },
  whyFirstText: {
    id: 'integration.guide.whyFirst.text',
    defaultMessage:
      'The key is put on a Power Platform environment. Finance and operations is covered when it sits behind that environment, including its SQL databases and storage accounts.',
  },
  whyYourself: { id: 'integration.guide.whyYourself.heading', defaultMessage: 'Why must you do it yourself?' },
  whyYourselfText: {
    id: 'integration.guide.whyYourself.text',
    defaultMessage:
      'Integration is a button in Lifecycle Services or the admin center and cannot be undone: the only way back is to delete the finance and operations environment. The wizard explains, opens the page and observes.',
  },
  aboutOrder: { id: 'integration.guide.aboutOrder.heading', defaultMessage: 'What about the order?' },
  aboutOrderText: {
    id: 'integration.guide.aboutOrder.text',
    defaultMessage: 'If an existing environment is linked, it must not carry a customer-managed key before. The wizard refuses that order.',
  },
  featureRegion: { id: 'integration.guide.featureRegion.heading', defaultMessage: 'Is the feature in my region?' },
  featureRegionText: {
    id: 'integration.guide.featureRegion.text',
    defaultMessage:
      'Microsoft rolls it out region by region. Before you set up integration only for this, ask Microsoft whether your region has it.',
  },
  licenses: { id: 'integration.guide.licenses.heading', defaultMessage: 'Which licenses does it take?' },
  licensesText: { id: 'integration.guide.licenses.text', defaultMessage: 'Check this now: step 4 asks you to confirm it.' },
  managedInLifecycleServices: {
    id: 'integration.guide.managedInLifecycleServices.heading',
    defaultMessage: 'Environment managed in Lifecycle Services',
  },
  managedInLifecycleServicesCaution: {
    id: 'integration.guide.managedInLifecycleServices.caution',
    defaultMessage:
      'This cannot be undone, and not be done for another Dataverse later: the only way back is to delete the finance and operations environment. Lifecycle Services asks for your name before it begins. Agree on a maintenance window first, and compare the environment’s name once more.',
  },
  managedInLifecycleServicesManual1: {
    id: 'integration.guide.managedInLifecycleServices.manual1',
    defaultMessage: 'Open the environment’s details page (Full details).',
  },
  managedInLifecycleServicesManual2: {
    id: 'integration.guide.managedInLifecycleServices.manual2',
    defaultMessage: 'Open Power Platform Integration and select Setup.',
  },
  managedInLifecycleServicesManual3: {
    id: 'integration.guide.managedInLifecycleServices.manual3',
    defaultMessage:
      'For a new Dataverse leave “Use a different Power Platform environment” off and choose a template; for an existing one set it to Yes and enter the environment id.',
  },
  managedInLifecycleServicesManual4: {
    id: 'integration.guide.managedInLifecycleServices.manual4',
    defaultMessage: 'Tick Agree, select Setup, and confirm the dialog that says it cannot be undone.',
  },
  managedInLifecycleServicesManual5: {
    id: 'integration.guide.managedInLifecycleServices.manual5',
    defaultMessage: 'Wait for “Setup completed successfully”, then check again here.',
  },
  noteUnified: { id: 'integration.guide.noteUnified.heading', defaultMessage: 'Unified environment' },
  noteUnifiedManual1: {
    id: 'integration.guide.noteUnified.manual1',
    defaultMessage: 'There is no step in Lifecycle Services: finance and operations is an app inside the environment.',
  },
  noteUnifiedManual2: {
    id: 'integration.guide.noteUnified.manual2',
    defaultMessage:
      'If it is not there yet, create the environment from an ERP template, or open the environment, Resources, Dynamics 365 apps, and install Platform Tools first and then the Finance and Operations Provisioning App. It takes about an hour.',
  },
  noteUnifiedManual3: {
    id: 'integration.guide.noteUnified.manual3',
    defaultMessage: 'The environment’s page then shows a Finance and Operations URL. If it does not, edit the description once.',
  },
  migrated: { id: 'integration.guide.migrated.heading', defaultMessage: 'Environment migrated from Lifecycle Services' },
  migratedManual1: {
    id: 'integration.guide.migrated.manual1',
    defaultMessage: 'It was linked before it was migrated, so there is nothing to set up. Lifecycle Services shows it read-only.',
  },
  migratedManual2: {
    id: 'integration.guide.migrated.manual2',
    defaultMessage: 'In the admin center, open the environment and compare its Finance and Operations URL with the one your users open.',
  },
  migratedManual3: {
    id: 'integration.guide.migrated.manual3',
    defaultMessage: 'If a migration is under way, wait until it says Migrated. Don’t start anything else until then.',
  },
  capacity: { id: 'integration.guide.capacity.heading', defaultMessage: 'Setup fails on capacity' },
  capacityManual1: {
    id: 'integration.guide.capacity.manual1',
    defaultMessage: 'The tenant needs at least 1 GB of free Dataverse database capacity.',
  },
  capacityManual2: {
    id: 'integration.guide.capacity.manual2',
    defaultMessage: 'Free or buy capacity, then select Resume in Lifecycle Services.',
  },
})
