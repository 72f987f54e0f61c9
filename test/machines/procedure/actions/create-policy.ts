import type { CreatePolicy } from '../../../../machines/procedure/actions/create-policy/action.ts'
import { vaultId } from '../../../../machines/procedure/ids.ts'
import { absent, ok, POLICY_ID, policy, SUBSCRIPTION, VAULT_ID } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

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
export const sample = (names: Names): CreatePolicy => ({
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
  {
    when: 'it does not exist',
    answers: { readPolicy: says(absent), createPolicy: says(ok(policy())) },
    reads: ['readPolicy'],
    writes: [['createPolicy', example.policy]],
    resourceId: POLICY_ID,
  },
  {
    when: 'it exists: a second writing would point it elsewhere',
    answers: { readPolicy: says(ok(policy({ keyName: 'other' }))) },
    reads: ['readPolicy'],
    writes: [],
    resourceId: POLICY_ID,
  },
]
