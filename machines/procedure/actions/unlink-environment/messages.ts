import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.unlinkEnvironment', {
  why: {
    id: 'scripts.reason.unlinkEnvironment',
    defaultMessage:
      'Users are offline while the data goes back to the Microsoft-managed key. Keep the key, the key vault, and the access for 30 days afterward.',
  },
  title: 'Remove {environmentName} from the policy {policyName}',
  start: 'Remove the environment from the policy',
  startNow: 'Start removal now',
  startLater: 'Schedule removal',
  offline: 'Users are offline for part of the removal. Microsoft states no duration.',
  offlineText: 'Microsoft states no limit. Adding takes up to 4 days; plan at least that, our advice. Flows and integrations may not work.',
  noCancelText: 'Microsoft documents none.',
  keep: 'Keep your key for 30 more days.',
  keepText: 'Restores need the key, the key vault, and the access of the policy {policyName}.',
  back: 'The way back: add it to a policy again.',
  backText: 'This takes another outage: part of up to 4 days.',
  undo: 'Add it to a policy again: another outage of up to 4 days',
  takes: 'Not documented; plan at least 4 days',
  waitTitle: 'Microsoft is returning the environment to the Microsoft-managed key',
  waitRange: 'The duration isn’t documented; adding it can take up to four days. The environment is offline during that time.',
})
