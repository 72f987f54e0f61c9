import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('calendar', {
  keyExpires: 'Key {key} expires ({environment})',
  keyExpiresText:
    'When the key expires, every environment on its policy goes offline at once. Rotate the key before then. A new version takes up to 24 hours to take effect.',
  rotate: 'Rotate key {key} ({environment})',
  rotateText:
    'The key expires in 60 days, and no rotation policy renews it in time. Create a new version. Keep the previous one enabled for 30 days.',
  renews: 'Key {key} rotates by its policy ({environment})',
  renewsText: 'Check that the new version exists and is enabled. Keep the previous one enabled for 30 days.',
  holdOfVersion: 'The previous key version is no longer needed ({environment})',
  holdOfVersionText: 'It was kept for 30 days after the rotation. Microsoft says 28 days here and 30 elsewhere; 30 is safe.',
  holdOfKey: 'The old key is no longer needed ({environment})',
  holdOfKeyText:
    'The old key, its key vault, and the policy’s access were kept for 30 days, because restores need them. Before you remove anything, check that nothing else uses them.',
  holdOfEarlierKey: 'Microsoft can delete the earlier key (BYOK) ({environment})',
  holdOfEarlierKeyText:
    'Restore what you need from before the change until then: Microsoft keeps the earlier self-managed key for at least 28 days.',
  review: 'Review the customer-managed key ({environment})',
  reviewText:
    'Open Manage in the wizard and compare with the baseline. Check who can change the key, its expiration date, and its rotation policy.',
  accessEnds: 'Partner access ends ({environment})',
  accessEndsText: 'The partner relationship (GDAP) ends. Have the customer approve a new one before then, or hand over the environment.',
  practice: 'Practice: {title}',
  outage: 'Finance and operations is offline for part of this time',
  outageText:
    'Don’t plan to use {where} from {start, date, moment} to {end, date, moment} ({isPlanned, select, yes {planned end} other {at the latest}}; time zone: {timeZone}). Save your work before the start. It can be back sooner.',
  outageCanceled: 'Canceled: maintenance of finance and operations',
  outageCanceledText: 'The maintenance of {where} is canceled. You don’t need to do anything.',
})
