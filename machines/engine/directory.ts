/** An environment of a tenant that the procedure can be carried out for. */
export interface DirectoryEnvironment {
  readonly id: string
  readonly displayName: string
  /** As the service names it, for example `Production`. */
  readonly type: string
  /** Where it is, as the service names it. */
  readonly geography: string
  /** The data center's region, where it was told. */
  readonly region?: string
  /** Of its address: what names are made of. */
  readonly domain?: string
}

/** What was read of a tenant's environments last. */
export interface ReadDirectory {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly environments: readonly DirectoryEnvironment[]
}
