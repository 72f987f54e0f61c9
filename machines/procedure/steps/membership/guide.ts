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
    messages.ifItFails,
    messages.whatChanges,
    messages.howProved,
  ],
  byHand: [
    {
      heading: messages.managedEnvironment.heading,
      clicks: [messages.managedEnvironment.manual1, messages.managedEnvironment.manual2],
      link: 'admin-center-environment',
    },
    {
      heading: messages.addEnvironment.heading,
      clicks: [
        messages.addEnvironment.manual1,
        messages.addEnvironment.manual2,
        messages.addEnvironment.manual3,
        messages.addEnvironment.manual4,
      ],
      link: 'admin-center',
    },
  ],
  whileYouWait: [messages.doNot, messages.ifFailed, messages.ifWarning],
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
    { part: 'managed', title: messages.managedEnvironment.heading, proof: ['managed-environment'] },
    { part: 'link', title: messages.partLink, proof: ['linked-to-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
