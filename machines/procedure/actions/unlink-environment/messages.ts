import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'action.unlinkEnvironment.title', defaultMessage: 'Remove {environmentName} from the policy {policyName}' },
  undo: { id: 'action.unlinkEnvironment.undo', defaultMessage: 'By adding it to a policy again: another outage of up to 4 days' },
  takes: { id: 'action.unlinkEnvironment.takes', defaultMessage: 'Hours to days; no document gives an upper limit for the way back' },
  waitTitle: { id: 'action.unlinkEnvironment.waitTitle', defaultMessage: 'Microsoft is putting the environment back on its own key' },
  waitRange: {
    id: 'action.unlinkEnvironment.waitRange',
    defaultMessage:
      'No document says how long this takes; adding it can take up to four days. The environment is offline during that time.',
  },
})
