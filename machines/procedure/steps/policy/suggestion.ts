import { defined } from '#machines/defined.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { PolicyChoices } from '../../choices.ts'
import { geographyOf, regionInGeography, sameGeography } from '../../geography.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { storeOf } from '../../key-store.ts'
import { type Proposal, sharedBy } from '../../pilot/proposal.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import type { EnterprisePolicy, Environment } from '../../services/services.ts'
import { type About, expand, type Named, regionFor, type Template, tagsFor } from '../../templates/template.ts'
import { listedStores, obviousSubscription, type PolicyFacts, type Reader } from './facts.ts'

/** A word valid in all four services' names: letters, digits and single hyphens, at most 16 characters. */
function stem(environment: Environment | undefined): string {
  const from = environment?.dataverse?.domainName ?? environment?.displayName ?? 'environment'
  const word = from
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 16)
    .replace(/-+$/, '')
  return /^[a-z]/.test(word) ? word : `e-${word}`.slice(0, 16).replace(/-+$/, '')
}

/** An unused name in any case, with a number if needed. @param longest the service's limit */
function freeName(wanted: string, taken: readonly string[], longest: number): string {
  const names = new Set(taken.map((name) => name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`
    const name = `${wanted.slice(0, longest - end.length).replace(/-+$/, '')}${end}`
    if (!names.has(name)) return name
  }
}

const encryptionPoliciesOf = (facts: PolicyFacts): readonly EnterprisePolicy[] =>
  (valueIn(facts.policies) ?? []).filter((policy) => policy.kind.toLowerCase() === 'encryption')

export const locationOf = ({ environment, toldLocation }: PolicyFacts): string | undefined =>
  valueIn(environment)?.location ?? toldLocation?.location

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined)

function aboutOf({ environment: answer, tenantId, tenantName }: PolicyFacts): About {
  const environment = valueIn(answer)
  const { displayName = '', location = '', sku = '', azureRegion } = environment ?? {}
  return {
    tenantId,
    customer: tenantName ?? '',
    environment: environment?.dataverse?.domainName ?? displayName,
    type: sku,
    region: azureRegion ?? geographyOf(location)?.regions[0] ?? '',
    geography: location,
  }
}

/** A pilot's proposal; undefined if the environment is already in a policy. */
export const proposalIn = ({ proposal, environment }: PolicyFacts): Proposal | undefined =>
  valueIn(environment)?.encryptionPolicy?.id === undefined && !proposal?.onlyProtection ? proposal : undefined

/** Suggested Reader, with its kind: neither is useful alone. */
export const suggestedReader = (from: Partial<Reader> | undefined): Reader | undefined =>
  from?.administratorObjectId === undefined
    ? undefined
    : { administratorObjectId: from.administratorObjectId, ...defined({ administratorIsGroup: from.administratorIsGroup }) }

const templateIn = (facts: PolicyFacts): Template | undefined => proposalIn(facts)?.template ?? facts.template

/** Unused names for new resources, derived from the environment's. */
export function newNames(facts: PolicyFacts): Pick<PolicyChoices, 'vaultName' | 'keyName' | 'policyName' | 'resourceGroup'> {
  const template = templateIn(facts)
  const word = stem(valueIn(facts.environment))
  /** Keeps a name that breaks its rule: the form reports it. */
  const from = (what: Named, otherwise: string): string => {
    const expanded = template && expand(template, template.names[what], aboutOf(facts))
    return expanded?.ok ? expanded.name : otherwise
  }
  const [vaults, policies] = [listedStores(facts), valueIn(facts.policies) ?? []]
  return {
    resourceGroup: from('resourceGroup', `rg-${word}-cmk`),
    vaultName: freeName(
      from('vaultName', `kv-${word}-cmk`),
      vaults.map(({ name }) => name),
      24,
    ),
    keyName: from('keyName', `cmk-${word}`),
    policyName: freeName(
      from('policyName', `cmk-${word}`),
      policies.map(({ name }) => name),
      64,
    ),
  }
}

const byName = <T extends { readonly name: string }>(all: readonly T[], name: string): T | undefined =>
  all.find((each) => each.name.toLowerCase() === name.toLowerCase())

/** Initial form: a named policy and key vault, the environment's policy, otherwise the only policy in its geography, otherwise its only vault, otherwise new names. */
export function suggestPolicy(facts: PolicyFacts, browsed: string | undefined, named: Partial<PolicyChoices> = {}): PolicyChoices {
  const [template, proposal] = [templateIn(facts), proposalIn(facts)]
  const environment = valueIn(facts.environment)
  const location = locationOf(facts)
  const subscriptionId = browsed ?? obviousSubscription(facts.environment, facts.subscriptions, proposal?.subscriptionId) ?? ''
  const shared = proposal && sharedBy(proposal, environment?.sku ?? '', environment?.location ?? '')
  if (shared && sameId(shared.subscriptionId, subscriptionId)) return shared
  const linkedId = environment?.encryptionPolicy?.id
  const linkedAnywhere = parseResourceId(linkedId ?? '')
  const isNamed = named.policyName !== undefined
  const linked = !isNamed && sameId(linkedAnywhere?.subscriptionId, subscriptionId) ? linkedAnywhere : undefined
  const fresh = newNames(facts)
  const policies = encryptionPoliciesOf(facts)
  const fitting = policies.filter((policy) => location === undefined || sameGeography(location, policy.location))
  const suggested = policies.find((candidate) => sameId(candidate.id, linkedId)) ?? (linked || proposal ? undefined : only(fitting))
  const policy = named.policyName === undefined ? suggested : byName(policies, named.policyName)
  // The person judges unknown regions. A person chooses a Managed HSM: documents disagree on whether it may hold the key.
  const stores = listedStores(facts)
  const vaults = stores.filter((each) => !each.keyStore && (location === undefined || regionInGeography(location, each.location) !== false))
  const ownVault = policy?.vaultId ?? (linked || proposal ? '' : (only(vaults)?.id ?? ''))
  const vault = storeOf(named.vaultName === undefined ? ownVault : (byName(stores, named.vaultName)?.id ?? ''))
  // Only the policy names its vault and key: if unreadable, the person names them.
  const unread = linked !== undefined && policy === undefined
  const tags = template ? tagsFor(template, aboutOf(facts)) : []
  const policyPlace = parseResourceId(policy?.id ?? '')
  const resourceGroup = linked?.resourceGroup ?? policyPlace?.resourceGroup ?? vault?.vaultResourceGroup ?? fresh.resourceGroup
  return {
    subscriptionId,
    resourceGroup,
    region: (template && regionFor(template, location ?? '')) ?? environment?.azureRegion ?? geographyOf(location ?? '')?.regions[0] ?? '',
    vaultName: vault?.vaultName ?? (unread ? '' : fresh.vaultName),
    vaultResourceGroup: vault?.vaultResourceGroup ?? (unread ? '' : resourceGroup),
    ...defined({ keyStore: vault?.keyStore }),
    keyName: policy?.keyName ?? (unread ? '' : fresh.keyName),
    // The larger of the newer edition's two sizes; the older one lists 2048 only.
    keySize: template?.keySize ?? 3072,
    policyName: linked?.name ?? policy?.name ?? fresh.policyName,
    ...(tags.length > 0 ? { tags } : {}),
    ...defined({ keyIsImported: proposal?.keyIsImported }),
    ...(suggestedReader(proposal) ?? { administratorObjectId: facts.askedBy ?? (isOfAnotherTenant(facts) ? '' : facts.accountObjectId) }),
  }
}
