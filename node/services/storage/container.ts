import { asText, type DisplayText, isVerbatim } from '#machines/messages/message.ts'

export type RefusalKind =
  /** No answer: the request may have been executed. */
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'no-container'
  | 'missing'
  /** Already exists, or its ETag has changed. */
  | 'changed'
  /** Leased by another, or our lease ended. */
  | 'leased'
  | 'immutable'
  | 'full'
  | 'other'

export class ContainerRefused extends Error {
  override readonly name = 'ContainerRefused'
  /** The wizard's message, or the service's words. */
  readonly why: DisplayText
  constructor(
    readonly kind: RefusalKind,
    said: string | DisplayText,
  ) {
    const why = asText(said)
    super(isVerbatim(why) ? why.verbatim : JSON.stringify(why))
    this.why = why
  }
}

export const isRefused = (error: unknown, ...kinds: readonly RefusalKind[]): error is ContainerRefused =>
  error instanceof ContainerRefused && (kinds.length === 0 || kinds.includes(error.kind))

export type Metadata = Readonly<Record<string, string>>

export interface Blob {
  readonly name: string
  readonly size: number
  readonly etag: string
  /** By the service's clock, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number
  readonly isLeased: boolean
  readonly metadata: Metadata
}

export interface Protection {
  /** The container's policy prevents changes and deletions for a time. */
  readonly policy: boolean
  readonly legalHold: boolean
  /** Policies for single blob versions are possible. */
  readonly versions: boolean
}

/** In seconds: the longest finite lease. */
export const LEASE_SECONDS = 60

/** Calls reject with `ContainerRefused`. */
export interface Container {
  /** Bytes that one append may have. */
  readonly largestAppend: number
  protection(): Promise<Protection>
  list(prefix: string): Promise<readonly Blob[]>
  head(name: string): Promise<Blob | undefined>
  /** @param from first byte @param most in bytes; larger blobs are refused @returns undefined if missing */
  read(name: string, from: number, most: number): Promise<{ readonly bytes: Buffer; readonly etag: string } | undefined>
  /** @param expected required ETag; undefined: must not exist @param metadata replaces the former @returns the new ETag */
  put(name: string, content: string | Uint8Array, expected?: string, metadata?: Metadata): Promise<string>
  /** @param lease if the blob has one */
  remove(name: string, lease?: string): Promise<void>
  /** Creates an empty log. @returns false if it exists */
  createLog(name: string): Promise<boolean>
  /** @param at required offset: the log's current length */
  append(name: string, text: string | Uint8Array, at: number, lease: string): Promise<void>
  /** Replaces its metadata. @returns the new ETag */
  describe(name: string, metadata: Metadata, condition: { readonly lease?: string; readonly etag?: string }): Promise<string>
  /** The same lease can be acquired again. @param lease a GUID */
  acquire(name: string, lease: string): Promise<void>
  renew(name: string, lease: string): Promise<void>
  release(name: string, lease: string): Promise<void>
  /** @param etag at the time its holder was shown */
  breakLease(name: string, etag: string): Promise<void>
}
