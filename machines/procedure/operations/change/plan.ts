import { defined } from '#machines/defined.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { storeOf, storePlace } from '../../key-store.ts'
import type { EnterprisePolicy, Vault } from '../../services/services.ts'
import { planMembership } from '../../steps/membership/plan.ts'
import type { OperationFacts } from '../facts.ts'
import { hasAccess } from '../kept.ts'
import { planRevert } from '../revert/plan.ts'
import { asMembership, changeUnderway, isChanged, nextPolicy } from './facts.ts'

/** Access of a policy to a vault; undefined across subscriptions, which one change can't cover. */
export function grantOf(policy: EnterprisePolicy, vault: Vault): Action | undefined {
  const [policyPlace, vaultPlace] = [parseResourceId(policy.id), storeOf(vault.id)]
  if (!policyPlace || !vaultPlace || !sameId(policyPlace.subscriptionId, vaultPlace.subscriptionId)) return undefined
  return {
    kind: 'grant-key-access',
    ...storePlace(vaultPlace),
    policyResourceGroup: policyPlace.resourceGroup,
    policyName: policyPlace.name,
    ...(vault.roleBasedAccess ? {} : { byAccessPolicy: true as const }),
  }
}

/** Access of the new policy to a vault, with the change that grants it. */
export interface AccessOfNext {
  readonly to: 'new' | 'old'
  readonly vault: Vault
  readonly has: boolean | undefined
  readonly grant?: Action
}

/** The new vault first; then the old one, if it differs. */
export function accessOfNext({ next, vault }: OperationFacts): readonly AccessOfNext[] {
  const chosen = next?.chosen
  const policy = valueIn(chosen?.chain.policy)
  if (!chosen || !policy) return []
  const [ownVault, oldVault] = [valueIn(chosen.chain.vault), valueIn(vault)]
  const toOld = defined({ policy: chosen.chain.policy, vault, keyAccess: chosen.accessToOld })
  const judged = (to: 'new' | 'old', vault: Vault, has: boolean | undefined): AccessOfNext => {
    const grant = has === false ? grantOf(policy, vault) : undefined
    return { to, vault, has, ...defined({ grant }) }
  }
  return [
    ...(ownVault ? [judged('new', ownVault, hasAccess(chosen.chain))] : []),
    ...(oldVault && !sameId(oldVault.id, ownVault?.id) ? [judged('old', oldVault, hasAccess(toOld))] : []),
  ]
}

/** Access first, then leaving, then joining. Between the outages only joining is left. Running changes aren't repeated. */
export function planChange(facts: OperationFacts): readonly Action[] {
  const environment = valueIn(facts.environment)
  const policy = nextPolicy(facts)
  if (!environment || !policy?.systemId || isChanged(facts) || changeUnderway(facts, 0)) return []
  const grants = accessOfNext(facts).flatMap(({ grant }) => grant ?? [])
  const leaving = planRevert(facts)
  if (leaving.length === 0) return [...grants, ...planMembership(asMembership(facts))]
  const joining: Action = {
    kind: 'link-environment',
    environmentId: environment.id,
    environmentName: environment.displayName,
    policyId: policy.id,
    policyName: policy.name,
    policySystemId: policy.systemId,
  }
  return [...grants, ...leaving, joining]
}
