import { defineMessages } from '../machines/messages/message.ts'

/** What all programs of the terminal have in common. */
export const messages = defineMessages('terminal', {
  language: 'the language of the output: {languages}. Without it, the system’s language',
})
