import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { environmentPitfalls } from './pitfalls.ts'

export const environmentGuide: Guide = {
  title: 'Note the environment (Dataverse organization) name',
  outcome: 'The environment is noted and confirmed',
  what: 'Note which Power Platform environment gets the key, and see that it can take it.',
  why: 'Its name can differ from the finance and operations name, and the id never changes while the name can be edited: note both.',
  whySections: [
    {
      heading: 'Which name is the right one?',
      text: 'The name shown under Power Platform environment information. It is also the name of the Dataverse organization. The finance and operations environment may be named differently; its address tells which one belongs to it.',
    },
    {
      heading: 'Why the id as well?',
      text: 'Anybody with rights in the admin center can rename an environment. The id stays, so that is what the wizard works with.',
    },
    {
      heading: 'Why must nothing else run?',
      text: 'A backup, a copy or an update occupies the environment. The key operation would be refused until that has ended.',
    },
  ],
  byHand: [
    {
      heading: 'Managed in Lifecycle Services',
      clicks: [
        'Open the environment’s details page.',
        'Find Power Platform environment information and read the environment name.',
        'Write the name down; the next steps need it.',
      ],
      link: 'lifecycle-services',
    },
    {
      heading: 'Unified environment',
      clicks: [
        'In the admin center, open the environment.',
        'Read the name, the environment id and the Finance and Operations URL. If the URL is missing, edit the description once: that brings it up.',
      ],
      link: 'admin-center-environment',
    },
    {
      heading: 'Migrated from Lifecycle Services',
      clicks: [
        'Do not read the name in Lifecycle Services: it is read-only there and no longer kept.',
        'In the admin center, open the environment, and read its name, its id and the Finance and Operations URL.',
      ],
      link: 'admin-center-environment',
    },
  ],
  whileYouWait: [],
  waits: [],
  pitfalls: environmentPitfalls,
  contradictions: [],
  sources: [
    'finance-and-operations-keys',
    'power-platform-integration',
    'power-platform-keys',
    'self-managed-key-migration',
    'provisioning-app',
    'lifecycle-services-migration',
    'terraform-provider',
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
}
