import { defineMessages } from '../machines/messages/message.ts'

export const messages = {
  otherPerson: defineMessages({
    title: { id: 'services.otherPerson.title', defaultMessage: 'Someone else signed in' },
    meaning: {
      id: 'services.otherPerson.meaning',
      defaultMessage: '{user} in {tenant} started this work, and only they can continue it. The other account read and wrote nothing.',
    },
    remedy: {
      id: 'services.otherPerson.remedy',
      defaultMessage: 'Sign in again and choose {user}. To continue as someone else, go to the start page and sign in there.',
    },
  }),
}
