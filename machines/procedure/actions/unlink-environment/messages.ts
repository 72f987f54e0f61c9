import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.unlinkEnvironment',
    defaultMessage:
      'Users are offline while the data goes back to the Microsoft-managed key. Keep the key, the key vault, and the access for 30 days afterward.',
  },
  title: { id: 'action.unlinkEnvironment.title', defaultMessage: 'Remove {environmentName} from the policy {policyName}' },
  undo: { id: 'action.unlinkEnvironment.undo', defaultMessage: 'Add it to a policy again: another outage of up to 4 days' },
  takes: { id: 'action.unlinkEnvironment.takes', defaultMessage: 'Hours to days; the upper limit isn’t documented' },
  waitTitle: {
    id: 'action.unlinkEnvironment.waitTitle',
    defaultMessage: 'Microsoft is returning the environment to the Microsoft-managed key',
  },
  waitRange: {
    id: 'action.unlinkEnvironment.waitRange',
    defaultMessage: 'The duration isn’t documented; adding it can take up to four days. The environment is offline during that time.',
  },
})
