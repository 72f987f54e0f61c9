import { defined } from '../../defined.ts'
import type { Answer } from '../../engine/answer.ts'
import type { Choices } from '../choices.ts'
import { parseResourceId, policyId, resourceGroupId, sameId } from '../ids.ts'
import { storeId } from '../key-store.ts'
import { newestRevert } from '../operations/revert/facts.ts'
import { administratorRolesOf } from '../rights/directory-roles.ts'
import type { EnterprisePolicy, Environment, Services } from '../services/services.ts'
import { KEPT_FOR } from '../waits.ts'
import type { Created, RemovalFacts } from './removal.ts'

/** Parallel reads: the services accept this for hundreds of environments without throttling. */
const AT_ONCE = 8

const idsOf = (created: readonly Created[], kind: string): readonly string[] =>
  created
    .filter((each) => each.kind === kind)
    .map(({ resourceId }) => resourceId)
    .filter((id, index, all) => all.findIndex((other) => sameId(other, id)) === index)

async function readEnvironments({ powerPlatform }: Services, signal: AbortSignal): Promise<RemovalFacts['environments']> {
  const listed = await powerPlatform.listEnvironments(signal)
  if (!listed.ok) return listed
  const read: Environment[] = []
  for (let next = 0; next < listed.value.length; next += AT_ONCE) {
    const answers = await Promise.all(listed.value.slice(next, next + AT_ONCE).map(({ id }) => powerPlatform.readEnvironment(id, signal)))
    for (const answer of answers) {
      // An unreadable one may be in the policy.
      if (!answer.ok) return answer
      read.push(answer.value)
    }
  }
  return { ok: true, value: read }
}

/** Policies of all subscriptions, because any can use the key. */
async function readPolicies({ azure }: Services, signal: AbortSignal): Promise<RemovalFacts['policiesAround']> {
  const subscriptions = await azure.listSubscriptions(signal)
  if (!subscriptions.ok) return subscriptions
  const lists = await Promise.all(subscriptions.value.map(({ id }) => azure.listPolicies(id, signal)))
  const policies: EnterprisePolicy[] = []
  for (const list of lists) {
    if (!list.ok) return list
    for (const policy of list.value) policies.push(policy)
  }
  return { ok: true, value: policies }
}

/** Backups of environments that left the policy need the key for a time, and no service lists those environments. */
async function readBackups(
  { powerPlatform }: Services,
  { environmentId }: Choices,
  created: readonly Created[],
  signal: AbortSignal,
): Promise<RemovalFacts['backups']> {
  if (environmentId === undefined) return undefined
  const operations = await powerPlatform.listOperations(environmentId, signal)
  const newest = newestRevert({ operations })
  const at = Date.parse(newest?.state === 'succeeded' ? (newest.lastActionAt ?? newest.createdAt ?? '') : '')
  if (!Number.isNaN(at)) return { until: at + KEPT_FOR }
  return idsOf(created, 'link-environment').length === 0 ? undefined : {}
}

const NOT_AN_ID: Answer<never> = { ok: false, refusal: { reason: 'unreadable', request: 'GET', message: '' } }

/** Reads the recorded resources and their dependents. Changes nothing. */
export async function readRemoval(
  services: Services,
  choices: Choices,
  created: readonly Created[],
  signal: AbortSignal,
): Promise<RemovalFacts> {
  const { azure, account } = services
  const { policy: chosen } = choices
  const place = (id: string) => parseResourceId(id)
  const policies = idsOf(created, 'create-policy').map(async (id) => {
    const at = place(id)
    const policy = at ? azure.readPolicy(at.subscriptionId, at.resourceGroup, at.name, signal) : NOT_AN_ID
    return { id, policy: await policy, locks: await azure.listLocks(id, signal) }
  })
  const vaults = idsOf(created, 'create-vault').map(async (id) => {
    const at = place(id)
    if (!at) return { id, vault: NOT_AN_ID, keys: NOT_AN_ID, secrets: NOT_AN_ID, locks: NOT_AN_ID }
    const [vault, keys, secrets, locks] = await Promise.all([
      azure.readVault(at.subscriptionId, at.resourceGroup, at.name, signal),
      azure.listKeyNames(at, signal),
      azure.listSecretNames(at, signal),
      azure.listLocks(id, signal),
    ])
    return { id, vault, keys, secrets, locks }
  })
  const groups = idsOf(created, 'create-resource-group').map(async (id) => {
    const [, subscriptionId = '', name = ''] = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)$/i.exec(id) ?? []
    const [group, resources, locks] = await Promise.all([
      azure.readResourceGroup(subscriptionId, name, signal),
      azure.listGroupResources(subscriptionId, name, signal),
      azure.listLocks(id, signal),
    ])
    return { id, group, resources, locks }
  })
  const [environments, policiesAround, backups, ...read] = await Promise.all([
    readEnvironments(services, signal),
    readPolicies(services, signal),
    readBackups(services, choices, created, signal),
    Promise.all(policies),
    Promise.all(vaults),
    Promise.all(groups),
  ])
  return {
    created,
    chosen: chosen
      ? {
          policy: policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName),
          vault: storeId(chosen),
          groups: [chosen.resourceGroup, chosen.vaultResourceGroup].map((name) => resourceGroupId(chosen.subscriptionId, name)),
        }
      : { groups: [] },
    environments,
    seesAll: administratorRolesOf(account).length > 0 || account.isApplication === true,
    policiesAround,
    policies: read[0],
    vaults: read[1],
    groups: read[2],
    ...defined({ backups }),
  }
}
