/** What a container refused, as far as it matters to who asked. */
export type RefusalKind =
  /** No answer: what was asked may have been done all the same. */
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'no-container'
  | 'missing'
  /** It is there already, or is another by now. */
  | 'changed'
  /** Someone else has the lease, or ours has ended. */
  | 'leased'
  | 'immutable'
  /** A log takes no more lines. */
  | 'full'
  | 'other'

/** A refusal of the container. Its message holds the service's own words. */
export class ContainerRefused extends Error {
  override readonly name = 'ContainerRefused'
  constructor(
    readonly kind: RefusalKind,
    message: string,
  ) {
    super(message)
  }
}

export const isRefused = (error: unknown, ...kinds: readonly RefusalKind[]): error is ContainerRefused =>
  error instanceof ContainerRefused && (kinds.length === 0 || kinds.includes(error.kind))

/** Short ASCII words beside a blob. */
export type Metadata = Readonly<Record<string, string>>

export interface Blob {
  readonly name: string
  readonly size: number
  readonly etag: string
  /** Milliseconds since 1970-01-01T00:00:00Z, by the service's clock. */
  readonly createdAt: number
  readonly isLeased: boolean
  readonly metadata: Metadata
}

/** What protects a container from being changed. */
export interface Protection {
  /** A policy for the whole container keeps blobs from being changed and deleted for a time. */
  readonly policy: boolean
  readonly legalHold: boolean
  /** Policies can be set for single versions of blobs. */
  readonly versions: boolean
}

/** A lease in seconds: as long as the service gives one that ends by itself. */
export const LEASE_SECONDS = 60

/** A container of blobs. Every call rejects with `ContainerRefused` where the service refuses. */
export interface Container {
  protection(): Promise<Protection>
  list(prefix: string): Promise<readonly Blob[]>
  head(name: string): Promise<Blob | undefined>
  /** @param from the first byte that is wanted @param most in bytes; a blob that holds more is refused @returns nothing where there is no such blob */
  read(name: string, from: number, most: number): Promise<{ readonly bytes: Buffer; readonly etag: string } | undefined>
  /**
   * @param expected the etag that it must still have; nothing where it must not be there
   * @param metadata in place of what it had
   * @returns the new etag
   */
  put(name: string, content: string | Uint8Array, expected?: string, metadata?: Metadata): Promise<string>
  /** @param lease of the blob, where it has one */
  remove(name: string, lease?: string): Promise<void>
  /** Makes an empty log. @returns false where it is there already */
  createLog(name: string): Promise<boolean>
  /** @param at where it must begin: as long as the log must be by then */
  append(name: string, text: string | Uint8Array, at: number, lease: string): Promise<void>
  /** Replaces its metadata. @returns the new etag */
  describe(name: string, metadata: Metadata, condition: { readonly lease?: string; readonly etag?: string }): Promise<string>
  /** The same lease may be acquired again. @param lease a GUID */
  acquire(name: string, lease: string): Promise<void>
  renew(name: string, lease: string): Promise<void>
  release(name: string, lease: string): Promise<void>
  /** Ends another's lease at once. @param etag as it was when its holder was shown */
  breakLease(name: string, etag: string): Promise<void>
}
