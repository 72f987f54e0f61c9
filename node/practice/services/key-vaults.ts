import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import { DAY } from '#machines/engine/durations.ts'
import { vaultOrigin } from '../addresses.ts'
import { reaches } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type AccessPolicy, same, type TenantState, type VaultState, vaultId } from '../state.ts'
import { deletedVault, deletedVaultRoutes } from './deleted-vaults.ts'
import { connectionJson } from './private-endpoints.ts'
import { inGroups } from './resource.ts'
import { requireRegistered, subscriptionOf } from './resource-scope.ts'

/** Microsoft.KeyVault management plane: vaults and deleted vaults. */

const TYPE = 'Microsoft.KeyVault/vaults'

/** Time in `RegisteringDns`, in milliseconds. */
const REGISTERING_DNS = 5_000

const accessPolicy = z.looseObject({
  tenantId: z.string(),
  objectId: z.string(),
  permissions: z.looseObject({
    keys: z.array(z.string()).optional(),
    secrets: z.array(z.string()).optional(),
    certificates: z.array(z.string()).optional(),
    storage: z.array(z.string()).optional(),
  }),
})

const networkAcls = z.looseObject({
  bypass: z.string().optional(),
  defaultAction: z.string().optional(),
  ipRules: z.array(z.looseObject({ value: z.string() })).optional(),
  virtualNetworkRules: z.array(z.looseObject({ id: z.string() })).optional(),
})

const settings = z.looseObject({
  tenantId: z.string().optional(),
  sku: z.looseObject({ family: z.string().optional(), name: z.enum(['standard', 'premium']) }).optional(),
  accessPolicies: z.array(accessPolicy).optional(),
  enableSoftDelete: z.boolean().nullish(),
  softDeleteRetentionInDays: z.number().int().nullish(),
  enablePurgeProtection: z.boolean().nullish(),
  enableRbacAuthorization: z.boolean().nullish(),
  networkAcls: networkAcls.nullish(),
  publicNetworkAccess: z.string().nullish(),
  createMode: z.string().nullish(),
})

type Settings = z.infer<typeof settings>

const putBody = z.looseObject({ location: z.string(), tags: z.record(z.string(), z.string()).optional(), properties: settings })
const patchBody = z.looseObject({ tags: z.record(z.string(), z.string()).optional(), properties: settings.optional() })
const accessPoliciesBody = z.looseObject({ properties: z.looseObject({ accessPolicies: z.array(accessPolicy) }) })
const nameBody = z.looseObject({ name: z.string(), type: z.string() })

async function vaultJson(vault: VaultState, { addresses }: Practice) {
  return {
    id: vaultId(vault),
    name: vault.name,
    type: TYPE,
    location: vault.location,
    tags: vault.tags,
    properties: {
      sku: { family: 'A', name: vault.sku },
      tenantId: vault.tenantId,
      accessPolicies: vault.accessPolicies,
      enabledForDeployment: false,
      ...defined({ networkAcls: vault.networkAcls }),
      enableSoftDelete: vault.enableSoftDelete,
      softDeleteRetentionInDays: vault.softDeleteRetentionInDays,
      enableRbacAuthorization: vault.enableRbacAuthorization,
      // Purge protection is sent as true or not at all.
      ...(vault.enablePurgeProtection ? { enablePurgeProtection: true } : {}),
      vaultUri: `${await addresses.served(vaultOrigin(vault.name))}/`,
      provisioningState: vault.provisioningState,
      ...(vault.publicNetworkAccess ? { publicNetworkAccess: vault.publicNetworkAccess } : {}),
      ...(vault.privateEndpoints ? { privateEndpointConnections: vault.privateEndpoints.map((each) => connectionJson(vault, each)) } : {}),
    },
  }
}

const badRequest = (message: string): ServiceRefusal => new ServiceRefusal(400, 'BadRequest', message)

/** Names are unique in the whole cloud, and deleted vaults keep theirs. */
function nameProblem(state: TenantState, name: string): { code: string; reason: string; message: string } | undefined {
  if (!/^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i.test(name)) {
    const message = `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.`
    return { code: 'VaultNameNotValid', reason: 'AccountNameInvalid', message }
  }
  if (state.deletedVaults.some(({ vault }) => same(vault.name, name))) {
    const message = `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.`
    return { code: 'ConflictError', reason: 'AlreadyExists', message }
  }
  if (state.vaults.some((vault) => same(vault.name, name))) {
    return {
      code: 'VaultAlreadyExists',
      reason: 'AlreadyExists',
      message: `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`,
    }
  }
  return undefined
}

/** Rejects irreversible settings first. */
function requireLawful(wanted: Settings, current: VaultState | undefined): void {
  if (wanted.enablePurgeProtection === false) {
    throw badRequest(
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    )
  }
  if (wanted.enableSoftDelete === false)
    throw badRequest(
      'The property "enableSoftDelete" cannot be set to false. Enabling the soft delete for a vault is an irreversible action.',
    )
  const days = wanted.softDeleteRetentionInDays
  if (typeof days === 'number' && (days < 7 || days > 90))
    throw badRequest(`The property "softDeleteRetentionInDays" must be between 7 and 90, but is ${days}.`)
  if (typeof days === 'number' && current && days !== current.softDeleteRetentionInDays) {
    throw badRequest(`The property "softDeleteRetentionInDays" has been set already and it can't be modified.`)
  }
}

const cleanPolicies = (policies: NonNullable<Settings['accessPolicies']>): AccessPolicy[] =>
  policies.map(({ tenantId, objectId, permissions: { keys, secrets, certificates, storage } }) => ({
    tenantId,
    objectId,
    permissions: {
      ...defined({ keys, secrets, certificates, storage }),
    },
  }))

/** Azure Policy applies before the resource provider. */
function requireAllowed({ state }: Practice, name: string, wanted: Settings): void {
  const closed = same(wanted.publicNetworkAccess ?? '', 'Disabled') || same(wanted.networkAcls?.defaultAction, 'Deny')
  if (!state.behaviour.deniesOpenVaults || closed) return
  throw new ServiceRefusal(
    403,
    'RequestDisallowedByPolicy',
    `Resource '${name}' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Key vaults should have firewall enabled"}}]'.`,
  )
}

function applySettings(vault: VaultState, wanted: Settings): void {
  if (wanted.sku) vault.sku = wanted.sku.name
  if (wanted.tenantId) vault.tenantId = wanted.tenantId
  if (wanted.accessPolicies) vault.accessPolicies = cleanPolicies(wanted.accessPolicies)
  if (wanted.enableSoftDelete) vault.enableSoftDelete = true
  if (wanted.enablePurgeProtection) vault.enablePurgeProtection = true
  if (typeof wanted.enableRbacAuthorization === 'boolean') vault.enableRbacAuthorization = wanted.enableRbacAuthorization
  if (wanted.publicNetworkAccess) vault.publicNetworkAccess = wanted.publicNetworkAccess
  if (wanted.networkAcls) {
    vault.networkAcls = {
      bypass: wanted.networkAcls.bypass ?? 'AzureServices',
      defaultAction: wanted.networkAcls.defaultAction ?? 'Allow',
      ipRules: wanted.networkAcls.ipRules ?? [],
      virtualNetworkRules: wanted.networkAcls.virtualNetworkRules ?? [],
    }
  }
}

/** Keeps a vault's name and keys, loses its role assignments. */
function softDelete(vault: VaultState, { state, clock }: Practice): void {
  const at = clock.now()
  state.deletedVaults.push({ vault, deletedAt: at, scheduledPurgeAt: at + vault.softDeleteRetentionInDays * DAY })
  const kept = state.roleAssignments.filter(({ scope }) => !reaches(vaultId(vault), scope))
  state.roleAssignments.splice(0, state.roleAssignments.length, ...kept)
}

function recover(call: AuthenticatedCall, practice: Practice): VaultState {
  const { state, clock } = practice
  const deleted = deletedVault(call, practice)
  state.deletedVaults.splice(state.deletedVaults.indexOf(deleted), 1)
  return { ...deleted.vault, provisioningState: 'RegisteringDns', readyAt: clock.now() + REGISTERING_DNS }
}

export const vaults = inGroups<VaultState>({
  type: TYPE,
  list: (state) => state.vaults,
  is: ({ managedHsm }) => managedHsm === undefined,
  id: vaultId,
  statuses: [200, 200],
  shown: vaultJson,
  put(call, practice, { subscription, group }, existing) {
    const { state, clock } = practice
    const body = bodyOf(call, putBody)
    if (!existing && same(body.properties.createMode ?? '', 'recover')) return recover(call, practice)
    requireLawful(body.properties, existing)
    if (existing) {
      applySettings(existing, body.properties)
      existing.tags = body.tags ?? {}
      return existing
    }
    const name = call.part('name')
    requireAllowed(practice, name, body.properties)
    const problem = nameProblem(state, name)
    if (problem) throw new ServiceRefusal(problem.reason === 'AccountNameInvalid' ? 400 : 409, problem.code, problem.message)
    if (!body.properties.tenantId || !body.properties.sku)
      throw badRequest("The parameters 'properties.tenantId' and 'properties.sku' are required.")
    const created: VaultState = {
      subscriptionId: subscription.id,
      resourceGroup: group.name,
      name,
      location: body.location.toLowerCase().replaceAll(' ', ''),
      tags: body.tags ?? {},
      tenantId: body.properties.tenantId,
      sku: body.properties.sku.name,
      enableSoftDelete: true,
      softDeleteRetentionInDays: body.properties.softDeleteRetentionInDays ?? 90,
      enablePurgeProtection: false,
      enableRbacAuthorization: false,
      accessPolicies: [],
      provisioningState: 'RegisteringDns',
      readyAt: clock.now() + REGISTERING_DNS,
    }
    applySettings(created, body.properties)
    return created
  },
  patch(call, _, vault) {
    const body = bodyOf(call, patchBody)
    if (body.properties) {
      requireLawful(body.properties, vault)
      applySettings(vault, body.properties)
    }
    vault.tags = body.tags ?? vault.tags
  },
  removing: softDelete,
})

function changeAccessPolicies(call: AuthenticatedCall, practice: Practice) {
  const vault = vaults.existing(call, practice, 'accessPolicies/write')
  const given = cleanPolicies(bodyOf(call, accessPoliciesBody).properties.accessPolicies)
  const others = vault.accessPolicies.filter((policy) => !given.some((entry) => same(entry.objectId, policy.objectId)))
  switch (call.part('how').toLowerCase()) {
    case 'replace':
      vault.accessPolicies = given
      break
    case 'remove':
      vault.accessPolicies = others
      break
    case 'add':
      vault.accessPolicies = [
        ...others,
        ...given.map((policy) =>
          merged(
            vault.accessPolicies.find((entry) => same(entry.objectId, policy.objectId)),
            policy,
          ),
        ),
      ]
      break
    default:
      throw badRequest(`The operation kind '${call.part('how')}' is none of add, replace and remove.`)
  }
  return json(200, {
    id: `${vaultId(vault)}/accessPolicies/`,
    type: `${TYPE}/accessPolicies`,
    name: '',
    location: vault.location,
    properties: { accessPolicies: vault.accessPolicies },
  })
}

function merged(before: AccessPolicy | undefined, added: AccessPolicy): AccessPolicy {
  if (!before) return added
  const union = (a: string[] = [], b: string[] = []) => [...a, ...b.filter((word) => !a.some((had) => same(had, word)))]
  const { keys, secrets, certificates, storage } = before.permissions
  const more = added.permissions
  return {
    ...added,
    permissions: {
      keys: union(keys, more.keys),
      secrets: union(secrets, more.secrets),
      certificates: union(certificates, more.certificates),
      storage: union(storage, more.storage),
    },
  }
}

function checkName(call: AuthenticatedCall, practice: Practice) {
  requireRegistered(subscriptionOf(call, practice), 'Microsoft.KeyVault')
  const problem = nameProblem(practice.state, bodyOf(call, nameBody).name)
  return json(200, problem ? { nameAvailable: false, reason: problem.reason, message: problem.message } : { nameAvailable: true })
}

export const keyVaultRoutes: readonly Route[] = [
  ...vaults.routes,
  ...deletedVaultRoutes,
  route('POST', '/subscriptions/:subscription/providers/Microsoft.KeyVault/checkNameAvailability', checkName),
  route('PUT', `/subscriptions/:subscription/resourceGroups/:group/providers/${TYPE}/:name/accessPolicies/:how`, changeAccessPolicies),
]
