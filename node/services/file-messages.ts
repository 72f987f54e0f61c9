import { defineMessages } from '#machines/messages/message.ts'

export const namedFileMessages = defineMessages('services.file', {
  folder: 'It’s a folder. Name a file.',
  loop: 'It’s a link that leads back to itself. Name a file.',
  notRegular: 'It’s a pipe, a socket, or a device. Save its content in a file, and name that file.',
  tooLarge: 'It’s larger than {size, number} KB, too large for this type of file. Check that it’s the right one.',
})
