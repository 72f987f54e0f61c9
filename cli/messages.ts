import { defineMessages } from '../machines/messages/message.ts'

export const messages = defineMessages('terminal', {
  language: 'the language of the output: {languages}. Without it, the system’s language',
})
