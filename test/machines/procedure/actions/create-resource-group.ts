import type { CreateResourceGroup } from '../../../../machines/procedure/actions/create-resource-group/action.ts'
import { absent, ok, SUBSCRIPTION } from '../../facts.ts'
import { type Case, GROUP, groupId, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

export const example: CreateResourceGroup = { kind: 'create-resource-group', subscriptionId: SUBSCRIPTION, name: GROUP, location: 'eastus' }

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): CreateResourceGroup => ({
  kind: 'create-resource-group',
  subscriptionId: SAMPLE.subscription,
  name: names.group,
  location: 'westeurope',
  tags: [{ name: 'cost center', value: names.group }],
})

export const cases: readonly Case[] = [
  {
    when: 'it does not exist',
    answers: { readResourceGroup: says(absent), createResourceGroup: says(ok({ name: GROUP, location: 'eastus' })) },
    reads: ['readResourceGroup'],
    writes: [['createResourceGroup', SUBSCRIPTION, { name: GROUP, location: 'eastus' }]],
    resourceId: groupId,
  },
  {
    when: 'it exists, be it elsewhere',
    answers: { readResourceGroup: says(ok({ name: GROUP, location: 'westus' })) },
    reads: ['readResourceGroup'],
    writes: [],
    resourceId: groupId,
  },
]
