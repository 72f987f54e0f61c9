import { managedHsmId, policyId, resourceGroupId, vaultId } from '../../ids.ts'
import type { Lock } from '../../services/services.ts'

/** Lockable resources. `vault`: any key store. */
export const LOCKABLE = ['vault', 'policy', 'group'] as const
export type Lockable = (typeof LOCKABLE)[number]

export const LOCKED = ['vault', 'hsm', 'policy', 'group'] as const
export type LockedKind = (typeof LOCKED)[number]

/** Fixed name, so that the wizard and scripts find the lock again. */
export const LOCK_NAME = 'customer-managed-key'

/** English, as everything stored in Azure. */
export const LOCK_NOTES = 'Environments are encrypted with a key here. If it is deleted, they go offline for all users.'

interface Locked {
  readonly of: LockedKind
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

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

/** A read-only lock also prevents deletion. */
export const forbidsDeleting = ({ level }: Lock): boolean => ['cannotdelete', 'readonly'].includes(level.toLowerCase())
