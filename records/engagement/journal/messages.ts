import { defineMessages } from '../../../machines/messages/message.ts'

/** Why a line of the journal does not hold. */
export const chainMessages = defineMessages({
  form: { id: 'records.chain.form', defaultMessage: 'It is not in the form of a line of the journal.' },
  number: { id: 'records.chain.number', defaultMessage: 'Its number is {found}, where {due} is due.' },
  notFollowing: { id: 'records.chain.notFollowing', defaultMessage: 'It does not follow from the line before.' },
  otherHash: { id: 'records.chain.otherHash', defaultMessage: 'What it says does not agree with its hash.' },
  notHashable: { id: 'records.chain.notHashable', defaultMessage: 'It holds a value of which no hash can be made.' },
  tooLong: { id: 'records.chain.tooLong', defaultMessage: 'It is longer than any line of the journal.' },
  notJson: { id: 'records.chain.notJson', defaultMessage: 'It is not JSON.' },
  otherWriting: { id: 'records.chain.otherWriting', defaultMessage: 'It is not written as the wizard writes it.' },
})

/** Why an entry cannot be read by this version. */
export const entryMessages = defineMessages({
  unknownKind: { id: 'records.entry.unknownKind', defaultMessage: 'This version does not know entries of the kind “{kind}”.' },
  otherContent: { id: 'records.entry.otherContent', defaultMessage: 'Its content is not that of an entry of the kind “{kind}”.' },
})

/** What was found wrong with the journal's file. Stored in the journal that continues. */
export const journalMessages = defineMessages({
  brokenLine: { id: 'records.journal.brokenLine', defaultMessage: 'Line {line} of the journal does not hold: {why}' },
  notText: { id: 'records.journal.notText', defaultMessage: 'The journal holds bytes that are no text.' },
  foreignLine: { id: 'records.journal.foreignLine', defaultMessage: 'Line {line} of the journal is of another tenant or environment.' },
  setAside: { id: 'records.journal.setAside', defaultMessage: '{why} The journal before it is kept and a new one begins here.' },
  torn: {
    id: 'records.journal.torn',
    defaultMessage: 'The last line was half written when the wizard ended: {size, plural, one {# byte} other {# bytes}}.',
  },
  cut: {
    id: 'records.journal.cut',
    defaultMessage:
      'The engagement was saved when the journal had {saved, plural, one {# line} other {# lines}}; {found, plural, =0 {none is there} one {only # is there} other {only # are there}}.',
  },
  otherEnd: {
    id: 'records.journal.otherEnd',
    defaultMessage:
      'The engagement was saved when the journal had {saved, plural, one {# line} other {# lines}}; the last of them is another one now.',
  },
})
