import { CHOOSE_POLICY } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { WAITS } from '../../waits.ts'
import { messages } from './guide-messages.ts'
import { membershipPitfalls } from './pitfalls.ts'

export const membershipGuide: Guide = {
  title: messages.title,
  short: messages.short,
  outcome: messages.outcome,
  what: messages.what,
  why: messages.why,
  happens: messages.happens,
  who: ['power-platform-administrator'],
  takes: WAITS.encryption.takes,
  whySections: [
    {
      heading: messages.outage,
      text: messages.outageText,
    },
    {
      heading: messages.ifItFails,
      text: messages.ifItFailsText,
    },
    {
      heading: messages.whatChanges,
      text: messages.whatChangesText,
    },
    {
      heading: messages.howProved,
      text: messages.howProvedText,
    },
  ],
  byHand: [
    {
      heading: messages.managedEnvironment,
      clicks: [messages.managedEnvironmentManual1, messages.managedEnvironmentManual2],
      link: 'admin-center-environment',
    },
    {
      heading: messages.addEnvironment,
      clicks: [
        messages.addEnvironmentManual1,
        messages.addEnvironmentManual2,
        messages.addEnvironmentManual3,
        messages.addEnvironmentManual4,
      ],
      link: 'admin-center',
    },
  ],
  whileYouWait: [
    {
      heading: messages.doNot,
      text: messages.doNotText,
    },
    {
      heading: messages.ifFailed,
      text: messages.ifFailedText,
    },
    {
      heading: messages.ifWarning,
      text: messages.ifWarningText,
    },
  ],
  waits: ['encryption', 'rotation', 're-enable', 'old-version', 'earlier-key', 'old-key'],
  pitfalls: membershipPitfalls,
  contradictions: ['failed-status', 'existing-flows', 'roles', 'hold-of-the-old-key'],
  sources: [
    'power-platform-keys',
    'managed-environment',
    'managed-environment-licensing',
    'lock-unlock',
    'self-managed-key-migration',
    'finance-and-operations-keys',
    'enterprise-policy-scripts',
    'terraform-provider',
  ],
  parts: [
    { part: 'managed', title: messages.managedEnvironment, proof: ['managed-environment'] },
    { part: 'link', title: messages.partLink, proof: ['linked-to-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
