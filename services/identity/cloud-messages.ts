import { defineMessages } from '../../machines/messages/message.ts'

/** Of a cloud that was given as a file. Shown on the first page. */
export const cloudMessages = defineMessages('cloud.doubt', {
  writtenCloud: 'A person described this cloud in a file. We didn’t verify it with Microsoft.',
})
