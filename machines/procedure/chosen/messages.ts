import { defineMessages } from '../../messages/message.ts'

/** Names of what a person chooses in step 3, for who opens a hand-over. */
export const messages = defineMessages('wizard.handOver', {
  vault: 'Key vault',
  key: 'Key',
  policy: 'Policy',
  subscription: 'Subscription',
  resourceGroup: 'Resource group',
  administrator: 'Power Platform admin',
  brokenName: {
    id: 'records.handOver.brokenName',
    defaultMessage: 'The handoff has a key vault, key, or policy name that Azure doesn’t allow. Ask for it again.',
  },
})
