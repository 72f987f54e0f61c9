import { defineMessages } from '../../messages/message.ts'

/** What the page and the report say of the causes as a whole. */
export const whatIfWords = defineMessages({
  heading: { id: 'window.whatIf.heading', defaultMessage: 'What would happen if' },
  lead: {
    id: 'window.whatIf.lead',
    defaultMessage:
      'Each of these takes every environment on the policy offline at once, and users can lose unsaved work. A locked environment can’t be copied or restored.',
  },
  cause: { id: 'window.whatIf.cause', defaultMessage: 'If' },
  notice: { id: 'window.whatIf.notice', defaultMessage: 'Advance warning' },
  back: { id: 'window.whatIf.back', defaultMessage: 'Way back' },
  protection: { id: 'window.whatIf.protection', defaultMessage: 'Protection' },
})

/** How a cause stands: whether it has happened. */
export const whatIfStates = defineMessages({
  lost: { id: 'window.whatIf.states.lost', defaultMessage: 'Yes' },
  clear: { id: 'window.whatIf.states.clear', defaultMessage: 'No' },
  unknown: { id: 'window.whatIf.states.unknown', defaultMessage: 'Unknown' },
})
