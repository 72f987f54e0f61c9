import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.createKey', {
  why: {
    id: 'scripts.reason.createKey',
    defaultMessage: 'RSA, 2048 or 3072 bits. Without an expiration date, our choice: an expired key takes its environments down.',
  },
  title: 'Create the key {name} in {vaultName}',
  after: 'RSA {size}-bit, enabled, no expiration date',
  afterInHsm: 'RSA-HSM {size}-bit, enabled, no expiration date',
  undo: 'Until an environment uses it',
  f402Meaning: 'The account can’t create keys in this key vault. Contributor manages vaults but gives no access to keys.',
  f402Remedy:
    'Ask for Key Vault Crypto Officer (or Key Vault Administrator) on the key vault, or Managed HSM Crypto User in the Managed HSM. Sign in again, then check again.',
})
