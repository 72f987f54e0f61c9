import { defineMessages } from '#machines/messages/message.ts'

export const chainMessages = defineMessages('records.chain', {
  form: 'It isn’t in the format of a log line.',
  number: 'Its number is {found}, but {due} is expected.',
  notFollowing: 'It doesn’t follow from the line before.',
  otherHash: 'Its content doesn’t match its hash.',
  notHashable: 'It has a value that can’t be hashed.',
  tooLong: 'It’s longer than any log line.',
  notJson: 'It isn’t JSON.',
  otherWriting: 'It isn’t written the way the wizard writes it.',
})

export const entryMessages = defineMessages('records.entry', {
  unknownKind: 'This version doesn’t recognize entries of the type “{kind}”.',
  otherContent: 'Its content isn’t valid for an entry of the type “{kind}”.',
})

/** Damage in the journal's file. Stored in the continuing journal. */
export const journalMessages = defineMessages('records.journal', {
  brokenLine: 'Line {line} of the log isn’t valid: {why}',
  notText: 'The log has bytes that aren’t text.',
  foreignLine: 'Line {line} of the log belongs to another tenant or environment.',
  setAside: '{why} The log before it is kept, and a new one starts here.',
  torn: 'The last line was incomplete when the wizard ended: {size, plural, one {# byte} other {# bytes}}.',
  cut: 'When your work was saved, the log had {saved, plural, one {# line} other {# lines}}; {found, plural, =0 {none is there} one {only # is there} other {only # are there}}.',
  otherEnd: 'When your work was saved, the log had {saved, plural, one {# line} other {# lines}}. The last of them is now different.',
})
