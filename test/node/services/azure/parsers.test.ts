import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleSchema } from '#node/services/azure/directory.ts'
import { keySchema } from '#node/services/azure/key-vault.ts'
import { environmentPageSchema, environmentSchema } from '#node/services/power-platform/environment.ts'
import { operationPageSchema, operationSchema } from '#node/services/power-platform/operation.ts'
import { policyPageSchema, policySchema } from '#node/services/resource-manager/policies.ts'
import { providerSchema, resourceGroupSchema } from '#node/services/resource-manager/resources.ts'
import { roleAssignmentPageSchema, roleAssignmentSchema } from '#node/services/resource-manager/role-assignments.ts'
import { regionPageSchema, subscriptionPageSchema } from '#node/services/resource-manager/subscriptions.ts'
import { vaultPageSchema, vaultSchema } from '#node/services/resource-manager/vault.ts'

const SCHEMAS = {
  keySchema,
  environmentSchema,
  environmentPageSchema,
  operationSchema,
  operationPageSchema,
  policySchema,
  policyPageSchema,
  providerSchema,
  resourceGroupSchema,
  roleAssignmentSchema,
  roleAssignmentPageSchema,
  subscriptionPageSchema,
  regionPageSchema,
  peopleSchema,
  vaultSchema,
  vaultPageSchema,
}

/** Whole answers, which the properties below damage in every way. */
const WHOLE: Readonly<Record<keyof typeof SCHEMAS, object>> = (() => {
  const environment = {
    name: 'e1',
    location: 'europe',
    properties: {
      displayName: 'Contoso',
      environmentSku: 'Sandbox',
      isDefault: false,
      linkedEnvironmentMetadata: { instanceUrl: 'https://contoso.crm4.dynamics.com/' },
      linkedAppMetadata: { type: 'Linked' },
      states: { management: { id: 'Ready' }, runtime: { id: 'Enabled' } },
      enterprisePolicies: { customerManagedKeys: { id: '/p', linkStatus: 'Linked' } },
      lifecycleOperationsEnforcement: { disallowedOperations: [{ type: { id: 'X' }, reason: { type: 'Y', message: 'z' } }] },
      ongoingOperation: { id: 'o', type: { id: 'T' } },
      permissions: { ManageProtectionKeys: {} },
    },
  }
  const operation = {
    id: 'o1',
    type: { id: 'T' },
    state: { id: 'Running' },
    stages: [{ id: 'Run', state: { id: 'Running' } }],
    error: { code: 'c', message: 'm' },
  }
  const policy = {
    id: '/p',
    name: 'p',
    kind: 'Encryption',
    identity: { type: 'SystemAssigned', principalId: 'x' },
    properties: { encryption: { keyVault: { id: '/v', key: { name: 'k' } } } },
  }
  const assignment = { id: '/a', properties: { roleDefinitionId: '/r/1', principalId: 'p', scope: '/' } }
  const vault = {
    id: '/v',
    name: 'v',
    location: 'l',
    properties: { accessPolicies: [{ objectId: 'o', permissions: { keys: ['get'] } }], networkAcls: { ipRules: [{}] } },
  }
  return {
    keySchema: { key: { kid: 'https://v.vault.azure.net/keys/k/1', kty: 'RSA', n: 'AQAB' }, attributes: { enabled: true, exp: 1 } },
    environmentSchema: environment,
    environmentPageSchema: { value: [environment], nextLink: 'https://x' },
    operationSchema: operation,
    operationPageSchema: { value: [operation] },
    policySchema: policy,
    policyPageSchema: { value: [policy] },
    providerSchema: {
      namespace: 'n',
      registrationState: 'Registered',
      resourceTypes: [{ resourceType: 'enterprisePolicies', locations: ['United States'] }],
    },
    resourceGroupSchema: { name: 'rg', location: 'l' },
    roleAssignmentSchema: assignment,
    roleAssignmentPageSchema: { value: [assignment] },
    subscriptionPageSchema: { value: [{ subscriptionId: 's', displayName: 'S', state: 'Enabled' }] },
    regionPageSchema: { value: [{ name: 'eastus', displayName: 'East US' }] },
    peopleSchema: { value: [{ id: 'u1', displayName: 'Ada', userPrincipalName: 'ada@contoso.example' }] },
    vaultSchema: vault,
    vaultPageSchema: { value: [vault] },
  }
})()

/** Puts `value` at the place numbered `place` of a JSON tree, counting every member and element. */
function damaged(tree: unknown, place: number, value: unknown): unknown {
  let left = place
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return value
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([name, member]) => [name, walk(member)]))
    return node
  }
  return walk(tree)
}

/** Every member's first letter the other way round, as older services write it; names of permissions are data and stay. */
function capitalised(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(capitalised)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, member]) => [name.charAt(0).toUpperCase() + name.slice(1), capitalised(member)]),
  )
}

describe.each(Object.keys(SCHEMAS).map((name) => name as keyof typeof SCHEMAS))('%s', (name) => {
  const schema = SCHEMAS[name]
  const whole = WHOLE[name]

  it('reads a whole answer', () => {
    expect(schema.safeParse(whole).error).toBeUndefined()
  })

  it('reads it the same with its members capitalized and with unknown members', () => {
    const stranger = { ...(capitalised(whole) as object), somethingNew: { deep: [1, 2, 3] } }
    expect(schema.parse(stranger)).toEqual(schema.parse(whole))
  })

  it('never throws over any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof schema.safeParse(value).success === 'boolean'))
  })

  it('never throws over a whole answer damaged at one place', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.jsonValue(),
        (place, value) => typeof schema.safeParse(damaged(whole, place, value)).success === 'boolean',
      ),
      { numRuns: 300 },
    )
  })
})
