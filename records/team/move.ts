import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Container, isRefused } from '../../services/storage/container.ts'
import { isMissing, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { FILE, JOURNAL, LOCK, listEngagements } from '../engagement/folder-store.ts'
import { LARGEST_JOURNAL, verifyJournal } from '../engagement/journal/journal-file.ts'
import { type Holding, isHeld, takeLock } from '../engagement/lock.ts'
import { isEngagementId } from '../engagement/store.ts'
import { Lease } from './lease.ts'
import { currentFile, currentLog, firstFile, firstLog } from './names.ts'

/** How many environments were moved, and how many stay because they are open, are there already or can't be read. */
export interface Moved {
  readonly moved: number
  readonly left: number
}

export interface Moving {
  readonly container: Container
  /** Of the engagements on this computer. */
  readonly folder: string
  readonly holding: Holding
  readonly now: () => number
}

/** Of one request, in bytes. */
const BLOCK = 2 * 1024 * 1024

const monotonic = (): number => performance.now()

async function counted(ids: readonly string[], move: (id: string) => Promise<boolean>): Promise<Moved> {
  let moved = 0
  for (const id of ids) if (await move(id)) moved += 1
  return { moved, left: ids.length - moved }
}

const bytesIn = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })

/** Brings each engagement of the folder into the store. Its folder is kept under another name. */
export async function moveIntoStore(moving: Moving): Promise<Moved> {
  const ids = (await listEngagements(moving.folder)).map(({ id }) => id).filter(isEngagementId)
  return counted(ids, (id) => moveIn(moving, id))
}

async function moveIn({ container, folder, holding, now }: Moving, id: string): Promise<boolean> {
  const own = path.join(folder, id)
  const lock = await takeLock(path.join(own, LOCK), holding, now())
  if (isHeld(lock)) return false
  try {
    const blobs = await container.list(`${id}/`)
    // The file comes last: where it is there, the environment is in the store.
    const file = await bytesIn(path.join(own, FILE))
    if (currentFile(blobs) || !file) return false
    const journal = (await bytesIn(path.join(own, JOURNAL))) ?? Buffer.alloc(0)
    if (!(await verifyJournal(journal)).ok) return false
    const lease = await Lease.take(container, id, blobs, holding, now(), monotonic)
    if (isHeld(lease)) return false
    try {
      if (lease.log !== firstLog(id) || !(await copied(container, lease, journal))) return false
      await container.put(firstFile(id), file)
    } finally {
      await lease.release()
    }
    await rename(own, path.join(folder, `removed-${now()}-${id}`))
    return true
  } finally {
    await lock.release()
  }
}

/** Continues a copy that was broken off. @returns false where the log there is another */
async function copied(container: Container, lease: Lease, journal: Buffer): Promise<boolean> {
  const there = (await container.read(lease.log, 0, LARGEST_JOURNAL))?.bytes ?? Buffer.alloc(0)
  if (!journal.subarray(0, there.length).equals(there)) return false
  for (let at = there.length; at < journal.length; at += BLOCK)
    await container.append(lease.log, journal.subarray(at, at + BLOCK), at, lease.holder.id)
  const all = await container.read(lease.log, 0, LARGEST_JOURNAL)
  return all?.bytes.equals(journal) === true
}

/**
 * Brings each environment of the store onto this computer.
 * @param remove takes it off the store, where the container allows that
 */
export async function moveOutOfStore(moving: Moving, remove: (id: string) => Promise<void>): Promise<Moved> {
  const blobs = await moving.container.list('')
  const ids = [...new Set(blobs.map(({ name }) => name.slice(0, Math.max(0, name.indexOf('/')))))].filter(isEngagementId)
  return counted(ids, (id) => moveOut(moving, id, remove))
}

async function moveOut({ container, folder, holding, now }: Moving, id: string, remove: (id: string) => Promise<void>): Promise<boolean> {
  const own = path.join(folder, id)
  if (await bytesIn(path.join(own, FILE))) return false
  const blobs = await container.list(`${id}/`)
  const [log, file] = [currentLog(blobs), currentFile(blobs)]
  if (!log || !file) return false
  const lease = await Lease.take(container, id, blobs, holding, now(), monotonic)
  if (isHeld(lease)) return false
  try {
    const journal = await container.read(log.name, 0, LARGEST_JOURNAL)
    const content = await container.read(file.name, 0, LARGEST_ENGAGEMENT)
    if (!journal || !content || !(await verifyJournal(journal.bytes)).ok) return false
    await mkdir(own, { recursive: true, mode: 0o700 })
    await writeFile(path.join(own, JOURNAL), journal.bytes, { mode: 0o600 })
    await writeDurably(path.join(own, FILE), content.bytes.toString('utf8'))
  } finally {
    await lease.release()
  }
  // A policy keeps blobs from being deleted: then the store has it too.
  await remove(id).catch((error: unknown) => {
    if (!isRefused(error, 'immutable')) throw error
  })
  return true
}
