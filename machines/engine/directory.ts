export interface DirectoryEnvironment {
  readonly id: string
  readonly displayName: string
  /** In the service's words, for example `Production`. */
  readonly type: string
  /** In the service's words. */
  readonly geography: string
  readonly region?: string
  readonly domain?: string
}

export interface ReadDirectory {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly environments: readonly DirectoryEnvironment[]
}
