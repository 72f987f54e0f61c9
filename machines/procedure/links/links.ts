import { defineMessages, type Message } from '../../messages/message.ts'
import { HEADINGS_OF_CHECKS, PLACES_OF_ACTIONS } from '../sources/sections.ts'
import type { SourceId } from '../sources/source-ids.ts'
import { SOURCES } from '../sources/sources.ts'
import { LINK_IDS, type LinkId } from './link-ids.ts'

export interface LinkContext {
  readonly portals: { readonly azure: string; readonly powerPlatformAdminCenter: string; readonly lifecycleServices: string }
  readonly tenantId?: string
  readonly environmentId?: string
  readonly subscriptionId?: string
  readonly vaultId?: string
  readonly policyId?: string
}

const messages = defineMessages('link', {
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

export const LINK_TITLES: Readonly<Record<LinkId, Message>> = {
  'lifecycle-services': messages.lifecycleServices,
  'admin-center-environments': messages.adminCenterEnvironments,
  'admin-center-environment': messages.adminCenterEnvironment,
  'admin-center-capacity': messages.adminCenterCapacity,
  'admin-center': messages.adminCenter,
  'azure-vaults': messages.azureVaults,
  'azure-vault': messages.azureVault,
  'azure-policy': messages.azurePolicy,
  'azure-resource-providers': messages.azureResourceProviders,
  'azure-template': messages.azureTemplate,
  'microsoft-365-admin': messages.microsoft365Admin,
  'key-vault-pricing': messages.keyVaultPricing,
  'cloud-hosted-security': messages.cloudHostedSecurity,
}

/** Service IDs may contain anything. Lone surrogates can't be escaped, so they are replaced first. */
const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))

const resource = (context: LinkContext, id: string, blade: string): string =>
  `${context.portals.azure}/#@${escaped(context.tenantId ?? '')}/resource${id.split('/').map(escaped).join('/')}/${blade}`

// Escaping doesn't prevent `..`, which a browser resolves: values that don't look like IDs are dropped.
const environmentPage = ({ portals, environmentId }: LinkContext): string =>
  environmentId && /^[a-z0-9-]+$/i.test(environmentId)
    ? `${portals.powerPlatformAdminCenter}/manage/environments/environment/${environmentId}/hub`
    : `${portals.powerPlatformAdminCenter}/environments`

const BROWSE = '#view/HubsExtension/BrowseResource/resourceType'

/**
 * https address of a link.
 * Sources: portal hosts and paths from Microsoft's texts and community code; without a confirmed address the portal's
 * front page opens and the page gives the path.
 */
export function linkAddress(id: LinkId, context: LinkContext): string {
  const { portals } = context
  switch (id) {
    case 'lifecycle-services':
      return portals.lifecycleServices
    case 'admin-center-environments':
      return `${portals.powerPlatformAdminCenter}/environments`
    case 'admin-center-environment':
      return environmentPage(context)
    case 'admin-center-capacity':
      return `${portals.powerPlatformAdminCenter}/resources/capacity`
    case 'admin-center':
      return portals.powerPlatformAdminCenter
    case 'azure-vaults':
      return `${portals.azure}/${BROWSE}/Microsoft.KeyVault%2Fvaults`
    case 'azure-vault':
      return context.vaultId ? resource(context, context.vaultId, 'overview') : linkAddress('azure-vaults', context)
    case 'azure-policy':
      return context.policyId
        ? resource(context, context.policyId, 'overview')
        : `${portals.azure}/${BROWSE}/Microsoft.PowerPlatform%2FenterprisePolicies`
    case 'azure-resource-providers':
      return context.subscriptionId ? resource(context, `/subscriptions/${context.subscriptionId}`, 'resourceproviders') : portals.azure
    case 'azure-template':
      return `${portals.azure}/#create/Microsoft.Template`
    case 'microsoft-365-admin':
      return 'https://admin.microsoft.com/'
    case 'key-vault-pricing':
      return 'https://azure.microsoft.com/pricing/details/key-vault/'
    case 'cloud-hosted-security':
      return 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/dev-tools/secure-developer-vm'
  }
}

const HEADINGS: ReadonlySet<string> = new Set([
  ...HEADINGS_OF_CHECKS,
  ...Object.values(PLACES_OF_ACTIONS).flatMap((places) => places.map(([, heading]) => heading)),
])

/** Address of a document. @param heading of a section: a text fragment (WICG), which browsers ignore if the page lacks the text */
export function sourceAddress(id: SourceId, heading = ''): string {
  const { url } = SOURCES[id]
  // Hyphens separate the parts of a text fragment.
  return heading !== '' && HEADINGS.has(heading) ? `${url}#:~:text=${escaped(heading).replaceAll('-', '%2D')}` : url
}

const isLink = (id: string): id is LinkId => LINK_IDS.some((each) => each === id)

export function linkOf(id: string): LinkId {
  if (!isLink(id)) throw new Error(`No link is called ${id}`)
  return id
}
