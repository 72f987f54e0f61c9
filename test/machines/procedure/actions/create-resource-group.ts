import type { CreateResourceGroup } from '#machines/procedure/actions/create-resource-group/action.ts'
import { absent, SUBSCRIPTION } from '../../facts.ts'
import { type Case, GROUP, groupId, leaves, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

export const example: CreateResourceGroup = { kind: 'create-resource-group', subscriptionId: SUBSCRIPTION, name: GROUP, location: 'eastus' }

/** The same with names as an administrator chooses them. */
export const sample = (names: Things): CreateResourceGroup => ({
  kind: 'create-resource-group',
  subscriptionId: SAMPLE.subscription,
  name: names.group,
  location: 'westeurope',
  tags: [{ name: 'cost center', value: names.group }],
})

export const cases: readonly Case[] = [
  writes(
    'it does not exist',
    { readResourceGroup: absent, createResourceGroup: { name: GROUP, location: 'eastus' } },
    [SUBSCRIPTION, { name: GROUP, location: 'eastus' }],
    groupId,
  ),
  leaves('it exists, be it elsewhere', { readResourceGroup: { name: GROUP, location: 'westus' } }, groupId),
]
