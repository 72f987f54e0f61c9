import { defineMessages } from '../machines/messages/message.ts'

/** Why a file that the person picked was not opened or not saved. `code` is the system's. */
export const pickedFileMessages = defineMessages({
  handOverFiles: { id: 'records.file.handOverFiles', defaultMessage: 'Handoff' },
  tooLarge: { id: 'records.file.tooLarge', defaultMessage: 'The file is larger than {size} MB, too large for this type of file.' },
  notOpened: { id: 'records.file.notOpened', defaultMessage: 'Couldn’t open the file. {why} ({code})' },
  unreadable: { id: 'records.file.unreadable', defaultMessage: 'You don’t have permission to read it.' },
  gone: { id: 'records.file.gone', defaultMessage: 'It’s no longer there.' },
  folder: { id: 'records.file.folder', defaultMessage: 'It’s a folder.' },
  chooseAnother: { id: 'records.file.chooseAnother', defaultMessage: 'Choose another file.' },
  notSaved: { id: 'records.file.notSaved', defaultMessage: 'Couldn’t save the file. {why} ({code})' },
  unwritable: { id: 'records.file.unwritable', defaultMessage: 'You don’t have permission to write there. Choose another folder.' },
  readOnly: { id: 'records.file.readOnly', defaultMessage: 'That location is read-only. Choose another folder.' },
  full: { id: 'records.file.full', defaultMessage: 'The disk is full. Free up space, or choose another disk.' },
  nameOfFolder: { id: 'records.file.nameOfFolder', defaultMessage: 'A folder has that name. Choose another name.' },
  folderGone: { id: 'records.file.folderGone', defaultMessage: 'That folder is no longer there. Choose another folder.' },
  elsewhere: { id: 'records.file.elsewhere', defaultMessage: 'Choose another location.' },
})
