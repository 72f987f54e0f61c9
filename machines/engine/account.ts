/** From the token, which is not included. */
export interface Account {
  readonly objectId: string
  readonly userName: string
  readonly displayName: string
  readonly tenantId: string
  /** Home tenant, if different and not marked as guest. */
  readonly homeTenantId?: string
  readonly tenantName: string
}
