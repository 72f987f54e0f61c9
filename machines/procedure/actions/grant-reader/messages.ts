import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.grantReader', {
  why: {
    id: 'scripts.reason.grantReader',
    defaultMessage: 'The person who adds the environment must be able to read the policy.',
  },
  title: 'Assign Reader on the policy {policyName} to the Power Platform admin',
  titleFor: 'Assign Reader on the policy {policyName} to {person}',
  before: 'This person or group has no role on the policy',
  after: 'This person or group can read the policy',
  undo: 'Yes, any time',
  f604Meaning: 'The account can’t assign roles on the policy. Contributor isn’t enough.',
  f604Remedy: 'Ask an Owner or User Access Administrator of the policy to assign this role or to give you that right. Then check again.',
  f703Meaning:
    'The directory doesn’t recognize this object ID. A partner account with delegated admin privileges (GDAP) has no user object, so it can’t get a role.',
  f703Remedy:
    'Choose an admin of your own tenant, or invite the partner as a guest and use the guest’s object ID. A new account can take a few minutes to appear.',
})
