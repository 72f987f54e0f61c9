import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.setRotationPolicy', {
  why: {
    id: 'scripts.reason.setRotationPolicy',
    defaultMessage: 'The key is renewed by itself every 18 months. A version lasts 2 years, so the old one stays valid long enough.',
  },
  title: 'Add a rotation policy to the key {name} in {vaultName}',
  before: 'No automatic rotation',
  after: 'Renewed after 18 months; new versions expire after 2 years, with an event 30 days before',
  undo: 'Yes, any time; versions made by then keep their expiration date',
  mayNotMeaning: 'The account can’t set the key’s rotation policy.',
  mayNotRemedy: 'Ask for Key Vault Crypto Officer on the key vault, or the key permission Set Rotation Policy. Then check again.',
})
