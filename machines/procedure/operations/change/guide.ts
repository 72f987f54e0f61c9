import { CHOOSE_NEXT_POLICY } from '../../choosing.ts'
import { manual, type OperationGuide, openingOf } from '../../guide.ts'
import { messages } from './messages.ts'

export const changeGuide: OperationGuide = {
  ...openingOf(messages.guide),
  who: ['key-vault-administrator', 'power-platform-administrator'],
  whySections: [
    messages.guide.whyTwoOutages,
    messages.guide.whyNotOneCall,
    messages.guide.whyDoesNewPolicy,
    messages.guide.whereDoesNewPolicy,
    messages.guide.mayOldKeyDeleted,
  ],
  byHand: [manual(messages.guide.letNewPolicyUse, 'azure-vault'), manual(messages.guide.changePolicy, 'admin-center')],
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
