import type { Observation } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import { sameId } from '../ids.ts'
import type { Vault } from '../services.ts'
import { rolesThatGive } from './azure-roles.ts'
import { setKeyPermissions } from './commands.ts'
import { oneOf } from './demand.ts'
import type { Right } from './permissions.ts'
import { judgeRights, type Places } from './places.ts'

/** Key permissions are set with the vault, not with a role of their own. */
export const SETS_ACCESS_POLICIES: readonly Right[] = [{ plane: 'management', action: 'Microsoft.KeyVault/vaults/accessPolicies/write' }]

const held = (vault: Vault, isMeant: (objectId: string) => boolean): readonly string[] =>
  vault.accessPolicies.filter(({ objectId }) => isMeant(objectId)).flatMap(({ keyPermissions }) => keyPermissions)

/** Which of these key permissions are not among those given. Azure takes their names in any case, and `all` for every one. */
function lacking(given: readonly string[], needed: readonly string[]): readonly string[] {
  const has = new Set(given.map((permission) => permission.toLowerCase()))
  return has.has('all') ? [] : needed.filter((permission) => !has.has(permission.toLowerCase()))
}

/** The command that adds key permissions for a principal to those it has. */
export function addKeyPermissions(
  vault: Vault,
  where: { readonly subscriptionId: string; readonly resourceGroup: string },
  principalId: string,
  needed: readonly string[],
): string {
  const present = held(vault, (objectId) => sameId(objectId, principalId))
  return setKeyPermissions({ ...where, vaultName: vault.name, principalId, permissions: [...present, ...lacking(present, needed)] })
}

/**
 * Judges key permissions of the account in a vault that uses access policies.
 * @param demand `doing` completes "The account may …"; `places` begins with the vault
 */
export function judgeKeyPermissions(demand: {
  readonly vault: Vault
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly accountObjectId: string
  readonly needed: readonly string[]
  readonly doing: DisplayText
  readonly places: Places
  /** Object ids known to be no group: the identities of policies. */
  readonly identities?: readonly string[]
  /** The vault has turned the account away already: what others have does not help it. */
  readonly isRefused?: boolean
}): Observation {
  const { vault, accountObjectId, needed, doing, identities = [], isRefused = false } = demand
  const own = held(vault, (objectId) => sameId(objectId, accountObjectId))
  const missing = lacking(own, needed)
  const seen = `Access policies of ${vault.name}, account ${accountObjectId}: ${own.join(', ') || 'no key permission'}. Needed: ${needed.join(', ')}.`
  if (missing.length === 0) return { status: 'pass', title: `The account may ${doing}`, seen }
  const byGroups = held(vault, (objectId) => !identities.some((identity) => sameId(identity, objectId)))
  if (!isRefused && lacking(byGroups, needed).length === 0) {
    return {
      status: 'warning',
      title: `It could not be known whether the account may ${doing}`,
      seen: `${seen} Others in the access policies have what is missing; one of them may be a group the account is in.`,
      remedy:
        'You can go on: the vault decides when the change is made. If it refuses, ask for the key permissions for the account itself.',
      owner: 'you',
      byHand: [],
    }
  }
  const judged = judgeRights(demand.places, SETS_ACCESS_POLICIES)
  const itself = judged.known && judged.verdict === 'yes'
  const setters = oneOf(rolesThatGive(SETS_ACCESS_POLICIES).map(({ name }) => name))
  return {
    status: 'fail',
    title: `The account may not ${doing}: the vault’s access policies do not give it ${oneOf(missing)}`,
    seen,
    remedy: itself
      ? 'The account may set the vault’s access policies, also its own: add the key permissions with the command below, then check again.'
      : `Ask somebody who is ${setters} on the key vault ${vault.name} to add the key permissions for the account, then check again.`,
    owner: itself ? 'you' : 'key-vault-administrator',
    byHand: [
      `In the Azure portal, open the key vault ${vault.name}, Access policies, Create; tick the key permissions ${missing.join(', ')} and choose the account with the object id ${accountObjectId}.`,
      `Or run this in Azure CLI${itself ? '' : `, as ${setters}`}:`,
      addKeyPermissions(vault, demand, accountObjectId, needed),
    ],
  }
}
