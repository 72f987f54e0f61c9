/** Who is signed in, as far as the token says. No token here. */
export interface Account {
  readonly objectId: string
  readonly userName: string
  readonly displayName: string
  readonly tenantId: string
  /** The tenant that the account belongs to, where the token names another one than `tenantId` and does not call it a guest. */
  readonly homeTenantId?: string
  readonly tenantName: string
}
