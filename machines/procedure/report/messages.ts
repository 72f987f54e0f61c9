import { defineMessages } from '../../messages/message.ts'

/** What only a report says of this procedure. */
export const messages = defineMessages({
  pageTitle: { id: 'records.report.pageTitle', defaultMessage: 'Customer-managed key: evidence for {environment}' },
  heading: { id: 'records.report.heading', defaultMessage: 'Customer-managed key: evidence' },
  operation: { id: 'records.report.operationHeading', defaultMessage: 'Manage your key: {title}' },
  acknowledged: {
    id: 'records.report.acknowledged',
    defaultMessage: 'Acknowledged gaps: not encrypted with the customer’s key',
  },
  deadline: { id: 'records.report.deadline', defaultMessage: '{deletion}, unless the key comes back and the environment is re-enabled.' },
  happened: {
    id: 'records.report.causeHappened',
    defaultMessage: 'Has happened',
    description:
      'Head of a column with “Yes”, “No”, or “Unknown”: whether what would take the environments offline had happened at the last check',
  },
  waits: { id: 'records.report.waits', defaultMessage: 'Checks of operations at Microsoft' },
})
