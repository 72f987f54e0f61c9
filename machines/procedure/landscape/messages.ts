import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('landscape', {
  reading: 'Checking the environments of your tenant',
  read: '{count, plural, one {# environment} other {# environments}} with finance and operations',
  unreadable: 'Couldn’t read the list of environments',
  key: {
    microsoft: 'Microsoft-managed key',
    thisPolicy: 'Policy {policy}',
    anotherPolicy: 'Another policy: {policy}',
    selfManaged: 'Earlier self-managed key',
    changing: 'Key is being changed',
    unknown: 'Key unknown',
    yourPolicy: 'Your policy',
  },
  reason: {
    otherKey: 'Different keys. A copy or restore needs both environments on the same key.',
    otherPolicy: 'Different policies. Whether they use the same key wasn’t read. A copy or restore needs the same key.',
    managedDiffers: 'Only one is a Managed Environment. A copy or restore needs both to be Managed, or neither.',
    otherRegion: 'Different regions. You can only copy within one region.',
    changing: 'A key is being changed. An environment runs one operation at a time.',
    keyUnknown: 'The services don’t say which key the data is encrypted with.',
    managedUnknown: 'The services don’t say whether both are Managed Environments.',
  },
})
