import { defineMessages } from '../../messages/message.ts'

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

/** Message to the person who can resolve a finding. */
export const letter = defineMessages('wizard.ownerMessage', {
  about: 'Customer-managed keys for {environment} ({id}): {title}',
  aboutUnnamed: 'Customer-managed keys for our finance and operations environment: {title}',
  preparing: 'We’re preparing customer-managed keys for {environment}.',
  preparingInTenant: 'We’re preparing customer-managed keys for {environment} in the tenant {tenant} ({id}).',
  anEnvironment: 'a finance and operations environment',
})
