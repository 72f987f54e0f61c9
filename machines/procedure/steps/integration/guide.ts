import { LICENSES_NEEDED } from '../../../licenses.ts'
import { sentences } from '../../../messages/sentences.ts'
import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { messages } from './guide-messages.ts'
import { integrationPitfalls } from './pitfalls.ts'

export const integrationGuide: Guide = {
  title: messages.title,
  short: messages.short,
  outcome: messages.outcome,
  what: messages.what,
  why: messages.why,
  happens: messages.happens,
  who: ['lifecycle-services-administrator'],
  whySections: [
    messages.whyFirst,
    messages.whyYourself,
    messages.aboutOrder,
    messages.featureRegion,
    {
      heading: messages.licenses,
      text: sentences(LICENSES_NEEDED, messages.licensesText),
    },
  ],
  byHand: [
    {
      heading: messages.managedInLifecycleServices.heading,
      caution: messages.managedInLifecycleServices.caution,
      clicks: [
        messages.managedInLifecycleServices.manual1,
        messages.managedInLifecycleServices.manual2,
        messages.managedInLifecycleServices.manual3,
        messages.managedInLifecycleServices.manual4,
        messages.managedInLifecycleServices.manual5,
      ],
      link: 'lifecycle-services',
    },
    {
      heading: messages.noteUnified.heading,
      clicks: [messages.noteUnified.manual1, messages.noteUnified.manual2, messages.noteUnified.manual3, messages.noteUnified.open],
      link: 'admin-center-environment',
    },
    {
      heading: messages.migrated.heading,
      clicks: [messages.migrated.manual1, messages.migrated.manual2, messages.migrated.manual3],
      link: 'admin-center-environment',
    },
    {
      heading: messages.capacity.heading,
      clicks: [messages.capacity.manual1, messages.capacity.manual2],
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
    'partner-relationships',
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
}
