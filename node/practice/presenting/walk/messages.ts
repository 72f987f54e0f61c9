import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('demo', {
  bothApps: 'Only Finance and Supply Chain Management are used',
  noChoices: 'The scenario has no choices for step 3.',
  noReason: 'The step stopped without a reason.',
  correlation: { id: 'demo.told.correlation', defaultMessage: '{answer} (correlation ID {id})' },
  correlationMissing: { id: 'demo.told.correlationMissing', defaultMessage: '{answer} (correlation ID not sent)' },
})
