import { sameId } from '../ids.ts'
import type { SignedInAccount } from '../services.ts'
import type { AccountNames } from './demand.ts'
import { accountMessages } from './messages.ts'

type Homed = Pick<SignedInAccount, 'tenantId' | 'homeTenantId'>

/**
 * True for a person of another tenant than the one signed in to: a partner who is there by delegated administration (GDAP) has
 * no user object there, so that nothing can be given to the object id in the token. A guest has one, and few tokens say so.
 */
export const isOfAnotherTenant = ({ tenantId, homeTenantId }: Homed): boolean =>
  homeTenantId !== undefined && !sameId(homeTenantId, tenantId)

/** Said beside the account on every page. */
export const OF_ANOTHER_TENANT = accountMessages.ofAnotherTenant

/** The account as a demand names it. */
export const accountNames = (account: Homed & Pick<SignedInAccount, 'objectId' | 'userName'>): AccountNames => ({
  objectId: account.objectId,
  userName: account.userName,
  ...(isOfAnotherTenant(account) ? { elsewhere: true } : {}),
})
