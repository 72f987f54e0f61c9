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
import type { Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import { authorityHost } from '../azure/hosts.ts'
import { messageText } from '../azure/service-text.ts'
import type { Words } from './identity-options.ts'
import { keepingTokens } from './kept-tokens.ts'
import { browserMessages } from './messages.ts'
import type { SignInPipeline } from './pipeline.ts'
import { wherePowerShellIs } from './power-shell.ts'
import { type OpenBrowser, openingBy } from './system-browser.ts'
import { type TokenCache, tokenCachePlugin } from './token-cache.ts'

registerPlugin(tokenCachePlugin)

/** Sign-in without a person: a tool's or app's credential. */
export interface OwnProofWay {
  readonly credential: TokenCredential
}

export interface AskingWay {
  /** Prompts for a service, in the browser or by device code. @returns the resulting account */
  prompt(scope: string, signal: AbortSignal): Promise<AuthenticationRecord>
  /** Tokens of a known account; never prompts. */
  silently(account: AuthenticationRecord): TokenCredential
}

export interface WayOptions {
  readonly cloud: Cloud
  /** `organizations` for listing tenants. */
  readonly tenantId: string
  readonly clientId: string
  readonly pipeline: SignInPipeline
}

/** Authorities known to the library; for others it would ask Microsoft's public cloud. Source: `@azure/msal-common`. */
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

/** Replaces the library's bare final pages. */
const browserCustomizationOptions = ({ locale, text }: Words) => ({
  successMessage: page(locale, text(browserMessages.done), text(browserMessages.doneText)),
  errorMessage: page(locale, text(browserMessages.failed), text(browserMessages.failedText)),
})

function page(locale: string, title: string, text: string): string {
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title><body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem"><h1>${title}</h1><p>${text}</p></body></html>`
}

/**
 * Ends the library's wait, which has no cancellation, by reporting a canceled sign-in to its page.
 * @param address of the sign-in page, with the redirect address
 */
function endWaiting(address: string): void {
  const { searchParams } = new URL(address)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  back.search = new URLSearchParams({
    error: 'access_denied',
    error_description: 'Called off.',
    state: searchParams.get('state') ?? '',
  }).toString()
  // If the port is closed, the wait has ended.
  get(back, { agent: false }, (response) => response.resume()).on('error', () => undefined)
}

/** System browser with PKCE. */
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

/** Device code response; has more members than the library's types. */
const deviceCode = z.object({ userCode: z.string(), verificationUri: z.string(), expiresIn: z.number().default(900) })

/** @param now milliseconds since 1970-01-01T00:00:00Z */
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

/** Time limit for starting a tool, in milliseconds; can be canceled earlier. */
const TOOL_WITHIN = 90_000

/** @param tenantId absent: the tool's default  @param now milliseconds since 1970-01-01T00:00:00Z */
export const azureCliWay = (tenantId: string | undefined, now: () => number): OwnProofWay => ({
  credential: keepingTokens(new AzureCliCredential({ ...defined({ tenantId }), processTimeoutInMs: TOOL_WITHIN }), now),
})

/** @param tenantId absent: the tool's default  @param now milliseconds since 1970-01-01T00:00:00Z */
export function azurePowerShellWay(tenantId: string | undefined, now: () => number): OwnProofWay {
  const asked = new AzurePowerShellCredential({ ...defined({ tenantId }), processTimeoutInMs: TOOL_WITHIN })
  return { credential: keepingTokens(wherePowerShellIs(asked, TOOL_WITHIN), now) }
}

/** @param pem certificate and private key */
export const certificateWay = (options: WayOptions, pem: string): OwnProofWay => ({
  credential: new ClientCertificateCredential(options.tenantId, options.clientId, { certificate: pem }, credentialOptions(options)),
})

export const secretWay = (options: WayOptions, secret: string): OwnProofWay => ({
  credential: new ClientSecretCredential(options.tenantId, options.clientId, secret, credentialOptions(options)),
})

/**
 * Identity of the computer or service, from Azure's local endpoint.
 * @param clientId of a user-assigned identity; absent: system-assigned
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export const managedIdentityWay = (clientId: string | undefined, now: () => number): OwnProofWay => ({
  credential: keepingTokens(new ManagedIdentityCredential(clientId === undefined ? {} : { clientId }), now),
})

/** @param readToken reads the short-lived token of the pipeline or cluster each time */
export const workloadIdentityWay = (options: WayOptions, readToken: () => Promise<string>): OwnProofWay => ({
  credential: new ClientAssertionCredential(
    options.tenantId,
    options.clientId,
    async () => (await readToken()).trim(),
    credentialOptions(options),
  ),
})
