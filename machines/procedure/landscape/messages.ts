import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages({
  reading: { id: 'landscape.reading', defaultMessage: 'Checking the environments of your tenant' },
  read: {
    id: 'landscape.read',
    defaultMessage: '{count, plural, one {# environment} other {# environments}} with finance and operations',
  },
  unreadable: { id: 'landscape.unreadable', defaultMessage: 'Couldn’t read the list of environments' },
  microsoft: { id: 'landscape.key.microsoft', defaultMessage: 'Microsoft-managed key' },
  thisPolicy: { id: 'landscape.key.thisPolicy', defaultMessage: 'Policy {policy}' },
  anotherPolicy: { id: 'landscape.key.anotherPolicy', defaultMessage: 'Another policy: {policy}' },
  selfManaged: { id: 'landscape.key.selfManaged', defaultMessage: 'Earlier self-managed key' },
  changing: { id: 'landscape.key.changing', defaultMessage: 'Key is being changed' },
  unknownKey: { id: 'landscape.key.unknown', defaultMessage: 'Key unknown' },
  yourPolicy: { id: 'landscape.key.yourPolicy', defaultMessage: 'Your policy' },
  otherKeyWhy: {
    id: 'landscape.reason.otherKey',
    defaultMessage: 'Different keys. A copy or restore needs both environments on the same key.',
  },
  managedDiffersWhy: {
    id: 'landscape.reason.managedDiffers',
    defaultMessage: 'Only one is a Managed Environment. A copy or restore needs both to be Managed, or neither.',
  },
  otherRegionWhy: {
    id: 'landscape.reason.otherRegion',
    defaultMessage: 'Different regions. You can only copy within one region.',
  },
  changingWhy: {
    id: 'landscape.reason.changing',
    defaultMessage: 'A key is being changed. An environment runs one operation at a time.',
  },
  keyUnknownWhy: {
    id: 'landscape.reason.keyUnknown',
    defaultMessage: 'The services don’t say which key the data is encrypted with.',
  },
  managedUnknownWhy: {
    id: 'landscape.reason.managedUnknown',
    defaultMessage: 'The services don’t say whether both are Managed Environments.',
  },
})
