import { defineMessages } from '../messages/message.ts'

/** How each link reads on its button. */
export const messages = defineMessages({
  lifecycleServices: { id: 'link.lifecycleServices', defaultMessage: 'Open Lifecycle Services' },
  adminCenterEnvironments: { id: 'link.adminCenterEnvironments', defaultMessage: 'Open environments in the admin center' },
  adminCenterEnvironment: { id: 'link.adminCenterEnvironment', defaultMessage: 'Open the environment in the admin center' },
  adminCenterCapacity: { id: 'link.adminCenterCapacity', defaultMessage: 'Open capacity in the admin center' },
  adminCenter: { id: 'link.adminCenter', defaultMessage: 'Open the Power Platform admin center' },
  azureVaults: { id: 'link.azureVaults', defaultMessage: 'Open key vaults in the Azure portal' },
  azureVault: { id: 'link.azureVault', defaultMessage: 'Open the key store in the Azure portal' },
  azurePolicy: { id: 'link.azurePolicy', defaultMessage: 'Open the policy in the Azure portal' },
  azureResourceProviders: { id: 'link.azureResourceProviders', defaultMessage: 'Open resource providers in the Azure portal' },
  azureTemplate: { id: 'link.azureTemplate', defaultMessage: 'Open a custom template in the Azure portal' },
  microsoft365Admin: { id: 'link.microsoft365Admin', defaultMessage: 'Open the Microsoft 365 admin center' },
})
