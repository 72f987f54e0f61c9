import { defineMessages } from '#machines/messages/message.ts'

/** Supplements Intl. */
export const time = defineMessages('window.time', {
  justNow: 'just now',
  soon: 'in less than a minute',
  short: 'less than a minute',
  moment: { id: 'window.time.moment', defaultMessage: '{day}, {time}', description: 'A day, perhaps “today”, and a time of day.' },
  range: { id: 'window.time.range', defaultMessage: '{from} – {to}', description: 'From one time to another.' },
  seconds: { id: 'window.time.seconds', defaultMessage: '{seconds} s', description: 'A countdown in its last minute.' },
  minutes: { id: 'window.time.minutes', defaultMessage: '{minutes} min {seconds} s', description: 'A countdown.' },
})
