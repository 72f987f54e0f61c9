import type { LifecycleOperation, Refusal, RefusalReason } from '#machines/engine/answer.ts'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import type {
  ActionGroup,
  DiagnosticSetting,
  EnterprisePolicy,
  Environment,
  Lock,
  NearExpiryAlert,
  ResourceProvider,
  RoleAssignment,
  SignedInAccount,
  Subscription,
  Vault,
  VaultKey,
} from '#machines/procedure/services/services.ts'
import type { EnvironmentFacts } from '#machines/procedure/steps/environment/facts.ts'
import type { IntegrationFacts } from '#machines/procedure/steps/integration/facts.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'

/** Every builder here makes facts fit for a customer-managed key; a test overrides its subject. */

export const NOW = Date.parse('2026-11-24T12:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const iso = (at: number): string => new Date(at).toISOString()

export const TENANT = '5f2c0f0e-93b4-4d4f-8d0a-1c6f8a2b7e11'
export const SUBSCRIPTION = '8a0d6c2e-5b1f-4e7a-9c3d-2f4b6a8e0c13'
export const ENVIRONMENT = '3d9b1c7a-6e2f-4a58-b0d4-7c1e5f8a9b02'
export const ADMINISTRATOR = 'b7e4a1d8-2c5f-4093-8a6b-d1f3e5c7a904'
export const IDENTITY = 'c2a9e6f1-4d7b-4b18-9e05-a8c3d6f2b715'
const SYSTEM_GUID = 'e1d4b7a2-8c3f-4f69-a5b0-9d2e6c8f1a37'

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-contoso-cmk`
export const VAULT_ID = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk`
export const HSM_ID = `${GROUP}/providers/Microsoft.KeyVault/managedHSMs/hsm-contoso`
export const POLICY_ID = `${GROUP}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-contoso`
export const OTHER_POLICY_ID = `${GROUP}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-fabrikam`
export const SYSTEM_ID = `/regions/unitedstates/providers/Microsoft.PowerPlatform/enterprisePolicies/${SYSTEM_GUID}`

/** Of a policy that was there under the same name before, or is there since. */
export const OTHER_SYSTEM_ID = SYSTEM_ID.replace(SYSTEM_GUID, '4b8e2c60-7d19-4f35-a6c1-0e9d3b5f7a82')

export const ok = <T>(value: T) => ({ ok: true as const, value })
export const refused = (refusal: Refusal) => ({ ok: false as const, refusal })

/** Leaves members out: "absent" and "undefined" are two things to the compiler. */
export function without<T extends object, Key extends keyof T>(value: T, ...keys: readonly Key[]): Omit<T, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.some((each) => each === key))) as Omit<T, Key>
}

/** One refusal for each reason, as the services word them. */
export const REFUSALS: Readonly<Record<RefusalReason, Refusal & { readonly message: string }>> = {
  unauthenticated: refusalOf('unauthenticated', 401, 'InvalidAuthenticationToken', 'The access token has expired.'),
  forbidden: refusalOf('forbidden', 403, 'AuthorizationFailed', 'The client does not have authorization to perform the action.'),
  'not-found': refusalOf('not-found', 404, 'EnvironmentNotFound', 'Couldn’t find the environment in the tenant.'),
  busy: refusalOf('busy', 409, 'OperationNotStartable', 'There is an active lifecycle operation on the environment.'),
  conflict: refusalOf('conflict', 409, 'ScopeLocked', 'The scope cannot perform the write because it is locked.'),
  'not-ready': refusalOf('not-ready', 400, 'PrincipalNotFound', 'The principal does not exist in the directory.'),
  throttled: { ...refusalOf('throttled', 429, 'TooManyRequests', 'Too many requests.'), retryAfterSeconds: 17 },
  rejected: refusalOf('rejected', 400, 'InvalidRequestContent', 'The request content is not valid.'),
  unavailable: refusalOf('unavailable', 503, 'ServiceUnavailable', 'The service is unavailable.'),
  unreadable: { reason: 'unreadable', request: 'GET /things', status: 200, message: '<html><b>Proxy</b></html>', correlationId: 'corr-9' },
}
export const REASONS = Object.keys(REFUSALS) as readonly RefusalReason[]

function refusalOf(reason: RefusalReason, status: number, code: string, message: string): Refusal & { readonly message: string } {
  return { reason, request: 'GET /things', status, code, message, correlationId: `correlation-of-${reason}` }
}

export const absent = refused(REFUSALS['not-found'])

export const environment = (over: Partial<Environment> = {}): Environment => ({
  id: ENVIRONMENT,
  displayName: 'contoso-prod',
  tenantId: TENANT,
  location: 'unitedstates',
  azureRegion: 'eastus',
  sku: 'Production',
  isDefault: false,
  dataverse: {
    organizationId: '0f8b6d4c-2a1e-4975-8c3b-6d5e7f9a1b2c',
    friendlyName: 'Contoso',
    uniqueName: 'unq0f8b6d4c2a1e49758c3b6d5e7f9a1',
    domainName: 'contoso-prod',
    instanceUrl: 'https://contoso-prod.crm.dynamics.com/',
    instanceState: 'Ready',
  },
  financeAndOperations: {
    id: '94b1f6e8-0d27-4c5a-b3e9-7f1a2c8d5064',
    type: 'Linked',
    url: 'https://contoso-prod.operations.dynamics.com/',
  },
  managementState: 'Ready',
  runtimeState: 'Enabled',
  protectionLevel: 'Standard',
  keyManagedBy: 'Microsoft',
  disallowedOperations: [],
  inEnvironmentGroup: false,
  ...over,
})

/** Linked to the policy of these builders, and saying so. */
export const encrypted = (over: Partial<Environment> = {}): Environment =>
  environment({
    encryptionPolicy: { id: POLICY_ID, systemId: SYSTEM_ID, location: 'unitedstates', linkStatus: 'Linked' },
    keyManagedBy: 'Customer',
    ...over,
  })

export const subscription = (over: Partial<Subscription> = {}): Subscription => ({
  id: SUBSCRIPTION,
  displayName: 'Contoso production',
  state: 'Enabled',
  tenantId: TENANT,
  ...over,
})

export const provider = (over: Partial<ResourceProvider> = {}): ResourceProvider => ({
  namespace: 'Microsoft.PowerPlatform',
  registrationState: 'Registered',
  policyLocations: ['unitedstates', 'europe', 'uk', 'brazil', 'uae'],
  ...over,
})

export const vault = (over: Partial<Vault> = {}): Vault => ({
  id: VAULT_ID,
  name: 'kv-contoso-cmk',
  location: 'eastus',
  vaultUri: 'https://kv-contoso-cmk.vault.azure.net/',
  tenantId: TENANT,
  softDelete: true,
  softDeleteRetentionDays: 90,
  purgeProtection: true,
  roleBasedAccess: true,
  accessPolicies: [],
  provisioningState: 'Succeeded',
  ...over,
})

/** An activated Managed HSM. */
export const hsm = (over: Partial<Vault> = {}): Vault =>
  vault({
    id: HSM_ID,
    name: 'hsm-contoso',
    vaultUri: 'https://hsm-contoso.managedhsm.azure.net/',
    managedHsm: { activation: 'Active' },
    ...over,
  })

export const key = (over: Partial<VaultKey> = {}): VaultKey => ({
  id: 'https://kv-contoso-cmk.vault.azure.net/keys/cmk-contoso/0123456789abcdef0123456789abcdef',
  name: 'cmk-contoso',
  version: '0123456789abcdef0123456789abcdef',
  type: 'RSA',
  size: 3072,
  enabled: true,
  ...over,
})

export const policy = (over: Partial<EnterprisePolicy> = {}): EnterprisePolicy => ({
  id: POLICY_ID,
  name: 'cmk-contoso',
  location: 'unitedstates',
  kind: 'Encryption',
  identityType: 'SystemAssigned',
  principalId: IDENTITY,
  systemId: SYSTEM_ID,
  encryptionState: 'Enabled',
  vaultId: VAULT_ID,
  keyName: 'cmk-contoso',
  ...over,
})

export const assignment = (over: Partial<RoleAssignment> = {}): RoleAssignment => ({
  id: `${VAULT_ID}/providers/Microsoft.Authorization/roleAssignments/1d3b5f7a-9c2e-4b6d-8f0a-1c3e5d7b9f21`,
  roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
  principalId: IDENTITY,
  scope: VAULT_ID,
  createdAt: iso(NOW - DAY),
  ...over,
})

export const WORKSPACE_ID = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/log-contoso`

export const diagnosticSetting = (over: Partial<DiagnosticSetting> = {}): DiagnosticSetting => ({
  id: `${VAULT_ID}/providers/Microsoft.Insights/diagnosticSettings/customer-managed-key-audit`,
  name: 'customer-managed-key-audit',
  audits: true,
  workspaceId: WORKSPACE_ID,
  ...over,
})

export const ACTION_GROUP_ID = `${GROUP}/providers/Microsoft.Insights/actionGroups/customer-managed-key`

/** Who is told of an alert: Ada and Kim. */
export const actionGroup = (over: Partial<ActionGroup> = {}): ActionGroup => ({
  id: ACTION_GROUP_ID,
  emails: ['ada@contoso.example', 'kim@contoso.example'],
  unsubscribed: [],
  ...over,
})

export const nearExpiryAlert = (over: Partial<NearExpiryAlert> = {}): NearExpiryAlert => ({
  id: `${VAULT_ID}/providers/Microsoft.EventGrid/eventSubscriptions/customer-managed-key-near-expiry`,
  actionGroups: [ACTION_GROUP_ID],
  ...over,
})

export const lock = (over: Partial<Lock> = {}): Lock => ({
  id: `${VAULT_ID}/providers/Microsoft.Authorization/locks/customer-managed-key`,
  name: 'customer-managed-key',
  scope: VAULT_ID,
  level: 'CanNotDelete',
  ...over,
})

export const readerAssignment = (over: Partial<RoleAssignment> = {}): RoleAssignment =>
  assignment({ roleId: AZURE_ROLES.reader, principalId: ADMINISTRATOR, scope: POLICY_ID, ...over })

/** A finished first link. */
export const operation = (over: Partial<LifecycleOperation> = {}): LifecycleOperation => ({
  id: '7a9c1e3b-5d8f-4026-9b4d-f6e8a0c2d413',
  type: 'NewCustomerManagedKey',
  typeDisplayName: 'Update Customer Managed Key',
  state: 'succeeded',
  stateWord: 'Succeeded',
  createdAt: iso(NOW - 2 * DAY),
  lastActionAt: iso(NOW - DAY),
  stages: [],
  ...over,
})

export const runningOperation = (over: Partial<LifecycleOperation> = {}): LifecycleOperation =>
  operation({ state: 'running', stateWord: 'Running', createdAt: iso(NOW - HOUR), lastActionAt: iso(NOW - MINUTE), ...over })

export const failedOperation = (over: Partial<LifecycleOperation> = {}): LifecycleOperation =>
  operation({ state: 'failed', stateWord: 'Failed', ...over })

export const policyChoices = (over: Partial<PolicyChoices> = {}): PolicyChoices => ({
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'rg-contoso-cmk',
  region: 'eastus',
  vaultName: 'kv-contoso-cmk',
  vaultResourceGroup: 'rg-contoso-cmk',
  keyName: 'cmk-contoso',
  keySize: 3072,
  policyName: 'cmk-contoso',
  administratorObjectId: ADMINISTRATOR,
  ...over,
})

export const account: SignedInAccount = {
  objectId: ADMINISTRATOR,
  userName: 'ada@contoso.example',
  displayName: 'Ada Marsh',
  tenantId: TENANT,
  tenantName: 'Contoso',
  directoryRoles: [],
}

export const integrationFacts = (over: Partial<IntegrationFacts> = {}): IntegrationFacts => ({
  environments: ok([environment()]),
  environment: ok(environment()),
  integration: ok({ linked: true, url: 'https://contoso-prod.operations.dynamics.com', id: '94B1F6E8-0D27-4C5A-B3E9-7F1A2C8D5064' }),
  coverage: { answers: ['finance'], by: 'ada', at: NOW, acknowledged: [] },
  ...over,
})

export const environmentFacts = (over: Partial<EnvironmentFacts> = {}): EnvironmentFacts => ({
  environment: ok(environment()),
  operations: ok([]),
  ...over,
})

export const policyFacts = (over: Partial<PolicyFacts> = {}): PolicyFacts => ({
  choices: policyChoices(),
  accountObjectId: ADMINISTRATOR,
  accountUserName: account.userName,
  tenantId: TENANT,
  environment: ok(environment()),
  subscriptions: ok([subscription()]),
  provider: ok(provider()),
  resourceGroup: ok({ name: 'rg-contoso-cmk', location: 'eastus' }),
  vaults: ok([{ id: VAULT_ID, name: 'kv-contoso-cmk', location: 'eastus' }]),
  policies: ok([policy()]),
  vault: ok(vault()),
  key: ok(key()),
  policy: ok(policy()),
  keyAccess: ok([assignment()]),
  readers: ok([readerAssignment()]),
  ...over,
})

/** Nothing in the subscription yet, not even the registration. */
export const untouchedPolicyFacts = (over: Partial<PolicyFacts> = {}): PolicyFacts => ({
  ...without(policyFacts(), 'key', 'keyAccess'),
  provider: ok(provider({ registrationState: 'NotRegistered' })),
  resourceGroup: absent,
  vaults: ok([]),
  policies: ok([]),
  vault: absent,
  policy: absent,
  readers: ok([]),
  ...over,
})

/** Everything ready, the environment not added yet. */
export const membershipFacts = (over: Partial<MembershipFacts> = {}): MembershipFacts => ({
  choices: policyChoices(),
  environment: ok(environment()),
  policy: ok(policy()),
  operations: ok([]),
  keyAccess: ok([assignment()]),
  key: ok(key()),
  ...over,
})

/** Added, and shown by the environment itself. */
export const encryptedFacts = (over: Partial<MembershipFacts> = {}): MembershipFacts =>
  membershipFacts({ environment: ok(encrypted()), operations: ok([operation()]), ...over })
