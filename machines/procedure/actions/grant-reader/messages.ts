import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.grantReader.title', defaultMessage: 'Give the Power Platform administrator Reader on the policy {policyName}' },
  before: { id: 'action.grantReader.before', defaultMessage: '{principalId} has no role on the policy' },
  after: { id: 'action.grantReader.after', defaultMessage: '{principalId} can read the policy' },
  undo: { id: 'action.grantReader.undo', defaultMessage: 'Yes, any time' },
  f604Meaning: {
    id: 'action.grantReader.f604Meaning',
    defaultMessage: 'The account may not give roles on the policy. Contributor is not enough.',
  },
  f604Remedy: {
    id: 'action.grantReader.f604Remedy',
    defaultMessage:
      'Ask an account with Owner or User Access Administrator on the policy to assign this role or to give you that right. Then check again.',
  },
  f703Meaning: {
    id: 'action.grantReader.f703Meaning',
    defaultMessage:
      'The directory does not know this object id. A partner’s account that is here by delegated administration (GDAP) has no user object and cannot be given a role.',
  },
  f703Remedy: {
    id: 'action.grantReader.f703Remedy',
    defaultMessage:
      'Name an administrator of your own tenant, or invite the partner’s account as a guest and use the guest’s object ID. A new account is known after a few minutes.',
  },
})
