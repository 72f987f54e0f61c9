import type { Answer } from '../../../engine/answer.ts'
import { judge } from '../../../engine/step/finding.ts'
import { isAbsent, valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import type { Action } from '../../action.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { policyLocationFor } from '../../geography.ts'
import { storeId, storePlace } from '../../key-store.ts'
import { ROLES_THAT_READ } from '../../roles.ts'
import type { ResourceProvider } from '../../services.ts'
import { predecessorOf } from '../membership/link.ts'
import { isGroup, isInUse, type PolicyFacts } from './facts.ts'
import { encryptionPolicyIn, policyChecks } from './policy-checks.ts'

/**
 * Everything that is still to be written in step 3, in the order it has to be written: what hangs on something comes after it.
 * What exists is used as it is and never changed, except where the person asked for it (purge protection).
 */
export function planPolicy(facts: PolicyFacts, choices: Choices): readonly Action[] {
  const chosen = choices.policy
  if (!chosen) return []
  return [...planVault(facts, chosen, choices.turnOnPurgeProtection === true), ...planPolicyItself(facts, chosen)]
}

function planVault(facts: PolicyFacts, chosen: PolicyChoices, turnOnPurgeProtection: boolean): readonly Action[] {
  const { subscriptionId } = chosen
  const tags = present({ tags: chosen.tags })
  // What an environment is encrypted with is recovered, never made anew: another key of the same name opens nothing.
  const mayCreate = !isInUse(facts)
  const hsm = chosen.keyStore === 'managed-hsm'
  // A Managed HSM is made and activated by its own key holders, and a vault for a key from another HSM by a person, of a tier that takes one.
  const createsVault = mayCreate && !hsm && !chosen.keyIsImported && isAbsent(facts.vault)
  const actions: Action[] = []
  if (isUnregistered(facts.provider)) actions.push({ kind: 'register-provider', subscriptionId })
  // A state in a word that isn't known may be any: the vault's creation says whether the registration is missing.
  if (createsVault && UNREGISTERED.includes(valueIn(facts.vaultProvider)?.registrationState.toLowerCase() ?? ''))
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
      ...present({ retentionDays: vault.softDeleteRetentionDays }),
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

/** All states of Microsoft's definition of the interface but Registered. */
const UNREGISTERED: readonly string[] = ['notregistered', 'registering', 'unregistering']

function isUnregistered(answer: Answer<ResourceProvider> | undefined): boolean {
  const provider = valueIn(answer)
  return provider !== undefined && provider.registrationState.toLowerCase() !== 'registered'
}

function planPolicyItself(facts: PolicyFacts, chosen: PolicyChoices): readonly Action[] {
  const location = valueIn(facts.environment)?.location ?? facts.toldLocation?.location
  if (location === undefined) return []
  const { subscriptionId, resourceGroup: policyResourceGroup, policyName } = chosen
  const toCreate = isAbsent(facts.policy)
  const policy = encryptionPolicyIn(facts.policy)
  // Access for a policy that the environment is not in would help no one.
  if (toCreate ? isInUse(facts) : !policy || predecessorOf(valueIn(facts.environment), policy)) return []
  // A key from an HSM is in the vault before a policy names it.
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
        ...present({ tags: chosen.tags }),
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

/** Who is to read the policy. Azure refuses a role for a group that is called a user. */
export const readerOf = ({ administrator }: PolicyFacts, chosen: PolicyChoices) => ({
  principalId: chosen.administratorObjectId,
  ...(isGroup(administrator, chosen) ? { principalType: 'Group' as const } : {}),
})

// The check decides what is lacking, so that the finding and the plan cannot disagree. Its dates do not matter here.
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
