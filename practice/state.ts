import type { KeyLoss } from '../machines/procedure/steps/policy/key-loss.ts'
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
 * Everything the practice tenant knows, as plain data: it can be copied, compared and written down. Moments are
 * milliseconds since 1970-01-01T00:00:00Z on the practice clock. What is under way is stored with the moments at which it
 * ends; `settle` (settling.ts) brings the state up to a moment.
 */
export interface TenantState {
  readonly tenantId: string
  readonly tenantName: string
  /** The domain that the tenant can be named by instead of its id. */
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
  /** What colleagues will do to the key, and take back. */
  readonly mishaps: MishapState[]
  readonly deviceCodes: DeviceCodeState[]
  readonly authorizationCodes: AuthorizationCodeState[]
  readonly refreshTokens: RefreshTokenState[]
  readonly writes: WriteRecord[]
  readonly counters: { requests: number; accepted: number; linksToFail: number }
}

/** What the sources leave open, or services do differently from day to day; each scenario chooses. */
export interface Behaviour {
  /** The environment names its enterprise policies only when the request expands them. */
  readonly policiesOnlyWhenExpanded: boolean
  /** `protectionStatus.keyManagedBy` becomes `Customer` some time after the link; otherwise it says `Microsoft` for ever. */
  readonly keyManagedByFlips: boolean
  /** A failed operation carries an `error` member. */
  readonly failedOperationsSayWhy: boolean
  /** Headers of a 202: one of the three known forms, or each in turn. */
  readonly acceptedHeaders: 'both' | 'operation-location' | 'location' | 'in-turn'
  /** How long a first link takes, in milliseconds. */
  readonly linkDuration: number
  /** How many of the first links fail in stage Run. */
  readonly failingLinks: number
  /** Every few calls are answered 429 or 503. */
  readonly throttles: boolean
  /** Seconds between two questions for a device code's token, as the identity service asks for. */
  readonly deviceCodeInterval: number
  /**
   * An environment on one policy can be linked to another in one call, as Microsoft's `SwapCustomerManagedKeyForEnvironment.ps1` does; otherwise
   * it has to be removed from the first one before, as the documents say.
   */
  readonly swapsPolicies: boolean
  /** Making an environment managed that is so already is refused with 409, as Microsoft's Terraform provider expects; otherwise it is an update. */
  readonly refusesManagedAgain: boolean
  /** The company's Azure Policy denies key vaults that are open to the internet. */
  readonly deniesOpenVaults: boolean
  /** Services without consent for the app: people get no token for them (`AADSTS65001`), but for the others. */
  readonly withoutConsent: readonly ServiceName[]
  /** Services that a conditional access policy keeps people from (`AADSTS53003`). */
  readonly conditionalAccess: readonly ServiceName[]
  /** False: Resource Manager lists no tenant for any account. */
  readonly listsTenants: boolean
}

export interface Person {
  readonly id: string
  readonly objectId: string
  readonly userName: string
  readonly displayName: string
  /** Role template ids, as in claim `wids`. */
  readonly directoryRoles: readonly string[]
  /**
   * `member`: a user object in this directory. `delegated`: of a partner's directory, here by a role that was delegated to the
   * partner (GDAP) and without a user object. `outside`: an account that this tenant does not know at all.
   */
  readonly standing: 'member' | 'delegated' | 'outside'
  /** Object id of the partner’s group whose roles in Azure reach the person: without a user object a role can't be assigned directly. */
  readonly partnerGroup?: string
  /** The directory that knows the account, where that is another than this one. */
  readonly home?: { readonly tenantId: string; readonly identityProvider: string }
}

/** A security group of the directory. */
export interface GroupState {
  readonly objectId: string
  readonly displayName: string
  /** Object ids. */
  readonly members: readonly string[]
}

/** What the customer approved for a partner. */
export interface PartnerRelationshipState {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly endsAt: number
  readonly roleIds: readonly string[]
  readonly autoExtendDuration: string
}

/** A service principal that signs in with a secret or a certificate. */
export interface Application {
  readonly clientId: string
  readonly objectId: string
  readonly displayName: string
  readonly secret: string
  /** Secrets that were good once: the identity service remembers them, and says so. */
  readonly expiredSecrets: readonly string[]
  /** PEM. Assertions signed with the key of one of them are accepted. */
  readonly certificates: readonly string[]
  readonly directoryRoles: readonly string[]
  /** Registered as a management application of Power Platform; others are refused there. */
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
  /** When `Registering` ends. */
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

/** A key vault or a Managed HSM. No two of either kind have one name here: keys name their holder by it. */
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
  /** When `RegisteringDns` ends. */
  readyAt: number
  /** Names of secrets in it that belong to no certificate. Absent: none. */
  secrets?: readonly string[]
  /** Present for a Managed HSM. */
  managedHsm?: { activation: 'Active' | 'NotActivated' }
}

export interface PrivateEndpointState {
  /** Azure resource id. */
  readonly id: string
  readonly status: 'Approved' | 'Pending' | 'Rejected' | 'Disconnected'
  /** Names of the private DNS zones it is registered in. */
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
  /** As it was set; absent: what every key without one answers. */
  rotation?: RotationState
}

export interface RotationState {
  readonly lifetimeActions: readonly {
    readonly trigger: { readonly timeAfterCreate?: string | undefined; readonly timeBeforeExpiry?: string | undefined }
    readonly action: { readonly type: string }
  }[]
  readonly expiryTime?: string | undefined
}

/** A key that a colleague imports at a moment: no one has an HSM in a practice tenant. */
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
  /** From when the directory knows the policy's identity: role assignments before it answer `PrincipalNotFound`. */
  readonly principalKnownAt: number
}

export interface RoleAssignmentState {
  readonly name: string
  readonly scope: string
  /** Last segment of the role definition's id, lower case. */
  readonly roleId: string
  readonly principalId: string
  readonly principalType: string
  readonly createdAt: number
  readonly createdBy: string
}

/** A role of a Managed HSM's own, as someone has it. */
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
  /** Changes that the service makes later by itself, after an operation has ended. */
  readonly later: { readonly at: number; readonly change: 'linked' | 'key-managed-by-customer' | 're-enabled' }[]
  /** Switched off because its key was lost, until the key can be used and a colleague has re-enabled it. */
  locked?: true
}

/** A Dataverse organization. */
export interface OrganizationState {
  readonly environment: string
  /** For example `https://contoso.crm.dynamics.com`. */
  readonly origin: string
  /** Object ids of those who exist as users in it. */
  readonly users: string[]
  /** Whether it is integrated with the finance and operations app that the environment names. */
  readonly integrated: boolean
  /** Address of that app: Dataverse knows it even where the admin API does not show it. */
  readonly integratedWith?: string
}

export type StageName = 'Validate' | 'Prepare' | 'Run' | 'Finalize'

export interface OperationState {
  readonly id: string
  readonly environment: string
  readonly type: string
  readonly typeDisplayName: string
  readonly createdAt: number
  /** The stages, one after the other; the first begins when the operation leaves `NotStarted`. */
  readonly stages: readonly { readonly name: StageName; readonly beginsAt: number; readonly endsAt: number }[]
  /** Where it will fail, once that is decided. */
  fails?: { readonly stage: StageName; readonly at: number; readonly error?: { readonly code: string; readonly message: string } }
  readonly requestedBy: { readonly id: string; readonly displayName: string; readonly type: 'User' | 'ServicePrincipal' }
  readonly purpose: /** `from`: the system ID of the policy that the environment is moved from. */
    | { readonly kind: 'link'; readonly systemId: string; readonly from?: string }
    | { readonly kind: 'unlink' }
    | { readonly kind: 'governance'; readonly protectionLevel: string }
    | { readonly kind: 'other' }
  /** Whether the vault was asked already, at the start of Validate. */
  vaultAsked: boolean
  /** Set once its end has been carried into the environment. */
  settled: boolean
}

/** What a colleague does to a key, and how far it has come. Moments in milliseconds since 1970-01-01T00:00:00Z. */
export interface MishapState {
  readonly loss: KeyLoss
  readonly vault: string
  readonly key: string
  readonly policy: string
  readonly environment: string
  readonly at: number
  /** When a colleague has followed the way back; absent where the wizard can, or no one can. */
  readonly undoneAt?: number
  stage: 'to-come' | 'happened' | 'undone'
}

export interface DeviceCodeState {
  readonly deviceCode: string
  readonly userCode: string
  readonly clientId: string
  readonly scope: string
  readonly expiresAt: number
  decision: 'pending' | 'declined' | { readonly personId: string }
}

/** What a signed-in browser was sent back with: good once, for the app that asked. */
export interface AuthorizationCodeState {
  readonly code: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  /** PKCE: base64url of the verifier's SHA-256. */
  readonly challenge: string
  readonly nonce?: string
  readonly personId: string
  readonly expiresAt: number
  redeemed: boolean
}

export interface RefreshTokenState {
  readonly token: string
  readonly personId: string
  readonly clientId: string
  /** The tenant whose sign-in it continues, where that is another one. */
  readonly from?: string
}

/** One change that a service accepted. */
export interface WriteRecord {
  readonly at: number
  readonly method: string
  /** The cloud's own origin of the service. */
  readonly origin: string
  readonly path: string
  readonly body: string
  /** Object id of the caller. */
  readonly by: string
  readonly status: number
  /** False where all was so already: the same request once more. */
  readonly changed: boolean
}

/** Case-blind equality, as the services compare names and ids. */
export const same = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase()

export const groupId = (group: { subscriptionId: string; name: string }): string =>
  `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`

export const vaultId = (vault: { subscriptionId: string; resourceGroup: string; name: string; managedHsm?: unknown }): string =>
  `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.KeyVault/${vault.managedHsm ? 'managedHSMs' : 'vaults'}/${vault.name}`

/** The resource provider spells its own namespace in two ways. @param spelling as in this answer */
export const policyId = (
  policy: { subscriptionId: string; resourceGroup: string; name: string },
  spelling = 'Microsoft.PowerPlatform',
): string =>
  `/subscriptions/${policy.subscriptionId}/resourceGroups/${policy.resourceGroup}/providers/${spelling}/enterprisePolicies/${policy.name}`

/** As the services write moments: UTC with seven decimals. */
export const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('Z', '0000Z')
