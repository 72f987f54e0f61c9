import { defineMessages } from '../../machines/messages/message.ts'

export const changeRequest = defineMessages('window.changeRequest', {
  heading: 'Change request to print or attach',
  what: 'What is changed, when, the harm, the way back, and the checks, with lines for approval. It saves a page, and starts nothing.',
  language: 'Language of the request',
})
