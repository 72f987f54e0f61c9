import type { CreatePolicy } from '#machines/procedure/actions/create-policy/action.ts'
import { vaultId } from '#machines/procedure/ids.ts'
import { absent, POLICY_ID, policy, SUBSCRIPTION, VAULT_ID } from '../../facts.ts'
import { type Case, GROUP, leaves, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

export const example: CreatePolicy = {
  kind: 'create-policy',
  policy: {
    subscriptionId: SUBSCRIPTION,
    resourceGroup: GROUP,
    name: 'cmk-contoso',
    location: 'unitedstates',
    vaultId: VAULT_ID,
    keyName: 'cmk-contoso',
  },
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Things): CreatePolicy => ({
  kind: 'create-policy',
  policy: {
    subscriptionId: SAMPLE.subscription,
    resourceGroup: names.group,
    name: names.policy,
    location: 'europe',
    vaultId: vaultId(SAMPLE.subscription, names.vaultGroup, names.vault),
    keyName: names.key,
    tags: [{ name: 'cost center', value: names.group }],
  },
})

export const cases: readonly Case[] = [
  writes('it does not exist', { readPolicy: absent, createPolicy: policy() }, [example.policy], POLICY_ID),
  leaves('it exists: a second writing would point it elsewhere', { readPolicy: policy({ keyName: 'other' }) }, POLICY_ID),
]
