import { defineMessages } from '../machines/messages/message.ts'

export const messages = {
  noSignIn: defineMessages({
    title: { id: 'window.noSignIn.title', defaultMessage: 'You can’t sign in here' },
    meaning: { id: 'window.noSignIn.meaning', defaultMessage: 'This walkthrough uses the practice tenant only.' },
    remedy: { id: 'window.noSignIn.remedy', defaultMessage: 'To sign in, open the wizard’s window.' },
  }),
  ...defineMessages({
    notListed: { id: 'window.engagement.notListed', defaultMessage: 'This environment is no longer on the list.' },
    signInUnknown: {
      id: 'window.engagement.signInUnknown',
      defaultMessage: 'We didn’t save how you signed in to this environment. Sign in above, then choose it.',
    },
    nothingKept: { id: 'window.customers.nothingKept', defaultMessage: 'Names and groups can’t be saved here.' },
    signedOut: { id: 'window.report.signedOut', defaultMessage: 'no one signed in' },
  }),
}
