import { sameId } from '../ids.ts'
import type { SignedInAccount } from '../services/services.ts'
import type { AccountNames } from './demand.ts'
import { accountMessages } from './messages.ts'

type Homed = Pick<SignedInAccount, 'tenantId' | 'homeTenantId'>

/**
 * Whether the account is from another tenant: a partner with delegated administration (GDAP) has no user object, so its
 * object ID can't get a role. A guest has one, but few tokens show that.
 */
export const isOfAnotherTenant = ({ tenantId, homeTenantId }: Homed): boolean =>
  homeTenantId !== undefined && !sameId(homeTenantId, tenantId)

export const OF_ANOTHER_TENANT = accountMessages.ofAnotherTenant

export const accountNames = (account: Homed & Pick<SignedInAccount, 'objectId' | 'userName'>): AccountNames => ({
  objectId: account.objectId,
  userName: account.userName,
  ...(isOfAnotherTenant(account) ? { elsewhere: true } : {}),
})
