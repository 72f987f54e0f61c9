import { defineMessages, type Message } from '#machines/messages/message.ts'

const messages = defineMessages('policy.moment', {
  day: '{at, date, day}',
  moment: '{at, date, moment}',
  beyond: {
    id: 'policy.moment.beyond',
    defaultMessage: 'a date that calendars can’t show',
    description: 'Stands where a date would stand, as in “The key expires on …”',
  },
})

/** Latest valid date; a key can hold a later one. */
const LATEST = 8.64e15

/** @param at milliseconds since 1970-01-01T00:00:00Z; a key can hold a date beyond JavaScript's range */
export const dayOf = (at: number): Message => (Math.abs(at) <= LATEST ? messages.day({ at }) : messages.beyond)

/** @param at milliseconds since 1970-01-01T00:00:00Z, as sent */
export const momentOf = (at: number): Message => (Math.abs(at) <= LATEST ? messages.moment({ at }) : messages.beyond)
