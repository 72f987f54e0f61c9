import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import { isNetworkOrDevice } from '#machines/sign-in/local-path.ts'
import {
  badClientId,
  badTenant,
  certificateMissing,
  clientIdMissing,
  fileElsewhere,
  secretMissing,
  tokenFileMissing,
  unknownCloud,
} from '#machines/sign-in/local-problems.ts'
import type { AnySignInRequest } from '#machines/sign-in/sign-in.ts'
import { FIRST_PARTY_CLIENT_ID, validateClientId, validateTenant } from '#machines/sign-in/tenant.ts'

export interface CheckedRequest {
  readonly cloud: Cloud
  readonly tenant: string
  readonly clientId: string
  readonly proof:
    | { readonly way: 'browser' | 'device-code' | 'azure-cli' | 'azure-powershell' }
    | { readonly way: 'managed-identity'; readonly clientId: string | undefined }
    | { readonly way: 'workload-identity'; readonly file: string }
    | { readonly way: 'certificate'; readonly file: string; readonly passphrase: string | undefined }
    | { readonly way: 'secret'; readonly secret: string }
}

type Checked = { readonly ok: true; readonly request: CheckedRequest } | { readonly ok: false; readonly problem: Problem }

const refuse = (problem: Problem): Checked => ({ ok: false, problem })

/** Validates offline. @param clouds by ID @param secret client secret or passphrase, if any */
export function checkRequest(
  { way, tenant: typed, cloud: cloudId, clientId: typedClient = '', certificatePath = '', tokenFile = '' }: AnySignInRequest,
  clouds: ReadonlyMap<string, Cloud>,
  secret: string | undefined,
): Checked {
  const cloud = clouds.get(cloudId)
  if (!cloud) return refuse(unknownCloud(cloudId))
  const wrongTenant = validateTenant(typed)
  if (wrongTenant !== undefined) return refuse(badTenant(wrongTenant))
  const tenant = typed.trim()
  const wrongClient = typedClient.trim() === '' ? undefined : validateClientId(typedClient)
  if (wrongClient !== undefined) return refuse(badClientId(wrongClient))
  const clientId = typedClient.trim().toLowerCase() || FIRST_PARTY_CLIENT_ID
  const accept = (proof: CheckedRequest['proof']): Checked => ({ ok: true, request: { cloud, tenant, clientId, proof } })
  if (way === 'managed-identity') return accept({ way, clientId: typedClient.trim() === '' ? undefined : clientId })
  if (way !== 'certificate' && way !== 'secret' && way !== 'workload-identity') return accept({ way })
  // Microsoft's own app has no certificate or secret.
  if (typedClient.trim() === '') return refuse(clientIdMissing)
  if ([tokenFile, certificatePath].some(isNetworkOrDevice)) return refuse(fileElsewhere)
  if (way === 'workload-identity') return tokenFile.trim() === '' ? refuse(tokenFileMissing) : accept({ way, file: tokenFile })
  if (way === 'secret') return secret ? accept({ way, secret }) : refuse(secretMissing)
  return certificatePath.trim() === '' ? refuse(certificateMissing) : accept({ way, file: certificatePath, passphrase: secret })
}
