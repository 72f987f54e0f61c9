import { defineMessages } from '../messages/message.ts'

export const messages = defineMessages('link', {
  lifecycleServices: 'Open Lifecycle Services',
  adminCenterEnvironments: 'Open environments in the admin center',
  adminCenterEnvironment: 'Open the environment in the admin center',
  adminCenterCapacity: 'Open capacity in the admin center',
  adminCenter: 'Open the Power Platform admin center',
  azureVaults: 'Open key vaults in the Azure portal',
  azureVault: 'Open the key store in the Azure portal',
  azurePolicy: 'Open the policy in the Azure portal',
  azureResourceProviders: 'Open resource providers in the Azure portal',
  azureTemplate: 'Open a custom template in the Azure portal',
  microsoft365Admin: 'Open the Microsoft 365 admin center',
  cloudHostedSecurity: 'Open Microsoft’s advice on securing cloud-hosted environments',
  keyVaultPricing: 'Open the price page of Key Vault',
})
