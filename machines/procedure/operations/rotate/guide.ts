import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const rotateGuide: OperationGuide = {
  title: messages.guide.title,
  outcome: messages.guide.outcome,
  what: messages.guide.what,
  why: messages.guide.why,
  happens: messages.guide.happens,
  who: ['key-vault-administrator'],
  whySections: [
    messages.guide.whyNotAnotherKey,
    messages.guide.howLongDoesTake,
    messages.guide.howLongOldVersion,
    messages.guide.nextRotation,
  ],
  byHand: [
    {
      heading: messages.guide.newVersion.heading,
      clicks: [messages.guide.newVersion.click1, messages.guide.newVersion.click2, messages.guide.newVersion.click3],
      link: 'azure-vault',
    },
    {
      heading: messages.guide.rotationItself.heading,
      clicks: [messages.guide.rotationItself.click1, messages.guide.rotationItself.click2],
      link: 'azure-vault',
    },
  ],
  whileYouWait: [messages.guide.doNot, { ...messages.guide.nobodyCutOff, during: 'rotation' }],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['rotation', 'old-version'],
  sources: ['power-platform-keys', 'vault-roles', 'vault-network', 'lock-unlock', 'hsm-key-import'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  usersCutOff: false,
  takes: messages.guide.takes,
}
