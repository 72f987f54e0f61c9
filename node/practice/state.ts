import type { KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import type { ServiceName } from './addresses.ts'
import type { EnvironmentPayload } from './environment-payload.ts'
import type {
  ActionGroupState,
  DiagnosticSettingState,
  EligibleRoleState,
  EventSubscriptionState,
  LockState,
  WorkspaceState,
} from './protection-state.ts'

export type * from './protection-state.ts'

/**
 * Complete state of the practice tenant, as plain data. Times are milliseconds since 1970-01-01T00:00:00Z on the
 * practice clock. Running work is stored with its end; `settle` (settling.ts) applies it.
 */
export interface TenantState {
  readonly tenantId: string
  readonly tenantName: string
  readonly tenantDomain: string
  readonly behaviour: Behaviour
  readonly people: Person[]
  readonly groups: GroupState[]
  readonly applications: Application[]
  readonly subscriptions: SubscriptionState[]
  readonly resourceGroups: ResourceGroupState[]
  readonly vaults: VaultState[]
  readonly deletedVaults: DeletedVaultState[]
  readonly keys: KeyState[]
  readonly deletedKeys: DeletedKeyState[]
  readonly imports: ImportState[]
  readonly policies: PolicyState[]
  readonly roleAssignments: RoleAssignmentState[]
  readonly localRoles: LocalRoleState[]
  readonly locks: LockState[]
  readonly workspaces: WorkspaceState[]
  readonly partnerRelationships: PartnerRelationshipState[]
  readonly diagnosticSettings: DiagnosticSettingState[]
  readonly eventSubscriptions: EventSubscriptionState[]
  readonly actionGroups: ActionGroupState[]
  readonly eligibleRoles: EligibleRoleState[]
  readonly environments: EnvironmentState[]
  readonly organizations: OrganizationState[]
  readonly operations: OperationState[]
  readonly mishaps: MishapState[]
  readonly deviceCodes: DeviceCodeState[]
  readonly authorizationCodes: AuthorizationCodeState[]
  readonly refreshTokens: RefreshTokenState[]
  readonly writes: WriteRecord[]
  readonly counters: { requests: number; accepted: number; linksToFail: number }
}

/** Behavior that sources leave open, or that varies. */
export interface Behaviour {
  /** Policies are sent only if expanded. */
  readonly policiesOnlyWhenExpanded: boolean
  /** `protectionStatus.keyManagedBy` becomes `Customer` after the link; otherwise it stays `Microsoft`. */
  readonly keyManagedByFlips: boolean
  /** A failed operation has an `error` member. */
  readonly failedOperationsSayWhy: boolean
  /** Headers of a 202: one of the three known forms, or each in turn. */
  readonly acceptedHeaders: 'both' | 'operation-location' | 'location' | 'in-turn'
  /** Duration of a first link in milliseconds. */
  readonly linkDuration: number
  /** Number of first links that fail in Run. */
  readonly failingLinks: number
  /** Some calls get 429 or 503. */
  readonly throttles: boolean
  /** Polling interval for device codes, in seconds. */
  readonly deviceCodeInterval: number
  /**
   * A link may replace another policy in one call, as Microsoft's `SwapCustomerManagedKeyForEnvironment.ps1` does;
   * otherwise it must be removed first, as documented.
   */
  readonly swapsPolicies: boolean
  /**
   * Repeating the change to a Managed Environment is refused with 409, as Microsoft's Terraform provider expects;
   * otherwise it is an update.
   */
  readonly refusesManagedAgain: boolean
  /** The company's Azure Policy denies vaults open to the internet. */
  readonly deniesOpenVaults: boolean
  /** Services without the app's consent (`AADSTS65001`). */
  readonly withoutConsent: readonly ServiceName[]
  /** Services blocked by Conditional Access (`AADSTS53003`). */
  readonly conditionalAccess: readonly ServiceName[]
  /** Resource Manager refuses changes by people whose sign-in has not shown a second factor. */
  readonly asksSecondFactor: boolean
  /** False: Resource Manager lists no tenants. */
  readonly listsTenants: boolean
}

export interface Person {
  readonly id: string
  readonly objectId: string
  readonly userName: string
  readonly displayName: string
  readonly directoryRoles: readonly string[]
  /**
   * `member`: has a user object. `delegated`: a partner's account with a delegated role (GDAP), without a user object.
   * `outside`: unknown to this tenant.
   */
  readonly standing: 'member' | 'delegated' | 'outside'
  /** Partner's group with Azure roles: without a user object none can be assigned directly. */
  readonly partnerGroup?: string
  /** Home tenant, if different. */
  readonly home?: { readonly tenantId: string; readonly identityProvider: string }
}

export interface GroupState {
  readonly objectId: string
  readonly displayName: string
  /** Object IDs. */
  readonly members: readonly string[]
}

export interface PartnerRelationshipState {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly endsAt: number
  readonly roleIds: readonly string[]
  readonly autoExtendDuration: string
}

export interface Application {
  readonly clientId: string
  readonly objectId: string
  readonly displayName: string
  readonly secret: string
  /** The identity service recognizes them as expired. */
  readonly expiredSecrets: readonly string[]
  /** PEM. Accepted for assertions. */
  readonly certificates: readonly string[]
  readonly directoryRoles: readonly string[]
  /** Registered as a management application. */
  managesPowerPlatform: boolean
}

export interface SubscriptionState {
  readonly id: string
  readonly displayName: string
  readonly state: string
  readonly providers: ProviderState[]
}

export interface ProviderState {
  readonly namespace: string
  registrationState: 'NotRegistered' | 'Registering' | 'Registered'
  registeredAt?: number
}

export interface ResourceGroupState {
  readonly subscriptionId: string
  readonly name: string
  readonly location: string
  tags: Record<string, string>
}

export interface AccessPolicy {
  tenantId: string
  objectId: string
  permissions: { keys?: string[]; secrets?: string[]; certificates?: string[]; storage?: string[] }
}

/** A key vault or Managed HSM. Names are unique across both, because keys refer to them. */
export interface VaultState {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  readonly location: string
  tags: Record<string, string>
  tenantId: string
  sku: 'standard' | 'premium'
  enableSoftDelete: boolean
  softDeleteRetentionInDays: number
  enablePurgeProtection: boolean
  enableRbacAuthorization: boolean
  accessPolicies: AccessPolicy[]
  networkAcls?: { bypass: string; defaultAction: string; ipRules: { value: string }[]; virtualNetworkRules: { id: string }[] }
  publicNetworkAccess?: string
  privateEndpoints?: PrivateEndpointState[]
  provisioningState: 'RegisteringDns' | 'Succeeded'
  readyAt: number
  /** Secrets without certificates. Absent: none. */
  secrets?: readonly string[]
  /** Present for a Managed HSM. */
  managedHsm?: { activation: 'Active' | 'NotActivated' }
}

export interface PrivateEndpointState {
  /** Azure resource ID. */
  readonly id: string
  readonly status: 'Approved' | 'Pending' | 'Rejected' | 'Disconnected'
  readonly zones: readonly string[]
}

export interface DeletedVaultState {
  readonly vault: VaultState
  readonly deletedAt: number
  readonly scheduledPurgeAt: number
}

export interface KeyState {
  readonly vault: string
  readonly name: string
  readonly versions: KeyVersionState[]
  /** Absent: the default policy. */
  rotation?: RotationState
}

export interface RotationState {
  readonly lifetimeActions: readonly {
    readonly trigger: { readonly timeAfterCreate?: string | undefined; readonly timeBeforeExpiry?: string | undefined }
    readonly action: { readonly type: string }
  }[]
  readonly expiryTime?: string | undefined
}

/** A key that a colleague imports later, because a practice tenant has no HSM. */
export interface ImportState {
  readonly key: KeyState
  readonly at: number
}

export interface DeletedKeyState {
  readonly key: KeyState
  readonly deletedAt: number
  readonly scheduledPurgeAt: number
}

export interface KeyVersionState {
  readonly version: string
  readonly kty: string
  /** RSA keys: base64url; its length is the key's size. */
  readonly n?: string
  readonly curve?: string
  readonly operations: readonly string[]
  enabled: boolean
  notBefore?: number
  expires?: number
  readonly createdAt: number
  updatedAt: number
  tags: Record<string, string>
}

export interface PolicyState {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  readonly location: string
  readonly kind: string
  readonly systemId: string
  tags: Record<string, string>
  identity: { type: string; principalId?: string }
  properties: Record<string, unknown>
  /** Before this, role assignments get `PrincipalNotFound`. */
  readonly principalKnownAt: number
}

export interface RoleAssignmentState {
  readonly name: string
  readonly scope: string
  readonly roleId: string
  readonly principalId: string
  readonly principalType: string
  readonly createdAt: number
  readonly createdBy: string
}

export interface LocalRoleState {
  readonly hsm: string
  readonly name: string
  /** `/`, `/keys` or `/keys/<name>`. */
  readonly scope: string
  readonly roleId: string
  readonly principalId: string
}

export interface EnvironmentState {
  readonly payload: EnvironmentPayload
  readonly later: { readonly at: number; readonly change: 'linked' | 'key-managed-by-customer' | 're-enabled' }[]
  /** Off because its key was lost, until the key works and a colleague re-enabled it. */
  locked?: true
}

export interface OrganizationState {
  readonly environment: string
  /** For example `https://contoso.crm.dynamics.com`. */
  readonly origin: string
  readonly users: string[]
  /** Integrated with the environment's finance and operations app. */
  readonly integrated: boolean
  /** The app's address, which Dataverse knows even if the admin API doesn't. */
  readonly integratedWith?: string
}

export type StageName = 'Validate' | 'Prepare' | 'Run' | 'Finalize'

export interface OperationState {
  readonly id: string
  readonly environment: string
  readonly type: string
  readonly typeDisplayName: string
  readonly createdAt: number
  /** Consecutive stages; the first starts after `NotStarted`. */
  readonly stages: readonly { readonly name: StageName; readonly beginsAt: number; readonly endsAt: number }[]
  fails?: { readonly stage: StageName; readonly at: number; readonly error?: { readonly code: string; readonly message: string } }
  readonly requestedBy: { readonly id: string; readonly displayName: string; readonly type: 'User' | 'ServicePrincipal' }
  readonly purpose: /** `from`: the system ID of the policy that the environment is moved from. */
    | { readonly kind: 'link'; readonly systemId: string; readonly from?: string }
    | { readonly kind: 'unlink' }
    | { readonly kind: 'governance'; readonly protectionLevel: string }
    | { readonly kind: 'other' }
  /** Vault access was checked, at the start of Validate. */
  vaultAsked: boolean
  settled: boolean
}

/** A colleague's action on a key. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface MishapState {
  readonly loss: KeyLoss
  readonly vault: string
  readonly key: string
  readonly policy: string
  readonly environment: string
  readonly at: number
  /** When a colleague undoes it; absent if the wizard or no one can. */
  readonly undoneAt?: number
  stage: 'to-come' | 'happened' | 'undone'
}

export interface DeviceCodeState {
  readonly deviceCode: string
  readonly userCode: string
  readonly clientId: string
  readonly scope: string
  /** Authentication contexts asked for, which the sign-in shows. */
  readonly contexts: readonly string[]
  readonly expiresAt: number
  decision: 'pending' | 'declined' | { readonly personId: string }
}

/** Redeemable once, by its app. */
export interface AuthorizationCodeState {
  readonly code: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  /** PKCE: base64url of the verifier's SHA-256. */
  readonly challenge: string
  readonly nonce?: string
  /** Authentication contexts asked for, which the sign-in shows. */
  readonly contexts: readonly string[]
  readonly personId: string
  readonly expiresAt: number
  redeemed: boolean
}

export interface RefreshTokenState {
  readonly token: string
  readonly personId: string
  readonly clientId: string
  /** Authentication contexts that the sign-in has shown. */
  readonly contexts: readonly string[]
  /** Tenant of the continued sign-in, if different. */
  readonly from?: string
}

export interface WriteRecord {
  readonly at: number
  readonly method: string
  readonly origin: string
  readonly path: string
  readonly body: string
  /** Object id of the caller. */
  readonly by: string
  readonly status: number
  /** False: a repetition without effect. */
  readonly changed: boolean
}

export const same = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase()

export const groupId = (group: { subscriptionId: string; name: string }): string =>
  `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`

export const vaultId = (vault: { subscriptionId: string; resourceGroup: string; name: string; managedHsm?: unknown }): string =>
  `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.KeyVault/${vault.managedHsm ? 'managedHSMs' : 'vaults'}/${vault.name}`

/** The provider spells its namespace in two ways. @param spelling as in this answer */
export const policyId = (
  policy: { subscriptionId: string; resourceGroup: string; name: string },
  spelling = 'Microsoft.PowerPlatform',
): string =>
  `/subscriptions/${policy.subscriptionId}/resourceGroups/${policy.resourceGroup}/providers/${spelling}/enterprisePolicies/${policy.name}`

/** Services' format: UTC with seven decimals. */
export const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('Z', '0000Z')
