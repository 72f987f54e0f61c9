import type { TokenCredential } from '@azure/core-auth'
import type { Challenge } from '#machines/engine/answer.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import {
  accountDiffers,
  accountUnknown,
  appCannotConfirm,
  cancelled,
  type TOOLS,
  toolLacksFactor,
} from '#machines/sign-in/local-problems.ts'
import { problemOfSignIn } from '#machines/sign-in/problems.ts'
import type { AnySignInRequest, SignInProgress } from '#machines/sign-in/sign-in.ts'
import { claimsIn } from '../azure/challenge.ts'
import type { Confirm } from '../open-tenant.ts'
import { claimsOf } from './account.ts'
import { browserWay } from './browser-way.ts'
import { ask } from './evidence.ts'
import type { IdentityOptions } from './identity-options.ts'
import type { AccountRecord } from './remembered.ts'
import type { TokenCache } from './token-cache.ts'
import type { TokenSource } from './tokens.ts'
import { type AskingWay, azureCliWay, azurePowerShellWay, deviceCodeWay, type WayOptions } from './ways.ts'

/* Asks the person for what services ask of the sign-in, by the way it was made. The open sign-in stays as it is until that is met. */

/** An open sign-in. */
interface Open {
  readonly source: TokenSource
  /** Name of the sign-in for refusals. */
  readonly called: string
  readonly objectId: string
  /** Of a sign-in by a person. */
  readonly cache?: TokenCache
  readonly record?: AccountRecord
}

type Reporting = (progress: SignInProgress) => void
type Asking = (challenge: Challenge, report: Reporting, signal: AbortSignal) => Promise<Problem | undefined>

/** @param way that the open sign-in was made by */
export function confirmingOf(
  way: AnySignInRequest['way'],
  options: WayOptions,
  open: Open,
  { clock, openBrowser, words }: Pick<IdentityOptions, 'clock' | 'openBrowser' | 'words'>,
): Confirm {
  const now = (): number => clock.now()
  const { tenantId } = options
  const { cache, record } = open
  const byPerson = (asking: (cache: TokenCache, report: Reporting) => AskingWay): Confirm =>
    cache && record ? eachIn(byPrompt(open, cache, record, (report) => asking(cache, report))) : byApp
  switch (way) {
    case 'browser':
      return byPerson((its, report) => browserWay(options, its, { openBrowser, report, words }))
    case 'device-code':
      return byPerson((its, report) => deviceCodeWay(options, its, { report, now }))
    case 'azure-cli':
      return eachIn(byTool(open, way, tenantId, () => azureCliWay(tenantId, now).credential))
    case 'azure-powershell':
      return eachIn(byTool(open, way, tenantId, () => azurePowerShellWay(tenantId, now).credential))
    default:
      return byApp
  }
}

/** One challenge after the other, until one isn't met. */
const eachIn =
  (asking: Asking): Confirm =>
  async (challenges, report, signal) => {
    try {
      for (const challenge of challenges) {
        const problem = await asking(challenge, report, signal)
        if (problem) return problem
      }
      return undefined
    } catch (error) {
      if (signal.aborted) return cancelled
      throw error
    }
  }

/** A page in the browser, or a device code. */
const byPrompt =
  ({ source, called }: Open, cache: TokenCache, record: AccountRecord, wayWith: (report: Reporting) => AskingWay): Asking =>
  async (challenge, report, signal) => {
    const way = wayWith(report)
    const before = cache.content()
    const prompted = await ask(() => way.prompt(challenge.scope, signal, claimsIn(challenge)), { request: called, signal })
    if (!prompted.ok) return problemOfSignIn(prompted.refusal)
    if (prompted.value.homeAccountId !== record.homeAccountId) {
      cache.replace(before)
      return accountDiffers
    }
    source.renew(way.silently(prompted.value))
    return undefined
  }

/** The person signs in to the tool by its own command. @param started the tool, asked anew */
const byTool =
  ({ source, called, objectId }: Open, tool: keyof typeof TOOLS, tenantId: string, started: () => TokenCredential): Asking =>
  async (challenge, _report, signal) => {
    const credential = started()
    const asked = await ask(() => credential.getToken(challenge.scope), { request: called, signal })
    if (!asked.ok) return problemOfSignIn(asked.refusal)
    const given = asked.value?.token
    // The same token would be refused again.
    if (given === undefined || given === source.given(challenge.scope)) return toolLacksFactor(tool, tenantId, challenge)
    const claims = claimsOf(given)
    if (!claims) return accountUnknown
    if (!sameId(claims.oid, objectId) || !sameId(claims.tid, tenantId)) return accountDiffers
    source.renew(credential)
    return undefined
  }

/** An app has no second factor, and nobody whom it could ask. */
const byApp: Confirm = async () => appCannotConfirm
