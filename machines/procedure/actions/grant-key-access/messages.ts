import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.grantKeyAccess', {
  why: {
    id: 'scripts.reason.grantKeyAccess',
    defaultMessage:
      'The identity of the policy must get, wrap, and unwrap with the key. By Microsoft’s scripts, new access takes up to 5 minutes to take effect.',
  },
  title: 'Let the policy {policyName} use the key in {vaultName}',
  before: 'The policy’s identity has no access to the key vault',
  beforeInHsm: 'The policy’s identity has no local role for all keys',
  after: 'It can get, wrap, and unwrap keys',
  undo: 'Yes, until you add an environment. After that, it takes environments offline',
  f604Meaning: 'The account can’t give access to the key vault. Contributor isn’t enough.',
  f604Remedy:
    'Ask an Owner, User Access Administrator, or Key Vault Data Access Administrator of the key vault to assign this role or to give you that right. In a Managed HSM, ask a Managed HSM Administrator. Then check again.',
  f602Meaning: 'The policy’s new identity isn’t available everywhere yet.',
  f602Remedy: 'Wait two minutes, then apply the rest.',
  waitTitle: 'Waiting for the role assignment to take effect',
  waitRange:
    'By Microsoft’s scripts, a new role assignment can take up to 5 minutes to take effect. No service reports when it does, so the wizard waits.',
  spreading: 'Waiting for the role assignment to take effect',
  resource: 'Vault access policy: Get, Wrap Key, Unwrap Key',
})
