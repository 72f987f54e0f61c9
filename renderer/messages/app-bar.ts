import { defineMessages } from '#machines/messages/message.ts'

export const appBar = defineMessages('window.bar', {
  name: 'App bar',
  home: 'Home',
  practice: 'Practice',
  opening: 'Available once the tenant is open, or the sign-in is canceled',
  search: 'Search commands',
  keys: 'Ctrl+K',
  language: 'Language',
  system: 'Use system setting',
  settings: 'Settings',
  help: 'Help',
  helpKey: 'Help (F1)',
  activity: '{count, plural, =0 {Activity} one {Activity: # running or scheduled} other {Activity: # running or scheduled}}',
})
