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

/** What a message to the person who can resolve a finding says of the procedure. */
export const letter = defineMessages({
  about: { id: 'wizard.ownerMessage.about', defaultMessage: 'Customer-managed keys for {environment} ({id}): {title}' },
  aboutUnnamed: {
    id: 'wizard.ownerMessage.aboutUnnamed',
    defaultMessage: 'Customer-managed keys for our finance and operations environment: {title}',
  },
  preparing: { id: 'wizard.ownerMessage.preparing', defaultMessage: 'We’re preparing customer-managed keys for {environment}.' },
  preparingInTenant: {
    id: 'wizard.ownerMessage.preparingInTenant',
    defaultMessage: 'We’re preparing customer-managed keys for {environment} in the tenant {tenant} ({id}).',
  },
  anEnvironment: { id: 'wizard.ownerMessage.anEnvironment', defaultMessage: 'a finance and operations environment' },
})
