import { defineMessages } from '../../messages/message.ts'

/** What is said of a comparison. */
export const messages = defineMessages({
  nothingFound: { id: 'drift.nothingFound', defaultMessage: 'Not found' },
  notThere: { id: 'drift.notThere', defaultMessage: 'Doesn’t exist' },
  gone: { id: 'drift.gone', defaultMessage: 'No longer found' },
  goneRemedy: { id: 'drift.goneRemedy', defaultMessage: 'Open the step to see what’s missing.' },
  unread: { id: 'drift.unread', defaultMessage: 'Unknown: couldn’t be checked' },
  unreadRemedy: { id: 'drift.unreadRemedy', defaultMessage: 'Resolve what couldn’t be checked, then compare again.' },
  nothingLeft: { id: 'drift.nothingLeft', defaultMessage: 'No changes needed' },
  left: { id: 'drift.left', defaultMessage: '{count, plural, one {One change} other {# changes}} needed' },
  planRemedy: { id: 'drift.planRemedy', defaultMessage: 'Open the step and review its plan.' },
  unchanged: { id: 'drift.unchanged', defaultMessage: 'No changes since the baseline' },
  changed: {
    id: 'drift.changed',
    defaultMessage: '{count, plural, one {One change} other {# changes}} since the baseline',
  },
  comparing: { id: 'drift.comparing', defaultMessage: 'Checking everything again to compare it with the baseline' },
})
