import { mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { type Blob, type Container, isRefused, type Protection } from '../../services/storage/container.ts'
import { isMissing, readKept, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { FILE, JOURNAL, listEngagements, openIn, type Taken } from '../engagement/folder-store.ts'
import { LARGEST_JOURNAL, readJournalFile, verifyJournal } from '../engagement/journal/journal-file.ts'
import { type Held, type Holding, isHeld } from '../engagement/lock.ts'
import { fileMessages } from '../engagement/messages.ts'
import { isReportName, type KeptReport, keepUnder, keptReports, LARGEST_REPORT, type ReportToKeep } from '../engagement/reports.ts'
import { type EngagementStore, engagementId, isEngagementId, type Listed, type Opening } from '../engagement/store.ts'
import { breakLeaseOf, heldOf, Lease } from './lease.ts'
import { readCopyState, sha256, syncCopy, writeCopyState } from './local-copy.ts'
import { markerOf } from './marker.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile, currentLog } from './names.ts'
import { keepPrevious } from './previous-copy.ts'
import { TeamUpstream } from './upstream.ts'
import { teamWords } from './words.ts'

/** A third of a lease: two renewals can fail before it ends. In milliseconds. */
const RENEW_EVERY = 20_000

/** How many files are brought at once. */
const AT_ONCE = 8

export interface TeamStoreOptions {
  readonly container: Container
  /** What this computer has of the store: read where the store can't be reached. Another one for each store. */
  readonly folder: string
  readonly holding: Holding
  /** Of this computer, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  /** Milliseconds that no change of the clock moves. */
  readonly monotonic?: () => number
  /** Calls until it is ended. */
  readonly every?: (milliseconds: number, work: () => void) => () => void
}

/** Engagements in a container of the team's own storage account. */
export interface TeamStore extends EngagementStore {
  /** Looks whether the container can be used, and marks an empty one as a team's store. Rejects with why it can't. */
  connect(): Promise<Protection>
}

function everyInterval(milliseconds: number, work: () => void): () => void {
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

  constructor(options: TeamStoreOptions) {
    this.#options = { monotonic: () => performance.now(), every: everyInterval, ...options }
  }

  async connect(): Promise<Protection> {
    const { container, folder } = this.#options
    const protection = await container.protection()
    await markerOf(container, folder, { mayMake: true })
    return protection
  }

  /** Once for each run: the container at this address may be another by now. */
  #check(): Promise<void> {
    const { container, folder } = this.#options
    this.#checked ??= markerOf(container, folder, { mayMake: false }).catch((error: unknown) => {
      this.#checked = undefined
      throw error
    })
    return this.#checked
  }

  async list(): Promise<readonly Listed[]> {
    const { folder } = this.#options
    const held = new Map<string, Held>()
    const tooLarge: Listed[] = []
    const refused = await inTime(this.#bring(held, tooLarge)).catch((error: unknown) => error)
    const listed = await listEngagements(folder)
    if (refused !== undefined) console.error('The team store could not be listed:', refused)
    const here = listed.filter(({ id }) => !tooLarge.some((each) => each.id === id))
    return [...here, ...tooLarge].map((each) => {
      const holder = held.get(each.id)
      return holder?.holder && holder.state !== 'gone' ? { ...each, held: holder.holder } : each
    })
  }

  /** Brings the files that are others than here, and who has which environment. */
  async #bring(held: Map<string, Held>, tooLarge: Listed[]): Promise<undefined> {
    const { container, holding } = this.#options
    await this.#check()
    const found = byEnvironment(await container.list(''))
    const work = [...found].map(([id, blobs]) => async () => {
      const log = currentLog(blobs)
      const holder = log && heldOf(log, holding)
      if (holder) held.set(id, holder)
      const file = currentFile(blobs)
      if (file && file.size > LARGEST_ENGAGEMENT) tooLarge.push({ id, ok: false, why: fileMessages.tooLarge({ size: file.size }) })
      else if (file) await this.#bringFile(id, file)
    })
    await Promise.all(Array.from({ length: AT_ONCE }, () => inTurns(work)))
    await this.#dropOthers(new Set(found.keys()))
    return undefined
  }

  async #bringFile(id: string, file: Blob): Promise<void> {
    const folder = this.#at(id)
    const known = await readCopyState(folder)
    if (known?.etag === file.etag) return
    const here = await readKept(path.join(folder, FILE), LARGEST_ENGAGEMENT)
    // What was saved here and not yet sent is compared when it is opened.
    if (here?.ok && sha256(here.bytes) !== known?.saved) return
    const there = await this.#options.container.read(file.name, 0, LARGEST_ENGAGEMENT)
    if (!there) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeDurably(path.join(folder, FILE), there.bytes.toString('utf8'))
    const nothing = { log: '', createdAt: 0, synced: 0, digest: sha256('') }
    await writeCopyState(folder, { ...(known ?? nothing), saved: sha256(there.bytes), etag: there.etag })
  }

  /** Taken off the list by someone else: kept under another name here as well. */
  async #dropOthers(there: ReadonlySet<string>): Promise<void> {
    const { folder, now } = this.#options
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    for (const id of names.filter((name) => isEngagementId(name) && !there.has(name))) {
      const known = await readCopyState(this.#at(id))
      if (known?.etag !== undefined) await rename(this.#at(id), this.#at(`removed-${now()}-${id}`))
    }
  }

  async journal(id: string) {
    const { container } = this.#options
    if (!isEngagementId(id)) return verifyJournal(Buffer.alloc(0))
    try {
      await this.#check()
      const log = currentLog(await container.list(`${id}/`))
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
      return await openIn(this.#at(id), whose, procedure, now, () => this.#take(id))
    } catch (error) {
      const found = (await listEngagements(folder)).find((each) => each.id === id)
      return { ok: false, why: messages.onlyRead({ why: teamWords(error) }), ...(found?.ok ? { found: found.engagement } : {}) }
    }
  }

  async #take(id: string): Promise<Taken | Held> {
    const { container, holding, now, monotonic, every } = this.#options
    const folder = this.#at(id)
    const blobs = await container.list(`${id}/`)
    const lease = await Lease.take(container, id, blobs, holding, now(), monotonic)
    if (isHeld(lease)) {
      const file = currentFile(blobs)
      if (file) await this.#bringFile(id, file)
      return lease
    }
    try {
      const present = await container.list(`${id}/`)
      const log = currentLog(present)
      if (!log) throw new Error('The log is not there.')
      const synced = await syncCopy({ container, folder, now }, present, log)
      await keepPrevious(container, id, folder, present, now)
      const file = currentFile(present)
      const upstream = new TeamUpstream(id, { container, folder, lease, synced, now, ...(file ? { file: file.name } : {}) })
      const tick = async (): Promise<void> => {
        await lease.renew().catch(() => undefined)
        if (upstream.isWaiting) await upstream.flush()
      }
      const end = every(RENEW_EVERY, () => void tick())
      return {
        ...{ holder: lease.holder, upstream, takenOver: () => lease.takenOver() },
        ...(lease.insteadOf ? { insteadOf: lease.insteadOf } : {}),
        async release() {
          end()
          await upstream.flush()
          await rememberWhatIsThere(folder, upstream, log)
          await lease.release()
        },
      }
    } catch (error) {
      await lease.release()
      throw error
    }
  }

  async breakLock(...[place, lockId]: Parameters<EngagementStore['breakLock']>): Promise<boolean> {
    const { container } = this.#options
    return breakLeaseOf(container, await container.list(`${engagementId(place)}/`), lockId)
  }

  async remove(id: string): Promise<void> {
    const { container, holding, now, monotonic, folder } = this.#options
    if (!isEngagementId(id)) return
    await this.#check()
    const blobs = await container.list(`${id}/`)
    if (blobs.length === 0) return
    const lease = await Lease.take(container, id, blobs, holding, now(), monotonic)
    if (isHeld(lease)) throw new Error('It is open elsewhere.')
    try {
      for (const { name } of blobs) {
        const there = await container.read(name, 0, LARGEST_JOURNAL)
        if (there) await container.put(`removed-${now()}-${name}`, there.bytes)
      }
    } finally {
      await lease.release()
    }
    for (const { name } of blobs) await container.remove(name)
    await rename(this.#at(id), path.join(folder, `removed-${now()}-${id}`)).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
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

/** @returns false where another blob has that name; one that an answer was lost of is there as it was given */
async function putOnce(container: Container, name: string, content: Buffer): Promise<boolean> {
  try {
    await container.put(name, content)
    return true
  } catch (error) {
    if (!isRefused(error, 'changed', 'immutable')) throw error
    return (await container.read(name, 0, LARGEST_REPORT))?.bytes.equals(content) === true
  }
}

/** How long a list waits for the store: then it shows what is here. In milliseconds. */
const LIST_WITHIN = 5_000

function inTime(work: Promise<undefined>): Promise<undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The team store did not answer in time.')), LIST_WITHIN)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function inTurns(work: (() => Promise<void>)[]): Promise<void> {
  for (let next = work.shift(); next; next = work.shift()) await next()
}

/** What is foreign in the container is passed over. */
function byEnvironment(blobs: readonly Blob[]): ReadonlyMap<string, readonly Blob[]> {
  const found = new Map<string, Blob[]>()
  for (const blob of blobs) {
    const id = blob.name.slice(0, Math.max(0, blob.name.indexOf('/')))
    if (isEngagementId(id)) found.set(id, [...(found.get(id) ?? []), blob])
  }
  return found
}

/** So that the next opening brings only what is new. */
async function rememberWhatIsThere(folder: string, upstream: TeamUpstream, first: Blob): Promise<void> {
  const { log, size, saved, etag } = upstream.known
  const kept = await readKept(path.join(folder, JOURNAL), LARGEST_JOURNAL)
  // A log that was begun meanwhile is brought whole the next time.
  if (log !== first.name || !kept?.ok || kept.bytes.length < size) return
  await writeCopyState(folder, {
    ...{ log, createdAt: first.createdAt, synced: size, digest: sha256(kept.bytes.subarray(0, size)) },
    ...(saved === undefined ? {} : { saved }),
    ...(etag === undefined ? {} : { etag }),
  })
}
