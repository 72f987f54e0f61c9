import type { OwnerDefinition, ServiceOwners } from '../engine/owners.ts'
import { messages } from './owner-messages.ts'
import { unregistered } from './rights/unregistered.ts'
import { serviceWords } from './service-messages.ts'

/** Who can put a finding right. */
export const OWNERS = [
  'you',
  'key-vault-administrator',
  'power-platform-administrator',
  'lifecycle-services-administrator',
  // For a partner who works in someone else's tenant: what only an account of that tenant can do.
  'customer',
  'microsoft',
] as const
export type Owner = (typeof OWNERS)[number]

const isOwner = (id: string): id is Owner => OWNERS.some((each) => each === id)

/** An owner by the ID that a finding, an action or a problem names. */
export function ownerOf(id: string): Owner {
  if (!isOwner(id)) throw new Error(`No owner is called ${id}`)
  return id
}

/** Who takes a step over from another person with this wizard. */
const TAKES_OVER: Partial<Readonly<Record<Owner, OwnerDefinition['handStepTo']>>> = {
  'key-vault-administrator': messages.toKeyVaultAdministrator,
  'power-platform-administrator': messages.toPowerPlatformAdministrator,
  customer: messages.toCustomer,
}

/** In the order in which a page lists them. */
export const OWNERS_LISTED: readonly OwnerDefinition[] = OWNERS.map((id) => {
  const handStepTo = TAKES_OVER[id]
  return { id, ...(handStepTo ? { handStepTo } : {}) }
})

/** Rights on environments come from other people than rights in Azure. */
export const SERVICE_OWNERS: ServiceOwners = {
  rights: 'key-vault-administrator',
  operations: 'power-platform-administrator',
  services: 'microsoft',
  says: serviceWords,
  known: unregistered,
}
