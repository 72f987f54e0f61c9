import type { TurnOnPurgeProtection } from '#machines/procedure/actions/turn-on-purge-protection/action.ts'
import { SUBSCRIPTION, VAULT_ID, vault } from '../../facts.ts'
import { type Case, GROUP, leaves, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

export const example: TurnOnPurgeProtection = {
  kind: 'turn-on-purge-protection',
  subscriptionId: SUBSCRIPTION,
  resourceGroup: GROUP,
  name: 'kv-contoso-cmk',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Things): TurnOnPurgeProtection => ({
  kind: 'turn-on-purge-protection',
  subscriptionId: SAMPLE.subscription,
  resourceGroup: names.vaultGroup,
  name: names.vault,
  retentionDays: 90,
})

export const cases: readonly Case[] = [
  writes(
    'it is off',
    { readVault: vault({ purgeProtection: false }), turnOnPurgeProtection: vault() },
    [SUBSCRIPTION, GROUP, 'kv-contoso-cmk'],
    VAULT_ID,
  ),
  leaves('it is on by now', { readVault: vault() }, VAULT_ID),
]
