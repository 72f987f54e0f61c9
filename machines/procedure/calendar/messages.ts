import { defineMessages } from '../../messages/message.ts'

/** What stands in the calendar file. */
export const messages = defineMessages({
  keyExpires: { id: 'calendar.keyExpires', defaultMessage: 'Key {key} expires ({environment})' },
  keyExpiresText: {
    id: 'calendar.keyExpiresText',
    defaultMessage:
      'When the key expires, every environment on its policy goes offline at once. Rotate the key before then. A new version takes up to 24 hours to take effect.',
  },
  rotate: { id: 'calendar.rotate', defaultMessage: 'Rotate key {key} ({environment})' },
  rotateText: {
    id: 'calendar.rotateText',
    defaultMessage:
      'The key expires in 30 days, and no rotation policy renews it. Create a new version. Keep the previous one enabled for 30 days.',
  },
  renews: { id: 'calendar.renews', defaultMessage: 'Key {key} rotates by its policy ({environment})' },
  renewsText: {
    id: 'calendar.renewsText',
    defaultMessage: 'Check that the new version exists and is enabled. Keep the previous one enabled for 30 days.',
  },
  holdOfVersion: { id: 'calendar.holdOfVersion', defaultMessage: 'The previous key version is no longer needed ({environment})' },
  holdOfVersionText: {
    id: 'calendar.holdOfVersionText',
    defaultMessage: 'It was kept for 30 days after the rotation. Microsoft says 28 days here and 30 elsewhere; 30 is safe.',
  },
  holdOfKey: { id: 'calendar.holdOfKey', defaultMessage: 'The old key is no longer needed ({environment})' },
  holdOfKeyText: {
    id: 'calendar.holdOfKeyText',
    defaultMessage:
      'The old key, its key vault, and the policy’s access were kept for 30 days, because restores need them. Before you remove anything, check that nothing else uses them.',
  },
  holdOfEarlierKey: { id: 'calendar.holdOfEarlierKey', defaultMessage: 'Microsoft can delete the earlier key (BYOK) ({environment})' },
  holdOfEarlierKeyText: {
    id: 'calendar.holdOfEarlierKeyText',
    defaultMessage:
      'Restore what you need from before the change until then: Microsoft keeps the earlier self-managed key for at least 28 days.',
  },
  review: { id: 'calendar.review', defaultMessage: 'Review the customer-managed key ({environment})' },
  reviewText: {
    id: 'calendar.reviewText',
    defaultMessage:
      'Open Manage in the wizard and compare with the baseline. Check who can change the key, its expiration date, and its rotation policy.',
  },
  accessEnds: { id: 'calendar.accessEnds', defaultMessage: 'Partner access ends ({environment})' },
  accessEndsText: {
    id: 'calendar.accessEndsText',
    defaultMessage: 'The partner relationship (GDAP) ends. Have the customer approve a new one before then, or hand over the environment.',
  },
  practice: { id: 'calendar.practice', defaultMessage: 'Practice: {title}' },
})
