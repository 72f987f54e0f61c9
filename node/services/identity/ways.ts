import type { TokenCredential } from '@azure/core-auth'
import {
  type AuthenticationRecord,
  AzureCliCredential,
  AzurePowerShellCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  ManagedIdentityCredential,
  useIdentityPlugin as registerPlugin,
} from '@azure/identity'
import * as z from 'zod'
import type { Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import { answerMessages } from '../answer-messages.ts'
import { AnswerRefused } from '../azure/bounded-answer.ts'
import { HostNotAllowed, parseAddress } from '../azure/hosts.ts'
import { takingClaims, withClaimsApart } from './claims-apart.ts'
import { isCodePage } from './cloud-file-rules.ts'
import { keepingTokens } from './kept-tokens.ts'
import { byOwnCommand } from './own-command.ts'
import type { SignInPipeline } from './pipeline.ts'
import { wherePowerShellIs } from './power-shell.ts'
import { type TokenCache, tokenCachePlugin } from './token-cache.ts'

registerPlugin(tokenCachePlugin)

/** Sign-in without a person: a tool's or app's credential. */
export interface OwnProofWay {
  readonly credential: TokenCredential
}

export interface AskingWay {
  /**
   * Prompts for a service, in the browser or by device code.
   * @param claims that the service asks for, as JSON
   * @returns the resulting account
   */
  prompt(scope: string, signal: AbortSignal, claims?: string): Promise<AuthenticationRecord>
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

export const isKnownAuthority = ({ authority }: Cloud): boolean => KNOWN_AUTHORITIES.includes(new URL(authority).host)

export function credentialOptions({ cloud, tenantId, pipeline }: WayOptions) {
  return {
    tenantId,
    authorityHost: cloud.authority,
    disableInstanceDiscovery: !isKnownAuthority(cloud),
    ...pipeline.clientOptions,
    additionalPolicies: [...pipeline.policies],
  }
}

export const cached = ({ name }: TokenCache) => ({ tokenCachePersistenceOptions: { enabled: true, name } })

/** Device code response; has more members than the library's types. A code is typed, so it's one short word on one line. */
const deviceCode = z.object({ userCode: z.string().regex(/^[\x21-\x7e]{1,64}$/), verificationUri: z.string(), expiresIn: z.number() })

/**
 * A code for the person, from the identity library's answer.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @throws HostNotAllowed where its page isn't the cloud's, and AnswerRefused for another form
 */
export function codeShown(info: unknown, cloud: Cloud, now: number): Extract<SignInProgress, { kind: 'device-code' }> {
  const read = deviceCode.safeParse(info)
  if (!read.success) throw new AnswerRefused(answerMessages.otherForm)
  const { userCode, verificationUri, expiresIn } = read.data
  const page = parseAddress(verificationUri)
  if (!page || !isCodePage(cloud, page)) throw new HostNotAllowed(page?.host ?? '')
  // What was checked, not as it was written: an address may hide its host behind a name, a line break, or letters that look alike.
  return { kind: 'device-code', userCode, verificationUri: page.href, expiresAt: now + expiresIn * 1000 }
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function deviceCodeWay(
  options: WayOptions,
  cache: TokenCache,
  { report, now }: { readonly report: (progress: SignInProgress) => void; readonly now: () => number },
): AskingWay {
  const common = { ...credentialOptions(options), clientId: options.clientId, ...cached(cache) }
  const userPromptCallback = (info: unknown): void => report(codeShown(info, options.cloud, now()))
  return {
    prompt: (scope, abortSignal, claims) =>
      recordOf(new DeviceCodeCredential({ ...common, userPromptCallback }).authenticate(scope, { ...takingClaims(claims), abortSignal })),
    silently: (authenticationRecord) =>
      withClaimsApart(
        () => new DeviceCodeCredential({ ...common, userPromptCallback, authenticationRecord, disableAutomaticAuthentication: true }),
      ),
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
  credential: byOwnCommand(
    'azure-cli',
    tenantId,
    keepingTokens(new AzureCliCredential({ ...defined({ tenantId }), processTimeoutInMs: TOOL_WITHIN }), now),
  ),
})

/** @param tenantId absent: the tool's default  @param now milliseconds since 1970-01-01T00:00:00Z */
export function azurePowerShellWay(tenantId: string | undefined, now: () => number): OwnProofWay {
  const asked = new AzurePowerShellCredential({ ...defined({ tenantId }), processTimeoutInMs: TOOL_WITHIN })
  return { credential: byOwnCommand('azure-powershell', tenantId, keepingTokens(wherePowerShellIs(asked, TOOL_WITHIN), now)) }
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
