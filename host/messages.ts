import { defineMessages } from '../machines/messages/message.ts'

export const messages = {
  noSignIn: defineMessages({
    title: { id: 'window.noSignIn.title', defaultMessage: 'You can’t sign in here' },
    meaning: { id: 'window.noSignIn.meaning', defaultMessage: 'This walkthrough uses the practice tenant only.' },
    remedy: { id: 'window.noSignIn.remedy', defaultMessage: 'To sign in, open the wizard’s window.' },
  }),
  checkMany: {
    unknownSignIn: {
      ...defineMessages({
        title: { id: 'window.checkMany.unknownSignIn.title', defaultMessage: 'We didn’t save how you signed in' },
        meaning: { id: 'window.checkMany.unknownSignIn.meaning', defaultMessage: 'The record of this environment holds no sign-in.' },
        remedy: { id: 'window.checkMany.unknownSignIn.remedy', defaultMessage: 'Open the environment once to sign in, and check again.' },
      }),
      owner: 'you',
    },
    otherTenant: {
      ...defineMessages({
        title: { id: 'window.checkMany.otherTenant.title', defaultMessage: 'The sign-in leads to another tenant' },
        meaning: { id: 'window.checkMany.otherTenant.meaning', defaultMessage: 'Nothing was read there.' },
        remedy: { id: 'window.checkMany.otherTenant.remedy', defaultMessage: 'Open the environment, and sign in with its tenant ID.' },
      }),
      owner: 'you',
    },
    ...defineMessages({
      busy: { id: 'window.checkMany.busy', defaultMessage: 'A check is already running.' },
      nothing: { id: 'window.checkMany.nothing', defaultMessage: 'None of these environments can be checked here.' },
    }),
  },
  ...defineMessages({
    notListed: { id: 'window.engagement.notListed', defaultMessage: 'This environment is no longer on the list.' },
    signInUnknown: {
      id: 'window.engagement.signInUnknown',
      defaultMessage: 'We didn’t save how you signed in to this environment. Sign in above, then choose it.',
    },
    nothingKept: { id: 'window.customers.nothingKept', defaultMessage: 'Names and groups can’t be saved here.' },
    noChoices: { id: 'window.pilot.noChoices', defaultMessage: 'This environment has no choices to apply: make them in its step 3 first.' },
    proposalsNotKept: { id: 'window.pilot.notKept', defaultMessage: 'Couldn’t save the proposals ({error}).' },
    signedOut: { id: 'window.report.signedOut', defaultMessage: 'no one signed in' },
  }),
}
