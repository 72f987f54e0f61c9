import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, EnterprisePolicy, NewPolicy } from '#machines/procedure/services/services.ts'
import { tagsObject } from '#machines/procedure/tags.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { inGroup, inSubscription, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { orAbsent, orNone } from './unregistered.ts'

/** Version of Microsoft's scripts and texts; the published specification has only its preview. */

const wirePolicy = anyCase({
  id: z.string().min(1),
  name: z.string().min(1),
  location: text,
  kind: text,
  // The specification says systemAssignedIdentityPrincipalId; Azure sends principalId.
  identity: anyCase({ type: text, principalId: text, systemAssignedIdentityPrincipalId: text }).nullish(),
  properties: anyCase({
    systemId: text,
    encryption: anyCase({
      state: text,
      keyVault: anyCase({ id: text, key: anyCase({ name: text, version: text }).nullish() }).nullish(),
    }).nullish(),
  }).nullish(),
})

type Wire = z.output<typeof wirePolicy>

function toPolicy({ id, name, location, kind, identity, properties }: Wire): EnterprisePolicy {
  const { state, keyVault } = properties?.encryption ?? {}
  return withOptional(
    { id, name, location: location ?? '', kind: kind ?? '' },
    {
      identityType: identity?.type,
      principalId: identity?.principalId || identity?.systemAssignedIdentityPrincipalId || undefined,
      systemId: properties?.systemId || undefined,
      encryptionState: state,
      vaultId: keyVault?.id || undefined,
      keyName: keyVault?.key?.name || undefined,
      // Empty and absent both mean the latest version, which allows rotation.
      keyVersion: keyVault?.key?.version || undefined,
    },
  )
}

export const policySchema = wirePolicy.transform(toPolicy)

export const policyPageSchema = pageOf(policySchema)

const bodyOf = ({ location, vaultId, keyName, tags }: NewPolicy) => ({
  location,
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  tags: tagsObject(tags),
  properties: { encryption: { state: 'Enabled', keyVault: { id: vaultId, key: { name: keyName } } } },
})

const POLICIES = 'Microsoft.PowerPlatform/enterprisePolicies'

/** Decision 0018: a direct PUT, not a deployment, which wraps the errors. */
export function policiesIn(manager: ResourceManager) {
  const one = (subscriptionId: string, resourceGroup: string, name: string) => ({
    path: inGroup(subscriptionId, resourceGroup, POLICIES, name),
    version: API_VERSIONS.policies,
  })

  async function readPolicy(
    subscriptionId: string,
    resourceGroup: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<Answer<EnterprisePolicy>> {
    return orAbsent(await manager.get(policySchema, one(subscriptionId, resourceGroup, name), signal))
  }

  return {
    readPolicy,
    async listPolicies(subscriptionId, signal) {
      return orNone(
        await manager.list(policyPageSchema, { path: inSubscription(subscriptionId, POLICIES), version: API_VERSIONS.policies }, signal),
      )
    },
    async createPolicy(policy, signal) {
      const { subscriptionId, resourceGroup, name } = policy
      // A policy in use refuses changes, and its key decides over data: never overwrite one.
      const existing = await readPolicy(subscriptionId, resourceGroup, name, signal)
      if (existing.ok || existing.refusal.reason !== 'not-found') return existing
      return manager.put(policySchema, one(subscriptionId, resourceGroup, name), bodyOf(policy), signal)
    },
  } satisfies Partial<AzureService>
}
