import { judge } from '#machines/engine/step/finding.ts'
import type { ShownChange } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import type { PolicyChoices } from '../../choices.ts'
import { storePlace } from '../../key-store.ts'
import { ROLES_THAT_READ } from '../../rights/roles.ts'
import type { PolicyFacts } from './facts.ts'
import { readerOf } from './plan.ts'
import { encryptionPolicyIn, policyChecks } from './policy-checks.ts'

const stateOf = (answer: PolicyFacts['provider']): string => valueIn(answer)?.registrationState.toLowerCase() ?? ''

/**
 * Changes that the services confirm. Based on readings, because a change may be missing from the plan only because
 * something was unreadable.
 */
export function shownByPolicy(facts: PolicyFacts, chosen: PolicyChoices): readonly ShownChange[] {
  const { subscriptionId, resourceGroup: policyResourceGroup, vaultResourceGroup, vaultName, policyName } = chosen
  const vault = valueIn(facts.vault)
  const policy = encryptionPolicyIn(facts.policy)
  const isAsked = (answer: PolicyFacts['provider']) => ['registered', 'registering'].includes(stateOf(answer))
  const passes = judge(policyChecks, facts, 0).filter(({ status }) => status !== 'fail' && status !== 'unknown')
  const isReader = valueIn(facts.readers)?.some(({ roleId }) => ROLES_THAT_READ.includes(roleId.toLowerCase())) === true
  const { resourceGroup: name, region: location } = chosen
  const shown: readonly (readonly [boolean, Action])[] = [
    [isAsked(facts.provider), { kind: 'register-provider', subscriptionId }],
    // The provider isn't read if the vault exists.
    [vault !== undefined || isAsked(facts.vaultProvider), { kind: 'register-provider', subscriptionId, namespace: 'Microsoft.KeyVault' }],
    [facts.resourceGroup?.ok === true, { kind: 'create-resource-group', subscriptionId, name, location }],
    [
      vault !== undefined && !vault.managedHsm,
      {
        kind: 'create-vault',
        vault: { subscriptionId, resourceGroup: vaultResourceGroup, name: vaultName, location, tenantId: facts.tenantId },
      },
    ],
    [
      vault?.purgeProtection === true,
      { kind: 'turn-on-purge-protection', subscriptionId, resourceGroup: vaultResourceGroup, name: vaultName },
    ],
    [facts.key?.ok === true, { kind: 'create-key', ...storePlace(chosen), name: chosen.keyName, size: chosen.keySize }],
    [
      policy !== undefined,
      {
        kind: 'create-policy',
        policy: {
          subscriptionId,
          resourceGroup: policyResourceGroup,
          name: policyName,
          location: policy?.location ?? '',
          vaultId: policy?.vaultId ?? '',
          keyName: policy?.keyName ?? '',
        },
      },
    ],
    [passes.some(({ key }) => key === 'key-access'), { kind: 'grant-key-access', ...storePlace(chosen), policyResourceGroup, policyName }],
    [isReader, { kind: 'grant-reader', subscriptionId, policyResourceGroup, policyName, ...readerOf(facts, chosen) }],
  ]
  return shown.flatMap(([isMade, action]) => (isMade ? [{ action }] : []))
}
