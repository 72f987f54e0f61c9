import { defineMessages } from '../../machines/messages/message.ts'

/** Words for whose name and logo stand on the report. */
export const brand = defineMessages({
  heading: { id: 'window.brand.heading', defaultMessage: 'Your organization on the report' },
  lead: { id: 'window.brand.lead', defaultMessage: 'For partners. Kept on this computer for every later report.' },
  name: { id: 'window.brand.name', defaultMessage: 'Name' },
  logo: { id: 'window.brand.logo', defaultMessage: 'Your logo' },
  choose: { id: 'window.brand.choose', defaultMessage: 'Choose logo (PNG or SVG)' },
  replace: { id: 'window.brand.replace', defaultMessage: 'Replace logo' },
  remove: { id: 'window.brand.remove', defaultMessage: 'Remove logo' },
  saved: { id: 'window.brand.saved', defaultMessage: 'Saved.' },
})
