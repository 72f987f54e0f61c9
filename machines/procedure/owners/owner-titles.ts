import { defineMessages } from '../../messages/message.ts'

export const OWNER_TITLES = defineMessages('window.owners', {
  you: 'You',
  'key-vault-administrator': { id: 'window.owners.keyVaultAdministrator', defaultMessage: 'Key vault admin' },
  'power-platform-administrator': { id: 'window.owners.powerPlatformAdministrator', defaultMessage: 'Power Platform admin' },
  'lifecycle-services-administrator': {
    id: 'window.owners.lifecycleServicesAdministrator',
    defaultMessage: 'Lifecycle Services admin',
  },
  customer: 'Customer',
  microsoft: 'Microsoft',
})
