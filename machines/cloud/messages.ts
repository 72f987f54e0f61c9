import { defineMessages } from '../messages/message.ts'

/** What is not certain about a cloud. Shown on the first page. */
export const messages = defineMessages({
  availability: {
    id: 'cloud.doubt.availability',
    defaultMessage: 'No document says whether customer-managed keys for finance and operations are offered in this cloud.',
  },
  vaultDomain: {
    id: 'cloud.doubt.vaultDomain',
    defaultMessage: 'The domain of key vaults, {domain}, was not looked up in a source of Microsoft’s.',
  },
  organizations: { id: 'cloud.doubt.organizations', defaultMessage: 'Organizations are assumed to be under {domain}.' },
  azurePortal: { id: 'cloud.doubt.azurePortal', defaultMessage: 'The Azure portal is assumed to be {host}.' },
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
    defaultMessage: 'The admin center is assumed to be {host}, after the host of its API.',
  },
  regionalHosts: {
    id: 'cloud.doubt.regionalHosts',
    defaultMessage: 'Hosts of single regions are assumed to end in {suffix}; none has been found.',
  },
  audienceByModule: {
    id: 'cloud.doubt.audienceByModule',
    defaultMessage:
      'Microsoft’s PowerShell module asks for tokens for {audience}, its Terraform provider for {other}. The wizard takes the first. Hosts of single regions are assumed to end in {suffix}; none has been found.',
  },
  audienceByScripts: {
    id: 'cloud.doubt.audienceByScripts',
    defaultMessage:
      'Microsoft’s scripts ask for tokens for {audience}; its Terraform provider names another audience. Hosts of single regions are assumed to end in {suffix}; none has been found.',
  },
  commercialAzure: {
    id: 'cloud.doubt.commercialAzure',
    defaultMessage:
      'Azure is assumed to be the commercial one, like the sign-in. A document on Lifecycle Services asks for subscriptions of Azure Government instead.',
  },
  commercialVaults: {
    id: 'cloud.doubt.commercialVaults',
    defaultMessage: 'Key vaults are assumed to be in the commercial Azure.',
  },
  lifecycleServicesUnnamed: {
    id: 'cloud.doubt.lifecycleServicesUnnamed',
    defaultMessage: 'No source names Lifecycle Services for {cloud}. Links open the one of GCC.',
  },
  lifecycleServicesUnknown: {
    id: 'cloud.doubt.lifecycleServicesUnknown',
    defaultMessage: 'No Lifecycle Services is known for {cloud}. Links open the one of GCC.',
  },
})
