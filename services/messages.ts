import { defineMessages } from '../machines/messages/message.ts'

export const messages = {
  otherPerson: defineMessages('services.otherPerson', {
    title: 'Someone else signed in',
    meaning: '{user} in {tenant} started this work, and only they can continue it. The other account read and wrote nothing.',
    remedy: 'Sign in again and choose {user}. To continue as someone else, go to the start page and sign in there.',
  }),
}
