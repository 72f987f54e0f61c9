import { defineMessages } from '../machines/messages/message.ts'

export const messages = {
  otherPerson: defineMessages({
    title: { id: 'services.otherPerson.title', defaultMessage: 'Someone else signed in' },
    meaning: {
      id: 'services.otherPerson.meaning',
      defaultMessage:
        '{user} in {tenant} began what is open here, and it continues as them alone. Nothing was read or written by the other account.',
    },
    remedy: {
      id: 'services.otherPerson.remedy',
      defaultMessage: 'Sign in again and choose {user}. To continue as someone else, go to the start page and sign in there.',
    },
  }),
}
