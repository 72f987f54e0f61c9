import { defineMessages } from '../messages/message.ts'

/** Who can put a finding right, as a page and the terminal call them. */
export const OWNER_TITLES = defineMessages({
  you: { id: 'window.owners.you', defaultMessage: 'You' },
  'key-vault-administrator': { id: 'window.owners.keyVaultAdministrator', defaultMessage: 'Key vault admin' },
  'power-platform-administrator': { id: 'window.owners.powerPlatformAdministrator', defaultMessage: 'Power Platform admin' },
  'lifecycle-services-administrator': {
    id: 'window.owners.lifecycleServicesAdministrator',
    defaultMessage: 'Lifecycle Services admin',
  },
  customer: { id: 'window.owners.customer', defaultMessage: 'Customer' },
  microsoft: { id: 'window.owners.microsoft', defaultMessage: 'Microsoft' },
})
