import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { messages } from './guide-messages.ts'
import { environmentPitfalls } from './pitfalls.ts'

export const environmentGuide: Guide = {
  title: messages.title,
  short: messages.short,
  outcome: messages.outcome,
  what: messages.what,
  why: messages.why,
  happens: messages.happens,
  who: ['power-platform-administrator'],
  whySections: [messages.whichName, messages.whyId, messages.whyNothingElse],
  byHand: [
    {
      heading: messages.managedInLifecycleServices.heading,
      clicks: [
        messages.managedInLifecycleServices.manual1,
        messages.managedInLifecycleServices.manual2,
        messages.managedInLifecycleServices.manual3,
      ],
      link: 'lifecycle-services',
    },
    {
      heading: messages.unifiedEnvironment.heading,
      clicks: [messages.unifiedEnvironment.manual1, messages.unifiedEnvironment.manual2],
      link: 'admin-center-environment',
    },
    {
      heading: messages.migrated.heading,
      clicks: [messages.migrated.manual1, messages.migrated.manual2],
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
    'lock-unlock',
    'terraform-provider',
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
}
