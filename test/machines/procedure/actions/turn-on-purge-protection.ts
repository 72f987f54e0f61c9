import type { TurnOnPurgeProtection } from '../../../../machines/procedure/actions/turn-on-purge-protection/action.ts'
import { ok, SUBSCRIPTION, VAULT_ID, vault } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

export const example: TurnOnPurgeProtection = {
  kind: 'turn-on-purge-protection',
  subscriptionId: SUBSCRIPTION,
  resourceGroup: GROUP,
  name: 'kv-contoso-cmk',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): TurnOnPurgeProtection => ({
  kind: 'turn-on-purge-protection',
  subscriptionId: SAMPLE.subscription,
  resourceGroup: names.vaultGroup,
  name: names.vault,
  retentionDays: 90,
})

export const cases: readonly Case[] = [
  {
    when: 'it is off',
    answers: { readVault: says(ok(vault({ purgeProtection: false }))), turnOnPurgeProtection: says(ok(vault())) },
    reads: ['readVault'],
    writes: [['turnOnPurgeProtection', SUBSCRIPTION, GROUP, 'kv-contoso-cmk']],
    resourceId: VAULT_ID,
  },
  {
    when: 'it is on by now',
    answers: { readVault: says(ok(vault())) },
    reads: ['readVault'],
    writes: [],
    resourceId: VAULT_ID,
  },
]
