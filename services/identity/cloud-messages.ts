import { defineMessages } from '../../machines/messages/message.ts'

export const cloudMessages = defineMessages('cloud.doubt', {
  writtenCloud: 'A person described this cloud in a file. We didn’t verify it with Microsoft.',
})
