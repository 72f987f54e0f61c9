import type { CreateVault } from '../../../../machines/procedure/actions/create-vault/action.ts'
import { absent, ok, SUBSCRIPTION, TENANT, VAULT_ID, vault } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

export const example: CreateVault = {
  kind: 'create-vault',
  vault: { subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: 'kv-contoso-cmk', location: 'eastus', tenantId: TENANT },
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): CreateVault => ({
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
  {
    when: 'it does not exist',
    answers: { readVault: says(absent), createVault: says(ok(vault())) },
    reads: ['readVault'],
    writes: [['createVault', example.vault]],
    resourceId: VAULT_ID,
  },
  {
    when: 'it exists: whether it is right is for the checks to say',
    answers: { readVault: says(ok(vault({ purgeProtection: false }))) },
    reads: ['readVault'],
    writes: [],
    resourceId: VAULT_ID,
  },
]
