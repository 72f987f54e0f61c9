import type { CreateVault } from '#machines/procedure/actions/create-vault/action.ts'
import { absent, SUBSCRIPTION, TENANT, VAULT_ID, vault } from '../../facts.ts'
import { type Case, GROUP, leaves, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

export const example: CreateVault = {
  kind: 'create-vault',
  vault: { subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: 'kv-contoso-cmk', location: 'eastus', tenantId: TENANT },
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Things): CreateVault => ({
  kind: 'create-vault',
  vault: {
    subscriptionId: SAMPLE.subscription,
    resourceGroup: names.vaultGroup,
    name: names.vault,
    location: 'westeurope',
    tenantId: SAMPLE.tenant,
    tags: [
      { name: 'cost center', value: names.group },
      { name: 'empty', value: '' },
    ],
  },
})

export const cases: readonly Case[] = [
  writes('it does not exist', { readVault: absent, createVault: vault() }, [example.vault], VAULT_ID),
  leaves('it exists: whether it is right is for the checks to say', { readVault: vault({ purgeProtection: false }) }, VAULT_ID),
]
