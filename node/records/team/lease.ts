import { type Blob, type Container, isRefused, LEASE_SECONDS, type Metadata } from '../../services/storage/container.ts'
import { type Held, type Holder, type Holding, heldBy, holderIn, holderOf, type Lock } from '../engagement/lock.ts'
import { TakenOver } from '../engagement/store.ts'
import { firstLog, logInUse } from './names.ts'

/** Metadata is ASCII; names of people are not. */
const written = (holder: Holder): Metadata => ({ holder: encodeURIComponent(JSON.stringify(holder)) })

/** Who describes itself as the holder of a log; nothing where no one does, or it can't be read. */
export function holderOfBlob({ metadata }: Blob): Holder | undefined {
  try {
    return holderIn(decodeURIComponent(metadata['holder'] ?? ''))
  } catch {
    return undefined
  }
}

/** Who is at work under a log's lease. */
export function heldOf(log: Blob, holding: Holding): Held | undefined {
  return log.isLeased ? heldBy(holderOfBlob(log), holding) : undefined
}

/** In tries: someone else can act between two requests. */
const TRIES = 3

/**
 * The lock of an environment in the team's store: a lease of its log, so that the service itself refuses each line of anyone else. It ends
 * by itself where it is not renewed.
 * Decision 0157: a lock beside the log could be lost between a look and a write.
 */
export class Lease implements Lock {
  readonly #container: Container
  readonly #holding: Holding
  readonly #monotonic: () => number
  readonly insteadOf?: Holder
  #log: string
  /** When the log was begun: another one can have its name by now. */
  #createdAt: number | undefined
  /** Until when it holds for certain, however this computer's clock is set. */
  #until = 0
  #lost: Held | undefined
  #isDescribed = false

  private constructor(
    container: Container,
    log: Blob,
    holding: Holding,
    readonly holder: Holder,
    monotonic: () => number,
    before: Holder | undefined,
  ) {
    if (before) this.insteadOf = before
    this.#container = container
    this.#log = log.name
    this.#createdAt = log.createdAt
    this.#holding = holding
    this.#monotonic = monotonic
  }

  /**
   * Takes the lock, or tells who has it.
   * @param now of this computer, milliseconds since 1970-01-01T00:00:00Z
   * @param monotonic milliseconds that no change of the clock moves
   */
  static async take(
    container: Container,
    id: string,
    blobs: readonly Blob[],
    holding: Holding,
    now: number,
    monotonic: () => number,
  ): Promise<Lease | Held> {
    const mine = holderOf(holding, now)
    let log = await logInUse(container, blobs)
    for (let tries = 0; tries < TRIES; tries++) {
      log ??= await begunLog(container, firstLog(id))
      if (!log) continue
      const began = monotonic()
      try {
        await container.acquire(log.name, mine.id)
        // As it is under the lease: what was listed can be older.
        const found = (await container.head(log.name)) ?? log
        const before = holderOfBlob(found)
        const lease = new Lease(container, found, holding, mine, monotonic, before)
        lease.#until = began + LEASE_SECONDS * 1000
        await lease.#describe(log.name, written(mine))
        return lease
      } catch (error) {
        if (!isRefused(error, 'leased', 'missing')) throw error
      }
      log = await container.head(log.name)
      const held = log && heldOf(log, holding)
      if (held && held.state !== 'gone') return held
      if (log && held) await container.breakLease(log.name, log.etag).catch(onlyIf('changed', 'leased'))
    }
    return { state: 'unreadable' }
  }

  get log(): string {
    return this.#log
  }

  /** Asks the service only where the lease may have ended meanwhile. */
  async takenOver(): Promise<Held | undefined> {
    if (!this.#lost && this.#monotonic() >= this.#until) await this.renew().catch(() => undefined)
    return this.#lost
  }

  /** Rejects where the store can't be reached; a lease that is lost is told by `takenOver`. */
  async renew(): Promise<void> {
    if (this.#lost) return
    const began = this.#monotonic()
    try {
      await this.#container.renew(this.#log, this.holder.id)
      this.#until = began + LEASE_SECONDS * 1000
    } catch (error) {
      if (!isRefused(error, 'leased')) throw error
      await this.again()
    }
  }

  /** After the service refused the lease: takes it again where no one else has had it since. @returns who has it otherwise */
  async again(): Promise<Held | undefined> {
    if (this.#lost) return this.#lost
    const blobs = await this.#container.list(this.#log.slice(0, this.#log.indexOf('/') + 1))
    const log = blobs.find(({ name }) => name === this.#log)
    // Deleted by hand: no one else has it.
    if (!log) return undefined
    const existing = holderOfBlob(log)
    // Where a policy keeps the metadata as it is, only the lease itself tells: of the log that it was of, if no one continued that by another.
    const isSame = log.createdAt === this.#createdAt && (await logInUse(this.#container, blobs)) === log
    if (isSame && (existing?.id === this.holder.id || (!this.#isDescribed && existing === undefined))) {
      const began = this.#monotonic()
      const taken = await this.#container.acquire(this.#log, this.holder.id).then(
        () => true,
        (error: unknown) => onlyIf('leased')(error) ?? false,
      )
      if (taken) {
        this.#until = began + LEASE_SECONDS * 1000
        return undefined
      }
    }
    this.#lost = existing && existing.id !== this.holder.id ? heldBy(existing, this.#holding) : { state: 'released' }
    return this.#lost
  }

  /** Another one had the lock meanwhile, which what is in the store tells. */
  async giveUp(): Promise<Held> {
    if (this.#lost) return this.#lost
    // Said first: while it is let go of, a renewal would take it again.
    this.#lost = { state: 'released' }
    await this.#release(this.#log)
    return this.#lost
  }

  /**
   * Has the lock on a new log from now on, and on the one before until then, so that no one continues that one meanwhile.
   * @param fill what the new one begins with
   */
  async moveTo(log: string, fill: (lease: string) => Promise<void>): Promise<void> {
    await this.#container.acquire(log, this.holder.id)
    await this.#describe(log, written(this.holder))
    await fill(this.holder.id)
    const begun = await this.#container.head(log)
    await this.renew()
    if (this.#lost) throw new TakenOver(this.#lost)
    const before = this.#log
    this.#log = log
    this.#createdAt = begun?.createdAt
    await this.#release(before)
  }

  /** Where it can't be released, it ends by itself. */
  async release(): Promise<void> {
    if (!this.#lost) await this.#release(this.#log)
  }

  /** Says who has the lock, where the container's policy allows that: without it, others see that it's held and not who holds it. */
  async #describe(log: string, metadata: Metadata): Promise<void> {
    this.#isDescribed = true
    await this.#container.describe(log, metadata, { lease: this.holder.id }).catch((error: unknown) => {
      onlyIf('immutable')(error)
      this.#isDescribed = false
    })
  }

  async #release(log: string): Promise<void> {
    try {
      await this.#describe(log, {})
      await this.#container.release(log, this.holder.id)
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
}

/** Passes over these refusals. */
const onlyIf =
  (...kinds: Parameters<typeof isRefused>[1][]) =>
  (error: unknown): undefined => {
    if (!isRefused(error, ...kinds)) throw error
  }

/** Nothing where it was deleted by hand at once. */
async function begunLog(container: Container, name: string): Promise<Blob | undefined> {
  await container.createLog(name)
  return container.head(name)
}

/** Takes a lease away because the person asked for it. @param lockId of the holder that was shown */
export async function breakLeaseOf(container: Container, blobs: readonly Blob[], lockId: string | undefined): Promise<boolean> {
  let log = await logInUse(container, blobs)
  for (let tries = 0; log && tries < TRIES; tries++) {
    if (holderOfBlob(log)?.id !== lockId) return false
    try {
      if (log.isLeased) await container.breakLease(log.name, log.etag)
      // No one is the holder now: what follows is no recovery.
      await container.describe(log.name, {}, {}).catch(onlyIf('immutable'))
      return true
    } catch (error) {
      if (!isRefused(error, 'changed', 'leased')) throw error
    }
    log = await container.head(log.name)
  }
  return false
}
