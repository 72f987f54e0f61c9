import { DAY, HOUR } from '#machines/engine/durations.ts'
import { NEAR_EXPIRY_EVENT } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import type { KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { createEnvironmentPayload, type EnvironmentPayload, type EnvironmentWish } from './environment-payload.ts'
import { stagesFrom } from './operations.ts'
import { AUTOMATION, PEOPLE, SUBSCRIPTION, TENANT } from './people.ts'
import { guid, hex, modulus, type Random } from './random.ts'
import { principalTypeOf, ROLES, roleById } from './rights.ts'
import { linkOf, refreshEnforcement, setRuntime } from './settling.ts'
import {
  type Behaviour,
  type KeyVersionState,
  type MishapState,
  type OperationState,
  type PartnerRelationshipState,
  type Person,
  type PolicyState,
  type ResourceGroupState,
  type SubscriptionState,
  same,
  type TenantState,
  type VaultState,
  vaultId,
} from './state.ts'

export { AUTOMATION, PEOPLE, type PersonId, SUBSCRIPTION, TENANT } from './people.ts'

const BEHAVIOUR: Behaviour = {
  policiesOnlyWhenExpanded: true,
  keyManagedByFlips: true,
  failedOperationsSayWhy: true,
  acceptedHeaders: 'in-turn',
  linkDuration: 26 * HOUR,
  failingLinks: 0,
  throttles: false,
  deviceCodeInterval: 5,
  swapsPolicies: false,
  refusesManagedAgain: false,
  deniesOpenVaults: false,
  withoutConsent: [],
  conditionalAccess: [],
  asksSecondFactor: false,
  listsTenants: true,
}

export interface TenantWish
  extends Partial<
    Pick<Behaviour, 'deviceCodeInterval' | 'withoutConsent' | 'conditionalAccess' | 'asksSecondFactor' | 'listsTenants' | 'linkDuration'>
  > {
  readonly certificates?: readonly string[]
  /** Default Contoso. Accounts and resources are the same for each. */
  readonly company?: { readonly id: string; readonly name: string; readonly domain: string }
  /** Default: Contoso's people. */
  readonly people?: readonly Person[]
  readonly automation?: string
}

export interface World {
  /** Start, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  behave(behaviour: Partial<Behaviour>): void
  /** @param role its name in Azure, for example `Owner` */
  grant(principalId: string, role: string, scope: string): void
  /** Must be activated first. */
  eligible(principalId: string, role: string, scope: string): void
  /** Replaces the partner relationship (GDAP). @param lasts milliseconds from now @param roles template IDs */
  partnership(name: string, lasts: number, roles: readonly string[]): void
  workspace(group: ResourceGroupState, name: string): void
  /** As the portal creates it: in a system topic of the vault. */
  alertInTopic(vault: VaultState, topic: string): void
  securityGroup(objectId: string, displayName: string, members: readonly string[]): void
  registerPowerPlatform(): void
  /** The subscriptions never had a vault. */
  unregisterKeyVault(): void
  /** @param subscriptionId another subscription, possibly without the person's rights */
  group(name: string, location: string, subscriptionId?: string): ResourceGroupState
  subscription(id: string, name: string): void
  vault(group: ResourceGroupState, name: string, wish?: Partial<VaultState>): VaultState
  /** Activated. @param wish as for a vault */
  managedHsm(group: ResourceGroupState, name: string, wish?: Partial<VaultState>): VaultState
  /** @param role a local role @param scope `/`, `/keys` or `/keys/<name>` */
  grantLocally(hsm: VaultState, principalId: string, role: keyof typeof LOCAL_ROLES, scope?: string): void
  /** Enabled, one version. @param size in bits @param expires absent: never */
  key(vault: VaultState, name: string, size: number, expires?: number): void
  /** A colleague imports an HSM-protected key. @param after milliseconds from the start */
  imports(vault: VaultState, name: string, size: number, after: number): void
  policy(group: ResourceGroupState, name: string, location: string, vault: VaultState, key: string): PolicyState
  /** @param users object IDs in its Dataverse organization; default: administrators */
  environment(wish: Omit<EnvironmentWish, 'tenantId' | 'createdBy'>, users?: readonly string[]): EnvironmentPayload
  /** Linked long ago. */
  encrypted(environment: EnvironmentPayload, policy: PolicyState): void
  /** Policy deleted and recreated: new system ID and identity. */
  recreated(policy: PolicyState): PolicyState
  /** Locked, until the key works and a colleague re-enabled it. */
  locked(environment: EnvironmentPayload): void
  /** A colleague's action, an hour after opening, that locks the environment. */
  mishap(mishap: Pick<MishapState, 'loss' | 'vault' | 'key' | 'policy' | 'environment'>): void
  /** @param age milliseconds since its creation */
  rotated(vault: VaultState, name: string, age: number): void
  /** A running operation. @param since and @param left in milliseconds */
  busy(environment: EnvironmentPayload, type: string, since: number, left: number): void
}

const MISHAP_AFTER = HOUR

/** More than a day after it can be noticed, so that skipping a day shows it first. */
const UNDONE_AFTER = 26 * HOUR

/** The wizard restores access; a deleted policy can't be restored. */
const STAYS: readonly KeyLoss[] = ['access-removed', 'policy-deleted']

function emptyState(now: number, random: Random, wish: TenantWish): TenantState & { behaviour: Behaviour } {
  const subscription: SubscriptionState = {
    id: SUBSCRIPTION.id,
    displayName: SUBSCRIPTION.name,
    state: 'Enabled',
    providers: [
      { namespace: 'Microsoft.KeyVault', registrationState: 'Registered' },
      { namespace: 'Microsoft.EventGrid', registrationState: 'Registered' },
      { namespace: 'Microsoft.Insights', registrationState: 'Registered' },
      { namespace: 'Microsoft.PowerPlatform', registrationState: 'NotRegistered' },
    ],
  }
  const started = now - 400 * DAY
  const { certificates = [], company = TENANT, people = Object.values(PEOPLE), automation = AUTOMATION.objectId, ...behaviour } = wish
  return {
    tenantId: company.id,
    tenantName: company.name,
    tenantDomain: company.domain,
    behaviour: { ...BEHAVIOUR, ...behaviour },
    people: [...people],
    groups: [],
    applications: [{ ...AUTOMATION, objectId: automation, certificates, directoryRoles: [], managesPowerPlatform: true }],
    subscriptions: [subscription],
    resourceGroups: [],
    vaults: [],
    deletedVaults: [],
    keys: [],
    deletedKeys: [],
    imports: [],
    policies: [],
    localRoles: [],
    roleAssignments: ['Owner', 'Key Vault Administrator'].map((role) => ({
      name: guid(random),
      scope: `/subscriptions/${subscription.id}`,
      roleId: roleIdOf(role),
      principalId: AUTOMATION.objectId,
      principalType: 'ServicePrincipal',
      createdAt: started,
      createdBy: AUTOMATION.objectId,
    })),
    locks: [],
    workspaces: [],
    partnerRelationships: [partnership(random, 'Fabrikam services', now + 300 * DAY, PEOPLE.petra.directoryRoles)],
    diagnosticSettings: [],
    eventSubscriptions: [],
    actionGroups: [],
    eligibleRoles: [],
    environments: [],
    organizations: [],
    operations: [],
    mishaps: [],
    deviceCodes: [],
    authorizationCodes: [],
    refreshTokens: [],
    writes: [],
    counters: { requests: 0, accepted: 0, linksToFail: 0 },
  }
}

const partnership = (random: Random, name: string, endsAt: number, roleIds: readonly string[]): PartnerRelationshipState => ({
  id: `${guid(random)}-${guid(random)}`,
  name,
  status: 'active',
  endsAt,
  roleIds,
  autoExtendDuration: 'PT0S',
})

function roleIdOf(name: string): string {
  const role = ROLES.find(({ roleName }) => same(roleName, name)) ?? roleById(name)
  if (!role) throw new RangeError(`There is no Azure role called '${name}' in the practice tenant.`)
  return role.id
}

export function buildState(scenario: { build(world: World): void }, now: number, random: Random, wish: TenantWish = {}): TenantState {
  const state = emptyState(now, random, wish)
  scenario.build(worldOf(state, now, random))
  state.counters.linksToFail = state.behaviour.failingLinks
  return state
}

function worldOf(state: TenantState & { behaviour: Behaviour }, now: number, random: Random): World {
  const longAgo = now - 200 * DAY
  return {
    now,
    behave: (behaviour) => {
      state.behaviour = { ...state.behaviour, ...behaviour }
    },
    partnership: (name, lasts, roleIds) => {
      state.partnerRelationships.splice(0, Infinity, partnership(random, name, now + lasts, roleIds))
    },
    grant(principalId, role, scope) {
      state.roleAssignments.push({
        name: guid(random),
        scope,
        roleId: roleIdOf(role),
        principalId,
        principalType: principalTypeOf(state, principalId),
        createdAt: longAgo,
        createdBy: AUTOMATION.objectId,
      })
    },
    securityGroup: (objectId, displayName, members) => void state.groups.push({ objectId, displayName, members }),
    eligible: (principalId, role, scope) => void state.eligibleRoles.push({ scope, roleId: roleIdOf(role), principalId }),
    workspace({ subscriptionId, name: group, location }, name) {
      const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.OperationalInsights/workspaces/${name}`
      state.workspaces.push({ id, name, location })
    },
    alertInTopic: (vault, topic) =>
      void state.eventSubscriptions.push({
        vaultId: vaultId(vault),
        topic,
        name: 'key-expires',
        severity: 'Sev3',
        actionGroups: [],
        eventTypes: [NEAR_EXPIRY_EVENT],
      }),
    registerPowerPlatform() {
      for (const { providers } of state.subscriptions) for (const provider of providers) provider.registrationState = 'Registered'
    },
    unregisterKeyVault() {
      for (const { providers } of state.subscriptions)
        for (const provider of providers) if (provider.namespace === 'Microsoft.KeyVault') provider.registrationState = 'NotRegistered'
    },
    subscription(id, displayName) {
      const [own] = state.subscriptions
      state.subscriptions.push({ id, displayName, state: 'Enabled', providers: own ? structuredClone(own.providers) : [] })
    },
    group(name, location, subscriptionId = SUBSCRIPTION.id) {
      const group: ResourceGroupState = { subscriptionId, name, location, tags: {} }
      state.resourceGroups.push(group)
      return group
    },
    vault: (group, name, wish = {}) => addVault(state, group, { name, readyAt: longAgo, ...wish }),
    managedHsm: (group, name, wish = {}) =>
      addVault(state, group, { name, readyAt: longAgo, sku: 'premium', managedHsm: { activation: 'Active' }, ...wish }),
    grantLocally(hsm, principalId, role, scope = '/') {
      state.localRoles.push({ hsm: hsm.name, name: guid(random), scope, roleId: LOCAL_ROLES[role], principalId })
    },
    key(vault, name, size, expires) {
      const version = rsaKey(random, size, longAgo, vault.managedHsm ? 'RSA-HSM' : 'RSA')
      state.keys.push({ vault: vault.name, name, versions: [expires === undefined ? version : { ...version, expires }] })
    },
    imports(vault, name, size, after) {
      const at = now + after
      state.imports.push({ key: { vault: vault.name, name, versions: [rsaKey(random, size, at, 'RSA-HSM')] }, at })
    },
    policy: (group, name, location, vault, key) => addPolicy(state, random, longAgo, { group, name, location, vault, key }),
    environment: (wish, users) => addEnvironment(state, wish, users),
    encrypted(payload, policy) {
      payload.properties.enterprisePolicies = { customerManagedKeys: linkOf(policy, 'Linked') }
      if (state.behaviour.keyManagedByFlips) payload.properties.protectionStatus = { keyManagedBy: 'Customer' }
      refreshEnforcement(payload)
    },
    recreated(policy) {
      const another = {
        ...policy,
        systemId: systemIdIn(policy.location, random),
        identity: { ...policy.identity, principalId: guid(random) },
      }
      state.policies.splice(state.policies.indexOf(policy), 1, another)
      return another
    },
    locked(payload) {
      setRuntime(payload, 'Disabled')
      for (const environment of state.environments) if (environment.payload === payload) environment.locked = true
    },
    mishap(mishap) {
      state.mishaps.push({
        ...mishap,
        at: now + MISHAP_AFTER,
        ...(STAYS.includes(mishap.loss) ? {} : { undoneAt: now + UNDONE_AFTER }),
        stage: 'to-come',
      })
    },
    rotated(vault, name, age) {
      const key = state.keys.find((each) => same(each.vault, vault.name) && same(each.name, name))
      key?.versions.push(rsaKey(random, 3072, now - age, 'RSA'))
    },
    busy: (payload, type, since, left) => addOperation(state, random, payload, { type, startedAt: now - since, duration: since + left }),
  }
}

/** Configured for customer-managed keys, except as requested. */
function addVault(
  state: TenantState,
  group: ResourceGroupState,
  wish: Partial<VaultState> & Pick<VaultState, 'name' | 'readyAt'>,
): VaultState {
  const vault: VaultState = {
    subscriptionId: group.subscriptionId,
    resourceGroup: group.name,
    location: group.location,
    tags: {},
    tenantId: state.tenantId,
    sku: 'standard',
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enablePurgeProtection: true,
    enableRbacAuthorization: true,
    accessPolicies: [],
    provisioningState: 'Succeeded',
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
    publicNetworkAccess: 'Enabled',
    ...wish,
  }
  state.vaults.push(vault)
  return vault
}

function rsaKey(random: Random, size: number, createdAt: number, kty: string): KeyVersionState {
  const operations = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey']
  return {
    version: hex(random, 32),
    kty,
    n: modulus(random, size / 8),
    operations,
    enabled: true,
    createdAt,
    updatedAt: createdAt,
    tags: {},
  }
}

const systemIdIn = (location: string, random: Random): string =>
  `/regions/${location}/providers/Microsoft.PowerPlatform/enterprisePolicies/${guid(random)}`

function addPolicy(
  state: TenantState,
  random: Random,
  createdAt: number,
  wish: { group: ResourceGroupState; name: string; location: string; vault: VaultState; key: string },
): PolicyState {
  const policy: PolicyState = {
    subscriptionId: wish.group.subscriptionId,
    resourceGroup: wish.group.name,
    name: wish.name,
    location: wish.location,
    kind: 'Encryption',
    systemId: systemIdIn(wish.location, random),
    tags: {},
    identity: { type: 'SystemAssigned', principalId: guid(random) },
    properties: { encryption: { state: 'Enabled', keyVault: { id: vaultId(wish.vault), key: { name: wish.key } } } },
    principalKnownAt: createdAt,
  }
  state.policies.push(policy)
  return policy
}

function addEnvironment(
  state: TenantState,
  wish: Omit<EnvironmentWish, 'tenantId' | 'createdBy'>,
  users?: readonly string[],
): EnvironmentPayload {
  const { objectId, displayName, userName } = PEOPLE.grace
  const payload = createEnvironmentPayload({
    ...wish,
    tenantId: state.tenantId,
    createdBy: { id: objectId, displayName, userPrincipalName: userName },
  })
  state.environments.push({ payload, later: [] })
  addOrganization(state, payload, users)
  return payload
}

function addOrganization(state: TenantState, { name, properties }: EnvironmentPayload, users?: readonly string[]): void {
  const url = properties.linkedEnvironmentMetadata?.instanceUrl
  if (!url || !URL.canParse(url)) return
  const administrators = [PEOPLE.ada.objectId, PEOPLE.grace.objectId, AUTOMATION.objectId]
  const app = properties.linkedAppMetadata
  state.organizations.push({
    environment: name,
    origin: new URL(url).origin,
    users: [...(users ?? administrators)],
    integrated: Boolean(app?.type),
    ...(app?.url ? { integratedWith: app.url } : {}),
  })
}

/** Keeps the payload unchanged and replaces one with the same ID. */
export function addImported(state: TenantState, payload: EnvironmentPayload): void {
  const copy = structuredClone(payload)
  const place = state.environments.findIndex((entry) => same(entry.payload.name, copy.name))
  state.environments.splice(place === -1 ? state.environments.length : place, 1, { payload: copy, later: [] })
  const others = state.organizations.filter(({ environment }) => !same(environment, copy.name))
  state.organizations.splice(0, state.organizations.length, ...others)
  addOrganization(state, copy)
}

function addOperation(
  state: TenantState,
  random: Random,
  payload: EnvironmentPayload,
  wish: { type: string; startedAt: number; duration: number },
): void {
  const { objectId, displayName } = PEOPLE.grace
  const operation: OperationState = {
    id: guid(random),
    environment: payload.name,
    type: wish.type,
    typeDisplayName: wish.type,
    createdAt: wish.startedAt,
    stages: stagesFrom(wish.startedAt, wish.duration),
    requestedBy: { id: objectId, displayName, type: 'User' },
    purpose: { kind: 'other' },
    vaultAsked: true,
    settled: false,
  }
  state.operations.push(operation)
  payload.properties.ongoingOperation = { id: operation.id, type: { id: operation.type }, links: {} }
}
