import { defineMessages } from '../../machines/messages/message.ts'

/** Words for what would take the environments offline. */
export const whatIf = {
  ...defineMessages({
    heading: { id: 'window.whatIf.heading', defaultMessage: 'What would happen if' },
    lead: {
      id: 'window.whatIf.lead',
      defaultMessage:
        'Each of these takes every environment on the policy offline at once, and users can lose unsaved work. A locked environment can’t be copied or restored.',
    },
    read: { id: 'window.whatIf.read', defaultMessage: 'checked {when}' },
    unread: { id: 'window.whatIf.unread', defaultMessage: 'not checked yet; open an operation to check' },
    cause: { id: 'window.whatIf.cause', defaultMessage: 'If' },
    notice: { id: 'window.whatIf.notice', defaultMessage: 'Warning' },
    now: { id: 'window.whatIf.now', defaultMessage: 'Now' },
    back: { id: 'window.whatIf.back', defaultMessage: 'Way back' },
    protection: { id: 'window.whatIf.protection', defaultMessage: 'Protection' },
  }),
  states: defineMessages({
    lost: { id: 'window.whatIf.states.lost', defaultMessage: 'Yes' },
    clear: { id: 'window.whatIf.states.clear', defaultMessage: 'No' },
    unknown: { id: 'window.whatIf.states.unknown', defaultMessage: 'Unknown' },
  }),
}
