import { actionMessages } from '../../actions/messages.ts'
import { CHOOSE_ENVIRONMENT } from '../../choosing.ts'
import { type OperationGuide, openingOf } from '../../guide.ts'
import { messages } from './messages.ts'

export const protectGuide: OperationGuide = {
  ...openingOf(messages.guide),
  who: ['key-vault-administrator'],
  whySections: [messages.guide.whatLocksDont, messages.guide.lockedRoles],
  byHand: [{ heading: messages.lockByHand, clicks: [messages.lock.manual1, messages.lock.manual2], link: 'azure-vault' }],
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
  when: messages.guide.when,
  usersCutOff: false,
  takes: actionMessages.seconds,
}
