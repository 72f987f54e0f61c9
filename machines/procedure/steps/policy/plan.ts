import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { isKnownAs } from '#machines/engine/fact.ts'
import { judge } from '#machines/engine/step/finding.ts'
import { isAbsent, valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { policyLocationFor } from '../../geography.ts'
import { storeId, storePlace } from '../../key-store.ts'
import { ROLES_THAT_READ } from '../../rights/roles.ts'
import type { ResourceProvider } from '../../services/services.ts'
import { predecessorOf } from '../membership/link.ts'
import { isGroup, isInUse, type PolicyFacts } from './facts.ts'
import { encryptionPolicyIn, policyChecks } from './policy-checks.ts'
import { registrationOf } from './registration.ts'

/** Remaining writes of step 3 in order of dependence. Existing resources stay as they are, except for requested purge protection. */
export function planPolicy(facts: PolicyFacts, choices: Choices): readonly Action[] {
  const chosen = choices.policy
  if (!chosen) return []
  return [...planVault(facts, chosen, choices.turnOnPurgeProtection === true), ...planPolicyItself(facts, chosen)]
}

function planVault(facts: PolicyFacts, chosen: PolicyChoices, turnOnPurgeProtection: boolean): readonly Action[] {
  const { subscriptionId } = chosen
  const tags = defined({ tags: chosen.tags })
  // A key in use is recovered, never created again: a new one decrypts nothing.
  const mayCreate = !isInUse(facts)
  const hsm = chosen.keyStore === 'managed-hsm'
  // A Managed HSM is created by its key holders, and a vault for an imported key by a person, in a tier that accepts one.
  const createsVault = mayCreate && !hsm && !chosen.keyIsImported && isAbsent(facts.vault)
  const actions: Action[] = []
  if (isUnregistered(facts.provider)) actions.push({ kind: 'register-provider', subscriptionId })
  if (createsVault && isUnregistered(facts.vaultProvider))
    actions.push({ kind: 'register-provider', subscriptionId, namespace: 'Microsoft.KeyVault' })
  if (isAbsent(facts.resourceGroup))
    actions.push({ kind: 'create-resource-group', subscriptionId, name: chosen.resourceGroup, location: chosen.region, ...tags })
  const vault = valueIn(facts.vault)
  if (createsVault) {
    actions.push({
      kind: 'create-vault',
      vault: {
        subscriptionId,
        resourceGroup: chosen.vaultResourceGroup,
        name: chosen.vaultName,
        location: chosen.region,
        tenantId: facts.tenantId,
        ...tags,
      },
    })
  }
  if (vault && !hsm && !vault.purgeProtection && turnOnPurgeProtection) {
    actions.push({
      kind: 'turn-on-purge-protection',
      subscriptionId,
      resourceGroup: chosen.vaultResourceGroup,
      name: chosen.vaultName,
      ...defined({ retentionDays: vault.softDeleteRetentionDays }),
    })
  }
  if (mayCreate && !chosen.keyIsImported && ((!hsm && isAbsent(facts.vault)) || isAbsent(facts.key)))
    actions.push({
      kind: 'create-key',
      ...storePlace(chosen),
      name: chosen.keyName,
      size: chosen.keySize,
      ...(facts.keyShutOut ? { throughAzure: true as const } : {}),
    })
  return actions
}

function isUnregistered(answer: Answer<ResourceProvider> | undefined): boolean {
  const provider = valueIn(answer)
  return provider !== undefined && isKnownAs(registrationOf(provider), 'not-registered')
}

function planPolicyItself(facts: PolicyFacts, chosen: PolicyChoices): readonly Action[] {
  const location = valueIn(facts.environment)?.location ?? facts.toldLocation?.location
  if (location === undefined) return []
  const { subscriptionId, resourceGroup: policyResourceGroup, policyName } = chosen
  const toCreate = isAbsent(facts.policy)
  const policy = encryptionPolicyIn(facts.policy)
  // Access for a policy that doesn't hold the environment would be useless.
  if (toCreate ? isInUse(facts) : !policy || predecessorOf(valueIn(facts.environment), policy)) return []
  // An imported key must be in the vault before a policy names it.
  if (toCreate && chosen.keyIsImported && !valueIn(facts.key)) return []
  const actions: Action[] = []
  if (toCreate) {
    actions.push({
      kind: 'create-policy',
      policy: {
        subscriptionId,
        resourceGroup: policyResourceGroup,
        name: policyName,
        location: policyLocationFor(location, valueIn(facts.provider)?.policyLocations ?? []),
        vaultId: valueIn(facts.vault)?.id ?? storeId(chosen),
        keyName: chosen.keyName,
        ...defined({ tags: chosen.tags }),
      },
    })
  }
  if (toCreate || lacksKeyAccess(facts))
    actions.push({
      kind: 'grant-key-access',
      ...storePlace(chosen),
      policyResourceGroup,
      policyName,
      ...(valueIn(facts.vault)?.roleBasedAccess === false ? { byAccessPolicy: true as const } : {}),
    })
  if ((toCreate && facts.readers === undefined) || lacksReader(facts))
    actions.push({ kind: 'grant-reader', subscriptionId, policyResourceGroup, policyName, ...readerOf(facts, chosen) })
  return actions
}

/** Azure refuses a role for a group that is declared as a user. */
export const readerOf = ({ administrator }: PolicyFacts, chosen: PolicyChoices) => ({
  principalId: chosen.administratorObjectId,
  ...(isGroup(administrator, chosen) ? { principalType: 'Group' as const } : {}),
})

// Shared with the check, so that finding and plan agree. Its dates don't matter here.
const lacksKeyAccess = (facts: PolicyFacts): boolean =>
  judge(
    policyChecks.filter((check) => check.key === 'key-access'),
    facts,
    0,
  ).some((finding) => finding.status === 'fail')

const lacksReader = (facts: PolicyFacts): boolean => {
  const readers = valueIn(facts.readers)
  return readers !== undefined && !readers.some((assignment) => ROLES_THAT_READ.includes(assignment.roleId.toLowerCase()))
}
