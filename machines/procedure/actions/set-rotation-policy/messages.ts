import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.setRotationPolicy',
    defaultMessage: 'The key is renewed by itself every 18 months. A version lasts 2 years, so the old one stays valid long enough.',
  },
  title: { id: 'action.setRotationPolicy.title', defaultMessage: 'Add a rotation policy to the key {name} in {vaultName}' },
  before: { id: 'action.setRotationPolicy.before', defaultMessage: 'The key isn’t renewed by itself' },
  after: {
    id: 'action.setRotationPolicy.after',
    defaultMessage: 'Renewed after 18 months; new versions expire after 2 years, with an event 30 days before',
  },
  undo: { id: 'action.setRotationPolicy.undo', defaultMessage: 'Yes, any time; versions made by then keep their expiration date' },
  mayNotMeaning: { id: 'action.setRotationPolicy.mayNotMeaning', defaultMessage: 'The account can’t set the key’s rotation policy.' },
  mayNotRemedy: {
    id: 'action.setRotationPolicy.mayNotRemedy',
    defaultMessage: 'Ask for Key Vault Crypto Officer on the key vault, or the key permission Set Rotation Policy. Then check again.',
  },
})
