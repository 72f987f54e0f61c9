import type { Answer } from '../engine/answer.ts'
import type { Tag } from './tags.ts'

/** What the procedure asks of Azure about key stores and what is in them: the part of the ports that is about keys. */

/** Where keys are kept: a key vault, or a Managed HSM, which has an address, settings and keys of the same form. */
export interface Vault {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly vaultUri: string
  readonly tenantId?: string
  readonly softDelete: boolean
  readonly softDeleteRetentionDays?: number
  readonly purgeProtection: boolean
  /** True: Azure role-based access control. False: access policies. */
  readonly roleBasedAccess: boolean
  readonly accessPolicies: readonly { readonly objectId: string; readonly keyPermissions: readonly string[] }[]
  /** Absent means the vault sets no network rules: allow. */
  readonly networkRules?: {
    readonly defaultAction: string
    readonly bypass?: string
    readonly ipRules: number
    readonly virtualNetworkRules: number
  }
  /** `Enabled` or `Disabled`; absent means enabled. */
  readonly publicNetworkAccess?: string
  /** `standard` or `premium`. */
  readonly tier?: string
  /** Absent where it has none. */
  readonly privateEndpoints?: readonly PrivateEndpointConnection[]
  readonly provisioningState?: string
  /** Present for a Managed HSM. Roles of its own decide who may use its keys (local RBAC), never Azure's. */
  readonly managedHsm?: {
    /** `Active`, `NotActivated`, `Failed`, `Unknown`; absent where the service doesn't say. */
    readonly activation?: string
  }
}

/** A key vault or a Managed HSM in a list. */
export interface ListedVault {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly keyStore?: 'managed-hsm'
}

/** A private endpoint that asks for this vault, or leads to it. */
export interface PrivateEndpointConnection {
  readonly name: string
  /** Azure resource id of the endpoint, which may be in another subscription. */
  readonly endpointId?: string
  /** `Approved`, `Pending`, `Rejected`, `Disconnected`. */
  readonly state: string
}

export interface VaultKey {
  /** Key identifier with its version. */
  readonly id: string
  readonly name: string
  readonly version?: string
  /** `RSA`, `RSA-HSM`, `EC`, … */
  readonly type: string
  /** In bits, computed from the modulus; absent for keys that have none. */
  readonly size?: number
  readonly enabled: boolean
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly notBefore?: number
  readonly expires?: number
  readonly recoveryLevel?: string
  /** Its private part can leave the vault. */
  readonly exportable?: true
  /** Something outside may be given its private part. */
  readonly hasReleasePolicy?: true
}

/** One version of a key, as the list of versions tells it. */
export interface KeyVersion {
  readonly version: string
  readonly enabled: boolean
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt?: number
  readonly expires?: number
}

/** What Key Vault does with a key by itself; durations are ISO 8601, as the service sent them. */
export interface KeyRotation {
  readonly rotates: boolean
  /** After a version was made, or before it expires: whichever the rotation goes by. */
  readonly rotateAfter?: string
  readonly rotateBeforeExpiry?: string
  /** How long before the expiry the vault raises its near-expiry event. */
  readonly notifiesBeforeExpiry?: string
  /** How long a new version lasts. */
  readonly newVersionsLast?: string
}

/** What a key's rotation policy is to be; durations are ISO 8601. */
export interface NewKeyRotation {
  readonly rotateAfter: string
  readonly notifyBefore: string
  readonly newVersionsLast: string
}

/** A key as Azure Resource Manager tells it: the latest version, and what the vault does with it by itself. */
export interface KeyResource {
  readonly key: VaultKey
  readonly rotation: KeyRotation
}

/** Something that was deleted and can be recovered. */
export interface Deleted {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly deletedAt?: number
  /** Until when it can be recovered and its name is held. */
  readonly heldUntil?: number
}

/** Whether a key vault could be given a name. */
export interface VaultName {
  readonly available: boolean
  /** `AlreadyExists` or `AccountNameInvalid`. */
  readonly reason?: string
  readonly message?: string
  /** Present when a deleted vault of this subscription holds the name. */
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
  /** Azure region. */
  readonly location: string
  readonly tenantId: string
  readonly tags?: readonly Tag[]
}

export interface NewKeyVersion {
  /** In bits. */
  readonly size: 2048 | 3072
  readonly inHardware: boolean
}

/** Key vaults, Managed HSMs and their keys. */
export interface KeyStoreService {
  listVaults(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly ListedVault[]>>
  listManagedHsms(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly ListedVault[]>>
  readManagedHsm(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<Vault>>
  readVault(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<Vault>>
  /** Creates a vault fit for customer-managed keys: soft delete 90 days, purge protection, Azure role-based access, trusted services allowed. Waits until it is provisioned. */
  createVault(vault: NewVault, signal?: AbortSignal): Promise<Answer<Vault>>
  /** Permanent: purge protection cannot be turned off again. Changes nothing else of the vault. */
  turnOnPurgeProtection(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<Vault>>
  /** Adds get, wrapKey and unwrapKey for one principal to a vault that uses access policies. */
  addKeyAccessPolicy(
    subscriptionId: string,
    resourceGroup: string,
    name: string,
    principalId: string,
    signal?: AbortSignal,
  ): Promise<Answer<Vault>>
  /** Asked before a vault is created: names are unique in the whole cloud, and deleted vaults keep theirs. */
  readVaultName(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<VaultName>>
  /** The latest version. */
  readKey(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<VaultKey>>
  createKey(vaultUri: string, name: string, wish: NewKeyVersion, signal?: AbortSignal): Promise<Answer<VaultKey>>
  /** Every version, in no order. */
  listKeyVersions(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<readonly KeyVersion[]>>
  readKeyRotation(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<KeyRotation>>
  /** Replaces the key's rotation policy. Its latest version stays as it is. */
  setKeyRotation(vaultUri: string, name: string, rotation: NewKeyRotation, signal?: AbortSignal): Promise<Answer<KeyRotation>>
  /** The same key through Azure Resource Manager, which a vault's network doesn't shut out. */
  readKeyResource(vault: ResourcePlace, name: string, signal?: AbortSignal): Promise<Answer<KeyResource>>
  /** Every version through Azure Resource Manager, in no order. */
  listKeyResourceVersions(vault: ResourcePlace, name: string, signal?: AbortSignal): Promise<Answer<readonly KeyVersion[]>>
  /** Creates the first version through Azure Resource Manager; never a second one. */
  createKeyResource(vault: ResourcePlace, name: string, size: 2048 | 3072, signal?: AbortSignal): Promise<Answer<KeyResource>>
  /** Names of the private DNS zones that a private endpoint is registered in. */
  listPrivateDnsZones(endpoint: ResourcePlace, signal?: AbortSignal): Promise<Answer<readonly string[]>>
  /** A key that was deleted; refused with `not-found` when none of the name was. */
  readDeletedKey(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<Deleted>>
  /** Adds a version to a key that exists; everything that names the key without a version moves to it. */
  createKeyVersion(vaultUri: string, name: string, wish: NewKeyVersion, signal?: AbortSignal): Promise<Answer<VaultKey>>
}
