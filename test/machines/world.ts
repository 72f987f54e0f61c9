import type { Answer, LifecycleOperation } from '#machines/engine/answer.ts'
import type {
  EnterprisePolicy,
  Environment,
  ProviderNamespace,
  RoleAssignment,
  Vault,
  VaultKey,
} from '#machines/procedure/services/services.ts'
import { absent, environment, iso, key, NOW, ok, policy, provider, subscription, vault } from './facts.ts'
import { type Recording, servicesThat } from './procedure/services.ts'

/** Resources at the services. Absent members don't exist. */
export interface World {
  registered: boolean
  group?: { readonly name: string; readonly location: string }
  vault?: Vault
  key?: VaultKey
  policy?: EnterprisePolicy
  assignments: RoleAssignment[]
  environment: Environment
  operations: LifecycleOperation[]
}

export const emptyWorld = (over: Partial<World> = {}): World => ({
  registered: false,
  assignments: [],
  environment: environment({ protectionLevel: 'Basic' }),
  operations: [],
  ...over,
})

const found = <T>(thing: T | undefined): Answer<T> => (thing === undefined ? absent : ok(thing))
const accepted = ok({ address: 'https://unitedstates.api.bap.microsoft.com/lifecycleOperations/7a9c', id: '7a9c' })

/** Services over a world that changes with each write: what was written is what is read next. */
export function servicesOf(world: World): Recording {
  const registration = async (_subscriptionId: string, namespace: ProviderNamespace) =>
    ok(provider({ namespace, registrationState: namespace === 'Microsoft.KeyVault' || world.registered ? 'Registered' : 'NotRegistered' }))
  return servicesThat({
    listEnvironments: async () => ok([world.environment]),
    readEnvironment: async () => ok(world.environment),
    listOperations: async () => ok(world.operations),
    readIntegration: async () => ok({ linked: true, url: world.environment.financeAndOperations?.url ?? '' }),
    enableManagedEnvironment: async () => {
      world.environment = { ...world.environment, protectionLevel: 'Standard' }
      return accepted
    },
    linkEncryptionPolicy: async (_, systemId) => {
      world.environment = { ...world.environment, encryptionPolicy: { id: world.policy?.id ?? '', systemId, linkStatus: 'Linked' } }
      return accepted
    },
    listSubscriptions: async () => ok([subscription()]),
    readProvider: registration,
    registerProvider: async (subscriptionId, namespace) => {
      world.registered = true
      return registration(subscriptionId, namespace)
    },
    readResourceGroup: async () => found(world.group),
    createResourceGroup: async (_, { name, location }) => {
      world.group = { name, location }
      return ok(world.group)
    },
    listVaults: async () => ok(world.vault ? [world.vault] : []),
    readVault: async () => found(world.vault),
    createVault: async ({ name, location }) => {
      world.vault = vault({ name, location })
      return ok(world.vault)
    },
    turnOnPurgeProtection: async () => {
      world.vault = vault({ ...world.vault, purgeProtection: true })
      return ok(world.vault)
    },
    addKeyAccessPolicy: async (_, __, ___, objectId) => {
      world.vault = vault({ ...world.vault, accessPolicies: [{ objectId, keyPermissions: ['get', 'wrapKey', 'unwrapKey'] }] })
      return ok(world.vault)
    },
    readKey: async () => found(world.key),
    createKey: async (_, name, { size }) => {
      world.key = key({ name, size })
      return ok(world.key)
    },
    listPolicies: async () => ok(world.policy ? [world.policy] : []),
    readPolicy: async () => found(world.policy),
    createPolicy: async ({ name, location, vaultId, keyName }) => {
      world.policy = policy({ name, location, vaultId, keyName })
      return ok(world.policy)
    },
    listRoleAssignments: async (scope, principalId) =>
      ok(world.assignments.filter((each) => each.principalId === principalId && scope.startsWith(each.scope))),
    assignRole: async ({ scope, roleId, principalId }) => {
      const given = { id: `${scope}/roleAssignments/${world.assignments.length}`, roleId, principalId, scope, createdAt: iso(NOW) }
      world.assignments.push(given)
      return ok(given)
    },
  })
}
