import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.grantKeyAccess',
    defaultMessage:
      'The identity of the policy must get, wrap, and unwrap with the key. New access takes up to 5 minutes to take effect everywhere.',
  },
  title: { id: 'action.grantKeyAccess.title', defaultMessage: 'Let the policy {policyName} use the key in {vaultName}' },
  before: { id: 'action.grantKeyAccess.before', defaultMessage: 'The policy’s identity has no access to the key vault' },
  beforeInHsm: { id: 'action.grantKeyAccess.beforeInHsm', defaultMessage: 'The policy’s identity has no local role for all keys' },
  after: { id: 'action.grantKeyAccess.after', defaultMessage: 'It can get, wrap, and unwrap keys' },
  undo: {
    id: 'action.grantKeyAccess.undo',
    defaultMessage: 'Yes, until you add an environment. After that, it takes environments offline',
  },
  f604Meaning: {
    id: 'action.grantKeyAccess.f604Meaning',
    defaultMessage: 'The account can’t give access to the key vault. Contributor isn’t enough.',
  },
  f604Remedy: {
    id: 'action.grantKeyAccess.f604Remedy',
    defaultMessage:
      'Ask an Owner, User Access Administrator, or Key Vault Data Access Administrator of the key vault to assign this role or to give you that right. In a Managed HSM, ask a Managed HSM Administrator. Then check again.',
  },
  f602Meaning: { id: 'action.grantKeyAccess.f602Meaning', defaultMessage: 'The policy’s new identity isn’t available everywhere yet.' },
  f602Remedy: { id: 'action.grantKeyAccess.f602Remedy', defaultMessage: 'Wait two minutes, then apply the rest.' },
  waitTitle: { id: 'action.grantKeyAccess.waitTitle', defaultMessage: 'Waiting for the role assignment to take effect' },
  waitRange: {
    id: 'action.grantKeyAccess.waitRange',
    defaultMessage: 'A new role assignment can take up to 5 minutes to take effect. No service reports when it does, so the wizard waits.',
  },
  spreading: { id: 'action.grantKeyAccess.spreading', defaultMessage: 'Waiting for the role assignment to take effect' },
  resource: { id: 'action.grantKeyAccess.resource', defaultMessage: 'Vault access policy: Get, Wrap Key, Unwrap Key' },
})
