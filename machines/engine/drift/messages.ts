import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('drift', {
  nothingFound: 'Not found',
  notThere: 'Doesn’t exist',
  gone: 'No longer found',
  goneRemedy: 'Open the step to see what’s missing.',
  unread: 'Unknown: couldn’t be checked',
  unreadRemedy: 'Resolve what couldn’t be checked, then compare again.',
  nothingLeft: 'No changes needed',
  left: '{count, plural, one {One change} other {# changes}} needed',
  planRemedy: 'Open the step and review its plan.',
  unchanged: 'No changes since the baseline',
  changed: '{count, plural, one {One change} other {# changes}} since the baseline',
  comparing: 'Checking everything again to compare it with the baseline',
})
