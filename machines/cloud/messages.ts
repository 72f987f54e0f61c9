import { defineMessages } from '../messages/message.ts'

/** What is not certain about a cloud. Shown on the first page. */
export const messages = defineMessages({
  availability: {
    id: 'cloud.doubt.availability',
    defaultMessage: 'No documentation says whether customer-managed keys for finance and operations are available in this cloud.',
  },
  vaultDomain: {
    id: 'cloud.doubt.vaultDomain',
    defaultMessage: 'We didn’t check the key vault domain, {domain}, in Microsoft’s documentation.',
  },
  managedHsmAudience: {
    id: 'cloud.doubt.managedHsmAudience',
    defaultMessage: 'We assume that tokens for Managed HSM are for {audience}.',
  },
  organizations: { id: 'cloud.doubt.organizations', defaultMessage: 'We assume that organizations are under {domain}.' },
  azurePortal: { id: 'cloud.doubt.azurePortal', defaultMessage: 'We assume that the Azure portal is {host}.' },
  azurePortals: {
    id: 'cloud.doubt.azurePortals',
    defaultMessage: 'Sources name both {first} and {second} as the Azure portal. Links open the first.',
  },
  adminCenters: {
    id: 'cloud.doubt.adminCenters',
    defaultMessage: 'Sources name two admin centers, {first} and {second}. Links open the first.',
  },
  adminCenterByApi: {
    id: 'cloud.doubt.adminCenterByApi',
    defaultMessage: 'We assume that the admin center is {host}, based on the host of its API.',
  },
  regionalHosts: {
    id: 'cloud.doubt.regionalHosts',
    defaultMessage: 'We assume that regional hosts end in {suffix}; we found none.',
  },
  audienceByModule: {
    id: 'cloud.doubt.audienceByModule',
    defaultMessage:
      'Microsoft’s PowerShell module requests tokens for {audience}, its Terraform provider for {other}. We use the first. We assume that regional hosts end in {suffix}; we found none.',
  },
  audienceByScripts: {
    id: 'cloud.doubt.audienceByScripts',
    defaultMessage:
      'Microsoft’s scripts request tokens for {audience}; its Terraform provider names another audience. We assume that regional hosts end in {suffix}; we found none.',
  },
  commercialAzure: {
    id: 'cloud.doubt.commercialAzure',
    defaultMessage:
      'We assume that Azure is commercial Azure, like the sign-in. A document on Lifecycle Services requires Azure Government subscriptions instead.',
  },
  commercialVaults: {
    id: 'cloud.doubt.commercialVaults',
    defaultMessage: 'We assume that key vaults are in commercial Azure.',
  },
  lifecycleServicesUnnamed: {
    id: 'cloud.doubt.lifecycleServicesUnnamed',
    defaultMessage: 'No source names Lifecycle Services for {cloud}. Links open Lifecycle Services for GCC.',
  },
  lifecycleServicesUnknown: {
    id: 'cloud.doubt.lifecycleServicesUnknown',
    defaultMessage: 'We know of no Lifecycle Services for {cloud}. Links open Lifecycle Services for GCC.',
  },
})
