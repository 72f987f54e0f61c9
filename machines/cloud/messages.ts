import { defineMessages } from '../messages/message.ts'

/** Doubts about a cloud, part of the first page. */
export const messages = defineMessages('cloud.doubt', {
  availability: 'No documentation says whether customer-managed keys for finance and operations are available in this cloud.',
  vaultDomain: 'We didn’t check the key vault domain, {domain}, in Microsoft’s documentation.',
  managedHsmAudience: 'We assume that tokens for Managed HSM are for {audience}.',
  organizations: 'We assume that organizations are under {domain}.',
  azurePortal: 'We assume that the Azure portal is {host}.',
  azurePortals: 'Sources name both {first} and {second} as the Azure portal. Links open the first.',
  adminCenters: 'Sources name two admin centers, {first} and {second}. Links open the first.',
  adminCenterByApi: 'We assume that the admin center is {host}, based on the host of its API.',
  regionalHosts: 'We assume that regional hosts end in {suffix}; we found none.',
  audienceByModule:
    'Microsoft’s PowerShell module requests tokens for {audience}, its Terraform provider for {other}. We use the first. We assume that regional hosts end in {suffix}; we found none.',
  audienceByScripts:
    'Microsoft’s scripts request tokens for {audience}; its Terraform provider names another audience. We assume that regional hosts end in {suffix}; we found none.',
  commercialAzure:
    'We assume that Azure is commercial Azure, like the sign-in. A document on Lifecycle Services requires Azure Government subscriptions instead.',
  commercialVaults: 'We assume that key vaults are in commercial Azure.',
  lifecycleServicesUnnamed: 'No source names Lifecycle Services for {cloud}. Links open Lifecycle Services for GCC.',
  lifecycleServicesUnknown: 'We know of no Lifecycle Services for {cloud}. Links open Lifecycle Services for GCC.',
})
