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
  takes: messages.takes,
  whySections: [
    {
      heading: messages.whyFirst,
      text: messages.whyFirstText,
    },
    {
      heading: messages.whyYourself,
      text: messages.whyYourselfText,
    },
    {
      heading: messages.aboutOrder,
      text: messages.aboutOrderText,
    },
    {
      heading: messages.featureRegion,
      text: messages.featureRegionText,
    },
    {
      heading: messages.licenses,
      text: sentences(LICENSES_NEEDED, messages.licensesText),
    },
  ],
  byHand: [
    {
      heading: messages.managedInLifecycleServices,
      caution: messages.managedInLifecycleServicesCaution,
      clicks: [
        messages.managedInLifecycleServicesManual1,
        messages.managedInLifecycleServicesManual2,
        messages.managedInLifecycleServicesManual3,
        messages.managedInLifecycleServicesManual4,
        messages.managedInLifecycleServicesManual5,
      ],
      link: 'lifecycle-services',
    },
    {
      heading: messages.noteUnified,
      clicks: [messages.noteUnifiedManual1, messages.noteUnifiedManual2, messages.noteUnifiedManual3],
      link: 'admin-center-environment',
    },
    {
      heading: messages.migrated,
      clicks: [messages.migratedManual1, messages.migratedManual2, messages.migratedManual3],
      link: 'admin-center-environment',
    },
    {
      heading: messages.capacity,
      clicks: [messages.capacityManual1, messages.capacityManual2],
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
