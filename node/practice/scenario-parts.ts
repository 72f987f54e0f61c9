import type { EnvironmentPayload, EnvironmentWish } from './environment-payload.ts'
import { GROUPS } from './people.ts'
import type { Scenario } from './scenario.ts'
import { type PolicyState, type ResourceGroupState, type VaultState, vaultId } from './state.ts'
import { AUTOMATION, PEOPLE, SUBSCRIPTION, TENANT, type World } from './world.ts'

export const PRODUCTION_ID = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'

/** Of the security team; no practice account has a role in it. */
const SECURITY_SUBSCRIPTION = '6f0d2b9c-41a7-4e83-b5d6-92c8e7a1f354'

export const SUBSCRIPTION_SCOPE = `/subscriptions/${SUBSCRIPTION.id}`

export const NAMES = { group: 'rg-contoso-cmk', vault: 'kv-contoso-cmk', key: 'cmk-contoso-prod', policy: 'cmk-contoso-prod' } as const

export const REGION = 'eastus'
export const LOCATION = 'unitedstates'

export const CHOICES: Scenario['choices'] = {
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

export const PRODUCTION: Omit<EnvironmentWish, 'tenantId' | 'createdBy'> = {
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

export function bystanders(world: World): void {
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

/** Ada runs the subscription. Owner doesn't open vaults; her two data roles do. */
export function adaOwns(world: World): void {
  for (const role of ['Owner', 'Key Vault Administrator', 'Key Vault Crypto Officer'])
    world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_SCOPE)
}

/** Kim administers key vaults: for the empty subscription, later for the vault's group. */
export function kimOwns(world: World): void {
  for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(PEOPLE.kim.objectId, role, SUBSCRIPTION_SCOPE)
}

export function beside(world: World, wish: Partial<Omit<EnvironmentWish, 'tenantId' | 'createdBy'>> = {}): EnvironmentPayload {
  adaOwns(world)
  const environment = world.environment({ ...PRODUCTION, ...wish })
  bystanders(world)
  return environment
}

export function ready(...wished: Parameters<typeof beside>): EnvironmentPayload {
  kimOwns(wished[0])
  return beside(...wished)
}

export function vaultWithKey(
  world: World,
  wish: Partial<VaultState> = {},
  expires?: number,
): { group: ResourceGroupState; vault: VaultState } {
  world.registerPowerPlatform()
  const group = world.group(NAMES.group, REGION)
  world.grant(PEOPLE.kim.objectId, 'Owner', `${SUBSCRIPTION_SCOPE}/resourceGroups/${NAMES.group}`)
  const vault = world.vault(group, NAMES.vault, wish)
  world.key(vault, NAMES.key, 3072, expires)
  return { group, vault }
}

/** A vault for Microsoft's services and one network, without a key. */
export function privateVault(world: World): void {
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

/** Vault, key, policy and access, as an administrator leaves them. */
export function policyInPlace(world: World, location: string = LOCATION, expires?: number): PolicyState {
  const { group, vault } = vaultWithKey(world, {}, expires)
  const policy = world.policy(group, NAMES.policy, location, vault, NAMES.key)
  mayUse(world, policy, vault)
  return policy
}

export function mayUse(world: World, policy: PolicyState, vault: VaultState): void {
  world.grant(policy.identity.principalId ?? '', 'Key Vault Crypto Service Encryption User', vaultId(vault))
}

export function secondPolicy(world: World): PolicyState {
  const [group, name] = [world.group('rg-contoso-cmk-next', REGION), 'cmk-contoso-next']
  const vault = world.vault(group, 'kv-contoso-cmk-next')
  world.key(vault, name, 3072)
  const policy = world.policy(group, name, LOCATION, vault, name)
  mayUse(world, policy, vault)
  return policy
}

export function adaByGroup(world: World): void {
  const { objectId, displayName } = GROUPS.keyAdministrators
  world.securityGroup(objectId, displayName, [PEOPLE.ada.objectId, PEOPLE.kim.objectId])
  for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(objectId, role, SUBSCRIPTION_SCOPE)
}

/** A vault that blocks everyone, including Microsoft's services. */
export function firewalledVault(world: World): void {
  vaultWithKey(world, {
    networkAcls: { bypass: 'None', defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/24' }], virtualNetworkRules: [] },
  })
}

export function outOfReach(world: World, environment: EnvironmentPayload): void {
  world.subscription(SECURITY_SUBSCRIPTION, 'Contoso Security')
  const group = world.group('rg-security-keys', REGION, SECURITY_SUBSCRIPTION)
  const vault = world.vault(group, 'kv-security-cmk')
  world.key(vault, 'cmk-security', 3072)
  const policy = world.policy(group, 'cmk-security', LOCATION, vault, 'cmk-security')
  mayUse(world, policy, vault)
  world.encrypted(environment, policy)
}

const HSM = 'hsm-contoso'

export const HSM_CHOICES: Scenario['choices'] = {
  ...CHOICES,
  ...(CHOICES.policy ? { policy: { ...CHOICES.policy, vaultName: HSM, keyStore: 'managed-hsm' as const } } : {}),
}

/** A Managed HSM on which Ada and the automation have local roles. */
export function withHsm(world: World, wish: Partial<VaultState> = {}): void {
  world.registerPowerPlatform()
  const hsm = world.managedHsm(world.group(NAMES.group, REGION), HSM, wish)
  for (const { objectId } of [PEOPLE.ada, AUTOMATION]) {
    world.grantLocally(hsm, objectId, 'policy-administrator')
    world.grantLocally(hsm, objectId, 'crypto-user', '/keys')
  }
}
