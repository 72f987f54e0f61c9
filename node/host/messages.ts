import { defineMessages } from '#machines/messages/message.ts'

export const messages = {
  ...defineMessages({
    noRecording: { id: 'window.recording.none', defaultMessage: 'This file isn’t a recording of this wizard.' },
    noTenantToRead: { id: 'window.removal.noTenant', defaultMessage: 'No tenant is open.' },
    noTenantOpen: {
      id: 'window.firstContact.noTenant',
      defaultMessage: 'No tenant is open. Sign in, or open a practice case, then compare.',
    },
  }),
  noSignIn: defineMessages('window.noSignIn', {
    title: 'You can’t sign in here',
    meaning: 'This walkthrough uses the practice tenant only.',
    remedy: 'To sign in, open the wizard’s window.',
  }),
  checkMany: {
    unknownSignIn: {
      ...defineMessages('window.checkMany.unknownSignIn', {
        title: 'We didn’t save how you signed in',
        meaning: 'The record of this environment holds no sign-in.',
        remedy: 'Open the environment once to sign in, and check again.',
      }),
      owner: 'you',
    },
    otherTenant: {
      ...defineMessages('window.checkMany.otherTenant', {
        title: 'The sign-in leads to another tenant',
        meaning: 'Nothing was read there.',
        remedy: 'Open the environment, and sign in with its tenant ID.',
      }),
      owner: 'you',
    },
    ...defineMessages('window.checkMany', {
      busy: 'A check is already running.',
      nothing: 'None of these environments can be checked here.',
    }),
  },
  ...defineMessages('window.engagement', {
    notListed: 'This environment is no longer on the list.',
    signInUnknown: 'We didn’t save how you signed in to this environment. Sign in above, then choose it.',
    nothingKept: { id: 'window.customers.nothingKept', defaultMessage: 'Names and groups can’t be saved here.' },
    noChoices: { id: 'window.pilot.noChoices', defaultMessage: 'This environment has no choices to apply: make them in its step 3 first.' },
    proposalsNotKept: { id: 'window.pilot.notKept', defaultMessage: 'Couldn’t save the proposals ({error}).' },
    signedOut: { id: 'window.report.signedOut', defaultMessage: 'no one signed in' },
  }),
}
