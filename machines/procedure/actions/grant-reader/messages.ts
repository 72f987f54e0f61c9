import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.grantReader',
    defaultMessage: 'The person who adds the environment must be able to read the policy.',
  },
  title: { id: 'action.grantReader.title', defaultMessage: 'Assign Reader on the policy {policyName} to the Power Platform admin' },
  titleFor: { id: 'action.grantReader.titleFor', defaultMessage: 'Assign Reader on the policy {policyName} to {person}' },
  before: { id: 'action.grantReader.before', defaultMessage: 'The account has no role on the policy' },
  after: { id: 'action.grantReader.after', defaultMessage: 'The account can read the policy' },
  undo: { id: 'action.grantReader.undo', defaultMessage: 'Yes, any time' },
  f604Meaning: {
    id: 'action.grantReader.f604Meaning',
    defaultMessage: 'The account can’t assign roles on the policy. Contributor isn’t enough.',
  },
  f604Remedy: {
    id: 'action.grantReader.f604Remedy',
    defaultMessage:
      'Ask an Owner or User Access Administrator of the policy to assign this role or to give you that right. Then check again.',
  },
  f703Meaning: {
    id: 'action.grantReader.f703Meaning',
    defaultMessage:
      'The directory doesn’t recognize this object ID. A partner account with delegated admin privileges (GDAP) has no user object, so it can’t get a role.',
  },
  f703Remedy: {
    id: 'action.grantReader.f703Remedy',
    defaultMessage:
      'Choose an admin of your own tenant, or invite the partner as a guest and use the guest’s object ID. A new account can take a few minutes to appear.',
  },
})
