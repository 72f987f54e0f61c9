import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.createKey',
    defaultMessage: 'RSA, 2048 or 3072 bits, without an expiration date, which would lock the environment.',
  },
  title: { id: 'action.createKey.title', defaultMessage: 'Create the key {name} in {vaultName}' },
  after: { id: 'action.createKey.after', defaultMessage: 'RSA {size}-bit, enabled, no expiration date' },
  afterInHsm: { id: 'action.createKey.afterInHsm', defaultMessage: 'RSA-HSM {size}-bit, enabled, no expiration date' },
  undo: { id: 'action.createKey.undo', defaultMessage: 'Until an environment uses it' },
  f402Meaning: {
    id: 'action.createKey.f402Meaning',
    defaultMessage: 'The account can’t create keys in this key vault. Contributor manages vaults but gives no access to keys.',
  },
  f402Remedy: {
    id: 'action.createKey.f402Remedy',
    defaultMessage:
      'Ask for Key Vault Crypto Officer (or Key Vault Administrator) on the key vault, or Managed HSM Crypto User in the Managed HSM. Sign in again, then check again.',
  },
})
