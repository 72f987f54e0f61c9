import { defineMessages } from '../../machines/messages/message.ts'

export const brand = defineMessages('window.brand', {
  heading: 'Your organization on the report',
  lead: 'For partners. Kept on this computer for every later report.',
  name: 'Name',
  logo: 'Your logo',
  choose: 'Choose logo (PNG or SVG)',
  replace: 'Replace logo',
  remove: 'Remove logo',
  saved: 'Saved.',
})
