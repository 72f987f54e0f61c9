import { defineMessages } from '../../machines/messages/message.ts'

/** When a confirmed change starts. */
export const schedule = {
  ...defineMessages({
    when: { id: 'window.schedule.when', defaultMessage: 'When to start' },
    now: { id: 'window.schedule.now', defaultMessage: 'Start now' },
    later: { id: 'window.schedule.later', defaultMessage: 'Start at' },
    start: { id: 'window.schedule.start', defaultMessage: 'Date and time' },
    zone: { id: 'window.schedule.zone', defaultMessage: 'Your local time, {zone}.' },
    starts: { id: 'window.schedule.starts', defaultMessage: 'Starts' },
    ends: { id: 'window.schedule.ends', defaultMessage: 'Expected end' },
    endsBy: { id: 'window.schedule.endsBy', defaultMessage: '{at} at the latest. This can take up to {needed}.' },
    untilThen: { id: 'window.schedule.untilThen', defaultMessage: 'Until it starts' },
    stayOn: { id: 'window.schedule.stayOn', defaultMessage: 'Keep the computer on and the wizard running, and stay signed in.' },
    set: { id: 'window.schedule.set', defaultMessage: 'Schedule for {at}' },
    startsIn: { id: 'window.schedule.startsIn', defaultMessage: 'Starts in {left}' },
    startsSoon: { id: 'window.schedule.startsSoon', defaultMessage: 'Starts in less than a minute' },
    zoneNamed: { id: 'window.schedule.zoneNamed', defaultMessage: '{at} ({zone})' },
    checkedFirst: { id: 'window.schedule.checkedFirst', defaultMessage: 'Checked again first' },
    mayCloseWhy: {
      id: 'window.schedule.mayCloseWhy',
      defaultMessage:
        'The wizard keeps running in the background. If anything has changed at the start time, or the computer was asleep, nothing starts, and we’ll notify you.',
    },
    cancel: { id: 'window.schedule.cancel', defaultMessage: 'Cancel schedule' },
  }),
  mail: defineMessages({
    heading: { id: 'window.mail.heading', defaultMessage: 'Email to your users' },
    show: { id: 'window.mail.show', defaultMessage: 'Email to your users' },
    hide: { id: 'window.mail.hide', defaultMessage: 'Hide the email' },
    language: { id: 'window.mail.language', defaultMessage: 'Language of the email' },
    open: { id: 'window.mail.open', defaultMessage: 'Open in email app' },
    copy: { id: 'window.mail.copy', defaultMessage: 'Copy' },
    of: { id: 'window.mail.of', defaultMessage: 'the email' },
  }),
}
