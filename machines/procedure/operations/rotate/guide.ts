import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import { manual, type OperationGuide, openingOf } from '../../guide.ts'
import { messages } from './messages.ts'

export const rotateGuide: OperationGuide = {
  ...openingOf(messages.guide),
  who: ['key-vault-administrator'],
  whySections: [
    messages.guide.whyNotAnotherKey,
    messages.guide.howLongDoesTake,
    messages.guide.howLongOldVersion,
    messages.guide.nextRotation,
  ],
  byHand: [manual(messages.guide.newVersion, 'azure-vault'), manual(messages.guide.rotationItself, 'azure-vault')],
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
