import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { readRegular } from '../../services/regular-file.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { isMissing, setFolderAside, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { FILE, JOURNAL, LOCK, listEngagements, readOwn } from '../engagement/folder-store.ts'
import { LARGEST_JOURNAL, verifyJournal } from '../engagement/journal/journal-file.ts'
import { type Holding, isHeld, takeLock } from '../engagement/lock.ts'
import { ANY } from '../engagement/schemas.ts'
import { isEngagementId } from '../engagement/store.ts'
import { newBranch } from './branch.ts'
import { sha256 } from './copy-state.ts'
import { isDamaged } from './damaged-save.ts'
import { Lease } from './lease.ts'
import { wholeLines } from './log-lines.ts'
import { currentFile, firstFile, firstLog, keptBeside, logInUse } from './names.ts'
import { putOnce } from './put-once.ts'
import type { TakenOut, TeamStore, WhyItStays } from './team-store.ts'
import { continueCopy } from './upstream.ts'

/** Number of moved environments, and why the others stay. */
export interface Moved {
  readonly moved: number
  readonly stays: Readonly<Partial<Record<WhyItStays, number>>>
}

export interface Moving {
  readonly container: Container
  /** Folder of the engagements on this computer. */
  readonly folder: string
  readonly holding: Holding
  readonly now: () => number
}

const monotonic = (): number => performance.now()

async function counted(ids: readonly string[], move: (id: string) => Promise<WhyItStays | undefined>): Promise<Moved> {
  let moved = 0
  const stays: Partial<Record<WhyItStays, number>> = {}
  for (const id of ids) {
    const why = await move(id)
    if (why === undefined) moved += 1
    else stays[why] = (stays[why] ?? 0) + 1
  }
  return { moved, stays }
}

const isDamagedSave = (own: string, file: Buffer): boolean => isDamaged(readOwn(ANY, own, { ok: true, bytes: file }))

/** Valid and without half a line, which opening it sets aside. */
const isSound = async (journal: Buffer): Promise<boolean> =>
  wholeLines(journal).length === journal.length && (await verifyJournal(journal)).ok

/** Files with their names in the store. */
const filesIn = async (own: string, id: string) => (await readdir(own)).map((name) => ({ name: `${id}/${name}` }))

const bytesIn = (file: string): Promise<Buffer | undefined> =>
  readRegular(file, LARGEST_JOURNAL).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })

/** Moves each engagement of the folder into the store. The folder is kept under another name. */
export async function moveIntoStore(moving: Moving): Promise<Moved> {
  const ids = (await listEngagements(moving.folder)).map(({ id }) => id).filter(isEngagementId)
  return counted(ids, (id) => moveIn(moving, id))
}

async function moveIn({ container, folder, holding, now }: Moving, id: string): Promise<WhyItStays | undefined> {
  const own = path.join(folder, id)
  const lock = await takeLock(path.join(own, LOCK), holding, now())
  if (isHeld(lock)) return 'open'
  try {
    const blobs = await container.list(`${id}/`)
    const file = await bytesIn(path.join(own, FILE))
    const journal = (await bytesIn(path.join(own, JOURNAL))) ?? Buffer.alloc(0)
    if (!file || isDamagedSave(own, file) || !(await isSound(journal))) return 'damaged'
    // The file is written last: if it exists, the environment is in the store.
    if (currentFile(blobs) && !(await isAllThere(container, blobs, journal, file))) return 'there'
    if (!currentFile(blobs)) {
      const lease = await Lease.take(container, id, blobs, { folder: own, holding, now, monotonic })
      if (isHeld(lease)) return 'open'
      try {
        if (lease.log !== firstLog(id) || !(await continueCopy(container, lease.log, journal, lease.holder.id))) return 'there'
        for (const { name } of keptBeside(await filesIn(own, id))) {
          const bytes = await bytesIn(path.join(folder, name))
          if (bytes) await putOnce(container, name, bytes)
        }
        await container.put(firstFile(id), file, undefined, newBranch(lease.holder.id, sha256(file)))
      } finally {
        await lease.release()
      }
    }
    await setFolderAside(own, now())
    return undefined
  } finally {
    await lock.release()
  }
}

/** True if an interrupted move copied everything, and only the local folder remained to be renamed. */
async function isAllThere(container: Container, blobs: readonly Blob[], journal: Buffer, file: Buffer): Promise<boolean> {
  const log = await logInUse(container, blobs)
  const there = log && (await container.read(log.name, 0, LARGEST_JOURNAL))
  if (!there?.bytes.subarray(0, journal.length).equals(journal)) return false
  for (const each of blobs.filter(({ name }) => name.endsWith('.json'))) {
    const kept = await container.read(each.name, 0, LARGEST_ENGAGEMENT)
    if (kept?.bytes.equals(file)) return true
  }
  return false
}

/** Moves each environment from the store to this computer, with its pending lines. */
export async function moveOutOfStore(moving: Moving, store: Pick<TeamStore, 'takeOut'>): Promise<Moved> {
  const { container } = moving
  const blobs = await container.list('')
  const ids = [...new Set(blobs.map(({ name }) => name.slice(0, Math.max(0, name.indexOf('/')))))].filter(isEngagementId)
  const inStore = ids.filter((id) => currentFile(blobs.filter(({ name }) => name.startsWith(`${id}/`))))
  return counted(inStore, (id) => store.takeOut(id, (taken) => receive(moving, id, taken)))
}

/** Writes an environment from the store into a folder. */
async function receive(moving: Moving, id: string, taken: TakenOut): Promise<WhyItStays | undefined> {
  const { journal, file, beside } = taken
  const own = path.join(moving.folder, id)
  if (!file || isDamagedSave(own, file) || !(await isSound(journal))) return 'damaged'
  const stays = await makeRoom(moving, own, journal, file)
  if (stays) return stays
  await mkdir(own, { recursive: true, mode: 0o700 })
  for (const [name, bytes] of beside) await writeDurably(path.join(own, name), bytes)
  await writeDurably(path.join(own, JOURNAL), journal)
  await writeDurably(path.join(own, FILE), file)
  return undefined
}

/** Renames a folder left by an earlier move, if all of it is in the store. @returns why it can't */
async function makeRoom({ holding, now }: Moving, own: string, journal: Buffer, file: Buffer): Promise<WhyItStays | undefined> {
  if (!(await bytesIn(path.join(own, FILE)))) return undefined
  const lock = await takeLock(path.join(own, LOCK), holding, now())
  if (isHeld(lock)) return 'open'
  try {
    const [saved, lines] = [await bytesIn(path.join(own, FILE)), (await bytesIn(path.join(own, JOURNAL))) ?? Buffer.alloc(0)]
    if (!saved?.equals(file) || !journal.subarray(0, lines.length).equals(lines)) return 'there'
    await setFolderAside(own, now())
    return undefined
  } finally {
    await lock.release()
  }
}
