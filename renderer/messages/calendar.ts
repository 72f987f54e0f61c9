import { defineMessages } from '../../machines/messages/message.ts'

export const calendar = defineMessages('window.calendar', {
  heading: 'Dates to remember',
  save: 'Save calendar file',
  saveOutage: 'Save calendar entry',
  saveCanceled: 'Save calendar cancellation',
  again: 'Import it again later to update the dates.',
})
