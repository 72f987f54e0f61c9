import { defineMessages } from '../../messages/message.ts'

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
