import { defineMessages } from '#machines/messages/message.ts'

export const verifyMessages = defineMessages('verifyReport', {
  tooLong: '{file} is too long for a report of the wizard.',
  noReport: 'It isn’t a report of the wizard.',
  fails: '{file} isn’t valid. {why}',
  holds: '{file} is valid: {lines, plural, one {# line} other {# lines}}, created {at} by {by}.',
  environment: 'Environment {name} ({id}); hash of the last line {hash}.',
  noEnvironment: 'No environment; hash of the last line {hash}.',
  unreadable: 'Couldn’t read {file}: {error}',
})
