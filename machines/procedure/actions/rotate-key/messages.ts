import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.rotateKey',
    defaultMessage:
      'A new version renews the key without downtime. It is in use within 24 hours, and the previous version stays enabled for 30 days.',
  },
  title: { id: 'action.rotateKey.title', defaultMessage: 'Create a new version of the key {name} in {vaultName}' },
  before: { id: 'action.rotateKey.before', defaultMessage: 'The latest version is {after}' },
  after: {
    id: 'action.rotateKey.after',
    defaultMessage: 'A new RSA {size}-bit version, enabled, no expiration date; the previous version stays enabled',
  },
  undo: {
    id: 'action.rotateKey.undo',
    defaultMessage: 'Only before it’s in use. After that, create another version, and keep the previous one enabled for 30 days',
  },
  takes: { id: 'action.rotateKey.takes', defaultMessage: 'Up to 24 hours to take effect' },
  waitTitle: { id: 'action.rotateKey.waitTitle', defaultMessage: 'The new key version is taking effect' },
  waitRange: {
    id: 'action.rotateKey.waitRange',
    defaultMessage: 'This takes up to 24 hours in the background. There’s no downtime, and no service reports the progress.',
  },
  pickedUp: { id: 'action.rotateKey.pickedUp', defaultMessage: 'The new version is taking effect' },
})
