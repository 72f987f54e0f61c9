import { defineMessages } from '../../messages/message.ts'

/** What the page of a step says by itself. */
export const stepMessages = {
  plan: defineMessages({
    calm: {
      id: 'wizard.step.plan.calm',
      defaultMessage: '{count, plural, one {# change} other {# changes}}, a few minutes, no downtime',
    },
    outage: {
      id: 'wizard.step.plan.outage',
      defaultMessage: '{count, plural, one {# change} other {# changes}}, with downtime ({takes})',
      description: 'The value is a duration, for example “Up to 4 days”',
    },
    outages: {
      id: 'wizard.step.plan.outages',
      defaultMessage: '{count, plural, one {# change} other {# changes}}, {outages, number} with downtime',
    },
  }),
  progress: defineMessages({
    accepted: { id: 'wizard.step.progress.accepted', defaultMessage: 'Accepted. Running the first check.' },
    attempt: { id: 'wizard.step.progress.attempt', defaultMessage: 'Attempt {number, number} of {of, number}' },
    notTaken: { id: 'wizard.step.progress.notTaken', defaultMessage: 'The service hasn’t accepted it yet.' },
    paused: {
      id: 'wizard.step.progress.paused',
      defaultMessage: 'Paused. Select Try again now to continue. This attempt wrote nothing.',
    },
    retried: {
      id: 'wizard.step.progress.retried',
      defaultMessage: 'You don’t need to do anything. We try again automatically, or right away when you select Try again now.',
    },
  }),
  wait: defineMessages({
    accepted: { id: 'wizard.step.wait.accepted', defaultMessage: 'Accepted', description: 'State of an operation' },
    operationUnread: { id: 'wizard.step.wait.operationUnread', defaultMessage: 'Couldn’t check the operation' },
    outOfReachRemedy: {
      id: 'wizard.step.wait.outOfReachRemedy',
      defaultMessage: 'You don’t need to do anything. If this continues, check this computer’s network, VPN, and proxy.',
    },
    signInEnded: { id: 'wizard.step.wait.signInEnded', defaultMessage: 'Your sign-in has ended' },
    signInEndedRemedy: {
      id: 'wizard.step.wait.signInEndedRemedy',
      defaultMessage: 'Sign in again above. Nothing is lost.',
    },
  }),
}
