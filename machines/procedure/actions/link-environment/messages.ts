import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.linkEnvironment', {
  why: {
    id: 'scripts.reason.linkEnvironment',
    defaultMessage:
      'Users are offline for part of the encryption, which takes up to 4 days. Plan for all of it. Then the environment names the policy.',
  },
  title: 'Add {environmentName} to the policy {policyName}',
  undo: 'Remove it from the policy: a second outage, and keep the key for 30 days',
  start: 'Start encryption',
  startNow: 'Start encryption now',
  startLater: 'Schedule encryption',
  offline: 'Users are offline for part of up to 4 days. Plan for all four.',
  offlineText: 'Microsoft disables the environment; it can be back sooner. Flows and integrations may not work.',
  dependent: 'Your data then depends on your key. If the key is lost, so is the data.',
  dependentText: 'Never delete the key of the policy {policyName}, its versions, or the key store.',
  noCancelText: 'Microsoft documents none. If it fails, run this step again: it resumes.',
  back: 'The way back: return to the Microsoft-managed key.',
  backText: 'This takes another outage; Microsoft states no duration. Keep your key for 30 more days.',
  onEarlierKey: 'Encrypted with the earlier, self-managed key (BYOK)',
  undoFromEarlierKey: 'Not back to the earlier key: removing it leads to the Microsoft-managed key, with a second outage',
  f908Meaning:
    'The service can’t find the environment, the policy, or the connection between them. A user reported this answer on September 7, 2023, without a cause.',
  f908Remedy:
    'Check the IDs and regions of the environment and the policy, and the account’s role. Then check again. If this continues, give Microsoft support the correlation ID.',
  f701Meaning:
    'The account can’t add the environment. You need Power Platform Administrator or Dynamics 365 Administrator, and Reader on the policy.',
  f701Remedy: 'Ask for what’s missing; the error details below might name it. Sign in again, then check again.',
  waitTitle: 'Microsoft is encrypting the environment',
  waitRange: 'Up to four days. The environment is disabled for part of that time and comes back automatically.',
})
