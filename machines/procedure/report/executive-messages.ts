import { defineMessages } from '../../messages/message.ts'

export const executiveMessages = defineMessages('records.executive', {
  encrypted: 'Encrypted with your own key',
  shownBy: 'Shown by',
  onePlatform:
    'Power Platform. No service shows separately that finance and operations’ SQL databases and storage accounts are on your key',
  linked: 'Added to your key’s policy. Microsoft doesn’t confirm the key yet.',
  notEncrypted: 'Not encrypted with your own key',
  notChecked: 'Not known: the environment wasn’t checked',
  since: 'Added to the policy',
  verified: 'Last verified',
  notYet: 'Not all steps are verified',
  on: '{at, date, day}',
  notReached: 'Not encrypted with your key',
  noneAcknowledged: 'No gaps were recorded.',
  everything: 'All data of the environment, as far as we know',
  review: 'Review the key, who can change it, and its dates',
})
