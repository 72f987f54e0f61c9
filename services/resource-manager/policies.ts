import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import type { AzureService, EnterprisePolicy, NewPolicy } from '../../machines/procedure/services.ts'
import { tagsObject } from '../../machines/procedure/tags.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { readList } from '../azure/rest-list.ts'
import { orAbsent, orNone } from './unregistered.ts'

/** The version of Microsoft's own scripts and texts; the published specification knows only its preview. */
const API_VERSION = '2020-10-30'

const wirePolicy = anyCase({
  id: z.string().min(1),
  name: z.string().min(1),
  location: text,
  kind: text,
  // The specification calls the member systemAssignedIdentityPrincipalId; what Azure sends is the usual principalId.
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
      vaultId: keyVault?.id,
      keyName: keyVault?.key?.name,
      // Empty and absent both mean the newest version, which is what lets the key rotate.
      keyVersion: keyVault?.key?.version || undefined,
    },
  )
}

/** Reads an enterprise policy as Azure Resource Manager sends it. */
export const policySchema = wirePolicy.transform(toPolicy)

/** One page of enterprise policies. */
export const policyPageSchema = anyCase({ value: z.array(policySchema), nextLink: text })

type PolicyService = Pick<AzureService, 'listPolicies' | 'readPolicy' | 'createPolicy'>

const bodyOf = ({ location, vaultId, keyName, tags }: NewPolicy) => ({
  location,
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  tags: tagsObject(tags),
  properties: { encryption: { state: 'Enabled', keyVault: { id: vaultId, key: { name: keyName } } } },
})

/** Enterprise policies, for which no SDK is published. Decision 0018: a direct PUT, not a deployment, which wraps the errors. */
export function connectPolicies(connection: Connection): PolicyService {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const addressOf = (...path: readonly string[]) =>
    `${cloud.resourceManager}/${path.map(encodeURIComponent).join('/')}?api-version=${API_VERSION}`
  const policyAddress = (subscriptionId: string, resourceGroup: string, name: string) =>
    addressOf(
      'subscriptions',
      subscriptionId,
      'resourceGroups',
      resourceGroup,
      'providers',
      'Microsoft.PowerPlatform',
      'enterprisePolicies',
      name,
    )

  async function readPolicy(
    subscriptionId: string,
    resourceGroup: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<Answer<EnterprisePolicy>> {
    const url = policyAddress(subscriptionId, resourceGroup, name)
    return orAbsent(await exchangeFor(policySchema, () => client.send({ method: 'GET', url }), clock, signal))
  }

  return {
    readPolicy,
    async listPolicies(subscriptionId, signal) {
      const first = addressOf('subscriptions', subscriptionId, 'providers', 'Microsoft.PowerPlatform', 'enterprisePolicies')
      return orNone(await readList(policyPageSchema, client, first, clock, signal))
    },
    async createPolicy(policy, signal) {
      // A policy that environments are linked to refuses every change, and its key decides over their data: never overwrite one.
      const existing = await readPolicy(policy.subscriptionId, policy.resourceGroup, policy.name, signal)
      if (existing.ok || existing.refusal.reason !== 'not-found') return existing
      const url = policyAddress(policy.subscriptionId, policy.resourceGroup, policy.name)
      return exchangeFor(policySchema, () => client.send({ method: 'PUT', url, body: bodyOf(policy) }), clock, signal)
    },
  }
}
