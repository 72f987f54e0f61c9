import { defineMessages } from '../../machines/messages/message.ts'

/** What the check of a report prints. */
export const messages = defineMessages({
  purpose: {
    id: 'verifyReport.purpose',
    defaultMessage:
      'Checks a report of the wizard (JSON or the page): its form, its digest, each line of its journal against the one before, and that what it shows is what the journal says. Names the first line that does not hold.',
  },
  exitCodes: {
    id: 'verifyReport.exitCodes',
    defaultMessage: 'Exit code 0 when it holds, 1 when it does not, 2 when the command could not be understood or the file not read.',
  },
  tooLong: { id: 'verifyReport.tooLong', defaultMessage: '{file} is longer than any report of the wizard.' },
  fails: { id: 'verifyReport.fails', defaultMessage: '{file} does not hold. {why}' },
  holds: {
    id: 'verifyReport.holds',
    defaultMessage: '{file} holds: {lines, plural, one {# line} other {# lines}}, made {at} by {by}.',
  },
  environment: {
    id: 'verifyReport.environment',
    defaultMessage: 'Environment {name} ({id}); hash of the last line {hash}.',
  },
  noEnvironment: { id: 'verifyReport.noEnvironment', defaultMessage: 'No environment; hash of the last line {hash}.' },
  unreadable: { id: 'verifyReport.unreadable', defaultMessage: '{file} could not be read: {error}' },
})
