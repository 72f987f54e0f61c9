import type { Account } from '../engine/account.ts'
import type { Answer, LifecycleOperation } from '../engine/answer.ts'
import type { DisplayText } from '../messages/message.ts'
import type { AlertService } from './alert-services.ts'
import type { ContentService } from './content-services.ts'
import type { KeyStoreService } from './key-store-services.ts'
import type { Tag } from './tags.ts'

export type * from './alert-services.ts'
export type * from './content-services.ts'
export type * from './key-store-services.ts'

/**
 * The ports: what the procedure asks of the services outside, as typed functions. Nothing here knows HTTP, tokens or an
 * SDK; `services/azure` makes these real, and the same ports are answered by the practice tenant through the same clients.
 *
 * A port never throws for something a service said. What the service refused comes back as a value (`Refusal`), with the
 * service's own words kept verbatim; only a defect of this program throws.
 */

/** A lifecycle operation that a service accepted and goes on with by itself. */
export interface AcceptedOperation {
  /** Absolute https address to poll (`Operation-Location` or `Location`), on the cloud's regional host; absent when the service named none. */
  readonly address?: string
  /** The operation's id, where it could be read. */
  readonly id?: string
  readonly retryAfterSeconds?: number
}

/** One of the enterprise policies an environment names under `properties.enterprisePolicies`. */
export interface LinkedPolicy {
  /** Azure resource id of the policy; compare case-blind. */
  readonly id?: string
  readonly systemId?: string
  readonly location?: string
  /** `Linked`, `Linking`, `Unlinking`, `NotLinked`, `LinkFailed`, … unknown words are kept as they came. */
  readonly linkStatus?: string
}

/** A Power Platform environment, read tolerant of absent and unknown members (api-version 2023-06-01). */
export interface Environment {
  /** The environment's name in the API: a GUID, or `Default-<tenantId>`. Never changes, unlike the display name. */
  readonly id: string
  readonly displayName: string
  readonly tenantId?: string
  /** Power Platform geography, lower case, for example `unitedstates`. */
  readonly location: string
  /** Azure region the environment lives in, for example `eastus`. */
  readonly azureRegion?: string
  /** `Production`, `Sandbox`, `Developer`, `Trial`, `Default`, `Teams`, … */
  readonly sku: string
  readonly isDefault: boolean
  /** Absent when the environment has no Dataverse database. */
  readonly dataverse?: {
    readonly organizationId?: string
    readonly friendlyName?: string
    readonly uniqueName?: string
    readonly domainName?: string
    /** Ends in a slash or not: as the service sent it. */
    readonly instanceUrl?: string
    readonly instanceState?: string
    readonly version?: string
    /** Security group whose members are the organization's users; absent when it is open to everybody with a licence. */
    readonly securityGroupId?: string
  }
  /** `properties.linkedAppMetadata`: absent when no finance and operations app is linked. */
  readonly financeAndOperations?: {
    readonly id?: string
    /** `Linked` (managed in Lifecycle Services) or `Internal` (unified); other words are kept as they came. */
    readonly type?: string
    readonly url?: string
  }
  /** `states.management.id`, for example `Ready`. */
  readonly managementState?: string
  /** `states.runtime.id`, for example `Enabled`, `Disabled`, `AdminMode`. */
  readonly runtimeState?: string
  /** `Standard` is a Managed Environment, `Basic` or absent is not. */
  readonly protectionLevel?: string
  /** `protectionStatus.keyManagedBy`: `Microsoft`, `Customer`, …; not a proof by itself. */
  readonly keyManagedBy?: string
  /** `properties.enterprisePolicies.customerManagedKeys`; other kinds of policy are not this. */
  readonly encryptionPolicy?: LinkedPolicy
  /** Present only while an operation runs. */
  readonly ongoingOperation?: { readonly id?: string; readonly type?: string }
  /** `lifecycleOperationsEnforcement.disallowedOperations`: absence of an operation means unknown, not allowed. */
  readonly disallowedOperations: readonly { readonly type: string; readonly reasonType?: string; readonly message?: string }[]
  /** Names of `properties.permissions`; absent when the service did not expand them. */
  readonly permissions?: readonly string[]
  /** True when the environment belongs to an environment group. */
  readonly inEnvironmentGroup: boolean
}

/** What Dataverse says of its integration (`RetrieveFinanceAndOperationsIntegrationDetails`). */
export type IntegrationDetails =
  | { readonly linked: true; readonly url: string; readonly id?: string; readonly tenantId?: string }
  | { readonly linked: false; readonly code: string; readonly message: DisplayText | string }

export interface Subscription {
  readonly id: string
  readonly displayName: string
  /** `Enabled`, `Warned`, `PastDue`, `Disabled`, `Deleted`. */
  readonly state: string
  readonly tenantId?: string
}

/** An Azure region, as Azure calls it in front of people. */
export interface Region {
  /** For example `eastus`. */
  readonly name: string
  /** For example `East US`. */
  readonly displayName: string
}

/** What a subscription is registered for before the wizard creates anything of it. */
export type ProviderNamespace = 'Microsoft.PowerPlatform' | 'Microsoft.KeyVault'

export interface ResourceProvider {
  readonly namespace: string
  /** `Registered`, `NotRegistered`, `Registering`, `Unregistering`. */
  readonly registrationState: string
  /** Locations of the `enterprisePolicies` type, normalised to lower case without spaces; empty when the provider lists none. */
  readonly policyLocations: readonly string[]
}

export interface ResourceGroup {
  readonly name: string
  readonly location: string
}

export interface EnterprisePolicy {
  readonly id: string
  readonly name: string
  /** Power Platform location word, for example `unitedstates`; not an Azure region. */
  readonly location: string
  /** `Encryption`, `NetworkInjection`, `Identity`, … */
  readonly kind: string
  readonly identityType?: string
  /** Object id of the policy's managed identity. */
  readonly principalId?: string
  readonly systemId?: string
  readonly encryptionState?: string
  readonly vaultId?: string
  readonly keyName?: string
  /** Present when the policy pins one version of the key. */
  readonly keyVersion?: string
}

export interface RoleAssignment {
  readonly id: string
  /** Last segment of `roleDefinitionId`, lower case. */
  readonly roleId: string
  readonly principalId: string
  readonly scope: string
  /** ISO 8601 UTC. */
  readonly createdAt?: string
}

/** A management lock: it holds for everybody, whatever their role. */
export interface Lock {
  readonly id: string
  readonly name: string
  /** What it was set on: everything below is locked with it. */
  readonly scope: string
  /** `CanNotDelete` or `ReadOnly`; other words are kept as they came. */
  readonly level: string
}

/** Where logs of a resource are sent. */
export interface DiagnosticSetting {
  readonly id: string
  readonly name: string
  /** What the audit log has is among it. */
  readonly audits: boolean
  /** Azure resource ID of a Log Analytics workspace; absent where it goes elsewhere. */
  readonly workspaceId?: string
}

/** A Log Analytics workspace. */
export interface Workspace {
  readonly id: string
  readonly name: string
  readonly location: string
}

/** Someone who has a role. */
export interface RoleHolder {
  /** Last segment of the role definition's ID, lower case. */
  readonly roleId: string
  readonly principalId: string
  /** `User`, `Group`, `ServicePrincipal`, `ForeignGroup`, …; absent where the service doesn't say. */
  readonly principalType?: string
  /** Where it was given. */
  readonly scope: string
  /** Present when the role holds only under a condition. */
  readonly condition?: string
}

/** Someone who can activate a role with Privileged Identity Management. */
export interface EligibleRole extends RoleHolder {
  readonly name?: string
}

export interface RoleDefinition {
  /** Last segment of its ID, lower case. */
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** What one role lets the account do at a scope: patterns in which `*` stands for anything and letter case does not count. */
export interface Permission {
  readonly actions: readonly string[]
  /** Taken away again from this role's `actions`, and from no other role's. */
  readonly notActions: readonly string[]
  /** Rights on what is inside a resource, for example on the keys of a vault. */
  readonly dataActions: readonly string[]
  readonly notDataActions: readonly string[]
  /** Present when the role holds only under a condition, in Azure's own language for conditions. */
  readonly condition?: string
}

/** Who is signed in, as far as the token says. No token here. */
export interface SignedInAccount extends Account {
  /** Role template ids of claim `wids`. */
  readonly directoryRoles: readonly string[]
  /** A service principal. In Power Platform it needs no directory role: it administers once it is registered as a management application. */
  readonly isApplication?: true
}

/** The Power Platform administration API (BAP). Facts: link only by the unscoped route, api-version 2019-10-01. */
export interface PowerPlatformService {
  listEnvironments(signal?: AbortSignal): Promise<Answer<readonly Environment[]>>
  readEnvironment(environmentId: string, signal?: AbortSignal): Promise<Answer<Environment>>
  enableManagedEnvironment(environmentId: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>>
  linkEncryptionPolicy(environmentId: string, policySystemId: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>>
  /** Back to the Microsoft-managed key. Same route and version as the link. */
  unlinkEncryptionPolicy(environmentId: string, policySystemId: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>>
  /** @param address the absolute address of an `AcceptedOperation`; refused before any token is attached when its host is not of this cloud */
  readOperation(address: string, signal?: AbortSignal): Promise<Answer<LifecycleOperation>>
  /** Newest first. */
  listOperations(environmentId: string, signal?: AbortSignal): Promise<Answer<readonly LifecycleOperation[]>>
}

export interface DataverseService {
  /** @param instanceUrl the organization's URL, with or without a trailing slash */
  readIntegration(instanceUrl: string, signal?: AbortSignal): Promise<Answer<IntegrationDetails>>
}

export interface AzureService extends KeyStoreService, AlertService, ContentService {
  listSubscriptions(signal?: AbortSignal): Promise<Answer<readonly Subscription[]>>
  listRegions(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly Region[]>>
  /** Reads `Microsoft.PowerPlatform`. */
  readProvider(subscriptionId: string, namespace: ProviderNamespace, signal?: AbortSignal): Promise<Answer<ResourceProvider>>
  /** Asks for registration once; the answer is the state at that moment, registration itself takes minutes. */
  registerProvider(subscriptionId: string, namespace: ProviderNamespace, signal?: AbortSignal): Promise<Answer<ResourceProvider>>
  readResourceGroup(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<ResourceGroup>>
  createResourceGroup(subscriptionId: string, group: NewResourceGroup, signal?: AbortSignal): Promise<Answer<ResourceGroup>>
  listPolicies(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly EnterprisePolicy[]>>
  readPolicy(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<EnterprisePolicy>>
  createPolicy(policy: NewPolicy, signal?: AbortSignal): Promise<Answer<EnterprisePolicy>>
  /**
   * Every assignment that reaches the principal at this scope, inherited ones included.
   * @param isGroup the principal is a group: those given to it; of anyone else, also those given to the groups it is in
   */
  listRoleAssignments(
    scope: string,
    principalId: string,
    signal?: AbortSignal,
    isGroup?: boolean,
  ): Promise<Answer<readonly RoleAssignment[]>>
  /**
   * What the signed-in account may do at a scope, rights from above and through groups included: one entry for each role.
   * @param scope id of a subscription, a resource group or a resource
   */
  readPermissions(scope: string, signal?: AbortSignal): Promise<Answer<readonly Permission[]>>
  /** Everybody who has a role at a scope, given there or above; who is in a group isn't among it. */
  listRoleHolders(scope: string, signal?: AbortSignal): Promise<Answer<readonly RoleHolder[]>>
  /** Everybody who can activate a role there. Needs a license for Privileged Identity Management in the tenant. */
  listEligibleRoles(scope: string, signal?: AbortSignal): Promise<Answer<readonly EligibleRole[]>>
  /** Every role that can be given at a scope, custom ones included. */
  listRoleDefinitions(scope: string, signal?: AbortSignal): Promise<Answer<readonly RoleDefinition[]>>
  listDiagnosticSettings(resourceId: string, signal?: AbortSignal): Promise<Answer<readonly DiagnosticSetting[]>>
  /** Sends the audit log of a key store to a workspace, beside what is sent already. */
  sendAuditLog(log: NewAuditLog, signal?: AbortSignal): Promise<Answer<DiagnosticSetting>>
  listWorkspaces(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly Workspace[]>>
  /** Every lock that holds at a scope, set there or above. @param scope id of a resource group or a resource */
  listLocks(scope: string, signal?: AbortSignal): Promise<Answer<readonly Lock[]>>
  /** Locks a scope and everything below against being deleted. */
  createLock(lock: NewLock, signal?: AbortSignal): Promise<Answer<Lock>>
  /** Safe to repeat: the assignment's name is derived from scope, principal and role; "already exists" counts as done. */
  assignRole(assignment: NewRoleAssignment, signal?: AbortSignal): Promise<Answer<RoleAssignment>>
  /**
   * The Managed HSM's own assignments that reach a principal at a scope. Those that come through a group aren't among them.
   * @param scope `/keys` for all keys, `/keys/<name>` for one
   */
  listLocalRoles(hsmUri: string, scope: string, principalId: string, signal?: AbortSignal): Promise<Answer<readonly RoleAssignment[]>>
  /** What the signed-in account may do at such a scope, by the local roles given to itself: one entry for each role. */
  readLocalPermissions(hsmUri: string, scope: string, signal?: AbortSignal): Promise<Answer<readonly Permission[]>>
  /** Safe to repeat, as `assignRole` is. */
  assignLocalRole(hsmUri: string, assignment: NewLocalRole, signal?: AbortSignal): Promise<Answer<RoleAssignment>>
}

export interface NewResourceGroup {
  readonly name: string
  /** Azure region. */
  readonly location: string
  readonly tags?: readonly Tag[]
}

export interface NewPolicy {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  /** Power Platform location word. */
  readonly location: string
  readonly vaultId: string
  readonly keyName: string
  readonly tags?: readonly Tag[]
}

export interface NewAuditLog {
  /** Of the key store. */
  readonly resourceId: string
  /** Of the diagnostic setting. */
  readonly name: string
  readonly workspaceId: string
}

export interface NewLock {
  /** Id of a resource group or a resource. */
  readonly scope: string
  readonly name: string
  /** For those who find it. */
  readonly notes: string
}

export interface NewRoleAssignment {
  readonly scope: string
  readonly subscriptionId: string
  readonly roleId: string
  readonly principalId: string
  readonly principalType: 'ServicePrincipal' | 'User' | 'Group'
}

/** A role of a Managed HSM's own. */
export interface NewLocalRole {
  /** `/`, `/keys` or `/keys/<name>`. */
  readonly scope: string
  readonly roleId: string
  readonly principalId: string
}

/** A person in the tenant's directory, or a group of them. */
export interface Person {
  /** Object ID. */
  readonly id: string
  readonly displayName: string
  /** User principal name; empty for a group. */
  readonly userName: string
  readonly isGroup?: true
}

/** People in a group, also by way of groups in it. */
export interface GroupMembers {
  readonly people: readonly Person[]
  /** There are others, who were not read. */
  readonly areMore: boolean
}

/** What a partner may do in a tenant by delegated administration (GDAP). */
export interface PartnerRelationship {
  readonly name: string
  /** `active`, `expiring`, `terminated`, …; other words are kept as they came. */
  readonly status: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly endsAt?: number
  /** True: it's extended when it would end. */
  readonly isExtended: boolean
  /** Role template IDs. */
  readonly roleIds: readonly string[]
}

/** Microsoft Graph v1.0, of which names of people, groups with their members, and relationships with partners are read. Not every sign-in may: nothing may depend on it. */
export interface DirectoryService {
  /** People with these words in the display name, or whose user principal name begins so: the first ten. */
  searchPeople(text: string, signal?: AbortSignal): Promise<Answer<readonly Person[]>>
  /** Security groups with these words in the display name: the first ten. */
  searchGroups(text: string, signal?: AbortSignal): Promise<Answer<readonly Person[]>>
  /** @param id object ID */
  readPerson(id: string, signal?: AbortSignal): Promise<Answer<Person>>
  /** @param id object ID @returns its display name */
  readGroupName(id: string, signal?: AbortSignal): Promise<Answer<string>>
  /** @param id object ID of the group */
  listGroupMembers(id: string, signal?: AbortSignal): Promise<Answer<GroupMembers>>
  /** The relationships of partners with a customer, as far as the sign-in may see them. @param tenantId of the customer */
  listPartnerRelationships(tenantId: string, signal?: AbortSignal): Promise<Answer<readonly PartnerRelationship[]>>
}

/** Everything outside, for one sign-in in one tenant. */
export interface Services {
  readonly account: SignedInAccount
  readonly powerPlatform: PowerPlatformService
  readonly dataverse: DataverseService
  readonly azure: AzureService
  readonly directory: DirectoryService
}
