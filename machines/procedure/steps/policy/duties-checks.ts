import type { Check, Observation } from '../../../engine/step/finding.ts'
import { isAbsent, valueIn } from '../../../engine/step/refusals.ts'
import { sameId } from '../../ids.ts'
import { administratorRolesOf } from '../../rights/directory-roles.ts'
import { allows, GIVES_ROLES, type Right } from '../../rights/permissions.ts'
import type { Permission } from '../../services.ts'
import type { PolicyFacts } from './facts.ts'

/** What lets an account take the key from the environments on it, in the words of a sentence. */
const POWERS: readonly { readonly right: Right; readonly says: string }[] = [
  { right: GIVES_ROLES, says: 'give and take roles' },
  { right: { plane: 'management', action: 'Microsoft.KeyVault/vaults/write' }, says: 'change the vault' },
  { right: { plane: 'management', action: 'Microsoft.KeyVault/vaults/delete' }, says: 'delete the vault' },
  { right: { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/update/action' }, says: 'disable keys' },
  { right: { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/delete' }, says: 'delete keys' },
]

const KEY_PERMISSIONS = ['all', 'update', 'delete']

/** What of it the account has at the vault, or where the vault will be; nothing when that could not be read. */
function powersOf(facts: PolicyFacts): readonly string[] | undefined {
  const { permissions, vault } = facts
  if (!permissions) return undefined
  const there = valueIn(permissions.vault)
  if (there) return powersBy(there, facts)
  const above = valueIn(permissions.vaultResourceGroup ?? permissions.resourceGroup) ?? valueIn(permissions.subscription)
  const inherited = above && powersBy(above, facts)
  // What is given above reaches the vault; what is not given above may be given at the vault itself, unless there is none yet.
  return inherited && (inherited.length > 0 || isAbsent(vault)) ? inherited : undefined
}

function powersBy(roles: readonly Permission[], { vault: answer, accountObjectId }: PolicyFacts): readonly string[] {
  const vault = valueIn(answer)
  const counts = ({ plane }: Right): boolean => plane === 'management' || vault?.roleBasedAccess !== false
  const byRoles = POWERS.filter(({ right }) => counts(right) && allows(roles, right) !== 'no').map(({ says }) => says)
  const byPolicy = vault?.accessPolicies.some(
    ({ objectId, keyPermissions }) =>
      sameId(objectId, accountObjectId) && keyPermissions.some((permission) => KEY_PERMISSIONS.includes(permission.toLowerCase())),
  )
  return !vault?.roleBasedAccess && byPolicy ? [...byRoles, 'change keys by an access policy'] : byRoles
}

function separated(facts: PolicyFacts): Observation | undefined {
  const powers = powersOf(facts)
  if (!facts.choices || !powers || !facts.directoryRoles) return undefined
  const roles = administratorRolesOf({ directoryRoles: facts.directoryRoles })
  const seen = `In Power Platform: ${roles.join(', ') || 'no administrator role in the sign-in'}. At the vault ${facts.choices.vaultName}: ${powers.length > 0 ? `may ${powers.join(', ')}` : 'none of the rights that could take the key away'}.`
  if (roles.length > 0 && powers.length > 0)
    return { status: 'warning', title: 'One account holds both sides: it administers Power Platform and rules over the key', seen }
  return { status: 'pass', title: 'The account holds only one side: Power Platform or the key', seen }
}

/** Microsoft advises two people. One is no mistake of the procedure, so it is said and not forbidden. */
export const dutiesChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'duties-separated',
    id: 'F-A01',
    part: 'access',
    owner: 'you',
    why: 'Whoever can add environments to the policy and take away the key can lock every one of them. Microsoft advises that the key vault administrator has no access to the admin center.',
    remedy:
      'Have the steps done by two people: one who owns the key vault, one who administers Power Platform. You can go on as one person.',
    byHand: [
      'Let the key vault administrator do step 3 under an account without a role in Power Platform.',
      'Let the Power Platform administrator do step 4 under an account with Reader on the policy and no right on the vault.',
    ],
    source: 'power-platform-keys',
    look: separated,
  },
]
