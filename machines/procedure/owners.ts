import type { OwnerDefinition, ServiceOwners } from '../engine/owners.ts'
import { messages } from './owner-messages.ts'
import { unregistered } from './rights/unregistered.ts'
import { serviceWords } from './service-messages.ts'

export const OWNERS = [
  'you',
  'key-vault-administrator',
  'power-platform-administrator',
  'lifecycle-services-administrator',
  // For partners: requires an account of the customer's tenant.
  'customer',
  'microsoft',
] as const
export type Owner = (typeof OWNERS)[number]

const isOwner = (id: string): id is Owner => OWNERS.some((each) => each === id)

/** @param id owner named by a finding, an action or a problem */
export function ownerOf(id: string): Owner {
  if (!isOwner(id)) throw new Error(`No owner is called ${id}`)
  return id
}

const TAKES_OVER: Partial<Readonly<Record<Owner, OwnerDefinition['handStepTo']>>> = {
  'key-vault-administrator': messages.toKeyVaultAdministrator,
  'power-platform-administrator': messages.toPowerPlatformAdministrator,
  customer: messages.toCustomer,
}

export const OWNERS_LISTED: readonly OwnerDefinition[] = OWNERS.map((id) => {
  const handStepTo = TAKES_OVER[id]
  return { id, ...(handStepTo ? { handStepTo } : {}) }
})

/** Rights on environments and rights in Azure come from different people. */
export const SERVICE_OWNERS: ServiceOwners = {
  rights: 'key-vault-administrator',
  operations: 'power-platform-administrator',
  services: 'microsoft',
  says: serviceWords,
  known: unregistered,
}
