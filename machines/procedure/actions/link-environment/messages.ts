import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.linkEnvironment.title', defaultMessage: 'Add {environmentName} to the policy {policyName}' },
  undo: { id: 'action.linkEnvironment.undo', defaultMessage: 'By removing it from the policy: a second outage; keep the key 30 days' },
  f908Meaning: {
    id: 'action.linkEnvironment.f908Meaning',
    defaultMessage:
      'The service finds the environment, the policy or the way between them not. A user’s report of 7 September 2023 names the same answer without a cause.',
  },
  f908Remedy: {
    id: 'action.linkEnvironment.f908Remedy',
    defaultMessage:
      'Compare the ids of environment and policy, the role of the account and the region of both, then check again. If it stays, give the correlation id to Microsoft support.',
  },
  f701Meaning: {
    id: 'action.linkEnvironment.f701Meaning',
    defaultMessage:
      'The account may not add the environment. It takes Power Platform administrator or Dynamics 365 administrator, and Reader on the policy.',
  },
  f701Remedy: {
    id: 'action.linkEnvironment.f701Remedy',
    defaultMessage:
      'Ask for what is missing; the error details below may name it. Sign in again so that it takes effect, then check again.',
  },
  waitTitle: { id: 'action.linkEnvironment.waitTitle', defaultMessage: 'Microsoft is encrypting the environment' },
  waitRange: {
    id: 'action.linkEnvironment.waitRange',
    defaultMessage: 'This can take up to four days. The environment is switched off for part of that time and comes back by itself.',
  },
})
