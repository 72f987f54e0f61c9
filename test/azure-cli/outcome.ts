import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { policyId, type TenantState, vaultId } from '#node/practice/state.ts'

/** State after the wizard itself walks a scenario to the end, in process. */
export async function byTheWizard(scenarioName: string): Promise<TenantState> {
  const scenario = scenarioByName(scenarioName)
  if (!scenario) throw new Error(`No scenario is called ${scenarioName}.`)
  const start = Date.now()
  const tenant = openPractice(scenarioName, {
    wall: () => start,
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(scenarioName),
  })
  const host = createKeysHost({ wall: () => start, scenarios: [], openPractice: async () => tenant })
  const { environmentId, choices } = scenario
  const end = await walk(host, { scenario: scenarioName, environmentId, choices, tell: () => undefined })
  host.stop()
  if (end.end !== 'encrypted') throw new Error(`The wizard’s own walk ended otherwise: ${JSON.stringify(end)}`)
  // Who manages the key is said last.
  tenant.advance?.(60 * 60_000)
  return tenant.practice.inspect()
}

/**
 * A tenant's state without what differs between two tenants that are otherwise alike: ids that were drawn, moments, and who did it.
 * Identities of policies are named by their policy.
 */
export function outcomeOf(state: TenantState): unknown {
  const owners = new Map(state.policies.map((policy) => [policy.identity.principalId, `identity of ${policyId(policy)}`]))
  const nameOf = (objectId: string) => owners.get(objectId) ?? objectId
  return {
    providers: state.subscriptions.map(({ providers }) =>
      providers.map(({ namespace, registrationState }) => `${namespace} ${registrationState}`),
    ),
    resourceGroups: state.resourceGroups,
    vaults: state.vaults.map(({ readyAt: _moment, ...vault }) => ({ ...vault, id: vaultId(vault) })),
    keys: state.keys.map(({ vault, name, versions }) => ({
      vault,
      name,
      versions: versions.map(({ kty, n, operations, enabled, notBefore, expires, tags }) => ({
        kty,
        bits: Buffer.from(n ?? '', 'base64url').length * 8,
        enabled,
        notBefore,
        expires,
        tags,
        operations: [...operations].sort(),
      })),
    })),
    policies: state.policies.map(({ systemId: _drawn, identity, principalKnownAt: _moment, ...policy }) => ({
      ...policy,
      identity: identity.type,
    })),
    roleAssignments: state.roleAssignments
      .map(({ scope, roleId, principalId, principalType }) => `${scope.toLowerCase()} ${roleId} ${nameOf(principalId)} ${principalType}`)
      .sort(),
    localRoles: state.localRoles
      .map(({ hsm, name: _drawn, scope, roleId, principalId }) => `${hsm}${scope} ${roleId} ${nameOf(principalId)}`)
      .sort(),
    environments: state.environments.map(({ payload: { name, properties } }) => ({
      name,
      encryptedBy: properties.enterprisePolicies?.customerManagedKeys?.id,
      linkStatus: properties.enterprisePolicies?.customerManagedKeys?.linkStatus,
      keyManagedBy: properties.protectionStatus?.keyManagedBy,
      protectionLevel: properties.governanceConfiguration?.protectionLevel,
      runtime: properties.states?.runtime?.id,
      ongoing: properties.ongoingOperation?.id,
    })),
  }
}
