import { defineMessages } from '#machines/messages/message.ts'

/** `code` is the system's. */
export const pickedFileMessages = defineMessages('records.file', {
  handOverFiles: 'Handoff',
  recordingFiles: 'Recordings',
  certificateFiles: 'Certificates',
  certificateNotKept: 'Couldn’t save your choice on this computer, so the file can’t be used. ({code})',
  tooLarge: 'The file is larger than {size} MB, too large for this type of file.',
  notOpened: 'Couldn’t open the file. {why} ({code})',
  unreadable: 'You don’t have permission to read it.',
  gone: 'It’s no longer there.',
  chooseAnother: 'Choose another file.',
  notSaved: 'Couldn’t save the file. {why} ({code})',
  unwritable: 'You don’t have permission to write there. Choose another folder.',
  readOnly: 'That location is read-only. Choose another folder.',
  full: 'The disk is full. Free up space, or choose another disk.',
  nameOfFolder: 'A folder has that name. Choose another name.',
  folderGone: 'That folder is no longer there. Choose another folder.',
  elsewhere: 'Choose another location.',
})
