import { LICENSES_NEEDED } from '../../../licenses.ts'
import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { integrationPitfalls } from './pitfalls.ts'

export const integrationGuide: Guide = {
  title: 'Enable the Power Platform integration',
  outcome: 'The Power Platform integration is enabled',
  what: 'Choose the environment and see whether finance and operations is linked to it.',
  why: 'Customer-managed keys come to finance and operations through Power Platform; without the link its data stays on the Microsoft-managed key.',
  whySections: [
    {
      heading: 'Why is this first?',
      text: 'The key is put on a Power Platform environment. Finance and operations is covered when it sits behind that environment, including its SQL databases and storage accounts.',
    },
    {
      heading: 'Why must you do it yourself?',
      text: 'Integration is a button in Lifecycle Services or the admin center and cannot be undone: the only way back is to delete the finance and operations environment. The wizard explains, opens the page and observes.',
    },
    {
      heading: 'What about the order?',
      text: 'If an existing environment is linked, it must not carry a customer-managed key before. The wizard refuses that order.',
    },
    {
      heading: 'Is the feature in my region?',
      text: 'Microsoft rolls it out region by region. Before you set up integration only for this, ask Microsoft whether your region has it.',
    },
    {
      heading: 'Which licences does it take?',
      text: `${LICENSES_NEEDED} Check this now: step 4 asks you to confirm it.`,
    },
  ],
  byHand: [
    {
      heading: 'Environment managed in Lifecycle Services',
      caution:
        'This cannot be undone, and not be done for another Dataverse later: the only way back is to delete the finance and operations environment. Lifecycle Services asks for your name before it begins. Agree on a maintenance window first, and compare the environment’s name once more.',
      clicks: [
        'Open the environment’s details page (Full details).',
        'Open Power Platform Integration and select Setup.',
        'For a new Dataverse leave “Use a different Power Platform environment” off and choose a template; for an existing one set it to Yes and enter the environment id.',
        'Tick Agree, select Setup, and confirm the dialog that says it cannot be undone.',
        'Wait for “Setup completed successfully”, then check again here.',
      ],
      link: 'lifecycle-services',
    },
    {
      heading: 'Unified environment',
      clicks: [
        'There is no step in Lifecycle Services: finance and operations is an app inside the environment.',
        'If it is not there yet, create the environment from an ERP template, or open the environment, Resources, Dynamics 365 apps, and install Platform Tools first and then the Finance and Operations Provisioning App. It takes about an hour.',
        'The environment’s page then shows a Finance and Operations URL. If it does not, edit the description once.',
      ],
      link: 'admin-center-environment',
    },
    {
      heading: 'Environment migrated from Lifecycle Services',
      clicks: [
        'It was linked before it was migrated, so there is nothing to set up. Lifecycle Services shows it read-only.',
        'In the admin center, open the environment and compare its Finance and Operations URL with the one your users open.',
        'If a migration is under way, wait until it says Migrated: start nothing else meanwhile.',
      ],
      link: 'admin-center-environment',
    },
    {
      heading: 'Setup fails on capacity',
      clicks: [
        'The tenant needs at least 1 GB of free Dataverse database capacity.',
        'Free or buy capacity, then select Resume in Lifecycle Services.',
      ],
      link: 'admin-center-capacity',
    },
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
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
}
