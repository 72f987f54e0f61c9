import * as z from 'zod'
import type { Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { ListedTenants } from '#machines/engine/step/ports.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { tenantsNotListed } from '#machines/sign-in/local-problems.ts'
import type { ReachableTenant, TenantListRequest } from '#machines/sign-in/sign-in.ts'
import { FIRST_PARTY_CLIENT_ID } from '#machines/sign-in/tenant.ts'
import { isOffered } from '#machines/sign-in/tenants.ts'
import { randomGuid } from '../azure/guid.ts'
import { loadClients } from '../azure/load-clients.ts'
import { proxyPolicy } from '../network/proxy-policy.ts'
import { type AcquisitionOutcome, InteractiveSignIn, type TokenAcquisition } from './acquire-tokens.ts'
import { browserWay } from './browser-way.ts'
import type { IdentityOptions } from './identity-options.ts'
import { signInPipeline } from './pipeline.ts'
import type { Remembered, Whose } from './remembered.ts'
import { readTenants } from './tenant-list.ts'
import { openTokenCache, type TokenCache } from './token-cache.ts'
import { tokenSource } from './tokens.ts'
import { acquireTokensByTool } from './tool-problems.ts'
import { wayOutOf } from './way-out.ts'
import { deviceCodeWay } from './ways.ts'

/** Entra's alias for organizations' tenants, used only for listing: tenants are opened by ID. */
const ANY_ORGANIZATION = 'organizations'

/** Listed tenants, and what lets the account sign in to one without a prompt. */
export interface Reach {
  readonly cloudId: string
  readonly tenants: readonly ReachableTenant[]
  readonly kept?: Remembered
}

/** MSAL's cache: JSON objects by section and key. */
const cacheContent = z.looseObject({ AccessToken: z.unknown(), IdToken: z.unknown() })

/**
 * Tenant-independent parts: the account and its refresh token, which Entra binds to person and app only. Access tokens
 * belong to the listing tenant and are dropped.
 */
const withoutAccess = (content: string): string =>
  JSON.stringify({ ...cacheContent.parse(parsedJson(content)), AccessToken: {}, IdToken: {} })

/** Sign-in for a listed tenant by the same account; undefined for others. */
export function reachedIn(reach: Reach | undefined, { cloudId, tenantId, clientId }: Whose): Remembered | undefined {
  if (!reach?.kept || reach.cloudId !== cloudId || !sameId(clientId, FIRST_PARTY_CLIENT_ID) || !isOffered(reach.tenants, tenantId))
    return undefined
  return { cache: reach.kept.cache, account: { ...reach.kept.account, tenantId } }
}

/**
 * Signs in for Azure Resource Manager only, and lists. Discards its token.
 * Decision 0216: no tenant is opened by listing, and no access token is handed on.
 */
export async function listReach(
  { way }: TenantListRequest,
  cloud: Cloud,
  options: IdentityOptions,
  { report, signal }: Pick<TokenAcquisition, 'report' | 'signal'>,
): Promise<{ readonly listed: ListedTenants; readonly reach?: Reach }> {
  const { clock, random, httpClient, watch } = options
  const proxy = proxyPolicy(await wayOutOf(cloud, options))
  loadClients().catch(() => undefined)
  const cache = openTokenCache(randomGuid(random))
  try {
    const acquisition = { cloud, clock, report, signal, secrets: [], called: `Sign-in (${way})`, audiences: ['resource-manager'] } as const
    const acquired = await prove(way, cache, acquisition, { cloud, pipeline: signInPipeline(cloud, { clock, random, proxy }) }, options)
    if (!acquired.ok) return { listed: { ok: false, problem: acquired.problem } }
    const source = tokenSource(acquired.credential, { tenantId: acquired.tokens[0].tid, account: acquired.tokens[0], secrets: [] })
    const answer = await readTenants({ cloud, clock, random, proxy, credential: source, ...defined({ httpClient, watch }) }, signal)
    source.close()
    signal.throwIfAborted()
    if (!answer.ok) return { listed: { ok: false, problem: tenantsNotListed(answer.refusal) } }
    const [tenants, content, { account }] = [answer.value, cache.content(), acquired]
    if (tenants.length === 0) return { listed: { ok: true, tenants } }
    const kept = account && content !== undefined ? { account, cache: withoutAccess(content) } : undefined
    return { listed: { ok: true, tenants }, reach: { cloudId: cloud.id, tenants, ...defined({ kept }) } }
  } finally {
    cache.forget()
  }
}

async function prove(
  way: TenantListRequest['way'],
  cache: TokenCache,
  acquisition: TokenAcquisition,
  at: Pick<Parameters<typeof browserWay>[0], 'cloud' | 'pipeline'>,
  { clock, openBrowser, words }: IdentityOptions,
): Promise<AcquisitionOutcome> {
  const { report } = acquisition
  const now = (): number => clock.now()
  const options = { ...at, tenantId: ANY_ORGANIZATION, clientId: FIRST_PARTY_CLIENT_ID }
  const asking = (asked: ConstructorParameters<typeof InteractiveSignIn>[0]) =>
    new InteractiveSignIn(asked, cache, acquisition, undefined).acquireTokens()
  switch (way) {
    case 'browser':
      return asking(browserWay(options, cache, { openBrowser, report, words }))
    case 'device-code':
      return asking(deviceCodeWay(options, cache, { report, now }))
    case 'azure-cli':
    case 'azure-powershell':
      return acquireTokensByTool(way, acquisition)
  }
}
