import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.rotateKey', {
  why: {
    id: 'scripts.reason.rotateKey',
    defaultMessage:
      'A new version renews the key without downtime. It is in use within 24 hours, and the previous version stays enabled for 30 days.',
  },
  title: 'Create a new version of the key {name} in {vaultName}',
  before: 'The latest version is {after}',
  after: 'A new RSA {size}-bit version, enabled, no expiration date; the previous version stays enabled',
  undo: 'Only before it’s in use. After that, create another version, and keep the previous one enabled for 30 days',
  takes: 'Up to 24 hours to take effect',
  waitTitle: 'The new key version is taking effect',
  waitRange: 'This takes up to 24 hours in the background. There’s no downtime, and no service reports the progress.',
  pickedUp: 'The new version is taking effect',
})
