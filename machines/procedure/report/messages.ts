import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('records.report', {
  pageTitle: 'Customer-managed key: evidence for {environment}',
  heading: 'Customer-managed key: evidence',
  operation: { id: 'records.report.operationHeading', defaultMessage: 'Manage your key: {title}' },
  acknowledged: 'Acknowledged gaps: not encrypted with the customer’s key',
  deadline: '{deletion}, unless the key comes back and the environment is re-enabled.',
  happened: {
    id: 'records.report.causeHappened',
    defaultMessage: 'Has happened',
    description:
      'Head of a column with “Yes”, “No”, or “Unknown”: whether what would take the environments offline had happened at the last check',
  },
  waits: 'Checks of operations at Microsoft',
})
