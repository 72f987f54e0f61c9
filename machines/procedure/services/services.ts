import type { Account } from '../../engine/account.ts'
import type { Answer, LifecycleOperation } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Tag } from '../tags.ts'
import type { AlertService } from './alert-services.ts'
import type { ContentService } from './content-services.ts'
import type { KeyStoreService } from './key-store-services.ts'

export type * from './alert-services.ts'
export type * from './content-services.ts'
export type * from './key-store-services.ts'

/**
 * The ports to outside services, as typed functions without HTTP, tokens or SDKs. `node/services/azure` implements them; the practice tenant
 * answers the same clients. A port never throws for a service's answer: a refusal is a value (`Refusal`) with the service's text verbatim.
 * Only defects throw.
 */

export interface AcceptedOperation {
  /** Absolute https address to poll (`Operation-Location` or `Location`), on the cloud's regional host; absent if none was sent. */
  readonly address?: string
  readonly id?: string
  readonly retryAfterSeconds?: number
}

/** A policy under an environment's `properties.enterprisePolicies`. */
export interface LinkedPolicy {
  /** Azure resource ID; compare case-insensitively. */
  readonly id?: string
  readonly systemId?: string
  readonly location?: string
  /** `Linked`, `Linking`, `Unlinking`, `NotLinked`, `LinkFailed`, …; unknown words are kept. */
  readonly linkStatus?: string
}

/** Tolerates absent and unknown members (api-version 2023-06-01). */
export interface Environment {
  /** A GUID, or `Default-<tenantId>`. Stable, unlike the display name. */
  readonly id: string
  readonly displayName: string
  readonly tenantId?: string
  /** Power Platform geography, lower case, for example `unitedstates`. */
  readonly location: string
  /** For example `eastus`. */
  readonly azureRegion?: string
  /** `Production`, `Sandbox`, `Developer`, `Trial`, `Default`, `Teams`, … */
  readonly sku: string
  readonly isDefault?: boolean
  /** Absent without a Dataverse database. */
  readonly dataverse?: {
    readonly organizationId?: string
    readonly friendlyName?: string
    readonly uniqueName?: string
    readonly domainName?: string
    /** With or without a trailing slash, as sent. */
    readonly instanceUrl?: string
    readonly instanceState?: string
    readonly version?: string
    /** Security group of the users; absent if all licensed users have access. */
    readonly securityGroupId?: string
  }
  /** `properties.linkedAppMetadata`; absent if no finance and operations app is linked. */
  readonly financeAndOperations?: {
    readonly id?: string
    /** `Linked` (managed in Lifecycle Services) or `Internal` (unified); other words are kept. */
    readonly type?: string
    readonly url?: string
  }
  /** `states.management.id`, for example `Ready`. */
  readonly managementState?: string
  /** `states.runtime.id`, for example `Enabled`, `Disabled`, `AdminMode`. */
  readonly runtimeState?: string
  /** `Standard` is a Managed Environment; `Basic` or absent isn't. */
  readonly protectionLevel?: string
  /** `protectionStatus.keyManagedBy`: `Microsoft`, `Customer`, …; no proof by itself. */
  readonly keyManagedBy?: string
  /** `properties.enterprisePolicies.customerManagedKeys`; excludes other kinds of policy. */
  readonly encryptionPolicy?: LinkedPolicy
  /** Only while an operation runs. */
  readonly ongoingOperation?: { readonly id?: string; readonly type?: string }
  /** `lifecycleOperationsEnforcement.disallowedOperations`; absent if the service sent no list, which says nothing. */
  readonly disallowedOperations?: readonly { readonly type?: string; readonly reasonType?: string; readonly message?: string }[]
  /** Names in `properties.permissions`; absent if the service didn't expand them. */
  readonly permissions?: readonly string[]
  readonly inEnvironmentGroup: boolean
}

/** Dataverse's `RetrieveFinanceAndOperationsIntegrationDetails`. */
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

export interface Region {
  /** For example `eastus`. */
  readonly name: string
  /** For example `East US`. */
  readonly displayName: string
}

/** Registered before the first resource is created. */
export type ProviderNamespace = 'Microsoft.PowerPlatform' | 'Microsoft.KeyVault'

export interface ResourceProvider {
  readonly namespace: string
  /** `Registered`, `NotRegistered`, `Registering`, `Unregistering`. */
  readonly registrationState: string
  /** Locations of the `enterprisePolicies` type, in lower case without spaces; empty if none are listed. */
  readonly policyLocations: readonly string[]
}

export interface ResourceGroup {
  readonly name: string
  readonly location: string
}

export interface EnterprisePolicy {
  readonly id: string
  readonly name: string
  /** Power Platform location, for example `unitedstates`; not an Azure region. */
  readonly location: string
  /** `Encryption`, `NetworkInjection`, `Identity`, … */
  readonly kind: string
  readonly identityType?: string
  readonly principalId?: string
  readonly systemId?: string
  readonly encryptionState?: string
  readonly vaultId?: string
  readonly keyName?: string
  /** Present if the policy pins a key version. */
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

/** Management lock: applies to everyone, whatever their role. */
export interface Lock {
  readonly id: string
  readonly name: string
  /** Scope, including everything below. */
  readonly scope: string
  /** `CanNotDelete` or `ReadOnly`; other words are kept. */
  readonly level: string
}

export interface DiagnosticSetting {
  readonly id: string
  readonly name: string
  readonly audits: boolean
  /** Log Analytics workspace ID; absent for other destinations. */
  readonly workspaceId?: string
}

export interface Workspace {
  readonly id: string
  readonly name: string
  readonly location: string
}

export interface RoleHolder {
  /** Last segment of the role definition's ID, lower case. */
  readonly roleId: string
  readonly principalId: string
  /** `User`, `Group`, `ServicePrincipal`, `ForeignGroup`, …; absent if not reported. */
  readonly principalType?: string
  readonly scope: string
  /** Present if the role is conditional. */
  readonly condition?: string
}

/** Can activate a role with Privileged Identity Management. */
export interface EligibleRole extends RoleHolder {
  readonly name?: string
}

export interface RoleDefinition {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** A role's permissions at a scope: `*` stands for any text, case-insensitive. */
export interface Permission {
  readonly actions: readonly string[]
  /** Excluded from this role's `actions`, not from other roles'. */
  readonly notActions: readonly string[]
  /** Rights on a resource's contents, for example a vault's keys. */
  readonly dataActions: readonly string[]
  readonly notDataActions: readonly string[]
  /** Present if conditional, in Azure's condition language. */
  readonly condition?: string
}

/** Account claims; no token. */
export interface SignedInAccount extends Account {
  /** Role template IDs of claim `wids`. */
  readonly directoryRoles: readonly string[]
  /** A service principal. In Power Platform it needs no directory role, but registration as a management application. */
  readonly isApplication?: true
}

/** Power Platform admin API (BAP). Facts: link only by the unscoped route, api-version 2019-10-01. */
export interface PowerPlatformService {
  listEnvironments(signal?: AbortSignal): Promise<Answer<readonly Environment[]>>
  readEnvironment(environmentId: string, signal?: AbortSignal): Promise<Answer<Environment>>
  enableManagedEnvironment(environmentId: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>>
  linkEncryptionPolicy(environmentId: string, policySystemId: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>>
  /** Back to the Microsoft-managed key. Same route and version as the link. */
  unlinkEncryptionPolicy(environmentId: string, policySystemId: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>>
  /** @param address absolute address of an `AcceptedOperation`; refused before any token is attached if its host isn't in this cloud */
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
  /** Requests registration once and returns the state; registration takes minutes. */
  registerProvider(subscriptionId: string, namespace: ProviderNamespace, signal?: AbortSignal): Promise<Answer<ResourceProvider>>
  readResourceGroup(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<ResourceGroup>>
  createResourceGroup(subscriptionId: string, group: NewResourceGroup, signal?: AbortSignal): Promise<Answer<ResourceGroup>>
  listPolicies(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly EnterprisePolicy[]>>
  readPolicy(subscriptionId: string, resourceGroup: string, name: string, signal?: AbortSignal): Promise<Answer<EnterprisePolicy>>
  createPolicy(policy: NewPolicy, signal?: AbortSignal): Promise<Answer<EnterprisePolicy>>
  /**
   * All assignments of the principal at this scope, including inherited ones.
   * @param isGroup for a group only its own; otherwise also those of the principal's groups
   */
  listRoleAssignments(
    scope: string,
    principalId: string,
    signal?: AbortSignal,
    isGroup?: boolean,
  ): Promise<Answer<readonly RoleAssignment[]>>
  /**
   * The account's permissions at a scope, including inherited ones and those through groups, per role.
   * @param scope ID of a subscription, resource group or resource
   */
  readPermissions(scope: string, signal?: AbortSignal): Promise<Answer<readonly Permission[]>>
  /** Role assignments at a scope, including inherited ones; group members are not expanded. */
  listRoleHolders(scope: string, signal?: AbortSignal): Promise<Answer<readonly RoleHolder[]>>
  /** Eligible assignments there. Needs a license for Privileged Identity Management. */
  listEligibleRoles(scope: string, signal?: AbortSignal): Promise<Answer<readonly EligibleRole[]>>
  /** All assignable roles at a scope, including custom ones. */
  listRoleDefinitions(scope: string, signal?: AbortSignal): Promise<Answer<readonly RoleDefinition[]>>
  listDiagnosticSettings(resourceId: string, signal?: AbortSignal): Promise<Answer<readonly DiagnosticSetting[]>>
  /** Adds a destination; existing ones stay. */
  sendAuditLog(log: NewAuditLog, signal?: AbortSignal): Promise<Answer<DiagnosticSetting>>
  listWorkspaces(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly Workspace[]>>
  /** Locks set at a scope or above. @param scope ID of a resource group or resource */
  listLocks(scope: string, signal?: AbortSignal): Promise<Answer<readonly Lock[]>>
  createLock(lock: NewLock, signal?: AbortSignal): Promise<Answer<Lock>>
  /** Safe to repeat: the assignment's name is derived from scope, principal and role; "already exists" is success. */
  assignRole(assignment: NewRoleAssignment, signal?: AbortSignal): Promise<Answer<RoleAssignment>>
  /** A principal's local assignments at a scope, without those through groups. @param scope `/keys` for all keys, `/keys/<name>` for one */
  listLocalRoles(hsmUri: string, scope: string, principalId: string, signal?: AbortSignal): Promise<Answer<readonly RoleAssignment[]>>
  /** The account's permissions there by its own local roles, per role. */
  readLocalPermissions(hsmUri: string, scope: string, signal?: AbortSignal): Promise<Answer<readonly Permission[]>>
  /** Safe to repeat, as `assignRole` is. */
  assignLocalRole(hsmUri: string, assignment: NewLocalRole, signal?: AbortSignal): Promise<Answer<RoleAssignment>>
}

export interface NewResourceGroup {
  readonly name: string
  readonly location: string
  readonly tags?: readonly Tag[]
}

export interface NewPolicy {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  readonly location: string
  readonly vaultId: string
  readonly keyName: string
  readonly tags?: readonly Tag[]
}

export interface NewAuditLog {
  readonly resourceId: string
  readonly name: string
  readonly workspaceId: string
}

export interface NewLock {
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

export interface NewLocalRole {
  /** `/`, `/keys` or `/keys/<name>`. */
  readonly scope: string
  readonly roleId: string
  readonly principalId: string
}

/** A person or a group in the tenant's directory. */
export interface Person {
  readonly id: string
  readonly displayName: string
  /** User principal name; empty for a group. */
  readonly userName: string
  readonly isGroup?: true
}

/** Members, including those of nested groups. */
export interface GroupMembers {
  readonly people: readonly Person[]
  /** More members exist than were read. */
  readonly areMore: boolean
}

/** A partner's delegated administration (GDAP). */
export interface PartnerRelationship {
  readonly name: string
  /** `active`, `expiring`, `terminated`, …; other words are kept. */
  readonly status: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly endsAt?: number
  readonly isExtended: boolean
  readonly roleIds: readonly string[]
}

/**
 * Microsoft Graph v1.0: names, group members, and partner relationships. Nothing may depend on it, because not every sign-in has access.
 */
export interface DirectoryService {
  /** The first ten people whose display name contains these words or whose user principal name starts with them. */
  searchPeople(text: string, signal?: AbortSignal): Promise<Answer<readonly Person[]>>
  /** The first ten security groups whose display name contains these words. */
  searchGroups(text: string, signal?: AbortSignal): Promise<Answer<readonly Person[]>>
  readPerson(id: string, signal?: AbortSignal): Promise<Answer<Person>>
  /** @param id object ID @returns display name */
  readGroupName(id: string, signal?: AbortSignal): Promise<Answer<string>>
  listGroupMembers(id: string, signal?: AbortSignal): Promise<Answer<GroupMembers>>
  /** Partner relationships with a customer that the sign-in may see. @param tenantId of the customer */
  listPartnerRelationships(tenantId: string, signal?: AbortSignal): Promise<Answer<readonly PartnerRelationship[]>>
}

/** All services, for one sign-in in one tenant. */
export interface Services {
  readonly account: SignedInAccount
  readonly powerPlatform: PowerPlatformService
  readonly dataverse: DataverseService
  readonly azure: AzureService
  readonly directory: DirectoryService
}
