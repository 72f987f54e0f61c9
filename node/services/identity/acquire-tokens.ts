import type { TokenCredential } from '@azure/core-auth'
import type { Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { Refusal } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import { accountChanged, accountDiffers, accountUnknown, notConfirmedInTime } from '#machines/sign-in/local-problems.ts'
import { AUDIENCE_TITLES } from '#machines/sign-in/permissions.ts'
import { canAskAgain, concernsOneService, noAccess, problemOfAudience, problemOfBoth, problemOfSignIn } from '#machines/sign-in/problems.ts'
import type { RefusedAudience, SignInProgress } from '#machines/sign-in/sign-in.ts'
import type { Waits } from '../network/waits.ts'
import { claimsOf, type TokenClaims } from './account.ts'
import { takingClaims } from './claims-apart.ts'
import { type Asked, ask } from './evidence.ts'
import type { AccountRecord } from './remembered.ts'
import type { TokenCache } from './token-cache.ts'
import type { AskingWay } from './ways.ts'

export type Audience = Exclude<RefusedAudience['audience'], 'dataverse'>

/** Without Dataverse, whose host is known only with an environment. The first two are required. */
const ORDER: readonly Audience[] = ['resource-manager', 'power-platform', 'key-vault']

/** Time limit of an additional page, in milliseconds, so that others don't wait forever. */
const CONFIRM_WITHIN = 5 * MINUTE

const audienceIn = (cloud: Cloud, audience: Audience): string =>
  ({
    'resource-manager': cloud.resourceManagerAudience,
    'power-platform': cloud.powerPlatform.audience,
    'key-vault': cloud.keyVault.audience,
  })[audience]

export interface TokenAcquisition {
  readonly cloud: Cloud
  readonly clock: Clock
  readonly report: (progress: SignInProgress) => void
  readonly signal: AbortSignal
  readonly called: string
  readonly secrets: readonly string[]
  /** Remembered data only, no prompts: what is said where it isn't enough. */
  readonly quiet?: Problem
  readonly waits?: Waits
  /** Absent: all. */
  readonly audiences?: readonly Audience[]
}

export interface AcquiredTokens {
  readonly ok: true
  readonly credential: TokenCredential
  readonly tokens: readonly [TokenClaims, ...TokenClaims[]]
  readonly refused: readonly RefusedAudience[]
  readonly account?: AccountRecord
}

export type AcquisitionOutcome = AcquiredTokens | { readonly ok: false; readonly problem: Problem; readonly refusal?: Refusal }

class Tally {
  readonly tokens: TokenClaims[] = []
  readonly refused: { readonly audience: Audience; readonly refusal?: Refusal; readonly problem: Problem }[] = []

  /** @param otherwise where it's another account's than the first */
  take(audience: Audience, claims: TokenClaims, otherwise: Problem): void {
    const [known] = this.tokens
    if (known && !sameId(known.oid, claims.oid)) this.refuseWith(audience, otherwise)
    else this.tokens.push(claims)
  }

  refuse(audience: Audience, refusal: Refusal): void {
    this.refused.push({ audience, refusal, problem: problemOfAudience(audience, refusal) })
  }

  refuseWith(audience: Audience, problem: Problem): void {
    this.refused.push({ audience, problem: { ...problem, title: noAccess(audience, problem.title) } })
  }

  /** The problem if neither required service gave a token: the sign-in is then useless. */
  get lost(): Problem | undefined {
    const [first, second] = this.refused
    if (this.tokens.length > 0 || !first || !second) return undefined
    if (first.refusal && first.refusal.code === second.refusal?.code) return problemOfSignIn(first.refusal)
    return problemOfBoth(first.problem, second.problem)
  }

  outcome(credential: TokenCredential, account?: AccountRecord): AcquisitionOutcome {
    const [first, ...others] = this.tokens
    if (!first) return { ok: false, problem: this.refused[0]?.problem ?? accountUnknown }
    const refused = this.refused.map(({ audience, problem }) => ({ audience, problem }))
    return { ok: true, credential, tokens: [first, ...others], refused, ...defined({ account }) }
  }
}

const scopeOf = (cloud: Cloud, audience: Audience): string => `${audienceIn(cloud, audience)}/.default`

async function claimsFor(
  credential: TokenCredential,
  audience: Audience,
  { cloud, called, secrets, signal }: TokenAcquisition,
): Promise<Asked<TokenClaims | undefined>> {
  const asked = await ask(() => credential.getToken(scopeOf(cloud, audience), takingClaims()), { request: called, secrets, signal })
  return asked.ok ? { ok: true, value: asked.value ? claimsOf(asked.value.token) : undefined } : asked
}

/** For a tool's or app's credential, without prompts. */
export async function acquireTokensWithCredential(credential: TokenCredential, acquisition: TokenAcquisition): Promise<AcquisitionOutcome> {
  const tally = new Tally()
  for (const audience of acquisition.audiences ?? ORDER) {
    acquisition.report({ kind: 'tokens', audience: AUDIENCE_TITLES[audience] })
    const asked = await claimsFor(credential, audience, acquisition)
    if (asked.ok && asked.value) tally.take(audience, asked.value, accountChanged)
    else if (asked.ok) return { ok: false, problem: accountUnknown }
    else if (tally.tokens.length === 0 && !concernsOneService(asked.refusal))
      return { ok: false, problem: problemOfSignIn(asked.refusal), refusal: asked.refusal }
    else tally.refuse(audience, asked.refusal)
    if (tally.lost) return { ok: false, problem: tally.lost }
  }
  return tally.outcome(credential)
}

/** Prompts with a time limit for pages after the first. */
async function promptFor(
  way: AskingWay,
  audience: Audience,
  acquisition: TokenAcquisition,
  limit: number | undefined,
): Promise<Asked<AccountRecord> | 'late'> {
  const { cloud, clock, called, secrets, signal } = acquisition
  const late = new AbortController()
  const either = AbortSignal.any([signal, late.signal])
  const answered = new AbortController()
  const asking = ask(() => way.prompt(scopeOf(cloud, audience), either), { request: called, secrets, signal: either })
  if (limit === undefined) return asking
  const timing = clock.sleep(limit, answered.signal).then(
    () => late.abort(new Error('Not confirmed in time.')),
    () => undefined,
  )
  try {
    return await asking
  } catch (error) {
    if (late.signal.aborted && !signal.aborted) return 'late'
    throw error
  } finally {
    answered.abort()
    await timing
  }
}

/** Interactive sign-in: remembered tokens, then one page, then one per service with its own consent or proof. */
export class InteractiveSignIn {
  readonly #way: AskingWay
  readonly #cache: TokenCache
  readonly #acquisition: TokenAcquisition
  readonly #tally = new Tally()
  #account: AccountRecord | undefined
  #credential: TokenCredential | undefined

  constructor(way: AskingWay, cache: TokenCache, acquisition: TokenAcquisition, remembered: AccountRecord | undefined) {
    this.#way = way
    this.#cache = cache
    this.#acquisition = acquisition
    if (remembered) this.#become(remembered)
  }

  async acquireTokens(): Promise<AcquisitionOutcome> {
    for (const audience of this.#acquisition.audiences ?? ORDER) {
      const failed = await this.#askFor(audience)
      const problem = failed ?? this.#tally.lost
      if (problem) return { ok: false, problem }
    }
    if (this.#credential) return this.#tally.outcome(this.#credential, this.#account)
    return { ok: false, problem: this.#tally.refused[0]?.problem ?? accountUnknown }
  }

  #become(account: AccountRecord): void {
    this.#account = account
    this.#credential = this.#way.silently(account)
  }

  /** @returns the problem that ends the sign-in, if any */
  async #askFor(audience: Audience): Promise<Problem | undefined> {
    this.#acquisition.report({ kind: 'tokens', audience: AUDIENCE_TITLES[audience] })
    const silent = this.#credential && (await claimsFor(this.#credential, audience, this.#acquisition))
    if (silent?.ok) return this.#take(audience, silent.value)
    if (this.#tally.tokens.length > 0 && silent) {
      await this.#askAgain(audience, silent.refusal)
      return undefined
    }
    // Refused for another reason than an expired sign-in: prompting wouldn't help.
    if (silent && silent.refusal.reason !== 'unauthenticated') return problemOfSignIn(silent.refusal)
    if (this.#acquisition.quiet) return this.#acquisition.quiet
    return this.#askFirst(audience)
  }

  #take(audience: Audience, claims: TokenClaims | undefined): Problem | undefined {
    if (!claims) return accountUnknown
    this.#tally.take(audience, claims, accountDiffers)
    return undefined
  }

  async #askFirst(audience: Audience): Promise<Problem | undefined> {
    this.#cache.replace(undefined)
    const prompted = await promptFor(this.#way, audience, this.#acquisition, undefined)
    if (prompted === 'late') return notConfirmedInTime
    if (!prompted.ok) return this.#refused(audience, prompted.refusal)
    this.#become(prompted.value)
    const asked = await claimsFor(this.#way.silently(prompted.value), audience, this.#acquisition)
    return asked.ok ? this.#take(audience, asked.value) : this.#refused(audience, asked.refusal)
  }

  #refused(audience: Audience, refusal: Refusal): Problem | undefined {
    if (!concernsOneService(refusal)) return problemOfSignIn(refusal)
    this.#tally.refuse(audience, refusal)
    return undefined
  }

  /** The service requires its own consent or second factor. */
  async #askAgain(audience: Audience, refusal: Refusal): Promise<void> {
    if (this.#acquisition.quiet || !canAskAgain(refusal)) return this.#tally.refuse(audience, refusal)
    const before = this.#cache.content()
    const prompted = await promptFor(this.#way, audience, this.#acquisition, CONFIRM_WITHIN)
    if (prompted === 'late') return this.#tally.refuseWith(audience, notConfirmedInTime)
    if (!prompted.ok) return this.#tally.refuse(audience, prompted.refusal)
    if (prompted.value.homeAccountId !== this.#account?.homeAccountId) {
      this.#cache.replace(before)
      return this.#tally.refuseWith(audience, accountDiffers)
    }
    // Replaced: the library keeps the former cache in memory.
    this.#become(prompted.value)
    const asked = await claimsFor(this.#way.silently(prompted.value), audience, this.#acquisition)
    if (asked.ok) this.#take(audience, asked.value)
    else this.#tally.refuse(audience, asked.refusal)
  }
}
