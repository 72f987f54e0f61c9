import { MANAGED_HSM_AUDIENCE, ORIGINS, type ServiceName } from '../../addresses.ts'
import { type Practice, ServiceRefusal } from '../../service.ts'
import { audienceOf, sameAudience } from '../../tokens.ts'

/** A requested audience, and its practice service, if any. */
export interface Target {
  readonly audience: string
  readonly service?: ServiceName
}

const AUDIENCES: readonly Target[] = [
  { audience: ORIGINS.resourceManager, service: 'resource-manager' },
  { audience: 'https://management.core.windows.net', service: 'resource-manager' },
  { audience: 'https://vault.azure.net', service: 'key-vault' },
  { audience: MANAGED_HSM_AUDIENCE, service: 'key-vault' },
  { audience: 'https://service.powerapps.com', service: 'power-platform' },
  { audience: ORIGINS.directory, service: 'directory' },
  { audience: 'https://api.powerplatform.com' },
  { audience: 'https://service.flow.microsoft.com' },
  // For the team's store, outside the practice tenant.
  { audience: 'https://storage.azure.com' },
]

/** OpenID scopes without a resource. */
const OPEN_ID_WORDS = ['openid', 'profile', 'email', 'offline_access']

/** Resource of a scope. @param scope as in a token request @throws ServiceRefusal AADSTS500011 for an unknown resource */
export async function targetOf(scope: string, { state, addresses }: Practice): Promise<Target> {
  const words = scope.split(/\s+/).filter((word) => word !== '')
  const audience = words.length > 0 && words.every((word) => OPEN_ID_WORDS.includes(word)) ? ORIGINS.directory : audienceOf(scope)
  const known: Target[] = [
    ...AUDIENCES,
    { audience: await addresses.served(ORIGINS.resourceManager), service: 'resource-manager' },
    { audience: await addresses.served(ORIGINS.directory), service: 'directory' },
  ]
  for (const { origin } of state.organizations) {
    known.push({ audience: origin, service: 'dataverse' }, { audience: await addresses.served(origin), service: 'dataverse' })
  }
  const found = audience === undefined ? undefined : known.find((entry) => sameAudience(entry.audience, audience))
  if (audience !== undefined && found) return { ...found, audience }
  throw new ServiceRefusal(
    400,
    'invalid_resource',
    `AADSTS500011: The resource principal named ${audience ?? scope} was not found in the tenant named ${state.tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  )
}
