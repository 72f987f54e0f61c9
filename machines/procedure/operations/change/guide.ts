import { CHOOSE_NEXT_POLICY } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const changeGuide: OperationGuide = {
  title: messages.guide.title,
  outcome: messages.guide.outcome,
  what: messages.guide.what,
  why: messages.guide.why,
  happens: messages.guide.happens,
  who: ['key-vault-administrator', 'power-platform-administrator'],
  whySections: [
    messages.guide.whyTwoOutages,
    messages.guide.whyNotOneCall,
    messages.guide.whyDoesNewPolicy,
    messages.guide.whereDoesNewPolicy,
    messages.guide.mayOldKeyDeleted,
  ],
  byHand: [
    {
      heading: messages.guide.letNewPolicyUse.heading,
      clicks: [messages.guide.letNewPolicyUse.click1, messages.guide.letNewPolicyUse.click2],
      link: 'azure-vault',
    },
    {
      heading: messages.guide.changePolicy.heading,
      clicks: [messages.guide.changePolicy.click1, messages.guide.changePolicy.click2, messages.guide.changePolicy.click3],
      link: 'admin-center',
    },
  ],
  whileYouWait: [messages.guide.doNot],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['role-assignment', 'encryption', 'old-key'],
  sources: ['power-platform-keys', 'self-managed-key-migration', 'lock-unlock', 'terraform-provider', 'enterprise-policy-scripts'],
  parts: [],
  choice: CHOOSE_NEXT_POLICY,
  usersCutOff: true,
  takes: messages.guide.takes,
}
