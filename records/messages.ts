import { defineMessages } from '../machines/messages/message.ts'

/** Why a file that the person picked was not opened or not saved. `code` is the system's. */
export const pickedFileMessages = defineMessages({
  handOverFiles: { id: 'records.file.handOverFiles', defaultMessage: 'Hand-over' },
  tooLarge: { id: 'records.file.tooLarge', defaultMessage: 'The file is larger than {size} MB. No file of this kind is.' },
  notOpened: { id: 'records.file.notOpened', defaultMessage: 'The file could not be opened. {why} ({code})' },
  unreadable: { id: 'records.file.unreadable', defaultMessage: 'You may not read it.' },
  gone: { id: 'records.file.gone', defaultMessage: 'It is not there any more.' },
  folder: { id: 'records.file.folder', defaultMessage: 'It is a folder.' },
  chooseAnother: { id: 'records.file.chooseAnother', defaultMessage: 'Choose another one.' },
  notSaved: { id: 'records.file.notSaved', defaultMessage: 'The file was not saved. {why} ({code})' },
  unwritable: { id: 'records.file.unwritable', defaultMessage: 'You may not write there. Choose another folder.' },
  readOnly: { id: 'records.file.readOnly', defaultMessage: 'That place is read-only. Choose another folder.' },
  full: { id: 'records.file.full', defaultMessage: 'The disk is full. Make room, or choose another disk.' },
  nameOfFolder: { id: 'records.file.nameOfFolder', defaultMessage: 'A folder has that name. Choose another name.' },
  folderGone: { id: 'records.file.folderGone', defaultMessage: 'That folder is not there any more. Choose another folder.' },
  elsewhere: { id: 'records.file.elsewhere', defaultMessage: 'Choose another place.' },
})
