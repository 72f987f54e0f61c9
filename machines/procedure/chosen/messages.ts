import { defineMessages } from '../../messages/message.ts'

/** Names of what a person chooses in step 3, for who opens a hand-over. */
export const messages = defineMessages({
  vault: { id: 'wizard.handOver.vault', defaultMessage: 'Key vault' },
  key: { id: 'wizard.handOver.key', defaultMessage: 'Key' },
  policy: { id: 'wizard.handOver.policy', defaultMessage: 'Policy' },
  subscription: { id: 'wizard.handOver.subscription', defaultMessage: 'Subscription' },
  resourceGroup: { id: 'wizard.handOver.resourceGroup', defaultMessage: 'Resource group' },
  administrator: { id: 'wizard.handOver.administrator', defaultMessage: 'Power Platform admin' },
  brokenName: {
    id: 'records.handOver.brokenName',
    defaultMessage: 'The handoff has a key vault, key, or policy name that Azure doesn’t allow. Ask for it again.',
  },
})
