import {
  type Blob,
  type Container,
  ContainerRefused,
  LEASE_SECONDS,
  type Metadata,
  type RefusalKind,
} from '#node/services/storage/container.ts'

/** Of one computer's requests: what happens to them on their way. */
export interface Way {
  /** Before the service has the request. Rejects where it never arrives. */
  before?(call: keyof Container, name: string): Promise<void> | void
  /** After the service carried it out. Rejects where the answer is lost. */
  after?(call: keyof Container, name: string): Promise<void> | void
}

interface Stored {
  readonly name: string
  bytes: Buffer
  etag: string
  readonly createdAt: number
  metadata: Metadata
  /** Appended so often; nothing for a blob that is no log. */
  blocks?: number
  lease?: { readonly id: string; until: number; broken?: true }
}

const refuse = (kind: RefusalKind, words: string = kind): never => {
  throw new ContainerRefused(kind, words)
}

/**
 * A container as the storage service has it, in the memory of a test. `test/node/records/team/container.test.ts` holds it against the emulator:
 * conditions, leases, and what each refusal is called.
 */
export class MemoryContainer {
  #blobs = new Map<string, Stored>()
  #etags = 0
  #isThere = true
  /** Of the service's clock, milliseconds since 1970-01-01T00:00:00Z. */
  now: number
  /** A policy that allows protected append writes. */
  isImmutable = false
  /** Nothing more can be stored. */
  isFull = false
  /** Bytes that one append may have. */
  largestAppend = 2 * 1024 * 1024
  /** How many blocks a log takes. */
  blocks = 50_000

  constructor(now = Date.parse('2026-11-24T09:00:00Z')) {
    this.now = now
  }

  /** As an administrator deletes a blob by hand, also where a computer has its lease. @returns whether it was there */
  deleteByHand(name: string): boolean {
    return this.#blobs.delete(name)
  }

  /** As an administrator breaks a lease by hand. */
  breakLeaseByHand(name: string): void {
    const lease = this.#blobs.get(name)?.lease
    if (lease) Object.assign(lease, { broken: true, until: this.now })
  }

  /** As an administrator puts a blob by hand. */
  putByHand(name: string, content: string | Uint8Array): void {
    this.#blobs.set(name, this.#made(name, Buffer.from(content)))
  }

  /** As an administrator overwrites a blob by hand: its age and its blocks stay, its metadata doesn't. */
  overwriteByHand(name: string, content: string | Uint8Array): void {
    const found = this.#there(name)
    this.#blobs.set(name, { ...found, bytes: Buffer.from(content), etag: this.#etag(), metadata: {} })
  }

  /** As an administrator sees it. */
  isLeasedByHand(name: string): boolean {
    return this.#isLeased(this.#there(name))
  }

  /** ID of the lease in force, which the service itself tells no one. */
  leaseOf(name: string): string | undefined {
    const found = this.#blobs.get(name)
    return found && this.#isLeased(found) ? found.lease?.id : undefined
  }

  deleteContainer(): void {
    this.#blobs = new Map()
    this.#isThere = false
  }

  /** All content, read as an administrator: regardless of leases. */
  contents(): ReadonlyMap<string, Buffer> {
    return new Map([...this.#blobs].map(([name, { bytes }]) => [name, bytes]))
  }

  /** The container as a client at the end of a way has it. */
  at(way: Way = {}): Container {
    const asked = <Given>(call: keyof Container, name: string, work: () => Given): Promise<Given> => this.#asked(way, call, name, work)
    const largestAppend = (): number => this.largestAppend
    return {
      get largestAppend() {
        return largestAppend()
      },
      protection: () => asked('protection', '', () => ({ policy: this.isImmutable, legalHold: false, versions: false })),
      list: (prefix) =>
        asked('list', prefix, () =>
          [...this.#blobs.values()]
            .filter(({ name }) => name.startsWith(prefix))
            .map((each) => this.#shown(each))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
        ),
      head: (name) =>
        asked('head', name, () => {
          const found = this.#blobs.get(name)
          return found && this.#shown(found)
        }),
      read: (name, from, most) =>
        asked('read', name, () => {
          const found = this.#blobs.get(name)
          if (!found) return undefined
          if (from > 0 && from >= found.bytes.length) return { bytes: Buffer.alloc(0), etag: '' }
          if (found.bytes.length - from > most) return refuse('other', `> ${most} B`)
          return { bytes: Buffer.from(found.bytes.subarray(from)), etag: found.etag }
        }),
      put: (name, content, expected, metadata = {}) => asked('put', name, () => this.#put(name, Buffer.from(content), expected, metadata)),
      remove: (name, lease) =>
        asked('remove', name, () => {
          const found = this.#there(name)
          if (this.isImmutable) refuse('immutable')
          this.#mayWrite(found, lease)
          this.#blobs.delete(name)
        }),
      createLog: (name) =>
        asked('createLog', name, () => {
          if (this.#blobs.has(name)) return false
          if (this.isFull) refuse('other', 'AccountIsFull')
          this.#blobs.set(name, { ...this.#made(name, Buffer.alloc(0)), blocks: 0 })
          return true
        }),
      append: (name, text, at, lease) => asked('append', name, () => this.#append(name, Buffer.from(text), at, lease)),
      describe: (name, metadata, { lease, etag }) =>
        asked('describe', name, () => {
          const found = this.#there(name)
          if (this.isImmutable) refuse('immutable')
          this.#mayWrite(found, lease)
          if (etag !== undefined && etag !== found.etag) refuse('changed')
          found.metadata = metadata
          found.etag = this.#etag()
          return found.etag
        }),
      acquire: (name, id) =>
        asked('acquire', name, () => {
          const found = this.#there(name)
          if (this.#isLeased(found) && found.lease?.id !== id) refuse('leased')
          found.lease = { id, until: this.now + LEASE_SECONDS * 1000 }
        }),
      renew: (name, id) =>
        asked('renew', name, () => {
          const { lease } = this.#there(name)
          if (lease?.id !== id || lease.broken) refuse('leased')
          else lease.until = this.now + LEASE_SECONDS * 1000
        }),
      release: (name, id) =>
        asked('release', name, () => {
          const found = this.#there(name)
          if (found.lease?.id !== id) refuse('leased')
          delete found.lease
        }),
      breakLease: (name, etag) =>
        asked('breakLease', name, () => {
          const found = this.#there(name)
          if (etag !== found.etag) refuse('changed')
          if (!found.lease) return refuse('leased')
          found.lease.broken = true
          found.lease.until = this.now
        }),
    }
  }

  async #asked<Given>({ before, after }: Way, call: keyof Container, name: string, work: () => Given): Promise<Given> {
    await before?.(call, name)
    if (!this.#isThere) refuse('no-container')
    const given = work()
    await after?.(call, name)
    return given
  }

  #etag(): string {
    this.#etags += 1
    return `0x${this.#etags.toString(16)}`
  }

  #made(name: string, bytes: Buffer): Stored {
    // A moment passes between any two blobs, so that one that is made anew has another age.
    this.now += 1
    return { name, bytes, etag: this.#etag(), createdAt: this.now, metadata: {} }
  }

  #there(name: string): Stored {
    return this.#blobs.get(name) ?? refuse('missing')
  }

  #isLeased({ lease }: Stored): boolean {
    return lease !== undefined && !lease.broken && lease.until > this.now
  }

  /** The lease must be named where there is one, and may be named only where it is in force. */
  #mayWrite(found: Stored, lease: string | undefined): void {
    if (this.#isLeased(found) ? found.lease?.id !== lease : lease !== undefined) refuse('leased')
  }

  #put(name: string, bytes: Buffer, expected: string | undefined, metadata: Metadata): string {
    const found = this.#blobs.get(name)
    if (expected === undefined ? found !== undefined : found?.etag !== expected) refuse('changed')
    if (found && this.isImmutable) refuse('immutable')
    if (found) this.#mayWrite(found, undefined)
    if (this.isFull) refuse('other', 'AccountIsFull')
    const made = { ...this.#made(name, bytes), metadata }
    this.#blobs.set(name, found ? { ...made, createdAt: found.createdAt } : made)
    return made.etag
  }

  #append(name: string, bytes: Buffer, at: number, lease: string): void {
    const found = this.#there(name)
    this.#mayWrite(found, lease)
    if (found.bytes.length !== at) refuse('changed')
    const blocks = found.blocks ?? 0
    if (blocks >= this.blocks) refuse('full', 'BlockCountExceedsLimit')
    if (this.isFull) refuse('other', 'AccountIsFull')
    found.blocks = blocks + 1
    found.bytes = Buffer.concat([found.bytes, bytes])
    found.etag = this.#etag()
  }

  #shown(stored: Stored): Blob {
    const { name, bytes, etag, createdAt, metadata } = stored
    return { name, size: bytes.length, etag, createdAt, isLeased: this.#isLeased(stored), metadata }
  }
}
