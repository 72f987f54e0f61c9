import type { Message } from '../messages/message.ts'
import { LINK_IDS, type LinkId } from './link-ids.ts'
import { messages } from './link-messages.ts'
import { HEADINGS_OF_CHECKS, PLACES_OF_ACTIONS } from './sections.ts'
import type { SourceId } from './source-ids.ts'
import { SOURCES } from './sources.ts'

/** What an address may be completed with; every value is escaped, and the address is opened without it when it is missing. */
export interface LinkContext {
  readonly portals: { readonly azure: string; readonly powerPlatformAdminCenter: string; readonly lifecycleServices: string }
  readonly tenantId?: string
  readonly environmentId?: string
  readonly subscriptionId?: string
  readonly vaultId?: string
  readonly policyId?: string
}

/** How the link reads on a button. */
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

/** Ids come from the services as text of any kind. Half a character cannot be escaped, so it is replaced first. */
const escaped = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))

const resource = (context: LinkContext, id: string, blade: string): string =>
  `${context.portals.azure}/#@${escaped(context.tenantId ?? '')}/resource${id.split('/').map(escaped).join('/')}/${blade}`

// Escaping does not help against `..`, which a browser resolves: what does not look like an id is left out.
const environmentPage = ({ portals, environmentId }: LinkContext): string =>
  environmentId && /^[a-z0-9-]+$/i.test(environmentId)
    ? `${portals.powerPlatformAdminCenter}/manage/environments/environment/${environmentId}/hub`
    : `${portals.powerPlatformAdminCenter}/environments`

const BROWSE = '#view/HubsExtension/BrowseResource/resourceType'

/**
 * The https address behind a link id.
 * Sources: portal hosts and paths as collected from Microsoft's texts and community code; where no address is confirmed the portal's front page is opened and the page says which path to follow.
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
  ...Object.values(HEADINGS_OF_CHECKS),
  ...Object.values(PLACES_OF_ACTIONS).flatMap((places) => places.map(([, heading]) => heading)),
])

/**
 * The address of a document in the register of sources.
 * @param heading of a place in it: a browser scrolls to a text fragment (WICG) where the page has the text, and opens the top where it hasn't
 */
export function sourceAddress(id: SourceId, heading = ''): string {
  const { url } = SOURCES[id]
  // A hyphen separates the parts of a text fragment.
  return heading !== '' && HEADINGS.has(heading) ? `${url}#:~:text=${escaped(heading).replaceAll('-', '%2D')}` : url
}

const isLink = (id: string): id is LinkId => LINK_IDS.some((each) => each === id)

/** A link by the ID that a check or a guide names. */
export function linkOf(id: string): LinkId {
  if (!isLink(id)) throw new Error(`No link is called ${id}`)
  return id
}
