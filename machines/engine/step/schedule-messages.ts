import { defineMessages } from '../../messages/message.ts'

/** Why a schedule didn't start. */
export const scheduleMessages = defineMessages('step.schedule', {
  notStarted: { id: 'step.schedule.notStarted', defaultMessage: 'Not started: {title}', description: 'The title of a problem' },
  again: 'Start now, or choose another time.',
  closed: 'Not started: the wizard was closed at the start time',
  closedMeaning: 'The start was scheduled for {at, date, moment}. Nothing was written.',
  notReady: 'Not started: the wizard wasn’t on this page at the start time',
  notReadyMeaning:
    'The start was scheduled for {at, date, moment}. The wizard was open, but still checking or waiting for your answer. Nothing was written.',
  missed: 'Not started: the computer was asleep at the start time',
  missedMeaning:
    'The start was scheduled for {at, date, moment}, and the wizard was more than {minutes, plural, one {# minute} other {# minutes}} late. Nothing was written.',
  clock: 'Not started: the computer’s clock was set back',
  clockMeaning: 'The start time is no longer certain. Nothing was written.',
  signIn: 'Not started: your sign-in has expired',
  signInMeaning: 'The services couldn’t be checked before the start. Nothing was written.',
  signInRemedy: 'Sign in again. Then start now, or choose another time.',
  otherAccount: 'Not started: {account} scheduled it',
  otherAccountMeaning: 'You’re signed in with another account. Nothing was written.',
  choice: 'Not started: a choice is missing',
  choiceMeaning: 'The step needs this choice before it can start. Nothing was written.',
  choiceRemedy: 'Make the choice. Then start now, or choose another time.',
  changed: 'Not started: a check has a new result',
  changedMeaning: 'We checked everything again before the start. Nothing was written, because this is new:',
  running: 'Not started: the change is running already',
  defect: 'Not started: the check before the start failed',
})
