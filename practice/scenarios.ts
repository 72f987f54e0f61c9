import { DAY, HOUR, MINUTE } from '../machines/engine/durations.ts'
import { KEY_LOSSES, type KeyLoss } from '../machines/procedure/steps/policy/key-loss.ts'
import type { EnvironmentPayload, EnvironmentWish } from './environment-payload.ts'
import { FIRST_SANDBOX_ID, landscape } from './landscape.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIO_TITLES, type ScenarioName } from './scenario-titles.ts'
import { type PolicyState, type ResourceGroupState, type VaultState, vaultId } from './state.ts'
import { AUTOMATION, PEOPLE, SUBSCRIPTION, TENANT, type World } from './world.ts'

/** The situations that can be practised, in the order in which a class would take them. */

const PRODUCTION_ID = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'

/** Of the security team: no account of this practice tenant holds a role in it. */
const SECURITY_SUBSCRIPTION = '6f0d2b9c-41a7-4e83-b5d6-92c8e7a1f354'

const SUBSCRIPTION_SCOPE = `/subscriptions/${SUBSCRIPTION.id}`

const NAMES = { group: 'rg-contoso-cmk', vault: 'kv-contoso-cmk', key: 'cmk-contoso-prod', policy: 'cmk-contoso-prod' } as const

const REGION = 'eastus'
const LOCATION = 'unitedstates'

const CHOICES: Scenario['choices'] = {
  environmentId: PRODUCTION_ID,
  policy: {
    subscriptionId: SUBSCRIPTION.id,
    resourceGroup: NAMES.group,
    region: REGION,
    vaultName: NAMES.vault,
    vaultResourceGroup: NAMES.group,
    keyName: NAMES.key,
    keySize: 3072,
    policyName: NAMES.policy,
    administratorObjectId: PEOPLE.ada.objectId,
  },
}

const PRODUCTION: Omit<EnvironmentWish, 'tenantId' | 'createdBy'> = {
  name: PRODUCTION_ID,
  displayName: 'contoso-prod',
  sku: 'Production',
  location: LOCATION,
  azureRegion: REGION,
  protectionLevel: 'Standard',
  dataverse: {
    organizationId: 'e7a05c3d-9f12-4b68-83d4-6c1e0f7a2b95',
    domainName: 'contoso-prod',
    uniqueName: 'unqe7a05c3d9f124b6883d46c1e0f7a2',
    instanceUrl: 'https://contoso-prod.crm.dynamics.com',
  },
  financeAndOperations: {
    id: '94b1f6e8-0d27-4c5a-b3e9-7f1a2c8d5064',
    type: 'Linked',
    url: 'https://contoso-production.operations.dynamics.com/',
  },
}

/** Other environments in the tenant, so that there is something to choose from, and other people who hold something in Azure. */
function bystanders(world: World): void {
  world.grant(PEOPLE.gloria.objectId, 'User Access Administrator', '/')
  world.grant(PEOPLE.carl.objectId, 'Contributor', SUBSCRIPTION_SCOPE)
  const shared = { location: LOCATION, azureRegion: REGION, protectionLevel: 'Basic' } as const
  world.environment({ ...shared, name: `Default-${TENANT.id}`, displayName: 'Contoso (default)', sku: 'Default' })
  world.environment({
    ...shared,
    name: '71f4d0a6-8c3b-4e95-9d2a-b8e6f1c07354',
    displayName: "Ada Marsh's Environment",
    sku: 'Developer',
    dataverse: {
      organizationId: '05d8b7c2-6e41-4f39-a7c0-9b2d5e8f1a63',
      domainName: 'contoso-ada',
      uniqueName: 'unq05d8b7c26e414f39a7c09b2d5e8f1',
      instanceUrl: 'https://contoso-ada.crm.dynamics.com',
    },
  })
  world.environment({
    ...shared,
    name: '1e62c9f5-b07d-4a83-95e4-0c7d8f3b6a21',
    displayName: 'Expense pilot',
    sku: 'Trial',
    dataverse: {
      organizationId: 'f93a6d10-2b8e-4c57-8e61-d4a0b7c5f382',
      domainName: 'contoso-expense',
      uniqueName: 'unqf93a6d102b8e4c578e61d4a0b7c5f',
      instanceUrl: 'https://contoso-expense.crm.dynamics.com',
    },
  })
}

/** Ada runs the subscription. Owner alone opens no vault: her two data roles do. */
function adaOwns(world: World): void {
  for (const role of ['Owner', 'Key Vault Administrator', 'Key Vault Crypto Officer'])
    world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_SCOPE)
}

/** Kim is the key vault administrator: of the whole subscription while there is nothing in it, later of the group with the vault. */
function kimOwns(world: World): void {
  for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(PEOPLE.kim.objectId, role, SUBSCRIPTION_SCOPE)
}

/** The environment to be encrypted among its bystanders. */
function beside(world: World, wish: Partial<Omit<EnvironmentWish, 'tenantId' | 'createdBy'>> = {}): EnvironmentPayload {
  adaOwns(world)
  const environment = world.environment({ ...PRODUCTION, ...wish })
  bystanders(world)
  return environment
}

/** The environment to be encrypted, in a subscription with nothing in it. */
function ready(...wished: Parameters<typeof beside>): EnvironmentPayload {
  kimOwns(wished[0])
  return beside(...wished)
}

function vaultWithKey(world: World, wish: Partial<VaultState> = {}, expires?: number): { group: ResourceGroupState; vault: VaultState } {
  world.registerPowerPlatform()
  const group = world.group(NAMES.group, REGION)
  world.grant(PEOPLE.kim.objectId, 'Owner', `${SUBSCRIPTION_SCOPE}/resourceGroups/${NAMES.group}`)
  const vault = world.vault(group, NAMES.vault, wish)
  world.key(vault, NAMES.key, 3072, expires)
  return { group, vault }
}

/** A vault that lets in Microsoft's services and one network, without a key yet. */
function privateVault(world: World): void {
  world.registerPowerPlatform()
  const group = world.group(NAMES.group, REGION)
  world.vault(group, NAMES.vault, {
    publicNetworkAccess: 'Disabled',
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
    privateEndpoints: [
      {
        id: `${SUBSCRIPTION_SCOPE}/resourceGroups/rg-contoso-network/providers/Microsoft.Network/privateEndpoints/pe-contoso-cmk`,
        status: 'Approved',
        zones: ['privatelink.vaultcore.azure.net'],
      },
    ],
  })
}

/** Vault, key, policy and the policy's access to the vault, as an administrator would have left them. */
function policyInPlace(world: World, location: string = LOCATION, expires?: number): PolicyState {
  const { group, vault } = vaultWithKey(world, {}, expires)
  const policy = world.policy(group, NAMES.policy, location, vault, NAMES.key)
  mayUse(world, policy, vault)
  return policy
}

function mayUse(world: World, policy: PolicyState, vault: VaultState): void {
  world.grant(policy.identity.principalId ?? '', 'Key Vault Crypto Service Encryption User', vaultId(vault))
}

/** A second policy beside the one in use, with a vault and a key of its own. It may not use the old key yet. */
function secondPolicy(world: World): void {
  const [group, name] = [world.group('rg-contoso-cmk-next', REGION), 'cmk-contoso-next']
  const vault = world.vault(group, 'kv-contoso-cmk-next')
  world.key(vault, name, 3072)
  mayUse(world, world.policy(group, name, LOCATION, vault, name), vault)
}

/** In a policy of the security team, in a subscription of theirs. */
function outOfReach(world: World, environment: EnvironmentPayload): void {
  world.subscription(SECURITY_SUBSCRIPTION, 'Contoso Security')
  const group = world.group('rg-security-keys', REGION, SECURITY_SUBSCRIPTION)
  const vault = world.vault(group, 'kv-security-cmk')
  world.key(vault, 'cmk-security', 3072)
  const policy = world.policy(group, 'cmk-security', LOCATION, vault, 'cmk-security')
  mayUse(world, policy, vault)
  world.encrypted(environment, policy)
}

const HSM = 'hsm-contoso'

const HSM_CHOICES: Scenario['choices'] = {
  ...CHOICES,
  ...(CHOICES.policy ? { policy: { ...CHOICES.policy, vaultName: HSM, keyStore: 'managed-hsm' as const } } : {}),
}

/** A Managed HSM whose administrators have let Ada work with its keys and give its roles, and the program that runs scripts as well. */
function withHsm(world: World, wish: Partial<VaultState> = {}): void {
  world.registerPowerPlatform()
  const hsm = world.managedHsm(world.group(NAMES.group, REGION), HSM, wish)
  for (const { objectId } of [PEOPLE.ada, AUTOMATION]) {
    world.grantLocally(hsm, objectId, 'policy-administrator')
    world.grantLocally(hsm, objectId, 'crypto-user', '/keys')
  }
}

const adaCase = { person: PEOPLE.ada.id, environmentId: PRODUCTION_ID, choices: CHOICES } as const

export const SCENARIOS: readonly Scenario[] = [
  {
    ...adaCase,
    ...told('ready-to-enable'),
    promise: { end: 'encrypted' },
    build: (world) => {
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('integration-missing'),
    promise: { end: 'refused', step: 'integration', finding: 'F-202' },
    build: (world) => {
      adaOwns(world)
      const { dataverse: _none, ...withoutDataverse } = PRODUCTION
      world.environment({ ...withoutDataverse, protectionLevel: 'Basic' })
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('encrypted-before-integration'),
    promise: { end: 'refused', step: 'integration', finding: 'F-109' },
    build: (world) => {
      adaOwns(world)
      const policy = policyInPlace(world)
      const { financeAndOperations: _none, ...withoutApp } = PRODUCTION
      world.encrypted(world.environment(withoutApp), policy)
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('vault-without-purge-protection'),
    promise: { end: 'refused', step: 'policy', finding: 'F-401' },
    build: (world) => {
      beside(world)
      vaultWithKey(world, { enablePurgeProtection: false })
    },
  },
  {
    ...adaCase,
    ...told('private-vault'),
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      privateVault(world)
    },
  },
  {
    ...adaCase,
    ...told('imported-key'),
    choices: { ...CHOICES, ...(CHOICES.policy ? { policy: { ...CHOICES.policy, keyIsImported: true } } : {}) },
    comesBack: true,
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      world.registerPowerPlatform()
      world.imports(world.vault(world.group(NAMES.group, REGION), NAMES.vault, { sku: 'premium' }), NAMES.key, 3072, 30 * MINUTE)
    },
  },
  {
    ...adaCase,
    ...told('earlier-key'),
    promise: { end: 'encrypted' },
    build: (world) => {
      world.behave({ linkDuration: 2 * HOUR })
      ready(world, { protectionLevel: 'Basic' }).properties.protectionStatus = { keyManagedBy: 'Customer' }
    },
  },
  {
    ...adaCase,
    ...told('key-expires-too-soon'),
    promise: { end: 'refused', step: 'policy', finding: 'F-407' },
    build: (world) => {
      beside(world)
      policyInPlace(world, LOCATION, world.now + 3 * DAY)
    },
  },
  {
    ...adaCase,
    ...told('key-expires-soon'),
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      policyInPlace(world, LOCATION, world.now + 20 * DAY)
    },
  },
  {
    ...adaCase,
    ...told('not-managed'),
    promise: { end: 'encrypted' },
    build: (world) => {
      ready(world, { protectionLevel: 'Basic' })
    },
  },
  {
    ...adaCase,
    ...told('wrong-region'),
    promise: { end: 'refused', step: 'policy', finding: 'F-503' },
    build: (world) => {
      beside(world)
      policyInPlace(world, 'europe')
    },
  },
  {
    ...adaCase,
    ...told('no-reader'),
    choices: { ...CHOICES, ...(CHOICES.policy ? { policy: { ...CHOICES.policy, administratorObjectId: PEOPLE.grace.objectId } } : {}) },
    promise: { end: 'refused', step: 'policy', finding: 'F-701' },
    build: (world) => {
      for (const role of ['Contributor', 'Key Vault Crypto Officer']) world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_SCOPE)
      world.environment(PRODUCTION)
      bystanders(world)
      policyInPlace(world)
    },
  },
  {
    ...adaCase,
    ...told('partner-by-delegation'),
    person: PEOPLE.petra.id,
    promise: { end: 'encrypted' },
    build: (world) => {
      for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(PEOPLE.petra.partnerGroup, role, SUBSCRIPTION_SCOPE)
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('busy-environment'),
    promise: { end: 'refused', step: 'environment', finding: 'F-803' },
    build: (world) => {
      world.busy(ready(world), 'Backup', 20 * MINUTE, 40 * MINUTE)
    },
  },
  {
    ...adaCase,
    ...told('throttled'),
    promise: { end: 'encrypted' },
    build: (world) => {
      world.behave({ throttles: true })
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('link-fails'),
    promise: { end: 'refused', step: 'membership', finding: 'F-903' },
    build: (world) => {
      world.behave({ failingLinks: 1, failedOperationsSayWhy: false })
      beside(world)
      policyInPlace(world)
    },
  },
  {
    ...adaCase,
    ...told('already-encrypted'),
    promise: { end: 'encrypted' },
    build: (world) => {
      const environment = beside(world)
      world.encrypted(environment, policyInPlace(world))
      for (const name of ['log-contoso-security', 'log-contoso-operations']) world.workspace(world.group(`rg-${name}`, REGION), name)
      world.eligible(PEOPLE.carl.objectId, 'Key Vault Crypto Officer', SUBSCRIPTION_SCOPE)
    },
  },
  {
    ...adaCase,
    ...told('another-policy'),
    promise: { end: 'encrypted' },
    build: (world) => {
      const environment = beside(world)
      world.encrypted(environment, policyInPlace(world))
      secondPolicy(world)
    },
  },
  {
    ...adaCase,
    ...told('landscape'),
    environmentId: FIRST_SANDBOX_ID,
    choices: { ...CHOICES, environmentId: FIRST_SANDBOX_ID },
    promise: { end: 'encrypted' },
    build: (world) => {
      kimOwns(world)
      adaOwns(world)
      landscape(world, outOfReach)
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('managed-hsm'),
    choices: HSM_CHOICES,
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      withHsm(world)
    },
  },
  {
    ...adaCase,
    ...told('managed-hsm-not-activated'),
    choices: HSM_CHOICES,
    promise: { end: 'refused', step: 'policy', finding: 'F-411' },
    build: (world) => {
      beside(world)
      withHsm(world, { managedHsm: { activation: 'NotActivated' } })
    },
  },
  {
    ...adaCase,
    ...told('policy-out-of-reach'),
    promise: { end: 'refused', step: 'membership', finding: 'F-901' },
    build: (world) => {
      outOfReach(world, ready(world))
    },
  },
  {
    ...adaCase,
    ...told('policy-recreated'),
    promise: { end: 'refused', step: 'policy', finding: 'F-913' },
    build: (world) => {
      const environment = beside(world)
      const { group, vault } = vaultWithKey(world)
      const policy = world.policy(group, NAMES.policy, LOCATION, vault, NAMES.key)
      world.encrypted(environment, policy)
      mayUse(world, world.recreated(policy), vault)
    },
  },
  {
    ...adaCase,
    ...told('locked'),
    promise: { end: 'refused', step: 'membership', finding: 'F-606' },
    build: (world) => {
      const environment = beside(world)
      const { group, vault } = vaultWithKey(world)
      const policy = world.policy(group, NAMES.policy, LOCATION, vault, NAMES.key)
      world.encrypted(environment, policy)
      world.locked(environment)
    },
  },
  ...KEY_LOSSES.map(lockLater),
  {
    ...adaCase,
    ...told('unified-environment'),
    promise: { end: 'encrypted' },
    build: (world) => {
      ready(world, {
        displayName: 'contoso-unified',
        sku: 'Sandbox',
        dataverse: {
          organizationId: 'e7a05c3d-9f12-4b68-83d4-6c1e0f7a2b95',
          domainName: 'contoso-unified',
          uniqueName: 'unqe7a05c3d9f124b6883d46c1e0f7a2',
          instanceUrl: 'https://contoso-unified.crm.dynamics.com',
        },
        financeAndOperations: { id: PRODUCTION_ID, type: 'Internal', url: 'https://contoso-unified.operations.dynamics.com/' },
      })
    },
  },
]

/** Encrypted and in order, until a colleague does the one thing that locks the environment. */
function lockLater(loss: KeyLoss): Scenario {
  return {
    ...adaCase,
    ...told(`lock-${loss}`),
    promise: { end: 'encrypted' },
    build: (world) => {
      const environment = beside(world)
      const { group, vault } = vaultWithKey(world)
      // The version before the newest one is still needed.
      if (loss === 'key-version-disabled') world.rotated(vault, NAMES.key, 10 * DAY)
      const policy = world.policy(group, NAMES.policy, LOCATION, vault, NAMES.key)
      mayUse(world, policy, vault)
      world.encrypted(environment, policy)
      world.mishap({ loss, vault: vault.name, key: NAMES.key, policy: policy.name, environment: environment.name })
    },
  }
}

/** Name, title and story of a scenario, from the list that the start page shows. */
function told(name: ScenarioName): Pick<Scenario, 'name' | 'title' | 'story'> {
  return { name, ...SCENARIO_TITLES[name] }
}

/** A scenario by its name; nothing when there is none of that name. */
export const scenarioByName = (name: string): Scenario | undefined => SCENARIOS.find((scenario) => scenario.name === name)
