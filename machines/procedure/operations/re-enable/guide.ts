import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const reEnableGuide: OperationGuide = {
  title: messages.guideTitle,
  outcome: messages.guideOutcome,
  what: messages.guideWhat,
  why: messages.guideWhy,
  happens: messages.guideHappens,
  who: ['key-vault-administrator', 'power-platform-administrator'],
  whySections: [
    {
      heading: messages.howMuchTime,
      text: messages.howMuchTimeText,
    },
    {
      heading: messages.environmentsConcerned,
      text: messages.environmentsConcernedText,
    },
    {
      heading: messages.whyDoesWizardNot,
      text: messages.whyDoesWizardNotText,
    },
    {
      heading: messages.doesNotHelp,
      text: messages.doesNotHelpText,
    },
  ],
  byHand: [
    {
      heading: messages.bringBackKey,
      clicks: [messages.bringBackKeyClick1, messages.bringBackKeyClick2, messages.bringBackKeyClick3],
      link: 'azure-vault',
    },
    {
      heading: messages.reEnableEnvironment,
      clicks: [messages.reEnableEnvironmentClick1, messages.reEnableEnvironmentClick2],
      link: 'admin-center-environment',
    },
  ],
  whileYouWait: [
    {
      heading: messages.doNot,
      text: messages.doNotText,
    },
  ],
  pitfalls: [],
  contradictions: [],
  waits: ['role-assignment', 're-enable'],
  sources: ['lock-unlock', 'power-platform-keys'],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  when: messages.guideWhen,
  usersCutOff: false,
  takes: messages.guideTakes,
}
