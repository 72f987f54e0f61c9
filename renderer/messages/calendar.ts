import { defineMessages } from '../../machines/messages/message.ts'

/** Words for the dates and their file. */
export const calendar = defineMessages({
  heading: { id: 'window.calendar.heading', defaultMessage: 'Dates to remember' },
  save: { id: 'window.calendar.save', defaultMessage: 'Save calendar file' },
  again: {
    id: 'window.calendar.again',
    defaultMessage: 'Import the file into your calendar. Import a newer one later, and the dates are updated.',
  },
})
