import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const rotateGuide: OperationGuide = {
  title: messages.guideTitle,
  outcome: messages.guideOutcome,
  what: messages.guideWhat,
  why: messages.guideWhy,
  happens: messages.guideHappens,
  who: ['key-vault-administrator'],
  whySections: [
    {
      heading: messages.whyNotAnotherKey,
      text: messages.whyNotAnotherKeyText,
    },
    {
      heading: messages.howLongDoesTake,
      text: messages.howLongDoesTakeText,
    },
    {
      heading: messages.howLongOldVersion,
      text: messages.howLongOldVersionText,
    },
    {
      heading: messages.nextRotation,
      text: messages.nextRotationText,
    },
  ],
  byHand: [
    {
      heading: messages.newVersion,
      clicks: [messages.newVersionClick1, messages.newVersionClick2, messages.newVersionClick3],
      link: 'azure-vault',
    },
    {
      heading: messages.rotationItself,
      clicks: [messages.rotationItselfClick1, messages.rotationItselfClick2],
      link: 'azure-vault',
    },
  ],
  whileYouWait: [
    {
      heading: messages.doNot,
      text: messages.doNotText,
    },
    { heading: messages.nobodyCutOff, text: messages.nobodyCutOffText, during: 'rotation' },
  ],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['rotation', 'old-version'],
  sources: ['power-platform-keys', 'vault-roles', 'vault-network', 'lock-unlock', 'hsm-key-import'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  when: messages.guideWhen,
  usersCutOff: false,
  takes: messages.guideTakes,
}
