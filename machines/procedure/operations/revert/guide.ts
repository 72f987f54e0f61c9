import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import { manual, type OperationGuide, openingOf } from '../../guide.ts'
import { messages } from './messages.ts'

export const revertGuide: OperationGuide = {
  ...openingOf(messages.guide),
  who: ['power-platform-administrator'],
  whySections: [
    messages.guide.outage,
    messages.guide.rightWayRenewKey,
    messages.guide.mayKeyDeletedAfterwards,
    messages.guide.ifAddingFailed,
  ],
  byHand: [manual(messages.guide.removeEnvironment, 'admin-center')],
  whileYouWait: [messages.guide.doNot],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['old-key'],
  sources: ['power-platform-keys', 'self-managed-key-migration', 'lock-unlock', 'terraform-provider', 'enterprise-policy-scripts'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  usersCutOff: true,
  takes: messages.guide.takes,
}
