import { get } from 'node:http'
import type { TokenCredential } from '@azure/core-auth'
import {
  type AuthenticationRecord,
  AzureCliCredential,
  AzurePowerShellCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  InteractiveBrowserCredential,
  ManagedIdentityCredential,
  useIdentityPlugin as registerPlugin,
} from '@azure/identity'
import * as z from 'zod'
import type { Cloud } from '../../machines/cloud/cloud.ts'
import { present } from '../../machines/present.ts'
import type { SignInProgress } from '../../machines/sign-in/sign-in.ts'
import { authorityHost } from '../azure/hosts.ts'
import { messageText } from '../azure/service-text.ts'
import type { Words } from './identity-options.ts'
import { keepingTokens } from './kept-tokens.ts'
import { browserMessages } from './messages.ts'
import type { SignInPipeline } from './pipeline.ts'
import { type OpenBrowser, openingBy } from './system-browser.ts'
import { type TokenCache, tokenCachePlugin } from './token-cache.ts'

registerPlugin(tokenCachePlugin)

/** A way to sign in without a person: the tool or the app has its own credential. */
export interface OwnProofWay {
  readonly credential: TokenCredential
}

/** A way to sign in with a person, who is asked once and then no more. */
export interface AskingWay {
  /**
   * Asks the person, in the browser or by a device code, for the right to one service.
   * @returns whose sign-in it became
   */
  prompt(scope: string, signal: AbortSignal): Promise<AuthenticationRecord>
  /** Gives tokens of an account that signed in before; never opens a page by itself. */
  silently(account: AuthenticationRecord): TokenCredential
}

export interface WayOptions {
  readonly cloud: Cloud
  /** The tenant's ID; `organizations` where the account's tenants are only to be listed. */
  readonly tenantId: string
  readonly clientId: string
  readonly pipeline: SignInPipeline
}

/** The authorities that the library knows; about any other it would ask Microsoft's public cloud. Source: `@azure/msal-common`. */
const KNOWN_AUTHORITIES = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.chinacloudapi.cn',
  'login.partner.microsoftonline.cn',
]

function credentialOptions({ cloud, tenantId, pipeline }: WayOptions) {
  return {
    tenantId,
    authorityHost: cloud.authority,
    disableInstanceDiscovery: !KNOWN_AUTHORITIES.includes(new URL(cloud.authority).host),
    ...pipeline.clientOptions,
    additionalPolicies: [...pipeline.policies],
  }
}

const cached = ({ name }: TokenCache) => ({ tokenCachePersistenceOptions: { enabled: true, name } })

/** What the browser shows when it is done: the library's own pages are one bare sentence each. */
const browserCustomizationOptions = ({ locale, text }: Words) => ({
  successMessage: page(locale, text(browserMessages.done), text(browserMessages.doneText)),
  errorMessage: page(locale, text(browserMessages.failed), text(browserMessages.failedText)),
})

function page(locale: string, title: string, text: string): string {
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title><body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem"><h1>${title}</h1><p>${text}</p></body></html>`
}

/**
 * Ends the library's waiting for the browser, which it cannot be asked to end: the page it waits for reports that the sign-in was canceled.
 * @param address of the sign-in page, which names where the browser comes back to
 */
function endWaiting(address: string): void {
  const { searchParams } = new URL(address)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  back.search = new URLSearchParams({
    error: 'access_denied',
    error_description: 'Called off.',
    state: searchParams.get('state') ?? '',
  }).toString()
  // If the port no longer listens, the wait has already ended.
  get(back, { agent: false }, (response) => response.resume()).on('error', () => undefined)
}

/** The system browser, with proof that the answer belongs to the question (PKCE). */
export function browserWay(
  options: WayOptions,
  cache: TokenCache,
  {
    openBrowser,
    report,
    words,
  }: { readonly openBrowser: OpenBrowser; readonly report: (progress: SignInProgress) => void; readonly words: Words },
): AskingWay {
  const common = {
    ...credentialOptions(options),
    clientId: options.clientId,
    ...cached(cache),
    browserCustomizationOptions: browserCustomizationOptions(words),
  }
  const isSignInPage = authorityHost(options.cloud)
  return {
    prompt: (scope, signal) =>
      openingBy(
        async (address) => {
          if (!isSignInPage(new URL(address)))
            throw new Error('browser_not_opened: the sign-in page is not on the chosen cloud’s sign-in service.')
          report({ kind: 'browser' })
          try {
            await openBrowser(address)
          } catch (error) {
            throw new Error(`browser_not_opened: ${error instanceof Error ? error.message : error}`)
          }
          if (signal.aborted) endWaiting(address)
          else signal.addEventListener('abort', () => endWaiting(address), { once: true })
        },
        () => recordOf(new InteractiveBrowserCredential(common).authenticate(scope)),
      ),
    silently: (authenticationRecord) =>
      new InteractiveBrowserCredential({ ...common, authenticationRecord, disableAutomaticAuthentication: true }),
  }
}

/** What the library says of a device code: more than its types tell. */
const deviceCode = z.object({ userCode: z.string(), verificationUri: z.string(), expiresIn: z.number().default(900) })

/** A code that is entered on any device. @param now milliseconds since 1970-01-01T00:00:00Z */
export function deviceCodeWay(
  options: WayOptions,
  cache: TokenCache,
  { report, now }: { readonly report: (progress: SignInProgress) => void; readonly now: () => number },
): AskingWay {
  const common = { ...credentialOptions(options), clientId: options.clientId, ...cached(cache) }
  const userPromptCallback = (info: unknown): void => {
    const { userCode, verificationUri, expiresIn } = deviceCode.parse(info)
    report({
      kind: 'device-code',
      userCode: messageText(userCode),
      verificationUri: messageText(verificationUri),
      expiresAt: now() + expiresIn * 1000,
    })
  }
  return {
    prompt: (scope, abortSignal) =>
      recordOf(new DeviceCodeCredential({ ...common, userPromptCallback }).authenticate(scope, { abortSignal })),
    silently: (authenticationRecord) =>
      new DeviceCodeCredential({ ...common, userPromptCallback, authenticationRecord, disableAutomaticAuthentication: true }),
  }
}

async function recordOf(signedIn: Promise<AuthenticationRecord | undefined>): Promise<AuthenticationRecord> {
  const account = await signedIn
  if (!account) throw new Error('The sign-in ended without an account.')
  return account
}

/** A tool that has to be started first can take long; a person can call it off before. In milliseconds. */
const TOOL_WITHIN = 90_000

/** @param tenantId absent: of the tool's own choice  @param now milliseconds since 1970-01-01T00:00:00Z */
export const azureCliWay = (tenantId: string | undefined, now: () => number): OwnProofWay => ({
  credential: keepingTokens(new AzureCliCredential({ ...present({ tenantId }), processTimeoutInMs: TOOL_WITHIN }), now),
})

/** @param tenantId absent: of the tool's own choice  @param now milliseconds since 1970-01-01T00:00:00Z */
export const azurePowerShellWay = (tenantId: string | undefined, now: () => number): OwnProofWay => ({
  credential: keepingTokens(new AzurePowerShellCredential({ ...present({ tenantId }), processTimeoutInMs: TOOL_WITHIN }), now),
})

/** @param pem certificate and private key */
export const certificateWay = (options: WayOptions, pem: string): OwnProofWay => ({
  credential: new ClientCertificateCredential(options.tenantId, options.clientId, { certificate: pem }, credentialOptions(options)),
})

export const secretWay = (options: WayOptions, secret: string): OwnProofWay => ({
  credential: new ClientSecretCredential(options.tenantId, options.clientId, secret, credentialOptions(options)),
})

/**
 * The identity of the computer or service that this runs on. Azure gives its tokens there, without a request to the sign-in service.
 * @param clientId of one of several identities; absent: the system-assigned one
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export const managedIdentityWay = (clientId: string | undefined, now: () => number): OwnProofWay => ({
  credential: keepingTokens(new ManagedIdentityCredential(clientId === undefined ? {} : { clientId }), now),
})

/** @param readToken the token of the pipeline or cluster, read anew each time: it is short-lived */
export const workloadIdentityWay = (options: WayOptions, readToken: () => Promise<string>): OwnProofWay => ({
  credential: new ClientAssertionCredential(
    options.tenantId,
    options.clientId,
    async () => (await readToken()).trim(),
    credentialOptions(options),
  ),
})
