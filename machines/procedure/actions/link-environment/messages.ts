import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.linkEnvironment',
    defaultMessage: 'Users are offline while the data is encrypted again, up to 4 days. Then the environment names the policy.',
  },
  title: { id: 'action.linkEnvironment.title', defaultMessage: 'Add {environmentName} to the policy {policyName}' },
  undo: { id: 'action.linkEnvironment.undo', defaultMessage: 'Remove it from the policy: a second outage, and keep the key for 30 days' },
  onEarlierKey: { id: 'action.linkEnvironment.onEarlierKey', defaultMessage: 'Encrypted with the earlier, self-managed key (BYOK)' },
  undoFromEarlierKey: {
    id: 'action.linkEnvironment.undoFromEarlierKey',
    defaultMessage: 'Not back to the earlier key: removing it leads to the Microsoft-managed key, with a second outage',
  },
  f908Meaning: {
    id: 'action.linkEnvironment.f908Meaning',
    defaultMessage:
      'The service can’t find the environment, the policy, or the connection between them. A user reported this answer on September 7, 2023, without a cause.',
  },
  f908Remedy: {
    id: 'action.linkEnvironment.f908Remedy',
    defaultMessage:
      'Check the IDs and regions of the environment and the policy, and the account’s role. Then check again. If this continues, give Microsoft support the correlation ID.',
  },
  f701Meaning: {
    id: 'action.linkEnvironment.f701Meaning',
    defaultMessage:
      'The account can’t add the environment. You need Power Platform Administrator or Dynamics 365 Administrator, and Reader on the policy.',
  },
  f701Remedy: {
    id: 'action.linkEnvironment.f701Remedy',
    defaultMessage: 'Ask for what’s missing; the error details below might name it. Sign in again, then check again.',
  },
  waitTitle: { id: 'action.linkEnvironment.waitTitle', defaultMessage: 'Microsoft is encrypting the environment' },
  waitRange: {
    id: 'action.linkEnvironment.waitRange',
    defaultMessage: 'This can take up to four days. The environment is disabled for part of that time and comes back automatically.',
  },
})
