import type { CreateLock } from '../../../../machines/procedure/actions/create-lock/action.ts'
import { LOCK_NAME, LOCK_NOTES } from '../../../../machines/procedure/actions/create-lock/lock.ts'
import { lock, ok, SUBSCRIPTION, VAULT_ID } from '../../facts.ts'
import { type Case, GROUP, groupId, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

export const example: CreateLock = {
  kind: 'create-lock',
  of: 'vault',
  subscriptionId: SUBSCRIPTION,
  resourceGroup: GROUP,
  name: 'kv-contoso-cmk',
}

/** The same with names as an administrator chooses them. */
export const sample = ({ vaultGroup, vault }: Names): CreateLock => ({
  kind: 'create-lock',
  of: 'vault',
  subscriptionId: SAMPLE.subscription,
  resourceGroup: vaultGroup,
  name: vault,
})

export const cases: readonly Case[] = [
  {
    when: 'nothing locks it',
    answers: { listLocks: says(ok([])), createLock: says(ok(lock())) },
    reads: ['listLocks'],
    writes: [['createLock', { scope: VAULT_ID, name: LOCK_NAME, notes: LOCK_NOTES }]],
    resourceId: lock().id,
  },
  {
    when: 'a lock of a level that is not known stands there',
    answers: { listLocks: says(ok([lock({ level: 'NotSpecified' })])), createLock: says(ok(lock())) },
    reads: ['listLocks'],
    writes: [['createLock', { scope: VAULT_ID, name: LOCK_NAME, notes: LOCK_NOTES }]],
    resourceId: lock().id,
  },
  {
    when: 'its resource group is read-only',
    answers: { listLocks: says(ok([lock({ scope: groupId, level: 'ReadOnly' })])) },
    reads: ['listLocks'],
    writes: [],
    resourceId: lock().id,
  },
]
