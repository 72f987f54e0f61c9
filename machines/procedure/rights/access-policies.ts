import { fail, pass, warning } from '#machines/engine/step/observations.ts'
import type { Observation } from '../../engine/step/finding.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import { sameId } from '../ids.ts'
import type { Vault } from '../services/services.ts'
import { rolesThatGive } from './azure-roles.ts'
import { addToAccessPolicy } from './commands.ts'
import type { AccountNames } from './demand.ts'
import { accessPolicyMessages as messages, verdictMessages } from './messages.ts'
import type { Right } from './permissions.ts'
import { judgeRights, type Places } from './places.ts'

/** Key permissions are set by writing the vault; no separate right exists. */
export const SETS_ACCESS_POLICIES: readonly Right[] = [{ plane: 'management', action: 'Microsoft.KeyVault/vaults/accessPolicies/write' }]

const held = (vault: Vault, isMeant: (objectId: string) => boolean): readonly string[] =>
  vault.accessPolicies.filter(({ objectId }) => isMeant(objectId)).flatMap(({ keyPermissions }) => keyPermissions)

/** Missing key permissions. Azure takes names in any case, and `all` for every one. */
function lacking(given: readonly string[], needed: readonly string[]): readonly string[] {
  const has = new Set(given.map((permission) => permission.toLowerCase()))
  return has.has('all') ? [] : needed.filter((permission) => !has.has(permission.toLowerCase()))
}

/** Command that adds key permissions to a principal's existing ones. */
export function addKeyPermissions(vault: Vault, principalId: string, needed: readonly string[]): string {
  const existing = held(vault, (objectId) => sameId(objectId, principalId))
  return addToAccessPolicy({ vault: vault.id, tenantId: vault.tenantId, principalId, permissions: lacking(existing, needed) })
}

/**
 * Judges the account's key permissions in a vault with access policies.
 * @param demand `doing` completes "The account can …"; `places` begins with the vault
 */
export function judgeKeyPermissions(demand: {
  readonly vault: Vault
  readonly account: AccountNames
  readonly needed: readonly string[]
  readonly doing: DisplayText
  readonly places: Places
  /** Object IDs known not to be groups: the policies' identities. */
  readonly identities?: readonly string[]
  /** The vault already refused the account: group permissions can't help. */
  readonly isRefused?: boolean
}): Observation {
  const { vault, account, needed, doing, identities = [], isRefused = false } = demand
  const own = held(vault, (objectId) => sameId(objectId, account.objectId))
  const missing = lacking(own, needed)
  const told = { vault: vault.name, account: account.userName, needed }
  const seen = own.length === 0 ? messages.foundNone(told) : messages.found({ ...told, permissions: own })
  if (missing.length === 0) return pass(verdictMessages.may({ doing }), seen)
  const byGroups = held(vault, (objectId) => !identities.some((identity) => sameId(identity, objectId)))
  if (!isRefused && lacking(byGroups, needed).length === 0)
    return warning(verdictMessages.unknown({ doing }), sentences(seen, messages.maybeByGroup), {
      remedy: messages.vaultDecides,
      owner: 'you',
      byHand: [],
    })
  const judged = judgeRights(demand.places, SETS_ACCESS_POLICIES)
  const itself = judged.known && judged.verdict === 'yes'
  const roles = { anyOf: rolesThatGive(SETS_ACCESS_POLICIES).map(({ name }) => name) }
  return fail(messages.lacks({ doing, permissions: { anyOf: missing } }), seen, {
    remedy: itself ? messages.addYourself : messages.askFor({ roles, vault: vault.name }),
    owner: itself ? 'you' : 'key-vault-administrator',
    byHand: [
      messages.inPortal({ vault: vault.name, permissions: missing, account: account.userName }),
      itself ? verdictMessages.runCommand : verdictMessages.runCommandAs({ roles }),
      verbatim(addKeyPermissions(vault, account.objectId, needed)),
    ],
  })
}
