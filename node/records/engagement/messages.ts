import { defineMessages } from '#machines/messages/message.ts'

/** Problems of stored files; part of the first page, which lists the engagements. */
export const fileMessages = defineMessages('start.engagement', {
  notAFile: { id: 'start.kept.notAFile', defaultMessage: 'It isn’t a file.' },
  tooLarge: {
    id: 'start.kept.tooLarge',
    defaultMessage: 'It’s too large: {size, plural, one {# byte} other {# bytes}}.',
  },
  notText: { id: 'start.kept.notText', defaultMessage: 'It isn’t a text file.' },
  empty: { id: 'start.kept.empty', defaultMessage: 'It’s empty.' },
  notJson: { id: 'start.kept.notJson', defaultMessage: 'It’s cut off or isn’t JSON.' },
  noVersion: 'It doesn’t state its file version.',
  newer:
    'A newer version of the wizard wrote it (file version {version}; this one reads up to {known}). We left it unchanged. Open it with that version or a newer one.',
  noMigration: 'File version {version} can’t be upgraded to {known}.',
  otherAt: 'Its content at {place} isn’t valid.',
  otherForm: 'It isn’t in the format of a file with saved work.',
  ofAnother: 'It belongs to another tenant or environment.',
  copiedFolder:
    'Another program made this copy of a folder with saved work, for example while syncing. We don’t open or change it. If your last work is in the environment’s own entry, move this copy somewhere else.',
  renamedFolder:
    'Another program renamed this folder with saved work, for example while syncing. We don’t open or change it. Close the wizard, and rename the folder to {folder}.',
  copiedFiles:
    'Another program copied saved work in this environment’s folder, for example while syncing: {count, plural, one {{file}} other {# files, such as {file}}}. We don’t open or change {count, plural, one {the copy} other {the copies}}. Open this environment. If your last work is there, move {count, plural, one {the copy} other {the copies}} somewhere else.',
  onlyCopies:
    'The file engagement.json with the saved work is missing. Another program may have renamed it to {file}. We don’t open or change that. Close the wizard, and rename it to engagement.json. Opening this environment first begins its work anew.',
  unlistable: 'Couldn’t read the saved work on this computer: {error}',
  logOnly:
    'The log is here, but the file with the saved work and its copy are missing. To continue, sign in and choose its environment. We check everything with the services again, and continue the log.',
  closed:
    '{why} To continue, sign in and choose its environment. We check everything with the services again, and keep what we can’t read here under another name.',
})

/** Damage, leftovers and repairs. Stored in the journal. */
export const recoveredMessages = defineMessages('records.recovered', {
  keptAs: '{detail} It’s kept as {file}.',
  writeInDoubt: 'The wizard ended while writing this: {title}. We check with the services whether it was done.',
  takenOverFrom: 'Taken over from {user} (process {processId} on {host}), whose wizard ended without closing it.',
  fileUnreadable: 'Couldn’t read the file with your saved work. {why} {copy}',
  fileMissing: 'The file with your saved work is missing. {copy}',
  copyUnreadable: 'Couldn’t read the previous copy of your saved work. {why}',
  copyOpened: 'We opened the copy saved before it.',
  noCopy: 'There’s no earlier copy that we can read.',
})

export const recordMessages = defineMessages('records.disk', {
  openElsewhere: { id: 'records.openElsewhere', defaultMessage: 'This environment is open elsewhere.' },
  opening: { id: 'records.opening', defaultMessage: 'This environment is still being opened.' },
  noEnvironment: { id: 'records.noEnvironment', defaultMessage: 'No environment is open.' },
  folderUnusable: {
    id: 'records.folderUnusable',
    defaultMessage: 'Can’t use the folder with your saved work. {why} Then go to the start page and open this environment again.',
  },
  full: 'The disk is full. Free up some space; then logging continues automatically. The system says: {error}.',
  quota:
    'Your disk quota is used up. Free up some space or have your quota increased; then logging continues automatically. The system says: {error}.',
  readOnly: 'The disk is read-only. Make it writable, or start the wizard with another data folder. The system says: {error}.',
  forbidden: 'This account can’t write there. Give it write permission for that folder. The system says: {error}.',
  failing: 'The disk is failing. Before you continue, check it and copy that folder to another place. The system says: {error}.',
})
