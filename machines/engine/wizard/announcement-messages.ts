import { defineMessages } from '../../messages/message.ts'

/** What the live region says: what finished, and what is next. */
export const announcements = defineMessages({
  checkingAll: { id: 'wizard.announcement.checkingAll', defaultMessage: 'Checking everything again' },
  step: { id: 'wizard.announcement.step', defaultMessage: 'Step {number, number} of {of, number}' },
  reading: { id: 'wizard.announcement.reading', defaultMessage: '{step}: checking the services' },
  choosing: {
    id: 'wizard.announcement.choosing',
    defaultMessage: '{step}: {choice}',
    description: 'What is to be chosen, in the middle of a sentence',
  },
  proved: { id: 'wizard.announcement.proved', defaultMessage: '{step} is verified. You can continue.' },
  checked: { id: 'wizard.announcement.checked', defaultMessage: '{step}: checked.' },
  toPutRight: { id: 'wizard.announcement.toPutRight', defaultMessage: '{count, plural, one {# needs action.} other {# need action.}}' },
  toConfirm: { id: 'wizard.announcement.toConfirm', defaultMessage: '{count, number} to confirm.' },
  planned: { id: 'wizard.announcement.planned', defaultMessage: '{summary}.' },
  unread: { id: 'wizard.announcement.unread', defaultMessage: 'Something couldn’t be checked.' },
  confirming: { id: 'wizard.announcement.confirming', defaultMessage: '{step}: confirm the changes' },
  scheduled: { id: 'wizard.announcement.scheduled', defaultMessage: '{step}: starts {at, date, moment}' },
  rechecking: {
    id: 'wizard.announcement.rechecking',
    defaultMessage: '{step}: checking once more before the first change',
  },
  applying: { id: 'wizard.announcement.applying', defaultMessage: '{step}: making changes' },
  doing: { id: 'wizard.announcement.doing', defaultMessage: '{step}: {title}', description: 'The change that is being made' },
  paused: { id: 'wizard.announcement.paused', defaultMessage: '{step}: paused before the next attempt' },
  pausing: { id: 'wizard.announcement.pausing', defaultMessage: '{step}: waiting before the next attempt' },
  waiting: { id: 'wizard.announcement.waiting', defaultMessage: '{step}: waiting' },
  waitingFor: { id: 'wizard.announcement.waitingFor', defaultMessage: '{step}: {title}', description: 'What is waited for' },
  stopped: { id: 'wizard.announcement.stopped', defaultMessage: '{step}: stopped.' },
  stoppedBy: { id: 'wizard.announcement.stoppedBy', defaultMessage: '{step}: stopped. {title}' },
  openingPractice: { id: 'wizard.announcement.openingPractice', defaultMessage: 'Opening the practice tenant' },
  signInInBrowser: {
    id: 'wizard.announcement.signInInBrowser',
    defaultMessage: 'The sign-in page has opened in your browser. Continue there',
  },
  enterCode: { id: 'wizard.announcement.enterCode', defaultMessage: 'Enter the code {code} at {address}' },
  askingServices: {
    id: 'wizard.announcement.askingServices',
    defaultMessage: 'Signed in. Requesting access to the services',
  },
  signingIn: { id: 'wizard.announcement.signingIn', defaultMessage: 'Signing in' },
})
