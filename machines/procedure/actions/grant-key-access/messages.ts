import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.grantKeyAccess.title', defaultMessage: 'Let the policy {policyName} use the key in {vaultName}' },
  before: { id: 'action.grantKeyAccess.before', defaultMessage: 'The policy’s identity has no access to the vault' },
  after: { id: 'action.grantKeyAccess.after', defaultMessage: 'It may get, wrap and unwrap keys' },
  undo: {
    id: 'action.grantKeyAccess.undo',
    defaultMessage: 'Yes, until an environment is added. Afterwards it takes environments offline',
  },
  f604Meaning: {
    id: 'action.grantKeyAccess.f604Meaning',
    defaultMessage: 'The account may not give access to the vault. Contributor is not enough.',
  },
  f604Remedy: {
    id: 'action.grantKeyAccess.f604Remedy',
    defaultMessage:
      'Ask somebody with Owner, User Access Administrator or Key Vault Data Access Administrator on the vault to give this access, or to give you that right. Then check again.',
  },
  f602Meaning: { id: 'action.grantKeyAccess.f602Meaning', defaultMessage: 'The policy’s new identity is not known everywhere yet.' },
  f602Remedy: { id: 'action.grantKeyAccess.f602Remedy', defaultMessage: 'Wait two minutes, then apply the rest.' },
  waitTitle: { id: 'action.grantKeyAccess.waitTitle', defaultMessage: 'The new access is spreading' },
  waitRange: {
    id: 'action.grantKeyAccess.waitRange',
    defaultMessage:
      'A role that was just given can take up to 5 minutes to count everywhere. Nobody can ask whether it does, so the wizard waits it out.',
  },
  spreading: { id: 'action.grantKeyAccess.spreading', defaultMessage: 'Access is spreading' },
  resource: { id: 'action.grantKeyAccess.resource', defaultMessage: 'Vault access policy: Get, Wrap Key, Unwrap Key' },
})
