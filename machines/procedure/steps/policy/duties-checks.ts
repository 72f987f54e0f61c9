import { defined } from '#machines/defined.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { pass, warning } from '#machines/engine/step/observations.ts'
import { isAbsent, valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { sameId } from '../../ids.ts'
import { rightsInPowerPlatform } from '../../rights/directory-roles.ts'
import { LOCAL_RIGHTS } from '../../rights/local-roles.ts'
import { allows, GIVES_ROLES, type Right } from '../../rights/permissions.ts'
import type { Permission } from '../../services/services.ts'
import type { PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { messages } from './rights-messages.ts'

/** Rights that can remove the key from environments, as sentence parts. */
const POWERS: readonly { readonly right: Right; readonly says: DisplayText }[] = [
  { right: GIVES_ROLES, says: messages.powerGiveRoles },
  { right: { plane: 'management', action: 'Microsoft.KeyVault/vaults/write' }, says: messages.powerChangeVault },
  { right: { plane: 'management', action: 'Microsoft.KeyVault/vaults/delete' }, says: messages.powerDeleteVault },
  { right: { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/update/action' }, says: messages.powerDisableKeys },
  { right: { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/delete' }, says: messages.powerDeleteKeys },
]

const KEY_PERMISSIONS = ['all', 'update', 'delete']

/** Such rights at the vault or its future place; undefined if unread. */
function powersOf(facts: PolicyFacts): readonly DisplayText[] | undefined {
  const { permissions, vault } = facts
  if (!permissions) return undefined
  const there = valueIn(permissions.vault)
  if (there) return powersBy(there, facts)
  const above = valueIn(permissions.vaultResourceGroup ?? permissions.resourceGroup) ?? valueIn(permissions.subscription)
  const inherited = above && powersBy(above, facts)
  // Rights from above reach the vault; others may be assigned at the vault itself, if it exists.
  return inherited && (inherited.length > 0 || isAbsent(vault)) ? inherited : undefined
}

/** Azure roles control the resource, local roles its keys. */
function powersInHsm(roles: readonly Permission[], local: readonly Permission[]): readonly DisplayText[] {
  const can = (plane: Right['plane'], action: string) => allows(plane === 'data' ? local : roles, { plane, action }) !== 'no'
  const powers: readonly (readonly [boolean, DisplayText])[] = [
    [can('data', LOCAL_RIGHTS.giveRoles), messages.powerGiveRoles],
    [can('management', 'Microsoft.KeyVault/managedHSMs/delete'), ofHsm.powerDelete],
    [can('data', LOCAL_RIGHTS.changeKeys), messages.powerDisableKeys],
    [can('data', LOCAL_RIGHTS.deleteKeys), messages.powerDeleteKeys],
  ]
  return powers.flatMap(([has, says]) => (has ? [says] : []))
}

function powersBy(roles: readonly Permission[], facts: PolicyFacts): readonly DisplayText[] | undefined {
  const { vault: answer, accountObjectId } = facts
  const vault = valueIn(answer)
  if (facts.choices?.keyStore) {
    const local = valueIn(facts.localPermissions)
    return local && powersInHsm(roles, local)
  }
  const counts = ({ plane }: Right): boolean => plane === 'management' || vault?.roleBasedAccess !== false
  const byRoles = POWERS.filter(({ right }) => counts(right) && allows(roles, right) !== 'no').map(({ says }) => says)
  const byPolicy = vault?.accessPolicies.some(
    ({ objectId, keyPermissions }) =>
      sameId(objectId, accountObjectId) && keyPermissions.some((permission) => KEY_PERMISSIONS.includes(permission.toLowerCase())),
  )
  return !vault?.roleBasedAccess && byPolicy ? [...byRoles, messages.powerByAccessPolicy] : byRoles
}

function separated(facts: PolicyFacts): Observation | undefined {
  const powers = powersOf(facts)
  const { choices, directoryRoles, isApplication, environment } = facts
  if (!choices || !powers || !directoryRoles) return undefined
  const { held, seen: inPowerPlatform } = rightsInPowerPlatform({ directoryRoles, ...defined({ isApplication }) }, environment)
  const { vaultName: vault } = choices
  const seen = sentences(
    inPowerPlatform,
    powers.length > 0 ? messages.dutiesSeparated.atVault({ vault, powers }) : messages.dutiesSeparated.notAtVault({ vault }),
  )
  if (held === 'no' || powers.length === 0) return pass(messages.dutiesSeparated.oneSide, seen)
  return warning(held === 'yes' ? messages.dutiesSeparated.bothSides : messages.dutiesSeparated.maybeBothSides, seen)
}

/** Microsoft recommends two people. One is allowed, so this is a note. */
export const dutiesChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'duties-separated',
    id: 'F-A01',
    part: 'access',
    owner: 'you',
    ...textsOf(messages.dutiesSeparated),
    source: 'power-platform-keys',
    heading: 'Understand the potential risk when you manage your key',
    judge: separated,
  },
]
