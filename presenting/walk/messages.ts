import { defineMessages } from '../../machines/messages/message.ts'

/** What a walk says of itself. */
export const messages = defineMessages({
  bothApps: { id: 'demo.bothApps', defaultMessage: 'Only Finance and Supply Chain Management are used' },
  noChoices: { id: 'demo.noChoices', defaultMessage: 'The scenario has no choices for step 3.' },
  noReason: { id: 'demo.noReason', defaultMessage: 'The step stopped without a reason.' },
  correlation: { id: 'demo.told.correlation', defaultMessage: '{answer} (correlation ID {id})' },
  correlationMissing: { id: 'demo.told.correlationMissing', defaultMessage: '{answer} (correlation ID not sent)' },
})
