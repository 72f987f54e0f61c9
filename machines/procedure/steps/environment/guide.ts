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
  takes: messages.takes,
  whySections: [
    {
      heading: messages.whichName,
      text: messages.whichNameText,
    },
    {
      heading: messages.whyId,
      text: messages.whyIdText,
    },
    {
      heading: messages.whyNothingElse,
      text: messages.whyNothingElseText,
    },
  ],
  byHand: [
    {
      heading: messages.managedInLifecycleServices,
      clicks: [
        messages.managedInLifecycleServicesManual1,
        messages.managedInLifecycleServicesManual2,
        messages.managedInLifecycleServicesManual3,
      ],
      link: 'lifecycle-services',
    },
    {
      heading: messages.unifiedEnvironment,
      clicks: [messages.unifiedEnvironmentManual1, messages.unifiedEnvironmentManual2],
      link: 'admin-center-environment',
    },
    {
      heading: messages.migrated,
      clicks: [messages.migratedManual1, messages.migratedManual2],
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
