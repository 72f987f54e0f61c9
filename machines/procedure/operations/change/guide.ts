import { CHOOSE_NEXT_POLICY } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const changeGuide: OperationGuide = {
  title: messages.guideTitle,
  outcome: messages.guideOutcome,
  what: messages.guideWhat,
  why: messages.guideWhy,
  happens: messages.guideHappens,
  who: ['key-vault-administrator', 'power-platform-administrator'],
  whySections: [
    {
      heading: messages.whyTwoOutages,
      text: messages.whyTwoOutagesText,
    },
    {
      heading: messages.whyDoesNewPolicy,
      text: messages.whyDoesNewPolicyText,
    },
    {
      heading: messages.whereDoesNewPolicy,
      text: messages.whereDoesNewPolicyText,
    },
    {
      heading: messages.mayOldKeyDeleted,
      text: messages.mayOldKeyDeletedText,
    },
  ],
  byHand: [
    {
      heading: messages.letNewPolicyUse,
      clicks: [messages.letNewPolicyUseClick1, messages.letNewPolicyUseClick2],
      link: 'azure-vault',
    },
    {
      heading: messages.changePolicy,
      clicks: [messages.changePolicyClick1, messages.changePolicyClick2, messages.changePolicyClick3],
      link: 'admin-center',
    },
  ],
  whileYouWait: [
    {
      heading: messages.doNot,
      text: messages.doNotText,
    },
  ],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['role-assignment', 'encryption', 'old-key'],
  sources: ['power-platform-keys', 'self-managed-key-migration', 'lock-unlock', 'terraform-provider'],
  parts: [],
  choice: CHOOSE_NEXT_POLICY,
  when: messages.guideWhen,
  usersCutOff: true,
  takes: messages.guideTakes,
}
