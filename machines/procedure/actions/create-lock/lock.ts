import { managedHsmId, policyId, resourceGroupId, vaultId } from '../../ids.ts'
import type { Lock } from '../../services.ts'

/** What a person can wish to be locked against being deleted. `vault`: wherever the key is kept. */
export const LOCKABLE = ['vault', 'policy', 'group'] as const
export type Lockable = (typeof LOCKABLE)[number]

/** What a lock is set on. */
export const LOCKED = ['vault', 'hsm', 'policy', 'group'] as const
export type LockedKind = (typeof LOCKED)[number]

/** The wizard's own lock is found by it again, and so is the lock that a script has set. */
export const LOCK_NAME = 'customer-managed-key'

/** For an administrator who meets the lock in the portal: English, as everything that is kept in Azure. */
export const LOCK_NOTES = 'Environments are encrypted with a key here. If it is deleted, they go offline for all users.'

interface Locked {
  readonly of: LockedKind
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

/** The ID of what is locked. */
export function lockScope({ of, subscriptionId, resourceGroup, name }: Locked): string {
  switch (of) {
    case 'vault':
      return vaultId(subscriptionId, resourceGroup, name)
    case 'hsm':
      return managedHsmId(subscriptionId, resourceGroup, name)
    case 'policy':
      return policyId(subscriptionId, resourceGroup, name)
    case 'group':
      return resourceGroupId(subscriptionId, name)
  }
}

/** A read-only lock forbids deleting as well. */
export const forbidsDeleting = ({ level }: Lock): boolean => ['cannotdelete', 'readonly'].includes(level.toLowerCase())
