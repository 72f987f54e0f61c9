import { defineMessages } from '../../machines/messages/message.ts'

/** Words for what comes for the keys of all customers. */
export const keyDatesOfAll = defineMessages({
  heading: { id: 'window.keyDatesOfAll.heading', defaultMessage: 'Key dates' },
  lead: {
    id: 'window.keyDatesOfAll.lead',
    defaultMessage: 'Expirations, rotations, and ends of partner access of all customers, as they were last checked.',
  },
  none: { id: 'window.keyDatesOfAll.none', defaultMessage: 'No dates are known yet. Check an environment whose key expires.' },
  past: { id: 'window.keyDatesOfAll.past', defaultMessage: 'Passed' },
  when: { id: 'window.keyDatesOfAll.when', defaultMessage: 'Date' },
  what: { id: 'window.keyDatesOfAll.what', defaultMessage: 'What' },
  expires: { id: 'window.keyDatesOfAll.expires', defaultMessage: 'Key expires' },
  rotate: { id: 'window.keyDatesOfAll.rotate', defaultMessage: 'Rotation due' },
  renews: { id: 'window.keyDatesOfAll.renews', defaultMessage: 'Renews automatically' },
  'comes-back': { id: 'window.keyDatesOfAll.comesBack', defaultMessage: 'Snoozed change comes back' },
  'access-ends': { id: 'window.keyDatesOfAll.accessEnds', defaultMessage: 'Partner access ends' },
  withoutDates: {
    id: 'window.keyDatesOfAll.withoutDates',
    defaultMessage: '{count, plural, one {# environment has no known date.} other {# environments have no known date.}}',
  },
})
