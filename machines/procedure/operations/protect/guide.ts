import { actionMessages } from '../../actions/messages.ts'
import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import type { OperationGuide } from '../../guide.ts'
import { messages } from './messages.ts'

export const protectGuide: OperationGuide = {
  title: messages.guideTitle,
  outcome: messages.guideOutcome,
  what: messages.guideWhat,
  why: messages.guideWhy,
  happens: messages.guideHappens,
  who: ['key-vault-administrator'],
  whySections: [
    { heading: messages.whatLocksDont, text: messages.whatLocksDontText },
    { heading: messages.lockedRoles, text: messages.lockedRolesText },
  ],
  byHand: [{ heading: messages.lockByHand, clicks: [messages.lockManual1, messages.lockManual2], link: 'azure-vault' }],
  whileYouWait: [],
  pitfalls: [],
  contradictions: [],
  waits: [],
  sources: [
    'resource-locks',
    'lock-unlock',
    'soft-delete',
    'power-platform-keys',
    'key-rotation',
    'vault-logging',
    'vault-events',
    'vault-event-alerts',
    'vault-event-grid',
    'monitor-permissions',
    'event-grid-rights',
  ],
  parts: [],
  choice: CHOOSE_ENVIRONMENT,
  when: messages.guideWhen,
  usersCutOff: false,
  takes: actionMessages.seconds,
}
