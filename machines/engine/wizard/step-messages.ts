import { defineMessages } from '../../messages/message.ts'

/** Texts of a step's page. */
export const stepMessages = {
  plan: defineMessages('wizard.step.plan', {
    calm: '{count, plural, one {# change} other {# changes}} · No downtime · A few minutes',
    calmOne: '1 change · No downtime · {takes}',
    outage: {
      id: 'wizard.step.plan.outage',
      defaultMessage: '{count, plural, one {# change} other {# changes}} · Downtime · {takes}',
      description: 'The value is a duration, for example “Up to 4 days”',
    },
    outages: '{count, plural, one {# change} other {# changes}} · {outages, number} with downtime',
  }),
  progress: defineMessages('wizard.step.progress', {
    accepted: 'Accepted. Running the first check.',
    attempt: 'Attempt {number, number} of {of, number}',
    notTaken: 'The service hasn’t accepted it yet.',
    paused: 'Paused. Select Try again now to continue. This attempt wrote nothing.',
    asks: 'Sign in again. The plan then continues with this change.',
    retried: 'You don’t need to do anything. We try again automatically, or right away when you select Try again now.',
  }),
  wait: defineMessages('wizard.step.wait', {
    accepted: { id: 'wizard.step.wait.accepted', defaultMessage: 'Accepted', description: 'State of an operation' },
    operationUnread: 'Couldn’t check the operation',
    outOfReachRemedy: 'You don’t need to do anything. If this continues, check this computer’s network, VPN, and proxy.',
    signInEnded: 'Your sign-in has ended',
    signInEndedRemedy: 'Sign in again above. Nothing is lost.',
  }),
}
