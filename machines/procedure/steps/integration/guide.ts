import { LICENSES_NEEDED } from '#machines/licenses.ts'
import { defineMessages } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import { type Guide, manual, openingOf } from '../../guide.ts'
import { integrationPitfalls } from './pitfalls.ts'

const messages = defineMessages('integration.guide', {
  short: 'Enable the integration',
  title: 'Enable the Power Platform integration',
  outcome: 'The Power Platform integration is enabled',
  what: 'Choose the environment to encrypt',
  why: 'Your key reaches finance and operations only through Power Platform.',
  happens: 'We only check.',
  whyFirst: {
    heading: 'Why is this step first?',
    text: 'The key goes on a Power Platform environment. It covers finance and operations, including SQL databases and storage accounts, only when they’re linked.',
  },
  whyYourself: {
    heading: 'Why do you do this yourself?',
    text: 'You start the integration in Lifecycle Services or the admin center, and can undo it only by deleting the finance and operations environment. The wizard guides you, opens the page, and tracks the result.',
  },
  aboutOrder: {
    heading: 'Does the order matter?',
    text: 'Yes. If you link an existing environment, it shouldn’t have a customer-managed key yet. The wizard blocks that order; that’s our choice.',
  },
  featureRegion: {
    heading: 'Is the feature available in my region?',
    text: 'Microsoft rolls it out region by region. Ask Microsoft about yours before you set up the integration only for this.',
  },
  licenses: { id: 'integration.guide.licenses.heading', defaultMessage: 'Which licenses do you need?' },
  licensesText: { id: 'integration.guide.licenses.text', defaultMessage: 'Check this now. Step 4 asks you to confirm it.' },
  managedInLifecycleServices: {
    heading: 'Environment managed in Lifecycle Services',
    caution:
      'You can’t undo this or switch to another Dataverse later, except by deleting the finance and operations environment. Lifecycle Services asks for your name first. Agree on a maintenance window, and check the environment’s name again.',
    manual1: 'In Lifecycle Services, open the environment’s details page (Full details).',
    manual2: 'Open Power Platform Integration and select Setup.',
    manual3:
      'For a new Dataverse, leave “Use a different Power Platform environment” off and choose a template. For an existing one, set it to Yes and enter the environment ID.',
    manual4: 'Select Agree, then Setup, and confirm the dialog that says you can’t undo this.',
    manual5: 'Wait for “Setup completed successfully”, then check again here.',
  },
  noteUnified: {
    heading: 'Unified environment',
    manual1: 'Skip Lifecycle Services. Finance and operations is an app inside the environment.',
    manual2:
      'If it’s missing, create the environment from an ERP template. Or open the environment, go to Resources > Dynamics 365 apps, and install Platform Tools, then the Finance and Operations Provisioning App (about an hour).',
    manual3: 'The environment’s page then shows a Finance and Operations URL. If it doesn’t, edit the description once.',
    open: 'Microsoft doesn’t document in which order to install the app and apply the key, whether production is supported, or what a migration from Lifecycle Services does with the key. Ask Microsoft first.',
  },
  migrated: {
    heading: 'Environment migrated from Lifecycle Services',
    manual1: 'It was linked before the migration, so there’s nothing to set up. Lifecycle Services shows it as read-only.',
    manual2:
      'In the Power Platform admin center, open the environment. Compare its Finance and Operations URL with the one your users open.',
    manual3: 'If a migration is in progress, wait until it says Migrated. Don’t start anything else until then.',
  },
  capacity: {
    heading: 'Setup fails because of capacity',
    manual1: 'The tenant needs at least 1 GB of free Dataverse database capacity.',
    manual2: 'Free up or buy capacity, then select Resume in Lifecycle Services.',
  },
})

export const integrationGuide: Guide = {
  ...openingOf(messages),
  who: ['lifecycle-services-administrator'],
  whySections: [
    messages.whyFirst,
    messages.whyYourself,
    messages.aboutOrder,
    messages.featureRegion,
    { heading: messages.licenses, text: sentences(LICENSES_NEEDED, messages.licensesText) },
  ],
  byHand: [
    manual(messages.managedInLifecycleServices, 'lifecycle-services'),
    manual(messages.noteUnified, 'admin-center-environment'),
    manual(messages.migrated, 'admin-center-environment'),
    manual(messages.capacity, 'admin-center-capacity'),
  ],
  whileYouWait: [],
  waits: ['integration', 'system-administrator', 'administrator-role', 'lifecycle-services-user', 'migration'],
  pitfalls: integrationPitfalls,
  contradictions: ['duration-of-integration', 'encryption-overview', 'regulatory-configuration-service', 'commerce'],
  sources: [
    'finance-and-operations-keys',
    'power-platform-integration',
    'integration-existing-dataverse',
    'unified-experience',
    'provisioning-app',
    'lifecycle-services-migration',
    'power-platform-keys',
    'enterprise-policy-scripts',
    'service-administrators',
    'partner-relationships',
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
}
