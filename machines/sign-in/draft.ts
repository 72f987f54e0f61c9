import type { ManagedSettings } from '../managed/settings.ts'
import type { DisplayText } from '../messages/message.ts'
import { formMessages } from './form-messages.ts'
import { isNetworkOrDevice } from './local-path.ts'
import { LISTING_WAYS, SIGN_IN_WAYS, type SignInRequest, type SignInWay, type TenantListRequest } from './sign-in.ts'
import { validateClientId, validateTenant } from './tenant.ts'

/** Kept as typed. Contains no secret. */
export interface SignInDraft {
  readonly way: SignInWay
  readonly tenant: string
  readonly cloud: string
  /** App registration: the customer's, or Microsoft's for Azure CLI. */
  readonly app: 'own' | 'first-party'
  readonly clientId: string
  readonly certificatePath: string
}

/** In form order. */
export const SIGN_IN_FIELDS = ['tenant', 'clientId', 'certificatePath', 'secret'] as const
export type SignInField = (typeof SIGN_IN_FIELDS)[number]

export const asksPerson = (way: SignInWay): boolean => way === 'browser' || way === 'device-code'

export const isServicePrincipal = (way: SignInWay): boolean => way === 'certificate' || way === 'secret'

/** Request to list tenants if none is named. Undefined for methods and apps of a single tenant, such as the customer's app registration. */
export function tenantListOf({ way, app, tenant, cloud }: SignInDraft): TenantListRequest | undefined {
  const listing = LISTING_WAYS.find((each) => each === way)
  const belongsToOne = listing === undefined || (asksPerson(listing) && app === 'own')
  return belongsToOne || tenant.trim() !== '' ? undefined : { way: listing, cloud }
}

/** Required fields; `secret` is a client secret or passphrase. */
export function fieldsOf({ way, app }: Pick<SignInDraft, 'way' | 'app'>): readonly SignInField[] {
  const needed: Readonly<Record<SignInField, boolean>> = {
    tenant: true,
    clientId: isServicePrincipal(way) || (asksPerson(way) && app === 'own'),
    certificatePath: way === 'certificate',
    secret: isServicePrincipal(way),
  }
  return SIGN_IN_FIELDS.filter((field) => needed[field])
}

const ARCHIVE = /\.(?:pfx|p12)$/i

/** Converts an archive to PEM. */
export const TO_PEM = 'openssl pkcs12 -in FILE.pfx -out FILE.pem'

function validateCertificatePath(file: string): DisplayText | undefined {
  if (file === '') return formMessages.certificate.missing
  if (ARCHIVE.test(file)) return formMessages.certificate.archive({ command: TO_PEM })
  return isNetworkOrDevice(file) ? formMessages.certificate.elsewhere : undefined
}

/** Validates input offline. @param secret may be empty for a key without passphrase @returns a message per invalid field */
export function signInProblems(draft: SignInDraft, secret: string): Partial<Record<SignInField, DisplayText>> {
  const rules: Readonly<Record<SignInField, DisplayText | undefined>> = {
    tenant: tenantListOf(draft) ? undefined : validateTenant(draft.tenant),
    clientId: validateClientId(draft.clientId),
    certificatePath: validateCertificatePath(draft.certificatePath),
    secret: draft.way === 'secret' && secret === '' ? formMessages.secret : undefined,
  }
  return Object.fromEntries(fieldsOf(draft).flatMap((field) => (rules[field] === undefined ? [] : [[field, rules[field]]])))
}

/** Trimmed, with only the method's fields. */
export function requestOf(draft: SignInDraft): SignInRequest {
  const needed = fieldsOf(draft)
  return {
    way: draft.way,
    tenant: draft.tenant.trim(),
    cloud: draft.cloud,
    ...(needed.includes('clientId') ? { clientId: draft.clientId.trim() } : {}),
    ...(needed.includes('certificatePath') ? { certificatePath: draft.certificatePath } : {}),
  }
}

export const isSamePlace = (one: Pick<SignInDraft, 'tenant' | 'cloud'>, other: Pick<SignInDraft, 'tenant' | 'cloud'>): boolean =>
  one.tenant.trim().toLowerCase() === other.tenant.trim().toLowerCase() && one.cloud === other.cloud

/** @param managed organization's policy */
export const offeredWays = ({ AllowedSignInMethods }: ManagedSettings): readonly SignInWay[] =>
  SIGN_IN_WAYS.filter((way) => AllowedSignInMethods?.includes(way) ?? true)

/**
 * Initial form; unavailable values are replaced by the first available.
 * @param before last request
 * @param clouds in order
 * @param managed organization's policy
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
    // Default without setup.
    app: before?.clientId === undefined ? 'first-party' : 'own',
    clientId: before?.clientId ?? '',
    certificatePath: before?.certificatePath ?? '',
  }
}
