import type { CreateLock } from '#machines/procedure/actions/create-lock/action.ts'
import { LOCK_NAME, LOCK_NOTES } from '#machines/procedure/actions/create-lock/lock.ts'
import { lock, VAULT_ID } from '../../facts.ts'
import { type Case, groupId, leaves, writes } from './case.ts'
import type { Things } from './sample.ts'

export const sample = ({ subscription, vaultGroup, vault }: Things): CreateLock => ({
  kind: 'create-lock',
  of: 'vault',
  subscriptionId: subscription,
  resourceGroup: vaultGroup,
  name: vault,
})

export const cases: readonly Case[] = [
  writes('nothing locks it', { listLocks: [], createLock: lock() }, [{ scope: VAULT_ID, name: LOCK_NAME, notes: LOCK_NOTES }], lock().id),
  writes(
    'a lock of a level that is not known is there',
    { listLocks: [lock({ level: 'NotSpecified' })], createLock: lock() },
    [{ scope: VAULT_ID, name: LOCK_NAME, notes: LOCK_NOTES }],
    lock().id,
  ),
  leaves('its resource group is read-only', { listLocks: [lock({ scope: groupId, level: 'ReadOnly' })] }, lock().id),
]
