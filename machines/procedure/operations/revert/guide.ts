import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const revertGuide: OperationGuide = {
  title: messages.guideTitle,
  outcome: messages.guideOutcome,
  what: messages.guideWhat,
  why: messages.guideWhy,
  happens: messages.guideHappens,
  who: ['power-platform-administrator'],
  whySections: [
    {
      heading: messages.outage,
      text: messages.outageText,
    },
    {
      heading: messages.rightWayRenewKey,
      text: messages.rightWayRenewKeyText,
    },
    {
      heading: messages.mayKeyDeletedAfterwards,
      text: messages.mayKeyDeletedAfterwardsText,
    },
    {
      heading: messages.ifAddingFailed,
      text: messages.ifAddingFailedText,
    },
  ],
  byHand: [
    {
      heading: messages.removeEnvironment,
      clicks: [messages.removeEnvironmentClick1, messages.removeEnvironmentClick2, messages.removeEnvironmentClick3],
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
  waits: ['old-key'],
  sources: ['power-platform-keys', 'self-managed-key-migration', 'lock-unlock', 'terraform-provider', 'enterprise-policy-scripts'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  when: messages.guideWhen,
  usersCutOff: true,
  takes: messages.guideTakes,
}
