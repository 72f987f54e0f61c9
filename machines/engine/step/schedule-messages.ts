import { defineMessages } from '../../messages/message.ts'

/** Why something that was scheduled did not start. */
export const scheduleMessages = defineMessages({
  notStarted: { id: 'step.schedule.notStarted', defaultMessage: 'Not started: {title}', description: 'The title of a problem' },
  again: { id: 'step.schedule.again', defaultMessage: 'Start now, or choose another time.' },
  closed: { id: 'step.schedule.closed', defaultMessage: 'Not started: the wizard was closed at the start time' },
  closedMeaning: {
    id: 'step.schedule.closedMeaning',
    defaultMessage: 'The start was scheduled for {at, date, moment}. Nothing was written.',
  },
  notReady: { id: 'step.schedule.notReady', defaultMessage: 'Not started: the wizard wasn’t on this page at the start time' },
  notReadyMeaning: {
    id: 'step.schedule.notReadyMeaning',
    defaultMessage:
      'The start was scheduled for {at, date, moment}. The wizard was open, but still checking or waiting for your answer. Nothing was written.',
  },
  missed: { id: 'step.schedule.missed', defaultMessage: 'Not started: the computer was asleep at the start time' },
  missedMeaning: {
    id: 'step.schedule.missedMeaning',
    defaultMessage:
      'The start was scheduled for {at, date, moment}, and the wizard was more than {minutes, plural, one {# minute} other {# minutes}} late. Nothing was written.',
  },
  clock: { id: 'step.schedule.clock', defaultMessage: 'Not started: the computer’s clock was set back' },
  clockMeaning: {
    id: 'step.schedule.clockMeaning',
    defaultMessage: 'The start time is no longer certain. Nothing was written.',
  },
  signIn: { id: 'step.schedule.signIn', defaultMessage: 'Not started: your sign-in has expired' },
  signInMeaning: {
    id: 'step.schedule.signInMeaning',
    defaultMessage: 'The services couldn’t be checked before the start. Nothing was written.',
  },
  signInRemedy: { id: 'step.schedule.signInRemedy', defaultMessage: 'Sign in again. Then start now, or choose another time.' },
  otherAccount: { id: 'step.schedule.otherAccount', defaultMessage: 'Not started: {account} scheduled it' },
  otherAccountMeaning: {
    id: 'step.schedule.otherAccountMeaning',
    defaultMessage: 'You’re signed in with another account. Nothing was written.',
  },
  choice: { id: 'step.schedule.choice', defaultMessage: 'Not started: a choice is missing' },
  choiceMeaning: {
    id: 'step.schedule.choiceMeaning',
    defaultMessage: 'The step needs this choice before it can start. Nothing was written.',
  },
  choiceRemedy: { id: 'step.schedule.choiceRemedy', defaultMessage: 'Make the choice. Then start now, or choose another time.' },
  changed: { id: 'step.schedule.changed', defaultMessage: 'Not started: a check has a new result' },
  changedMeaning: {
    id: 'step.schedule.changedMeaning',
    defaultMessage: 'We checked everything again before the start. Nothing was written, because this is new:',
  },
  running: { id: 'step.schedule.running', defaultMessage: 'Not started: the change is running already' },
  defect: { id: 'step.schedule.defect', defaultMessage: 'Not started: the check before the start failed' },
})
