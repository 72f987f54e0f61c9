import { defineMessages } from '../../machines/messages/message.ts'

/** What the check of a report prints. */
export const messages = defineMessages({
  purpose: {
    id: 'verifyReport.purpose',
    defaultMessage:
      'Checks a report of the wizard (JSON or page): its format, its digest, each line of its log against the one before, and that it shows what the log says. Names the first line that isn’t valid.',
  },
  exitCodes: {
    id: 'verifyReport.exitCodes',
    defaultMessage: 'Exit code 0: the report is valid. 1: it isn’t. 2: the command couldn’t be understood, or the file couldn’t be read.',
  },
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
