import type { FieldValue } from '#machines/engine/action.ts'
import type { EnvironmentState, TenantState } from '#node/practice/state.ts'
import { groupId, policyId, vaultId } from '#node/practice/state.ts'

/** Every field of every resource of the practice tenant, by `id field`, in the names its services use. */
export type TenantFields = ReadonlyMap<string, FieldValue>

/** Fields set by a service itself: times, and values derived from other fields. */
const NOTED_BY_THE_SERVICE = [
  // The runtime of an environment is off only while it is encrypted.
  /^properties\.(lastModifiedTime|lastModifiedBy|ongoingOperation|lifecycleOperationsEnforcement)\b/,
]

function leaves(value: unknown, path: string): readonly (readonly [string, FieldValue])[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, `${path}.${index}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => leaves(member, path === '' ? name : `${path}.${name}`))
}

function vaultFields(state: TenantState): readonly (readonly [string, unknown])[] {
  return state.vaults.map((vault) => {
    const {
      location,
      tags,
      tenantId,
      sku,
      provisioningState,
      accessPolicies,
      subscriptionId: _s,
      resourceGroup: _g,
      name: _n,
      readyAt,
      ...settings
    } = vault
    const permissions = accessPolicies.flatMap((policy) => [...(policy.permissions.keys ?? [])]).sort()
    return [
      vaultId(vault),
      {
        location,
        tags,
        properties: {
          ...settings,
          tenantId,
          sku: { name: sku },
          // Names that have no member when the list is empty.
          ...(permissions.length === 0 ? {} : { accessPolicies: { permissions: { keys: permissions.join(', ') } } }),
        },
        ready: readyAt > 0 && provisioningState === 'Succeeded' ? undefined : provisioningState,
      },
    ]
  })
}

function keyFields(state: TenantState): readonly (readonly [string, unknown])[] {
  return state.keys.map(({ vault, name, versions, rotation }) => {
    const of = (type: string) => rotation?.lifetimeActions.find(({ action }) => action.type === type)?.trigger
    const holder = state.vaults.find((each) => each.name === vault)
    const newest = versions.at(-1)
    return [
      `${holder ? vaultId(holder) : vault}/keys/${name}`,
      {
        versions: versions.length > 1 ? versions.length : undefined,
        rotationPolicy: {
          rotateAfter: of('Rotate')?.timeAfterCreate,
          notifyBefore: of('Notify')?.timeBeforeExpiry,
          newVersionsLast: rotation?.expiryTime,
        },
        tags: newest?.tags,
        properties: {
          kty: newest?.kty,
          keySize: newest?.n ? Buffer.from(newest.n, 'base64url').length * 8 : undefined,
          keyUriWithVersion: newest?.version,
          attributes: { enabled: newest?.enabled, exp: newest?.expires, nbf: newest?.notBefore },
        },
      },
    ]
  })
}

const environmentFields = ({ payload }: EnvironmentState): readonly [string, unknown] => [`/environments/${payload.name}`, payload]

/** A copy of the tenant, field by field. Operations, writes and tokens are the services' own records and no resources. */
export function fieldsOf(state: TenantState): TenantFields {
  const resources: readonly (readonly [string, unknown])[] = [
    ...state.subscriptions.flatMap(({ id, providers }) =>
      providers.map(({ namespace, registrationState }) => [`/subscriptions/${id}/providers/${namespace}`, { registrationState }] as const),
    ),
    ...state.resourceGroups.map(({ location, tags, ...group }) => [groupId(group), { location, tags }] as const),
    ...vaultFields(state),
    ...state.deletedVaults.map(({ vault }) => [`deleted ${vaultId(vault)}`, { is: true }] as const),
    ...keyFields(state),
    ...state.policies.map(
      (policy) =>
        [
          policyId(policy),
          {
            location: policy.location,
            kind: policy.kind,
            tags: policy.tags,
            identity: policy.identity,
            properties: { ...policy.properties, systemId: policy.systemId },
          },
        ] as const,
    ),
    ...state.roleAssignments.map(({ scope, roleId, principalId }) => [scope, { roleAssignments: { [roleId]: principalId } }] as const),
    ...state.diagnosticSettings.map(
      ({ resourceId, name, workspaceId }) => [resourceId, { diagnosticSettings: { [name]: workspaceId } }] as const,
    ),
    ...state.eventSubscriptions.map(
      ({ vaultId: id, name, actionGroups }) => [id, { eventSubscriptions: { [name]: actionGroups.join() } }] as const,
    ),
    ...state.actionGroups.map(
      ({ id, emails }) =>
        [id, { emailReceivers: Object.fromEntries(emails.map(({ emailAddress }) => [emailAddress, emailAddress])) }] as const,
    ),
    ...state.locks.map(({ scope, name, level }) => [scope, { locks: { [name]: level } }] as const),
    ...state.localRoles.flatMap(({ hsm, roleId, principalId }) =>
      state.vaults
        .filter(({ name }) => name === hsm)
        .map((vault) => [vaultId(vault), { roleAssignments: { [roleId]: principalId } }] as const),
    ),
    ...state.environments.map(environmentFields),
    ...state.organizations.map(({ environment, ...organization }) => [`/organizations/${environment}`, organization] as const),
  ]
  const fields = resources.flatMap(([id, resource]) =>
    leaves(resource, '')
      .filter(([field]) => !NOTED_BY_THE_SERVICE.some((noted) => noted.test(field)))
      // Two people with one role at one place are two fields.
      .map(([field, value]) => [`${id.toLowerCase()} ${field}${field.startsWith('roleAssignments.') ? ` ${value}` : ''}`, value] as const),
  )
  return new Map(fields)
}

export interface TenantDifference {
  readonly resourceId: string
  readonly field: string
  readonly before: FieldValue | null
  readonly after: FieldValue | null
}

/** Differences between two moments, in order of resource and field. */
export function differences(before: TenantFields, after: TenantFields): readonly TenantDifference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    if (was === is) return []
    const [resourceId = '', field = ''] = key.split(' ')
    return [{ resourceId, field, before: was, after: is }]
  })
}
