import { defineMessages } from '../../machines/messages/message.ts'

/** What the check of a report prints. */
export const verifyMessages = defineMessages({
  tooLong: { id: 'verifyReport.tooLong', defaultMessage: '{file} is too long for a report of the wizard.' },
  fails: { id: 'verifyReport.fails', defaultMessage: '{file} isn’t valid. {why}' },
  holds: {
    id: 'verifyReport.holds',
    defaultMessage: '{file} is valid: {lines, plural, one {# line} other {# lines}}, created {at} by {by}.',
  },
  environment: {
    id: 'verifyReport.environment',
    defaultMessage: 'Environment {name} ({id}); hash of the last line {hash}.',
  },
  noEnvironment: { id: 'verifyReport.noEnvironment', defaultMessage: 'No environment; hash of the last line {hash}.' },
  unreadable: { id: 'verifyReport.unreadable', defaultMessage: 'Couldn’t read {file}: {error}' },
})
