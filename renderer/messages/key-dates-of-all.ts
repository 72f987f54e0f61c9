import { defineMessages } from '#machines/messages/message.ts'

export const keyDatesOfAll = defineMessages('window.keyDatesOfAll', {
  heading: 'Key dates',
  lead: 'Expirations, rotations, and ends of partner access of all customers, as they were last checked.',
  none: 'No dates are known yet. Check an environment whose key expires.',
  urgent: 'Needs action',
  past: 'Passed',
  when: 'Date',
  what: 'What',
  deleted: 'Locked environment is deleted',
  expires: 'Key expires',
  rotate: 'Rotation due',
  renews: 'Renews automatically',
  'comes-back': { id: 'window.keyDatesOfAll.comesBack', defaultMessage: 'Snoozed change comes back' },
  'access-ends': { id: 'window.keyDatesOfAll.accessEnds', defaultMessage: 'Partner access ends' },
  withoutDates: '{count, plural, one {# environment has no known date.} other {# environments have no known date.}}',
})
