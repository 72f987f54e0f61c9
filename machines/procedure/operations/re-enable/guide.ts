import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import { manual, type OperationGuide, openingOf } from '../../guide.ts'
import { messages } from './messages.ts'

export const reEnableGuide: OperationGuide = {
  ...openingOf(messages.guide),
  who: ['key-vault-administrator', 'power-platform-administrator'],
  whySections: [
    messages.guide.howMuchTime,
    messages.guide.environmentsConcerned,
    messages.guide.whyDoesWizardNot,
    messages.guide.doesNotHelp,
  ],
  byHand: [manual(messages.guide.bringBackKey, 'azure-vault'), manual(messages.guide.reEnableEnvironment, 'admin-center-environment')],
  whileYouWait: [messages.guide.doNot],
  pitfalls: [],
  contradictions: [],
  waits: ['role-assignment', 're-enable'],
  sources: ['lock-unlock', 'power-platform-keys'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  usersCutOff: false,
  takes: messages.guide.takes,
}
