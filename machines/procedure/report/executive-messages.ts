import { defineMessages } from '../../messages/message.ts'

/** The page of a report for those who read no further. */
export const executiveMessages = defineMessages({
  encrypted: { id: 'records.executive.encrypted', defaultMessage: 'Encrypted with your own key' },
  linked: { id: 'records.executive.linked', defaultMessage: 'Added to your key’s policy. Microsoft doesn’t confirm the key yet.' },
  notEncrypted: { id: 'records.executive.notEncrypted', defaultMessage: 'Not encrypted with your own key' },
  notChecked: { id: 'records.executive.notChecked', defaultMessage: 'Not known: the environment wasn’t checked' },
  since: { id: 'records.executive.since', defaultMessage: 'Added to the policy' },
  verified: { id: 'records.executive.verified', defaultMessage: 'Last verified' },
  notYet: { id: 'records.executive.notYet', defaultMessage: 'Not all steps are verified' },
  on: { id: 'records.executive.on', defaultMessage: '{at, date, day}' },
  notReached: { id: 'records.executive.notReached', defaultMessage: 'Not encrypted with your key' },
  noneAcknowledged: { id: 'records.executive.noneAcknowledged', defaultMessage: 'No gaps were recorded.' },
  everything: { id: 'records.executive.everything', defaultMessage: 'All data of the environment, as far as we know' },
  review: { id: 'records.executive.review', defaultMessage: 'Review the key, who can change it, and its dates' },
})
