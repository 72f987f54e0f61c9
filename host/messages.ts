import { defineMessages } from '../machines/messages/message.ts'

export const messages = {
  noSignIn: defineMessages({
    title: { id: 'window.noSignIn.title', defaultMessage: 'There is no sign-in here' },
    meaning: { id: 'window.noSignIn.meaning', defaultMessage: 'This walk knows the practice tenant only.' },
    remedy: { id: 'window.noSignIn.remedy', defaultMessage: 'Open the wizard’s window to sign in.' },
  }),
  ...defineMessages({
    notListed: { id: 'window.engagement.notListed', defaultMessage: 'This engagement is no longer on the list.' },
    signInUnknown: {
      id: 'window.engagement.signInUnknown',
      defaultMessage: 'How you signed in to this engagement wasn’t saved. Sign in above, then choose its environment.',
    },
    signedOut: { id: 'window.report.signedOut', defaultMessage: 'no one signed in' },
  }),
}
