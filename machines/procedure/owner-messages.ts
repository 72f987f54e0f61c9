import { defineMessages } from '../messages/message.ts'

/** Who a step is handed to. */
export const messages = defineMessages({
  toKeyVaultAdministrator: {
    id: 'handoff.handStepTo.keyVaultAdministrator',
    defaultMessage: 'Hand over step {number, number} to the key vault admin',
  },
  toPowerPlatformAdministrator: {
    id: 'handoff.handStepTo.powerPlatformAdministrator',
    defaultMessage: 'Hand over step {number, number} to the Power Platform admin',
  },
  toCustomer: { id: 'handoff.handStepTo.customer', defaultMessage: 'Hand over step {number, number} to a user in this tenant' },
})
