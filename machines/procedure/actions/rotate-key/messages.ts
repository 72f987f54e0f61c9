import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.rotateKey.title', defaultMessage: 'Create a new version of the key {name} in {vaultName}' },
  before: { id: 'action.rotateKey.before', defaultMessage: 'The latest version is {after}' },
  after: {
    id: 'action.rotateKey.after',
    defaultMessage: 'A new RSA {size} bit version, enabled, no expiry date; the version before it stays enabled',
  },
  undo: {
    id: 'action.rotateKey.undo',
    defaultMessage: 'Only before it is in use. Afterwards by another new version; keep the one before it enabled for 30 days',
  },
  takes: { id: 'action.rotateKey.takes', defaultMessage: 'Up to 24 hours until it is in use' },
  waitTitle: { id: 'action.rotateKey.waitTitle', defaultMessage: 'The new version of the key is being picked up' },
  waitRange: {
    id: 'action.rotateKey.waitRange',
    defaultMessage: 'This takes up to 24 hours in the background. There is no downtime, and no service reports the progress.',
  },
  pickedUp: { id: 'action.rotateKey.pickedUp', defaultMessage: 'The new version is being picked up' },
})
