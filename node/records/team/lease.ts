import path from 'node:path'
import { type Blob, type Container, isRefused, LEASE_SECONDS, type Metadata } from '../../services/storage/container.ts'
import { writeDurably } from '../engagement/durable-file.ts'
import { type Held, type Holder, type Holding, heldBy, holderIn, holderOf, isOfThisRun, type Lock, readHolder } from '../engagement/lock.ts'
import { TakenOver } from '../engagement/store.ts'
import { firstLog, logInUse } from './names.ts'

/** Metadata is ASCII; people's names aren't. */
const written = (holder: Holder): Metadata => ({ holder: encodeURIComponent(JSON.stringify(holder)) })

/** Holder in a log's metadata; undefined if absent or unreadable. */
export function holderOfBlob({ metadata }: Blob): Holder | undefined {
  try {
    return holderIn(decodeURIComponent(metadata['holder'] ?? ''))
  } catch {
    return undefined
  }
}

/** Current holder of a log's lease. @param left holder of the last lease that this computer asked for */
export function heldOf(log: Blob, holding: Holding, left: Holder | undefined): Held | undefined {
  return log.isLeased ? heldInStore(holderOfBlob(log), holding, left) : undefined
}

/**
 * Computers can have one host name, such as cloned ones: only this computer's own note shows that the holder is a run of it, whose end it
 * can see.
 */
function heldInStore(holder: Holder | undefined, holding: Holding, left?: Holder): Held {
  return holder === undefined || holder.id === left?.id ? heldBy(holder, holding) : { state: 'elsewhere', holder }
}

/** Holder of the last lease that this computer asked for, if it can be read. @param folder this computer's folder of the environment */
export const leftIn = (folder: string): Promise<Holder | undefined> => readHolder(path.join(folder, NOTE))

/** Another client can act between two requests. */
const TRIES = 3

/** Holder of the last lease that this computer asked for: a killed run's can be in force without a holder in the store. */
export const NOTE = 'lease.json'

export interface Taking {
  /** This computer's folder of the environment. */
  readonly folder: string
  readonly holding: Holding
  /** This computer's time, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  /** Milliseconds, independent of clock changes. */
  readonly monotonic: () => number
}

/**
 * Lock of an environment in the team's store: a lease of its log, so that the service itself refuses other clients' lines. It expires
 * unless renewed. Decision 0157: a lock in a separate blob could be lost between a read and a write.
 */
export class Lease implements Lock {
  /** Holders of this run that haven't released theirs. */
  static readonly #atWork = new Set<string>()
  readonly #container: Container
  readonly #holding: Holding
  readonly #monotonic: () => number
  readonly insteadOf?: Holder
  #log: string
  /** Creation time of the log: a new log can have the same name. */
  #createdAt: number | undefined
  /** Certain end of the lease, independent of this computer's clock. */
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

  /** Takes the lock, or returns its holder. */
  static async take(container: Container, id: string, blobs: readonly Blob[], taking: Taking): Promise<Lease | Held> {
    const { folder, holding, now, monotonic } = taking
    const mine = holderOf(holding, now())
    let log = await logInUse(container, blobs)
    const left = await leftIn(folder)
    const isOver = left !== undefined && Lease.#isOver(left, holding)
    let ended = await endLeft(container, log, left, isOver)
    // Without its note, the lease of a run that is at work would look like another computer's once that run is killed.
    const own = left && !isOver && log && heldOf(log, holding, left)
    if (own) return own
    const note = (holder: Holder) => writeDurably(path.join(folder, NOTE), JSON.stringify(holder))
    await note(mine)
    for (let tries = 0; tries < TRIES; tries++) {
      log ??= await begunLog(container, firstLog(id))
      if (!log) continue
      const began = monotonic()
      try {
        await container.acquire(log.name, mine.id)
        // The state under the lease: the list can be older.
        const found = (await headUnder(container, log.name, mine.id)) ?? log
        const before = holderOfBlob(found) ?? ended
        // What this run closed itself was left by no one.
        const insteadOf = before && before.id === left?.id && isOfThisRun(before, holding) ? undefined : before
        const lease = new Lease(container, found, holding, mine, monotonic, insteadOf)
        lease.#until = began + LEASE_SECONDS * 1000
        await lease.#name(log.name)
        Lease.#atWork.add(mine.id)
        return lease
      } catch (error) {
        if (!isRefused(error, 'leased', 'missing')) throw error
      }
      log = await container.head(log.name)
      const endedNow = await endLeft(container, log, left, isOver)
      ended = endedNow ?? ended
      const held = endedNow ? undefined : log && heldOf(log, holding, left)
      if (held) {
        // Nothing was taken: the note of the earlier run is still needed.
        if (left) await note(left)
        // A policy keeps its name on the log, but the service knows another's lease.
        return held.state === 'gone' ? { ...held, state: 'elsewhere' } : held
      }
    }
    return { state: 'unreadable' }
  }

  /** Its process ended, or this run closed it while the network kept that from the store. */
  static #isOver(left: Holder, holding: Holding): boolean {
    return heldBy(left, holding).state === 'gone' || (isOfThisRun(left, holding) && !Lease.#atWork.has(left.id))
  }

  get log(): string {
    return this.#log
  }

  /** Asks the service only if the lease may have expired. */
  async takenOver(): Promise<Held | undefined> {
    if (!this.#lost && this.#monotonic() >= this.#until) await this.renew().catch(() => undefined)
    return this.#lost
  }

  /** Rejects if the store is unreachable; a lost lease is reported by `takenOver`. */
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

  /** Takes the refused lease again, unless another client held it since. @returns that client */
  async again(): Promise<Held | undefined> {
    if (this.#lost) return this.#lost
    const blobs = await this.#container.list(this.#log.slice(0, this.#log.indexOf('/') + 1))
    const log = blobs.find(({ name }) => name === this.#log)
    // Deleted manually: there is no other holder.
    if (!log) return undefined
    const existing = holderOfBlob(log)
    // If a policy protects the metadata, only the lease itself shows it: it is of the same log, and no other log continues that.
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
    this.#lost = existing && existing.id !== this.holder.id ? heldInStore(existing, this.#holding) : { state: 'released' }
    return this.#lost
  }

  /** The store's content shows that another client had the lock. */
  async giveUp(): Promise<Held> {
    await this.release()
    return this.#lost ?? { state: 'released' }
  }

  /**
   * Moves the lock to a new log. Keeps the old log's lease until then, so that no other client continues it.
   * @param fill writes the new log's first lines
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

  /** If the release fails, the lease expires. */
  async release(): Promise<void> {
    Lease.#atWork.delete(this.holder.id)
    if (this.#lost) return
    // Set first: a renewal during the release would take the lease again.
    this.#lost = { state: 'released' }
    await this.#release(this.#log)
  }

  /** A lease without a holder would be in the way of the next try. */
  async #name(log: string): Promise<void> {
    await this.#describe(log, written(this.holder)).catch(async (error: unknown) => {
      await this.#release(log)
      throw error
    })
  }

  /** Writes the holder, if the container's policy allows it: otherwise others see only that the lock is held. */
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

/** Ignores these refusals. */
const onlyIf =
  (...kinds: Parameters<typeof isRefused>[1][]) =>
  (error: unknown): undefined => {
    if (!isRefused(error, ...kinds)) throw error
  }

/**
 * Ends the lease that a run of this computer left, if it is over. Its note is needed until then: without it, a run that is killed before it
 * has the lease would leave one that looks like another computer's.
 * @returns that run
 */
async function endLeft(
  container: Container,
  log: Blob | undefined,
  left: Holder | undefined,
  isOver: boolean,
): Promise<Holder | undefined> {
  if (!log?.isLeased || !left || !isOver) return undefined
  // Refused if the lease is another's: the log can still name an earlier holder, as where a policy protects its metadata.
  return container.release(log.name, left.id).then(() => left, onlyIf('leased', 'missing'))
}

/** Releases a lease under which nothing can be read: without a holder it would be in the way of the next try. */
const headUnder = (container: Container, log: string, lease: string): Promise<Blob | undefined> =>
  container.head(log).catch(async (error: unknown) => {
    await container.release(log, lease).catch(() => undefined)
    throw error
  })

/** Undefined if it was deleted manually right away. */
async function begunLog(container: Container, name: string): Promise<Blob | undefined> {
  await container.createLog(name)
  return container.head(name)
}

/** Breaks a lease on the person's request. @param lockId ID of the holder that was shown */
export async function breakLeaseOf(container: Container, blobs: readonly Blob[], lockId: string | undefined): Promise<boolean> {
  let log = await logInUse(container, blobs)
  for (let tries = 0; log && tries < TRIES; tries++) {
    if (holderOfBlob(log)?.id !== lockId) return false
    try {
      if (log.isLeased) await container.breakLease(log.name, log.etag)
      // There is no holder now: the next lines aren't a recovery.
      await container.describe(log.name, {}, {}).catch(onlyIf('immutable'))
      return true
    } catch (error) {
      if (!isRefused(error, 'changed', 'leased')) throw error
    }
    log = await container.head(log.name)
  }
  return false
}
