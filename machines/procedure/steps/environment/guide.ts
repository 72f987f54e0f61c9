import { defineMessages } from '#machines/messages/message.ts'
import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import { type Guide, manual, openingOf } from '../../guide.ts'
import { environmentPitfalls } from './pitfalls.ts'

const messages = defineMessages('environment.guide', {
  short: 'Note the environment',
  title: 'Note the environment (Dataverse organization) name',
  outcome: 'The environment is noted and confirmed',
  after: {
    goOn: 'Continue: note the environment',
    next: 'Next, you note the environment’s name and ID. Nothing is changed.',
  },
  what: 'Note the environment that gets your key',
  why: 'Finance and operations can have another name. Only the ID never changes.',
  happens: 'We only check that it’s ready.',
  whichName: {
    heading: 'Which name is the right one?',
    text: 'The name under Power Platform environment information. It’s also the Dataverse organization’s name. The finance and operations environment can have another name; its address tells you which environment it belongs to.',
  },
  whyId: {
    heading: 'Why the ID too?',
    text: 'Any admin can rename an environment in the admin center. The ID stays the same, so the wizard uses it.',
  },
  whyNothingElse: {
    heading: 'Why can’t anything else run?',
    text: 'A backup, copy, or update keeps the environment busy. Until it ends, the service refuses the key operation.',
  },
  managedInLifecycleServices: {
    heading: 'Managed in Lifecycle Services',
    manual1: 'In Lifecycle Services, open the environment’s details page.',
    manual2: 'Under Power Platform environment information, find the environment name.',
    manual3: 'Note the name. You need it in the next steps.',
  },
  unifiedEnvironment: {
    heading: 'Unified environment',
    manual1: 'In the Power Platform admin center, open the environment.',
    manual2: 'Note the name, the environment ID, and the Finance and Operations URL. If the URL is missing, edit the description once.',
  },
  migrated: {
    heading: 'Migrated from Lifecycle Services',
    manual1: 'Don’t use the name in Lifecycle Services. It’s read-only there and no longer updated.',
    manual2: 'In the Power Platform admin center, open the environment. Note its name, its ID, and the Finance and Operations URL.',
  },
})

export const environmentGuide: Guide = {
  ...openingOf(messages),
  after: messages.after,
  who: ['power-platform-administrator'],
  whySections: [messages.whichName, messages.whyId, messages.whyNothingElse],
  byHand: [
    manual(messages.managedInLifecycleServices, 'lifecycle-services'),
    manual(messages.unifiedEnvironment, 'admin-center-environment'),
    manual(messages.migrated, 'admin-center-environment'),
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
    'lock-unlock',
    'terraform-provider',
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
}
