import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { CLOUDS, type Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { ListedTenants } from '#machines/engine/step/ports.ts'
import { refusedByPolicy } from '#machines/managed/refused.ts'
import { publicCloud } from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { cancelled, certificateNotChosen, noneKept, signInFirst, tenantDiffers, unknownCloud } from '#machines/sign-in/local-problems.ts'
import type { AnySignInRequest, SignInProgress, TenantListRequest } from '#machines/sign-in/sign-in.ts'
import { randomGuid } from '../azure/guid.ts'
import { loadClients } from '../azure/load-clients.ts'
import { createServiceClock, datePolicy, hostsNeeded, minutesApart, type ServiceClock } from '../azure/service-clock.ts'
import { proxyPolicy } from '../network/proxy-policy.ts'
import { waitingCredential } from '../network/waits.ts'
import type { SignInOutcome } from '../open-tenant.ts'
import { accountOf } from './account.ts'
import {
  type AcquiredTokens,
  type AcquisitionOutcome,
  acquireTokensWithCredential,
  InteractiveSignIn,
  type TokenAcquisition,
} from './acquire-tokens.ts'
import { browserWay } from './browser-way.ts'
import { readCertificate } from './certificate.ts'
import { type CheckedRequest, checkRequest } from './checked-request.ts'
import { confirmingOf } from './confirm.ts'
import { hostsOf } from './hosts-shown.ts'
import type { IdentityOptions } from './identity-options.ts'
import { messages, waitMessages } from './messages.ts'
import { signInPipeline } from './pipeline.ts'
import { listReach, type Reach, reachedIn } from './reach.ts'
import { type RememberedSignIns, rememberedSignIns, type Whose } from './remembered.ts'
import { readTenantName } from './tenant-list.ts'
import { findTenant } from './tenant-lookup.ts'
import { openTokenCache, type TokenCache } from './token-cache.ts'
import { type TokenSource, tokenSource } from './tokens.ts'
import { acquireTokensByTool } from './tool-problems.ts'
import { wayOutOf } from './way-out.ts'
import { certificateWay, deviceCodeWay, managedIdentityWay, secretWay, type WayOptions, workloadIdentityWay } from './ways.ts'

interface Opening {
  readonly way: WayOptions
  readonly acquisition: TokenAcquisition
  readonly proxy: PipelinePolicy
  readonly dates: PipelinePolicy
  readonly time: ServiceClock
}

interface Session {
  cache?: TokenCache
  source?: TokenSource
  forget?: () => Promise<void>
}

export class SignInService {
  readonly #options: IdentityOptions
  readonly #clouds: ReadonlyMap<string, Cloud>
  readonly #remembered: RememberedSignIns
  #setAside: string[] = []
  #session: Session = {}
  #reach: Reach | undefined

  constructor(options: IdentityOptions) {
    this.#options = options
    const custom = options.customCloud?.cloud
    this.#clouds = new Map([...Object.values(CLOUDS), ...(custom ? [custom] : [])].map((cloud) => [cloud.id, cloud]))
    this.#remembered = rememberedSignIns(options.keyring, options.files, {
      now: () => options.clock.now(),
      setAside: (name) => this.#setAside.push(name),
    })
  }

  async signIn(
    request: AnySignInRequest,
    secret: string | undefined,
    report: (progress: SignInProgress) => void,
    signal: AbortSignal,
  ): Promise<SignInOutcome> {
    this.#close()
    this.#setAside = []
    const session: Session = {}
    this.#session = session
    const reach = this.#reach
    // A single tenant shows no list: only the immediate sign-in may use it.
    if (reach?.tenants.length === 1) this.#reach = undefined
    try {
      const outcome = await this.#enter(session, request, secret, { report, signal, reach })
      if (outcome.ok) this.#reach = undefined
      else end(session)
      return outcome
    } catch (error) {
      end(session)
      if (signal.aborted) return { ok: false, problem: cancelled }
      throw error
    }
  }

  /** Opens nothing and stores nothing. */
  async listTenants(request: TenantListRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<ListedTenants> {
    this.#close()
    this.#reach = undefined
    const { managed, customCloud } = this.#options
    const refused = refusedByPolicy(managed, { way: request.way, cloud: publicCloud(request.cloud, customCloud?.cloud) })
    if (refused) return { ok: false, problem: refused }
    const cloud = this.#clouds.get(request.cloud)
    if (!cloud) return { ok: false, problem: unknownCloud(request.cloud) }
    try {
      const { listed, reach } = await listReach(request, cloud, this.#options, { report, signal })
      this.#reach = reach
      return listed
    } catch (error) {
      if (signal.aborted) return { ok: false, problem: cancelled }
      throw error
    }
  }

  /** In memory and in the keyring. */
  async signOut(): Promise<void> {
    const { forget } = this.#session
    this.#close()
    this.#reach = undefined
    await forget?.()
  }

  /** In memory only; stored data stays. */
  close(): void {
    this.#close()
    this.#reach = undefined
  }

  #close(): void {
    end(this.#session)
    this.#session = {}
  }

  async #enter(
    session: Session,
    request: AnySignInRequest,
    secret: string | undefined,
    { report, signal, reach }: Pick<TokenAcquisition, 'report' | 'signal'> & { readonly reach: Reach | undefined },
  ): Promise<SignInOutcome> {
    const { managed, customCloud } = this.#options
    const problem = refusedByPolicy(managed, { way: request.way, cloud: publicCloud(request.cloud, customCloud?.cloud) })
    if (problem) return { ok: false, problem }
    const checked = checkRequest(request, this.#clouds, secret)
    if (!checked.ok) return checked
    const { cloud, tenant, clientId } = checked.request
    const { clock, random } = this.#options
    const proxy = proxyPolicy(await wayOutOf(cloud, this.#options))
    const time = createServiceClock(clock, hostsNeeded(cloud))
    const dates = datePolicy(time)
    const waiting = defined({ waits: this.#options.waits })
    const pipeline = signInPipeline(cloud, { clock, random, proxy, dates, ...waiting })
    const found = await findTenant(cloud, tenant, pipeline, signal)
    if (!found.ok) return found
    const { tenantId } = found
    // Preloads while waiting. A failure appears in the call that needs it.
    loadClients().catch(() => undefined)
    const secrets = secret === undefined ? [] : [secret]
    const acquisition: TokenAcquisition = {
      cloud,
      clock,
      report,
      signal,
      secrets,
      called: `Sign-in (${request.way})`,
      ...waiting,
      ...(this.#options.quiet ? { quiet: this.#options.keyring.isSafe() ? signInFirst : noneKept } : {}),
    }
    const way = { cloud, tenantId, clientId, pipeline }
    const acquired = await this.#prove(session, checked.request, way, acquisition, reach)
    if (!acquired.ok) return { ok: false, problem: acquired.problem }
    const stranger = acquired.tokens.find(({ tid }) => !sameId(tid, tenantId))
    if (stranger) return { ok: false, problem: tenantDiffers(tenantId, stranger.tid) }
    return this.#open(session, checked.request, acquired, { way, acquisition, proxy, dates, time })
  }

  async #prove(
    session: Session,
    { proof, tenant }: CheckedRequest,
    options: WayOptions,
    acquisition: TokenAcquisition,
    reach: Reach | undefined,
  ): Promise<AcquisitionOutcome> {
    const { clock, openBrowser, readFile, random, words } = this.#options
    const now = (): number => clock.now()
    switch (proof.way) {
      case 'azure-cli':
      case 'azure-powershell':
        return acquireTokensByTool(proof.way, acquisition, { tenant, tenantId: options.tenantId })
      case 'secret':
        return acquireTokensWithCredential(secretWay(options, proof.secret).credential, acquisition)
      case 'managed-identity':
        return acquireTokensWithCredential(
          waitingCredential(managedIdentityWay(proof.clientId, now).credential, waitMessages.managedIdentity, acquisition.waits),
          acquisition,
        )
      case 'workload-identity':
        return acquireTokensWithCredential(workloadIdentityWay(options, () => readFile(proof.file)).credential, acquisition)
      case 'certificate': {
        if (!(await this.#options.isChosenFile(proof.file))) return { ok: false, problem: certificateNotChosen }
        const certificate = await readCertificate(proof.file, { read: readFile, passphrase: proof.passphrase, now: clock.now() })
        return certificate.ok ? acquireTokensWithCredential(certificateWay(options, certificate.pem).credential, acquisition) : certificate
      }
      default: {
        const whose = {
          cloudId: options.cloud.id,
          authority: options.cloud.authority,
          tenantId: options.tenantId,
          clientId: options.clientId,
        }
        // The account just chosen precedes a stored one.
        const remembered = reachedIn(reach, whose) ?? (await this.#remembered.find(whose))
        const cache = openTokenCache(randomGuid(random), remembered?.cache)
        session.cache = cache
        const { report } = acquisition
        const way =
          proof.way === 'browser'
            ? browserWay(options, cache, { openBrowser, report, words })
            : deviceCodeWay(options, cache, { report, now })
        const acquired = await new InteractiveSignIn(way, cache, acquisition, remembered?.account).acquireTokens()
        if (acquired.ok) await this.#keep(session, whose, cache, acquired)
        return acquired
      }
    }
  }

  async #keep(session: Session, whose: Whose, cache: TokenCache, { account }: AcquiredTokens): Promise<void> {
    if (!account) return
    session.forget = () => this.#remembered.forget(whose, account)
    const save = async (content: string): Promise<void> => {
      try {
        await this.#remembered.keep(whose, account, content)
      } catch (error) {
        // A full disk must not end the sign-in, which stays in memory.
        this.#options.log(`The sign-in could not be kept for the next start: ${error instanceof Error ? error.message : error}`)
      }
    }
    const content = cache.content()
    if (content !== undefined) await save(content)
    cache.onChange(save)
  }

  async #open(
    session: Session,
    { cloud, tenant, proof }: CheckedRequest,
    { credential, tokens, refused, account: record }: AcquiredTokens,
    { way, acquisition, proxy, dates, time }: Opening,
  ): Promise<SignInOutcome> {
    const { random, keyring, httpClient, watch, waits } = this.#options
    const { secrets, signal, report, called } = acquisition
    const { tenantId } = way
    const asksAtOnce = this.#options.confirmsAtOnce === true && proof.way === 'device-code'
    const source = tokenSource(credential, {
      tenantId,
      account: tokens[0],
      secrets,
      ...(asksAtOnce ? { confirm: async (challenge) => (await confirm([challenge], report, signal)) === undefined } : {}),
    })
    session.source = source
    const open = { source, called, objectId: tokens[0].oid, ...defined({ cache: session.cache, record }) }
    const confirm = confirmingOf(proof.way, way, open, this.#options)
    const connection = { cloud, clock: time, dates, random, proxy, credential: source, ...defined({ httpClient, watch, waits }) }
    const readable = !refused.some(({ audience }) => audience === 'resource-manager')
    const tenantName = readable ? await readTenantName(connection, tenantId, signal) : undefined
    signal.throwIfAborted()
    const account = accountOf(tokens, tenantName, tenant, record?.homeAccountId)
    const { connectServices } = await import('../azure/services.ts')
    const apart = minutesApart(time)
    const personal = proof.way === 'browser' || proof.way === 'device-code'
    return {
      ok: true,
      open: {
        cloud,
        clock: time,
        services: connectServices({ ...connection, account }),
        confirm,
        tenant: {
          account,
          cloud: cloud.name,
          refusedAudiences: refused,
          ...(cloud === this.#options.customCloud?.cloud ? { customCloud: { name: cloud.name, hosts: hostsOf(cloud) } } : {}),
          ...noted([
            ...(personal && !keyring.isSafe() ? [messages.memoryOnly] : []),
            ...this.#setAside.map((file) => messages.setAside({ file })),
            ...(apart ? [messages.clockDiffers(apart)] : []),
          ]),
        },
      },
    }
  }
}

const noted = ([first, ...others]: readonly DisplayText[]): { readonly note?: DisplayText } =>
  first === undefined ? {} : { note: sentences(first, ...others) }

function end({ cache, source }: Session): void {
  source?.close()
  cache?.forget()
}
