import { defineMessages } from '../../machines/messages/message.ts'

/** What is wrong with a kept file. The first page lists the engagements, so that these are among its messages. */
export const fileMessages = defineMessages({
  notAFile: { id: 'start.kept.notAFile', defaultMessage: 'Something else than a file is in its place.' },
  tooLarge: {
    id: 'start.kept.tooLarge',
    defaultMessage: 'It is larger than any such file: {size, plural, one {# byte} other {# bytes}}.',
  },
  notText: { id: 'start.kept.notText', defaultMessage: 'It holds something else than text.' },
  empty: { id: 'start.kept.empty', defaultMessage: 'It is empty.' },
  notJson: { id: 'start.kept.notJson', defaultMessage: 'It is cut off or not JSON.' },
  noVersion: { id: 'start.engagement.noVersion', defaultMessage: 'It does not say which version of the file it is.' },
  newer: {
    id: 'start.engagement.newer',
    defaultMessage:
      'It was written by a newer version of the wizard (file version {version}; this one reads up to {known}). It was left as it is. Open it with that version or a newer one.',
  },
  noMigration: { id: 'start.engagement.noMigration', defaultMessage: 'No way leads from file version {version} to {known}.' },
  otherAt: {
    id: 'start.engagement.otherAt',
    defaultMessage: 'At {place} it holds something else than an engagement file does there.',
  },
  otherForm: { id: 'start.engagement.otherForm', defaultMessage: 'It is not in the form of an engagement file.' },
  ofAnother: { id: 'start.engagement.ofAnother', defaultMessage: 'It is the file of another tenant or environment.' },
  unlistable: { id: 'start.engagement.unlistable', defaultMessage: 'The engagements on this computer cannot be read: {error}' },
  closed: {
    id: 'start.engagement.closed',
    defaultMessage:
      '{why} To continue, sign in and choose its environment: everything is read from the services again, and what cannot be read here is kept under another name.',
  },
})

/** What was found broken or left behind, and what was done about it. Stored in the journal. */
export const recoveredMessages = defineMessages({
  keptAs: { id: 'records.recovered.keptAs', defaultMessage: '{detail} It is kept as {file}.' },
  writeInDoubt: {
    id: 'records.recovered.writeInDoubt',
    defaultMessage: 'The wizard ended while this was being written: {title}. Whether it was done is read from the services.',
  },
  takenOverFrom: {
    id: 'records.recovered.takenOverFrom',
    defaultMessage: 'Taken over from {user} (process {processId} on {host}), whose wizard had ended without closing it.',
  },
  fileUnreadable: { id: 'records.recovered.fileUnreadable', defaultMessage: 'The engagement’s file could not be read. {why} {copy}' },
  fileMissing: { id: 'records.recovered.fileMissing', defaultMessage: 'The engagement’s file is not there. {copy}' },
  copyUnreadable: {
    id: 'records.recovered.copyUnreadable',
    defaultMessage: 'The copy before the engagement’s file could not be read. {why}',
  },
  copyOpened: { id: 'records.recovered.copyOpened', defaultMessage: 'The copy saved before it was opened instead.' },
  noCopy: { id: 'records.recovered.noCopy', defaultMessage: 'There is no copy before it that can be read.' },
})

/** Why the record cannot be kept. */
export const recordMessages = defineMessages({
  openElsewhere: { id: 'records.openElsewhere', defaultMessage: 'The engagement is open elsewhere.' },
  opening: { id: 'records.opening', defaultMessage: 'The engagement is still being opened.' },
  noEnvironment: { id: 'records.noEnvironment', defaultMessage: 'No environment is open.' },
  folderUnusable: {
    id: 'records.folderUnusable',
    defaultMessage: 'The engagement’s folder cannot be used. {why} After that, go to the start page and open this environment again.',
  },
  full: {
    id: 'records.disk.full',
    defaultMessage: 'The disk is full. Free some space on it; then what happens is recorded again by itself. The system says: {error}.',
  },
  quota: {
    id: 'records.disk.quota',
    defaultMessage:
      'Your share of this disk is used up. Free some space or have your quota raised; then what happens is recorded again by itself. The system says: {error}.',
  },
  readOnly: {
    id: 'records.disk.readOnly',
    defaultMessage:
      'The disk can only be read. Make it writable, or start the wizard with another folder for its data. The system says: {error}.',
  },
  forbidden: {
    id: 'records.disk.forbidden',
    defaultMessage: 'This account may not write there. Give it the right to write in that folder. The system says: {error}.',
  },
  failing: {
    id: 'records.disk.failing',
    defaultMessage: 'The disk is failing. Check it, and keep a copy of that folder, before you continue. The system says: {error}.',
  },
})
