import type { ManagedSettings } from '../managed/settings.ts'
import type { DisplayText } from '../messages/message.ts'
import { formMessages } from './form-messages.ts'
import { LISTING_WAYS, SIGN_IN_WAYS, type SignInRequest, type SignInWay, type TenantListRequest } from './sign-in.ts'
import { validateClientId, validateTenant } from './tenant.ts'

/** What the sign-in page holds: kept as it was typed, whatever the service says to it. No secret is among it. */
export interface SignInDraft {
  readonly way: SignInWay
  readonly tenant: string
  readonly cloud: string
  /** Whose app registration asks for the tokens: the customer's own, or Microsoft's for Azure CLI. */
  readonly app: 'own' | 'first-party'
  readonly clientId: string
  readonly certificatePath: string
}

/** What a way may need, in the order of the form. */
export const SIGN_IN_FIELDS = ['tenant', 'clientId', 'certificatePath', 'secret'] as const
export type SignInField = (typeof SIGN_IN_FIELDS)[number]

/** Ways that prompt a person, with an app registration that has consent. */
export const asksPerson = (way: SignInWay): boolean => way === 'browser' || way === 'device-code'

/** Ways of an app that has its own proof, without a person. */
export const isServicePrincipal = (way: SignInWay): boolean => way === 'certificate' || way === 'secret'

/**
 * What to list the account's tenants with, where none is named yet. Nothing for a way or an app that belongs to one tenant: the
 * customer's own app registration takes sign-ins of its own tenant alone.
 */
export function tenantListOf({ way, app, tenant, cloud }: SignInDraft): TenantListRequest | undefined {
  const listing = LISTING_WAYS.find((each) => each === way)
  const belongsToOne = listing === undefined || (asksPerson(listing) && app === 'own')
  return belongsToOne || tenant.trim() !== '' ? undefined : { way: listing, cloud }
}

/** Which fields a draft needs; `secret` is the client secret, or the passphrase of a certificate's key. */
export function fieldsOf({ way, app }: Pick<SignInDraft, 'way' | 'app'>): readonly SignInField[] {
  const needed: Readonly<Record<SignInField, boolean>> = {
    tenant: true,
    clientId: isServicePrincipal(way) || (asksPerson(way) && app === 'own'),
    certificatePath: way === 'certificate',
    secret: isServicePrincipal(way),
  }
  return SIGN_IN_FIELDS.filter((field) => needed[field])
}

// "Copy as path" of Windows puts quotes around what it copies.
const withoutQuotes = (typed: string): string => typed.trim().replace(/^"(.*)"$/, '$1')

const WHOLE_PATH = /^(?:\/|[a-z]:[\\/]|\\\\)/i
const ARCHIVE = /\.(?:pfx|p12)$/i

/** Writes certificate and key of an archive as PEM. */
export const TO_PEM = 'openssl pkcs12 -in FILE.pfx -out FILE.pem'

function validateCertificatePath(typed: string): DisplayText | undefined {
  const file = withoutQuotes(typed)
  if (file === '') return formMessages.certificate.missing
  if (ARCHIVE.test(file)) return formMessages.certificate.archive({ command: TO_PEM })
  return WHOLE_PATH.test(file) ? undefined : formMessages.certificate.notWhole
}

/**
 * Checks what was typed, before anything leaves this computer.
 * @param secret as typed; a certificate's key may have no passphrase, so it may be empty there
 * @returns what is wrong with each field that the way needs, as a sentence
 */
export function signInProblems(draft: SignInDraft, secret: string): Partial<Record<SignInField, DisplayText>> {
  const rules: Readonly<Record<SignInField, DisplayText | undefined>> = {
    tenant: tenantListOf(draft) ? undefined : validateTenant(draft.tenant),
    clientId: validateClientId(draft.clientId),
    certificatePath: validateCertificatePath(draft.certificatePath),
    secret: draft.way === 'secret' && secret === '' ? formMessages.secret : undefined,
  }
  return Object.fromEntries(fieldsOf(draft).flatMap((field) => (rules[field] === undefined ? [] : [[field, rules[field]]])))
}

/** The request for a draft without problems: only what its way needs, without the spaces around it. */
export function requestOf(draft: SignInDraft): SignInRequest {
  const needed = fieldsOf(draft)
  return {
    way: draft.way,
    tenant: draft.tenant.trim(),
    cloud: draft.cloud,
    ...(needed.includes('clientId') ? { clientId: draft.clientId.trim() } : {}),
    ...(needed.includes('certificatePath') ? { certificatePath: withoutQuotes(draft.certificatePath) } : {}),
  }
}

/** Whether both lead to the same tenant of the same cloud, as far as it was typed. */
export const isSamePlace = (one: Pick<SignInDraft, 'tenant' | 'cloud'>, other: Pick<SignInDraft, 'tenant' | 'cloud'>): boolean =>
  one.tenant.trim().toLowerCase() === other.tenant.trim().toLowerCase() && one.cloud === other.cloud

/** The ways the sign-in page offers. @param managed what an organization sets on this computer */
export const offeredWays = ({ AllowedSignInMethods }: ManagedSettings): readonly SignInWay[] =>
  SIGN_IN_WAYS.filter((way) => AllowedSignInMethods?.includes(way) ?? true)

/**
 * What the form begins with. What was asked for last and isn't offered now is replaced by the first that is.
 * @param before the sign-in that was asked for last
 * @param clouds in the order in which they are offered
 * @param managed what an organization sets on this computer
 */
export function draftOf(
  before: SignInRequest | undefined,
  clouds: readonly { readonly id: string }[],
  managed: ManagedSettings = {},
): SignInDraft {
  const ways = offeredWays(managed)
  const isOffered = managed.AllowedClouds === undefined || clouds.some(({ id }) => id === before?.cloud)
  return {
    way: before && ways.includes(before.way) ? before.way : (ways[0] ?? 'browser'),
    tenant: before?.tenant ?? managed.DefaultTenant ?? '',
    cloud: (isOffered ? before?.cloud : undefined) ?? clouds[0]?.id ?? '',
    // With nothing set up, the one that needs no setup.
    app: before?.clientId === undefined ? 'first-party' : 'own',
    clientId: before?.clientId ?? '',
    certificatePath: before?.certificatePath ?? '',
  }
}
