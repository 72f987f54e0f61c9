import { defineMessages } from '../../../machines/messages/message.ts'

/** Why a line of the journal does not hold. */
export const chainMessages = defineMessages({
  form: { id: 'records.chain.form', defaultMessage: 'It isn’t in the format of a log line.' },
  number: { id: 'records.chain.number', defaultMessage: 'Its number is {found}, but {due} is expected.' },
  notFollowing: { id: 'records.chain.notFollowing', defaultMessage: 'It doesn’t follow from the line before.' },
  otherHash: { id: 'records.chain.otherHash', defaultMessage: 'Its content doesn’t match its hash.' },
  notHashable: { id: 'records.chain.notHashable', defaultMessage: 'It has a value that can’t be hashed.' },
  tooLong: { id: 'records.chain.tooLong', defaultMessage: 'It’s longer than any log line.' },
  notJson: { id: 'records.chain.notJson', defaultMessage: 'It isn’t JSON.' },
  otherWriting: { id: 'records.chain.otherWriting', defaultMessage: 'It isn’t written the way the wizard writes it.' },
})

/** Why an entry cannot be read by this version. */
export const entryMessages = defineMessages({
  unknownKind: { id: 'records.entry.unknownKind', defaultMessage: 'This version doesn’t recognize entries of the type “{kind}”.' },
  otherContent: { id: 'records.entry.otherContent', defaultMessage: 'Its content isn’t valid for an entry of the type “{kind}”.' },
})

/** What was found wrong with the journal's file. Stored in the journal that continues. */
export const journalMessages = defineMessages({
  brokenLine: { id: 'records.journal.brokenLine', defaultMessage: 'Line {line} of the log isn’t valid: {why}' },
  notText: { id: 'records.journal.notText', defaultMessage: 'The log has bytes that aren’t text.' },
  foreignLine: { id: 'records.journal.foreignLine', defaultMessage: 'Line {line} of the log belongs to another tenant or environment.' },
  setAside: { id: 'records.journal.setAside', defaultMessage: '{why} The log before it is kept, and a new one starts here.' },
  torn: {
    id: 'records.journal.torn',
    defaultMessage: 'The last line was incomplete when the wizard ended: {size, plural, one {# byte} other {# bytes}}.',
  },
  cut: {
    id: 'records.journal.cut',
    defaultMessage:
      'When your work was saved, the log had {saved, plural, one {# line} other {# lines}}; {found, plural, =0 {none is there} one {only # is there} other {only # are there}}.',
  },
  otherEnd: {
    id: 'records.journal.otherEnd',
    defaultMessage:
      'When your work was saved, the log had {saved, plural, one {# line} other {# lines}}. The last of them is now different.',
  },
})
