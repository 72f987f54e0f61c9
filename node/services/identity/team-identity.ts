import type { Agent } from 'node:https'
import type { TokenCredential } from '@azure/core-auth'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { refusedByPolicy } from '#machines/managed/refused.ts'
import { publicCloud } from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { problemOfSignIn } from '#machines/sign-in/problems.ts'
import { randomGuid } from '../azure/guid.ts'
import { proxyPolicy, wayOut } from '../network/proxy-policy.ts'
import { browserWay } from './browser-way.ts'
import { checkRequest } from './checked-request.ts'
import { takingClaims } from './claims-apart.ts'
import { ask } from './evidence.ts'
import type { IdentityOptions } from './identity-options.ts'
import { signInPipeline } from './pipeline.ts'
import { type AccountRecord, rememberedSignIns } from './remembered.ts'
import { findTenant } from './tenant-lookup.ts'
import { openTokenCache } from './token-cache.ts'
import { tokenSource } from './tokens.ts'
import { wayOutOf } from './way-out.ts'

/** The same in every cloud. Source: `@azure/storage-blob`, StorageOAuthScopes. */
const SCOPE = 'https://storage.azure.com/.default'

export interface TeamSignIn {
  readonly credential: TokenCredential
  readonly userName: string
  readonly agentFor: (url: URL) => Promise<Agent>
}

export type TeamSignInOutcome = { readonly ok: true; readonly signedIn: TeamSignIn } | { readonly ok: false; readonly why: DisplayText }

/**
 * Signs in to the team's tenant, only for its storage account, with separate files and cache.
 * Decision 0158: a customer's token never goes to the store, and the other way round.
 * @param mayAsk may open the browser; otherwise only a stored sign-in
 */
export async function signInToTeam(
  options: IdentityOptions,
  { cloudId, tenant, mayAsk }: { readonly cloudId: string; readonly tenant: string; readonly mayAsk: boolean },
  signedOut: DisplayText,
): Promise<TeamSignInOutcome> {
  const { clock, random, keyring, files, customCloud, openBrowser, words, managed, log } = options
  const custom = customCloud?.cloud
  const clouds = new Map([...Object.values(CLOUDS), ...(custom ? [custom] : [])].map((cloud) => [cloud.id, cloud]))
  const refused = refusedByPolicy(managed, { way: 'browser', cloud: publicCloud(cloudId, custom) })
  if (refused) return { ok: false, why: refused.meaning }
  const checked = checkRequest({ way: 'browser', tenant, cloud: cloudId }, clouds, undefined)
  if (!checked.ok) return { ok: false, why: checked.problem.meaning }
  const { cloud, clientId } = checked.request
  const out = await wayOutOf(cloud, options)
  const pipeline = signInPipeline(cloud, { clock, random, proxy: proxyPolicy(out) })
  const { signal } = new AbortController()
  const found = await findTenant(cloud, checked.request.tenant, pipeline, signal)
  if (!found.ok) return { ok: false, why: found.problem.meaning }
  const { tenantId } = found
  const whose = { cloudId: cloud.id, authority: cloud.authority, tenantId, clientId }
  const kept = rememberedSignIns(keyring, files, { now: () => clock.now(), setAside: log })
  const remembered = await kept.find(whose)
  const cache = openTokenCache(randomGuid(random), remembered?.cache)
  const way = browserWay({ cloud, tenantId, clientId, pipeline }, cache, { openBrowser, report: () => undefined, words })
  const asking = { request: 'Sign-in', signal }
  const signedIn = (account: AccountRecord): TeamSignInOutcome => ({
    ok: true,
    signedIn: {
      credential: tokenSource(way.silently(account), { tenantId, secrets: [] }),
      userName: account.username,
      agentFor: wayOut(out),
    },
  })
  if (remembered) {
    const { account } = remembered
    const silent = await ask(() => way.silently(account).getToken(SCOPE, takingClaims()), asking)
    if (silent.ok) return signedIn(account)
  }
  if (!mayAsk) return { ok: false, why: signedOut }
  cache.replace(undefined)
  const prompted = await ask(() => way.prompt(SCOPE, signal), asking)
  if (!prompted.ok) return { ok: false, why: problemOfSignIn(prompted.refusal).meaning }
  const keep = (content: string): Promise<void> =>
    kept.keep(whose, prompted.value, content).catch((error: unknown) => log(`team-sign-in: ${String(error)}`))
  const content = cache.content()
  if (content !== undefined) await keep(content)
  cache.onChange(keep)
  return signedIn(prompted.value)
}
