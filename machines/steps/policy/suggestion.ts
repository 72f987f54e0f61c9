import { geographyOf } from '../../geography.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import type { Environment } from '../../services.ts'
import type { PolicyChoices } from '../../step/choices.ts'
import { valueIn } from '../../step/refusals.ts'
import { obviousSubscription, type PolicyFacts } from './facts.ts'

/** A word that all four services take in a name: letters, digits and single hyphens, at most 16 characters. */
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

/**
 * What the form holds before the person decides: the policy the environment already has, else what exists in the
 * subscription, else new names made from the environment's own.
 */
export function suggestPolicy(facts: PolicyFacts, browsed: string | undefined): PolicyChoices {
  const environment = valueIn(facts.environment)
  const subscriptionId = browsed ?? obviousSubscription(facts.environment, facts.subscriptions) ?? ''
  const linkedId = environment?.encryptionPolicy?.id
  const linkedAnywhere = parseResourceId(linkedId ?? '')
  const linked = sameId(linkedAnywhere?.subscriptionId, subscriptionId) ? linkedAnywhere : undefined
  const word = stem(environment)
  const policies = (valueIn(facts.policies) ?? []).filter((policy) => policy.kind.toLowerCase() === 'encryption')
  const policy =
    policies.find((candidate) => sameId(candidate.id, linkedId)) ?? (!linked && policies.length === 1 ? policies[0] : undefined)
  const vaults = valueIn(facts.vaults) ?? []
  const vault = parseResourceId(policy?.vaultId ?? (vaults.length === 1 ? (vaults[0]?.id ?? '') : ''))
  const policyPlace = parseResourceId(policy?.id ?? '')
  const resourceGroup = linked?.resourceGroup ?? policyPlace?.resourceGroup ?? vault?.resourceGroup ?? `rg-${word}-cmk`
  return {
    subscriptionId,
    resourceGroup,
    region: environment?.azureRegion ?? geographyOf(environment?.location ?? '')?.regions[0] ?? '',
    vaultName: vault?.name ?? `kv-${word}-cmk`,
    vaultResourceGroup: vault?.resourceGroup ?? resourceGroup,
    keyName: policy?.keyName ?? `cmk-${word}`,
    // Both editions of the document list 2048; 3072 is only in the newer one and stays a choice.
    keySize: 2048,
    policyName: linked?.name ?? policy?.name ?? `cmk-${word}`,
    // The object id of an account of another tenant is known to no directory here.
    administratorObjectId: isOfAnotherTenant(facts) ? '' : facts.accountObjectId,
  }
}
