import type { Answer } from '../../engine/answer.ts'
import type { Tag } from '../tags.ts'

export interface Vault {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly vaultUri: string
  readonly tenantId?: string
  readonly softDelete: boolean
  readonly softDeleteRetentionDays?: number
  readonly purgeProtection: boolean
  /** True: Azure RBAC. False: access policies. */
  readonly roleBasedAccess: boolean
  readonly accessPolicies: readonly { readonly objectId: string; readonly keyPermissions: readonly string[] }[]
  /** Absent: no rules, allow. */
  readonly networkRules?: {
    /** Absent if the service didn't send it: no published default. */
    readonly defaultAction?: string
    readonly bypass?: string
    readonly ipRules: number
    readonly virtualNetworkRules: number
  }
  readonly publicNetworkAccess?: string
  /** `standard` or `premium`. */
  readonly tier?: string
  /** Absent if none. */
  readonly privateEndpoints?: readonly PrivateEndpointConnection[]
  readonly provisioningState?: string
  /** Present for a Managed HSM. Its local RBAC, never Azure's, controls its keys. */
  readonly managedHsm?: {
    /** `Active`, `NotActivated`, `Failed`, `Unknown`; absent if not reported. */
    readonly activation?: string
  }
}

export interface ListedVault {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly keyStore?: 'managed-hsm'
}

export interface PrivateEndpointConnection {
  readonly name: string
  /** Azure resource ID of the endpoint, possibly in another subscription. */
  readonly endpointId?: string
  /** `Approved`, `Pending`, `Rejected`, `Disconnected`. */
  readonly state: string
}

export interface VaultKey {
  /** Key identifier with version. */
  readonly id: string
  readonly name: string
  readonly version?: string
  /** `RSA`, `RSA-HSM`, `EC`, … */
  readonly type: string
  /** In bits, computed from the modulus; absent for other keys. */
  readonly size?: number
  /** Absent if the service didn't send it: the published contracts make it optional. */
  readonly enabled?: boolean
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly notBefore?: number
  readonly expires?: number
  readonly recoveryLevel?: string
  /** The private part can leave the vault. Absent if the service didn't send it: the published contracts make it optional. */
  readonly exportable?: boolean
  /** A release policy allows it out. */
  readonly hasReleasePolicy?: true
}

export interface KeyVersion {
  readonly version: string
  /** Absent if the service didn't send it: the published contracts make it optional. */
  readonly enabled?: boolean
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt?: number
  readonly expires?: number
}

/** Key Vault's rotation policy; durations are ISO 8601, as sent. */
export interface KeyRotation {
  readonly rotates: boolean
  /** After creation, or before expiration, as the policy says. */
  readonly rotateAfter?: string
  readonly rotateBeforeExpiry?: string
  /** Time before expiration of the near-expiry event. */
  readonly notifiesBeforeExpiry?: string
  readonly newVersionsLast?: string
}

/** Durations are ISO 8601. */
export interface NewKeyRotation {
  readonly rotateAfter: string
  readonly notifyBefore: string
  readonly newVersionsLast: string
}

/** Azure Resource Manager's view of a key: the latest version and the rotation policy. */
export interface KeyResource {
  readonly key: VaultKey
  readonly rotation: KeyRotation
}

export interface Deleted {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly deletedAt?: number
  /** End of retention, until which it can be recovered and its name is taken. */
  readonly heldUntil?: number
}

export interface VaultName {
  readonly available: boolean
  /** `AlreadyExists` or `AccountNameInvalid`. */
  readonly reason?: string
  readonly message?: string
  /** A deleted vault of this subscription holds the name. */
  readonly deleted?: Deleted
}

export interface ResourcePlace {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

export interface NewVault {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  readonly location: string
  readonly tenantId: string
  readonly tags?: readonly Tag[]
}

export interface NewKeyVersion {
  readonly size: 2048 | 3072
  readonly inHardware: boolean
}

export interface KeyStoreService {
  listVaults(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly ListedVault[]>>
  listManagedHsms(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly ListedVault[]>>
  readManagedHsm(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<Vault>>
  readVault(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<Vault>>
  /**
   * Creates a vault for customer-managed keys: soft delete 90 days, purge protection, Azure RBAC, trusted services
   * allowed. Waits until it is provisioned.
   */
  createVault(vault: NewVault, signal?: AbortSignal): Promise<Answer<Vault>>
  /** Permanent. Changes nothing else of the vault. */
  turnOnPurgeProtection(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<Vault>>
  /** Adds get, wrapKey and unwrapKey for a principal to a vault with access policies. */
  addKeyAccessPolicy(
    subscriptionId: string,
    resourceGroup: string,
    name: string,
    principalId: string,
    signal?: AbortSignal,
  ): Promise<Answer<Vault>>
  /** Vault names are unique in the whole cloud, and deleted vaults keep theirs. */
  readVaultName(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<VaultName>>
  readKey(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<VaultKey>>
  createKey(vaultUri: string, name: string, wish: NewKeyVersion, signal?: AbortSignal): Promise<Answer<VaultKey>>
  listKeyVersions(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<readonly KeyVersion[]>>
  readKeyRotation(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<KeyRotation>>
  /** Replaces the rotation policy. The latest version stays. */
  setKeyRotation(vaultUri: string, name: string, rotation: NewKeyRotation, signal?: AbortSignal): Promise<Answer<KeyRotation>>
  /** The key through Azure Resource Manager, which a vault's network doesn't block. */
  readKeyResource(vault: ResourcePlace, name: string, signal?: AbortSignal): Promise<Answer<KeyResource>>
  /** All versions through Azure Resource Manager, unordered. */
  listKeyResourceVersions(vault: ResourcePlace, name: string, signal?: AbortSignal): Promise<Answer<readonly KeyVersion[]>>
  /** Creates the first version through Azure Resource Manager; never a second. */
  createKeyResource(vault: ResourcePlace, name: string, size: 2048 | 3072, signal?: AbortSignal): Promise<Answer<KeyResource>>
  /** Names of the zones that a private endpoint is registered in. */
  listPrivateDnsZones(endpoint: ResourcePlace, signal?: AbortSignal): Promise<Answer<readonly string[]>>
  /** Refused with `not-found` if there is none. */
  readDeletedKey(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<Deleted>>
  /** Adds a version; references without a version move to it. */
  createKeyVersion(vaultUri: string, name: string, wish: NewKeyVersion, signal?: AbortSignal): Promise<Answer<VaultKey>>
}
