import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { type Blob, type Container, ContainerRefused, isRefused, type Protection } from '../../services/storage/container.ts'
import { isMissing, REMOVED, readKept, setFolderAside } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { JOURNAL, listEngagements, openIn, type Taken } from '../engagement/folder-store.ts'
import { LARGEST_JOURNAL, readJournalFile, verifyJournal } from '../engagement/journal/journal-file.ts'
import { type Held, type Holding, isHeld } from '../engagement/lock.ts'
import { fileMessages } from '../engagement/messages.ts'
import { isReportName, type KeptReport, keepUnder, keptReports, LARGEST_REPORT, type ReportToKeep } from '../engagement/reports.ts'
import { type EngagementStore, engagementId, isEngagementId, type Listed, NoAnswer, type Opening } from '../engagement/store.ts'
import { readCopyState, sha256, writeCopyState } from './copy-state.ts'
import { KnownLogs } from './known-logs.ts'
import { breakLeaseOf, heldOf, Lease, leftIn } from './lease.ts'
import { compareCopy, hasFile, mayWaitIn, setCopyAside, syncCopy } from './local-copy.ts'
import { markerOf, repairMarker } from './marker.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile, keptBeside, logInUse, logsInOrder } from './names.ts'
import { keepPrevious } from './previous-copy.ts'
import { putOnce } from './put-once.ts'
import { isRemovedOf, lastRemovalOf, takeOff } from './removal.ts'
import { compareFile } from './saved-file.ts'
import { TeamUpstream } from './upstream.ts'
import { NewerSave, teamWords } from './words.ts'

/** A third of a lease: two renewals can fail before it ends. In milliseconds. */
const RENEW_EVERY = 20_000

/** Parallel downloads. */
const AT_ONCE = 8

export interface TeamStoreOptions {
  readonly container: Container
  /** This computer's copy of the store, for use while it is unreachable. One folder per store. */
  readonly folder: string
  readonly holding: Holding
  /** This computer's time, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  /** Milliseconds, independent of clock changes. */
  readonly monotonic?: () => number
  /** Calls `work` repeatedly until the returned function is called. */
  readonly every?: (milliseconds: number, work: () => unknown) => () => void
  /** Called when a late list has arrived. */
  readonly changed?: () => void
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

/** Why an environment isn't moved. `protected`: it was copied, but a policy keeps it in the store too. */
export type WhyItStays = 'open' | 'there' | 'damaged' | 'waiting' | 'protected'

/** An environment's content in the store. */
export interface TakenOut {
  readonly journal: Buffer
  readonly file?: Buffer
  /** Kept files named in the journal, by name. */
  readonly beside: ReadonlyMap<string, Buffer>
}

/** @returns why it can't be taken */
export type Receive = (taken: TakenOut) => Promise<WhyItStays | undefined>

/** The environment can't be removed from the list now. */
export class Stays extends Error {
  override readonly name = 'Stays'
  constructor(readonly because: WhyItStays) {
    super(`It stays: ${because}`)
  }
}

/** Colleagues act between two requests, but not forever: a store that never agrees would be asked without an end. */
const MOST_TRIES = 20

/**
 * Blobs of an environment, after making its file replaceable only with the current lease: an earlier holder, unaware of the lost lease,
 * expects the file's old etag. A policy that protects the file has the same effect.
 */
async function fenced(container: Container, id: string): Promise<readonly Blob[]> {
  for (let tries = 1; ; tries++) {
    const blobs = await container.list(`${id}/`)
    const file = currentFile(blobs)
    if (!file) return blobs
    try {
      const etag = await container.describe(file.name, file.metadata, { etag: file.etag })
      return blobs.map((blob) => (blob === file ? { ...blob, etag } : blob))
    } catch (error) {
      if (isRefused(error, 'immutable')) return blobs
      if (tries === MOST_TRIES || !isRefused(error, 'changed', 'missing')) throw error
    }
  }
}

interface TakenHere extends Taken {
  readonly upstream: TeamUpstream
  readonly lease: Lease
}

/** A list being downloaded. */
interface Reading {
  readonly held: Map<string, Held>
  readonly tooLarge: Listed[]
  readonly notes: Map<string, DisplayText>
  total: number
  read: number
  readonly done: Promise<void>
}

/** Engagements in a container of the team's own storage account. */
export interface TeamStore extends EngagementStore {
  /** Checks the container, and marks an empty one as a team's store. Rejects with the reason if it can't be used. */
  connect(): Promise<Protection>
  /** Checks the store without writing. Rejects with the reason if it can't be used. */
  look(): Promise<Protection>
  /** Repairs a container with a missing or different marker, on the person's request. */
  repair(): Promise<void>
  /** Takes an environment out of the store under its lease, with its pending lines. @returns why it stays */
  takeOut(id: string, receive: Receive): Promise<WhyItStays | undefined>
}

function everyInterval(milliseconds: number, work: () => unknown): () => void {
  const timer = setInterval(work, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

export function teamStore(options: TeamStoreOptions): TeamStore {
  return new BlobStore(options)
}

class BlobStore implements TeamStore {
  readonly #options: Required<TeamStoreOptions>
  #checked: Promise<void> | undefined
  #listing: Reading | undefined
  #nextListing: Reading | undefined
  #lacks: DisplayText | undefined
  /** Environments open in this run, which owns their local files. */
  readonly #open = new Set<string>()
  readonly #knownLogs = new KnownLogs()
  /** Environments being opened in this run, and how often: their folders stay where they are. */
  readonly #opening = new Map<string, number>()
  /** What changes a folder without the lease. */
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(options: TeamStoreOptions) {
    this.#options = { monotonic: () => performance.now(), every: everyInterval, changed: () => undefined, pause: pauseFor, ...options }
  }

  async connect(): Promise<Protection> {
    const { container, folder } = this.#options
    const protection = await container.protection()
    await markerOf(container, folder, { mayMake: true })
    return protection
  }

  async look(): Promise<Protection> {
    const protection = await this.#options.container.protection()
    this.#checked = undefined
    await this.#check()
    return protection
  }

  async repair(): Promise<void> {
    const { container, folder, now } = this.#options
    await repairMarker(container, folder, now())
    this.#checked = undefined
  }

  /** Once per run: the container at this address can have been replaced. */
  #check(): Promise<void> {
    const { container, folder } = this.#options
    this.#checked ??= markerOf(container, folder, { mayMake: false }).catch((error: unknown) => {
      this.#checked = undefined
      throw error
    })
    return this.#checked
  }

  async list(): Promise<readonly Listed[]> {
    const { folder, pause } = this.#options
    this.#nextListing ??= this.#read(this.#listing)
    const reading = this.#nextListing
    const came = await Promise.race([reading.done.then(() => 'done' as const), pause(LIST_WITHIN).then(() => 'late' as const)]).catch(
      (error: unknown) => ({ error }),
    )
    // A late list is used by the next call.
    if (came === 'late') void reading.done.then(this.#options.changed, () => undefined)
    if (typeof came === 'object') console.error('The team store could not be listed:', came.error)
    this.#lacks = lackOf(came, this.#listing ?? reading)
    const listed = await listEngagements(folder)
    const shown = [...listed.filter(({ id }) => !reading.tooLarge.some((each) => each.id === id)), ...reading.tooLarge]
    return Promise.all(
      shown.map(async (each) => {
        const holder = reading.held.get(each.id)
        const note = came === 'done' ? reading.notes.get(each.id) : await this.#mayWait(each.id)
        return { ...each, ...defined({ note, held: holder && holder.state !== 'gone' ? holder.holder : undefined }) }
      }),
    )
  }

  lacks(): DisplayText | undefined {
    return this.#lacks
  }

  /** One download at a time. @param before running download, which may miss blobs created since it began */
  #read(before: Reading | undefined): Reading {
    const bring = async (): Promise<void> => {
      await before?.done.catch(() => undefined)
      this.#listing = reading
      this.#nextListing = undefined
      await this.#bring(reading).finally(() => {
        if (this.#listing === reading) this.#listing = undefined
      })
    }
    const reading: Reading = { held: new Map(), tooLarge: [], notes: new Map(), total: 0, read: 0, done: Promise.resolve().then(bring) }
    return reading
  }

  /** Downloads changed files, and the holder of each environment. */
  async #bring(reading: Reading): Promise<void> {
    const { container, holding } = this.#options
    await this.#check()
    const found = byEnvironment(await container.list(''))
    reading.total = found.size
    const work = [...found].map(([id, blobs]) => async () => {
      const left = await leftIn(this.#at(id))
      const holder = logsInOrder(blobs)
        .map((log) => heldOf(log, holding, left))
        .findLast((held) => held !== undefined)
      if (holder) reading.held.set(id, holder)
      const file = currentFile(blobs)
      if (file && file.size > LARGEST_ENGAGEMENT) reading.tooLarge.push({ id, ok: false, why: fileMessages.tooLarge({ size: file.size }) })
      else if (file) await this.#inTurnOf(id, () => this.#bringFile(id, file, blobs))
      reading.read += 1
    })
    await Promise.all(Array.from({ length: AT_ONCE }, () => inTurns(work)))
    await this.#noteWhatWaits(reading.notes, found)
  }

  #inTurnOf<Given>(id: string, work: () => Promise<Given>): Promise<Given> {
    const given = (this.#turns.get(id) ?? Promise.resolve()).then(work)
    const settled = given.catch(() => undefined)
    this.#turns.set(id, settled)
    return given.finally(() => {
      if (this.#turns.get(id) === settled) this.#turns.delete(id)
    })
  }

  /** Taking the lease writes into the folder first. */
  async #whileOpening<Given>(id: string, work: () => Promise<Given>): Promise<Given> {
    this.#opening.set(id, (this.#opening.get(id) ?? 0) + 1)
    try {
      await this.#turns.get(id)
      return await work()
    } finally {
      const left = (this.#opening.get(id) ?? 1) - 1
      if (left > 0) this.#opening.set(id, left)
      else this.#opening.delete(id)
    }
  }

  async #bringFile(id: string, file: Blob, blobs: readonly Blob[]): Promise<void> {
    // The open engagement writes its own files.
    if (this.#open.has(id)) return
    const folder = this.#at(id)
    const known = await readCopyState(folder)
    // A run that ended between setting an unreadable file aside and its first save left none.
    if (known?.etag === file.etag && (await hasFile(folder))) return
    const { container, now } = this.#options
    const compared = await compareFile({ container, folder, now }, blobs, known)
    // Local saves that are unsent, or lost in the store, are handled when the environment is opened.
    if (compared.isUnsaved || compared.newer || compared.state.etag === undefined || this.#open.has(id)) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await compared.write()
    const log = logsInOrder(blobs).at(-1)
    const nothing = { log: log?.name ?? '', createdAt: log?.createdAt ?? 0, synced: 0, digest: sha256('') }
    await writeCopyState(folder, { ...(known ?? nothing), ...compared.state })
  }

  /**
   * Notes for each copy what the store lacks. A copy whose environment was removed from the list with all of its content is renamed here
   * too; any other stays on the list.
   */
  async #noteWhatWaits(notes: Map<string, DisplayText>, found: ReadonlyMap<string, readonly Blob[]>): Promise<void> {
    const { container, folder } = this.#options
    let removed: Promise<readonly Blob[]> | undefined
    const work = (await copiesIn(folder)).map((id) => async () => {
      const removedOf = async (): Promise<readonly Blob[]> => {
        removed ??= container.list(REMOVED)
        return (await removed).filter(({ name }) => isRemovedOf(id, name))
      }
      const note = await this.#inTurnOf(id, () => this.#noteOf(id, found.get(id) ?? [], removedOf))
      if (note) notes.set(id, note)
    })
    await Promise.all(Array.from({ length: AT_ONCE }, () => inTurns(work)))
  }

  async #noteOf(id: string, blobs: readonly Blob[], removedOf: () => Promise<readonly Blob[]>): Promise<DisplayText | undefined> {
    const { container, now } = this.#options
    const sides = { container, folder: this.#at(id), now }
    const there = currentFile(blobs)
    if (this.#open.has(id) || (there && (there.size > LARGEST_ENGAGEMENT || !(await this.#knownLogs.mayDiffer(sides, blobs, there)))))
      return undefined
    const { journal, file } = await compareCopy(sides, blobs, await logInUse(container, blobs))
    if (this.#open.has(id)) return undefined
    const lines = journal.count
    if (there) {
      if (file.note) return file.note
      if (lines === 0 && file.recovered.length > 0) return messages.otherThere
      return lines > 0 || file.isUnsaved ? messages.waitsHere({ lines }) : undefined
    }
    if (journal.isOver) {
      if (this.#opening.has(id)) return undefined
      // Without blobs there is no lease.
      await (blobs.length > 0 ? setCopyAside(sides) : setFolderAside(sides.folder, now()))
      return undefined
    }
    const by = await lastRemovalOf(container, await removedOf())
    // Created without the store, and never in it.
    const isNew = !file.isGone && blobs.length === 0 && !by
    return by ? messages.takenOff({ user: by.user, host: by.host, lines }) : isNew ? messages.waitsHere({ lines }) : messages.gone
  }

  /** Without the store: content not known to be in it. */
  async #mayWait(id: string): Promise<DisplayText | undefined> {
    const waits = isEngagementId(id) && !this.#open.has(id) ? await mayWaitIn(this.#at(id)) : undefined
    return waits && messages.mayWait({ lines: waits.lines })
  }

  async journal(id: string) {
    const { container } = this.#options
    if (!isEngagementId(id)) return verifyJournal(Buffer.alloc(0))
    try {
      await this.#check()
      const log = await logInUse(container, await container.list(`${id}/`))
      const there = log && (await container.read(log.name, 0, LARGEST_JOURNAL))
      return await verifyJournal(there?.bytes ?? Buffer.alloc(0))
    } catch (error) {
      if (!isRefused(error)) throw error
      return readJournalFile(path.join(this.#at(id), JOURNAL))
    }
  }

  async open(...[place, whose, procedure]: Parameters<EngagementStore['open']>): Promise<Opening> {
    const { now, folder } = this.#options
    const id = engagementId(place)
    try {
      await this.#check()
      return await openIn(this.#at(id), whose, procedure, now, () => this.#takeNow(id).catch(asNoAnswer))
    } catch (error) {
      const cause = error instanceof NoAnswer ? error.cause : error
      const found = (await listEngagements(folder)).find((each) => each.id === id)
      const why = teamWords(cause)
      if (cause instanceof NewerSave && !found?.ok) return { ok: false, why }
      return found?.ok
        ? { ok: false, why: messages.onlyRead({ why }), found: found.engagement }
        : { ok: false, why: messages.notBegun({ why }) }
    }
  }

  /** Waits for what a list does with the folder. */
  #takeNow(id: string): Promise<Held | TakenHere> {
    return this.#whileOpening(id, async () => {
      await mkdir(this.#at(id), { recursive: true, mode: 0o700 })
      return this.#take(id)
    })
  }

  async #take(id: string, tries = 1): Promise<Held | TakenHere> {
    const { container, holding, now, monotonic, every } = this.#options
    const folder = this.#at(id)
    const blobs = await container.list(`${id}/`)
    const lease = await Lease.take(container, id, blobs, { folder, holding, now, monotonic })
    if (isHeld(lease)) {
      const file = currentFile(blobs)
      if (file) await this.#inTurnOf(id, () => this.#bringFile(id, file, blobs))
      return lease
    }
    const letGo = (): void => void this.#open.delete(id)
    this.#open.add(id)
    try {
      await this.#turns.get(id)
      const existing = await fenced(container, id)
      const log = await logInUse(container, existing)
      if (log?.name !== lease.log) {
        // A newer log was created since the list, or this one was deleted manually.
        await lease.release()
        letGo()
        if (tries === MOST_TRIES) throw new ContainerRefused('changed', lease.log)
        return await this.#take(id, tries + 1)
      }
      const synced = await syncCopy({ container, folder, now }, existing, log)
      if (synced.unsaved === undefined) await keepPrevious(container, id, folder, existing, now)
      const file = currentFile(existing)
      const upstream = new TeamUpstream(id, { container, folder, lease, synced, now, ...(file ? { file } : {}) })
      let isClosing = false
      const tick = async (): Promise<void> => {
        await lease.renew().catch(() => undefined)
        if (upstream.isWaiting && !isClosing) await upstream.flush()
      }
      const end = every(RENEW_EVERY, tick)
      return {
        holder: lease.holder,
        lease,
        upstream,
        takenOver: () => lease.takenOver(),
        ...(lease.insteadOf ? { insteadOf: lease.insteadOf } : {}),
        async release() {
          end()
          isClosing = true
          await upstream.flush()
          await rememberWhatIsThere(folder, upstream, log).finally(letGo)
          await lease.release()
        },
      }
    } catch (error) {
      letGo()
      await lease.release()
      throw error
    }
  }

  async breakLock(...[place, lockId]: Parameters<EngagementStore['breakLock']>): Promise<boolean> {
    const { container } = this.#options
    return breakLeaseOf(container, await container.list(`${engagementId(place)}/`), lockId)
  }

  async remove(id: string): Promise<void> {
    const { container, now } = this.#options
    if (!isEngagementId(id)) return
    await this.#check()
    const existing = await container.list(`${id}/`)
    if (existing.length > 0 || this.#open.has(id)) {
      const stays = await this.takeOut(id, async () => undefined)
      if (stays) throw new Stays(stays)
      return
    }
    await this.#inTurnOf(id, async () => {
      if (this.#open.has(id) || this.#opening.has(id)) throw new Stays('open')
      await setFolderAside(this.#at(id), now()).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    })
  }

  async takeOut(id: string, receive: Receive): Promise<WhyItStays | undefined> {
    const { container, now, holding } = this.#options
    // The open engagement writes into this folder, with or without the lease.
    if (this.#open.has(id)) return 'open'
    const folder = this.#at(id)
    const taken = await this.#takeNow(id).catch((error: unknown) => {
      if (error instanceof NewerSave) return undefined
      throw error
    })
    if (!taken) return 'damaged'
    if (isHeld(taken)) return 'open'
    const { lease, upstream } = taken
    try {
      await upstream.flush()
      if (upstream.isWaiting) return 'waiting'
      const found = await container.list(`${id}/`)
      const file = currentFile(found)
      const journal = await container.read(lease.log, 0, LARGEST_JOURNAL)
      const content = file && (await container.read(file.name, 0, LARGEST_ENGAGEMENT))
      const beside = new Map<string, Buffer>()
      for (const { name } of keptBeside(found)) {
        const kept = await container.read(name, 0, LARGEST_ENGAGEMENT)
        if (kept) beside.set(name.slice(id.length + 1), kept.bytes)
      }
      const refused = await receive({ journal: journal?.bytes ?? Buffer.alloc(0), beside, ...defined({ file: content?.bytes }) })
      if (refused) return refused
      const { policy, legalHold } = await container.protection()
      if (policy || legalHold) return 'protected'
      const { user, host } = holding
      await takeOff(container, id, lease, { user, host, at: now() })
      await setFolderAside(folder, now())
      return undefined
    } finally {
      await taken.release()
    }
  }

  async reports(id: string): Promise<readonly KeptReport[]> {
    if (!isEngagementId(id)) return []
    await this.#check()
    const blobs = await this.#options.container.list(`${id}/`)
    return keptReports(blobs.map(({ name, size }) => ({ name: name.slice(id.length + 1), size })))
  }

  async report(id: string, name: string): Promise<Uint8Array | undefined> {
    if (!isEngagementId(id) || !isReportName(name)) return undefined
    await this.#check()
    return (await this.#options.container.read(`${id}/${name}`, 0, LARGEST_REPORT))?.bytes
  }

  async keepReport(id: string, report: ReportToKeep): Promise<KeptReport | undefined> {
    const { container, now } = this.#options
    if (!isEngagementId(id)) return undefined
    await this.#check()
    return keepUnder(report, now(), (name, content) => putOnce(container, `${id}/${name}`, content))
  }

  #at(id: string): string {
    return path.join(this.#options.folder, id)
  }
}

/** Wait for the store before a list shows the local copy. In milliseconds. */
const LIST_WITHIN = 5_000

const pauseFor = (milliseconds: number): Promise<unknown> => setTimeout(milliseconds, undefined, { ref: false })

function lackOf(came: 'done' | 'late' | { readonly error: unknown }, { read, total }: Reading): DisplayText | undefined {
  if (came === 'done') return undefined
  return came === 'late' ? messages.stillReading({ read, total }) : messages.notListed({ why: teamWords(came.error) })
}

function asNoAnswer(error: unknown): never {
  if (isRefused(error) || error instanceof NewerSave) throw new NoAnswer(error)
  throw error
}

/** Environments with a copy. */
async function copiesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return names.filter(isEngagementId)
}

async function inTurns(work: (() => Promise<void>)[]): Promise<void> {
  for (let next = work.shift(); next; next = work.shift()) await next()
}

/** Ignores foreign blobs. */
function byEnvironment(blobs: readonly Blob[]): ReadonlyMap<string, readonly Blob[]> {
  const found = new Map<string, Blob[]>()
  for (const blob of blobs) {
    const id = blob.name.slice(0, Math.max(0, blob.name.indexOf('/')))
    if (!isEngagementId(id)) continue
    const known = found.get(id)
    if (known) known.push(blob)
    else found.set(id, [blob])
  }
  return found
}

/** Lets the next opening download only new content. */
async function rememberWhatIsThere(folder: string, upstream: TeamUpstream, first: Blob): Promise<void> {
  const { log, size, file } = upstream.known
  const kept = await readKept(path.join(folder, JOURNAL), LARGEST_JOURNAL)
  // A log created meanwhile is downloaded in full next time.
  if (log !== first.name || !kept?.ok || kept.bytes.length < size) return
  await writeCopyState(folder, {
    log,
    createdAt: first.createdAt,
    synced: size,
    digest: sha256(kept.bytes.subarray(0, size)),
    ...defined(file),
  })
}
