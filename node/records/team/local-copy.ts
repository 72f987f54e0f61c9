import { createHash } from 'node:crypto'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { defined } from '#machines/defined.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { asideOf, isMissing, REMOVED, readKept, setFolderAside, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT, readKeptEngagement } from '../engagement/engagement.ts'
import { FILE, JOURNAL, PREVIOUS } from '../engagement/folder-store.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { ANY } from '../engagement/schemas.ts'
import { branchOf, isOfAnotherBranch } from './branch.ts'
import { chainedAgain, countOf, follows, recoveredLines } from './log-lines.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile, isFileBefore } from './names.ts'
import { isRemovedOf, recordsIn } from './removal.ts'

/** Part of a folder known to equal the store. The rest was written here and is pending. */
const state = z.strictObject({
  log: z.string(),
  createdAt: z.number(),
  /** Length in bytes of the equal part of the journal. */
  synced: z.int(),
  digest: z.string(),
  /** The engagement's file: its local digest, and its etag and name in the store. */
  saved: z.exactOptional(z.string()),
  etag: z.exactOptional(z.string()),
  file: z.exactOptional(z.string()),
  /** Branch of the file in the store. */
  branch: z.exactOptional(z.string()),
  /** Digests of the last saves that were sent from here: one may be in the store although its response was lost. */
  sent: z.exactOptional(z.array(z.string())),
})
export type CopyState = Readonly<z.infer<typeof state>>

const STATE = 'team-store.json'

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export async function readCopyState(folder: string): Promise<CopyState | undefined> {
  const kept = await readKept(path.join(folder, STATE), 10_000)
  try {
    return kept?.ok ? state.parse(JSON.parse(kept.bytes.toString('utf8'))) : undefined
  } catch {
    return undefined
  }
}

/** True if the copy's log is no longer in the store. */
export const isLogGone = (known: CopyState, blobs: readonly Blob[]): boolean =>
  known.log !== '' && !blobs.some(({ name, createdAt }) => name === known.log && createdAt === known.createdAt)

/** True if the store's file is older than the one that the copy knows, which was deleted manually. */
export const isFileBack = (known: CopyState, file: Blob): boolean =>
  known.file !== undefined && isFileBefore(file.name, known.file) && branchOf(file) === known.branch

export const writeCopyState = (folder: string, written: CopyState): Promise<void> =>
  writeDurably(path.join(folder, STATE), JSON.stringify(written))

/** @returns undefined without such a file */
async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Number of lines that may be missing in the store; undefined if none. Reads only the new part of the log. */
export async function mayWaitIn(folder: string): Promise<{ readonly lines: number } | undefined> {
  const known = await readCopyState(folder)
  const [unknown, file] = await Promise.all([bytesFrom(path.join(folder, JOURNAL), known?.synced ?? 0), bytesOf(path.join(folder, FILE))])
  const lines = countOf(unknown)
  return lines > 0 || (file && sha256(file) !== known?.saved) ? { lines } : undefined
}

/** Content of a file from an offset; empty if the file ends before, or doesn't exist. */
export async function bytesFrom(file: string, from: number, to = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const found = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const length = Math.min(found?.isFile() ? found.size : 0, to) - from
  if (length <= 0) return NONE
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export interface Synced {
  readonly state: CopyState
  /** Local lines that aren't in the store yet. */
  readonly unsent: Buffer
  /** The engagement's file, if it isn't in the store yet. */
  readonly unsaved?: string
  /** Digest of the save that the next one continues, if the store has no such file. */
  readonly from?: string
  /** Findings. Also among the pending lines, unless no line can follow the last one. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  readonly isWritten: boolean
}

export interface Sides {
  readonly container: Container
  readonly folder: string
  readonly now: () => number
}

/** The folder is named for the environment. */
const idOf = ({ folder }: Sides): string => path.basename(folder)

/** The store's content, and the local content to be added. Nothing was changed. */
export interface Compared {
  readonly journal: ComparedJournal
  readonly file: ComparedFile
}

/** @param log the log in use; undefined if the store has none */
export async function compareCopy(sides: Sides, blobs: readonly Blob[], log: Blob | undefined): Promise<Compared> {
  const before = await readCopyState(sides.folder)
  const file = await compareFile(sides, blobs, before)
  return { file, journal: await compareJournal(sides, blobs, log, before, file) }
}

/** Makes the folder equal to the store, followed by pending lines. Requires the lease. @param log the log in use */
export async function syncCopy(sides: Sides, blobs: readonly Blob[], log: Blob): Promise<Synced> {
  let { journal, file } = await compareCopy(sides, blobs, log)
  if (journal.isOver && file.isGone) {
    await setFolderAside(sides.folder, sides.now())
    await mkdir(sides.folder, { recursive: true, mode: 0o700 })
    ;({ journal, file } = await compareCopy(sides, blobs, log))
  }
  const recovered = [...journal.recovered, ...file.recovered]
  const said = recoveredLines(journal.mine.length > 0 ? journal.mine : journal.there, recovered, sides.now())
  const unsent = Buffer.concat([journal.mine, said ?? Buffer.alloc(0)])
  await writeJournal(sides, journal, unsent)
  await file.write()
  const state: CopyState = {
    log: log.name,
    createdAt: log.createdAt,
    synced: journal.there.length,
    digest: sha256(journal.there),
    ...file.state,
  }
  await writeCopyState(sides.folder, state)
  return { state, unsent, recovered, isWritten: said !== undefined, ...defined({ unsaved: file.unsaved, from: file.from }) }
}

interface ComparedJournal {
  /** The local file, and the part of it with whole lines. */
  readonly here: Buffer
  readonly whole: Buffer
  /** The log in the store. */
  readonly there: Buffer
  /** Lines to be added, and their number. */
  readonly mine: Buffer
  readonly count: number
  /** Removed from the list together with all local content, so that nothing continues. */
  readonly isOver: boolean
  /** Content kept in a file beside the journal before it is overwritten, and why. */
  readonly aside?: { readonly why: 'offline' | 'other'; readonly bytes: Buffer }
  readonly recovered: readonly ContentOf<'recovered'>[]
}

const NONE = Buffer.alloc(0)

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)

async function compareJournal(
  sides: Sides,
  blobs: readonly Blob[],
  log: Blob | undefined,
  before: CopyState | undefined,
  file: ComparedFile,
): Promise<ComparedJournal> {
  const here = (await bytesOf(path.join(sides.folder, JOURNAL))) ?? NONE
  const whole = here.subarray(0, here.lastIndexOf(0x0a) + 1)
  const isKnown = before !== undefined && sha256(whole.subarray(0, before.synced)) === before.digest
  const synced = isKnown ? whole.subarray(0, before.synced) : NONE
  const isSame = isKnown && before.log === log?.name && before.createdAt === log.createdAt
  const there = await readLog(sides.container, log, isSame ? synced : NONE)
  const compared = { here, whole, there, count: 0, mine: NONE, isOver: false, recovered: [] }
  // A removal kept the file, and the store has no current one.
  const mayBeOver = file.isGone && !file.isUnsaved && there.length === 0
  if (startsWith(there, whole) && !mayBeOver) return compared
  if ((isSame || synced.length > 0) && startsWith(there, synced) && !mayBeOver)
    return continued(compared, whole.subarray(synced.length), there.subarray(synced.length))
  const isInLog = isKnown && !isLogGone(before, blobs)
  const kept = isInLog ? synced : isKnown ? await removedPart(sides, whole, synced) : undefined
  if (whole.length === kept?.length && ((!isInLog && !file.isUnsaved) || there.length > 0))
    return { ...compared, isOver: !file.isUnsaved, aside: { why: 'other', bytes: here } }
  if (startsWith(whole, there)) {
    const mine = whole.subarray(there.length)
    const count = countOf(mine)
    return { ...compared, mine, count, recovered: count > 0 ? [{ what: 'journal-cut', detail: messages.addedAgain({ count }) }] : [] }
  }
  // Lines that the store lost are added again; those that it keeps elsewhere aren't reported twice.
  return followed({ ...compared, aside: { why: 'other', bytes: here } }, whole.subarray(kept?.length ?? 0), messages.otherLog)
}

/** Both logs are equal up to a line. @param unsent local lines after it @param tail store's lines after it */
function continued(compared: ComparedJournal, unsent: Buffer, tail: Buffer): ComparedJournal {
  // Already sent, whole or in part: the response was lost, or the wizard ended before it.
  if (startsWith(unsent, tail)) {
    const mine = unsent.subarray(tail.length)
    return { ...compared, mine, count: countOf(mine) }
  }
  return followed({ ...compared, aside: { why: 'offline', bytes: unsent } }, unsent, messages.meanwhile)
}

/** A colleague's lines came first; these are added after them. */
function followed(compared: ComparedJournal, lines: Buffer, words: typeof messages.meanwhile | typeof messages.otherLog): ComparedJournal {
  const { bytes, count, missing } = chainedAgain(compared.there, lines)
  // All of them are in the store already.
  if (missing === 0) return compared
  return { ...compared, mine: bytes, count, recovered: [{ what: 'lock-broken', detail: words({ count }) }] }
}

/** The whole log. @param known its known beginning, which isn't read again */
async function readLog(container: Container, log: Blob | undefined, known: Buffer): Promise<Buffer> {
  if (!log) return NONE
  // Lines are appended whole. Half a line isn't from this program, and stays.
  const tail = (await container.read(log.name, known.length, LARGEST_JOURNAL))?.bytes ?? NONE
  if (follows(known, tail)) return Buffer.concat([known, tail])
  return (await container.read(log.name, 0, LARGEST_JOURNAL))?.bytes ?? NONE
}

const removedOf = async (sides: Sides): Promise<readonly Blob[]> =>
  (await sides.container.list(REMOVED)).filter(({ name }) => isRemovedOf(idOf(sides), name))

/** True if a removal kept a log with these first lines. */
async function isRemovedWith({ container }: Sides, removed: readonly Blob[], synced: Buffer): Promise<boolean> {
  for (const { name, size } of removed) {
    if (!name.endsWith('.jsonl') || size < synced.length) continue
    const kept = await container.read(name, 0, LARGEST_JOURNAL)
    if (kept && startsWith(kept.bytes, synced)) return true
  }
  return false
}

/** Lines that a removal kept: all, which a killed run can have sent, or those known. Undefined if none did. */
async function removedPart(sides: Sides, ...lines: readonly Buffer[]): Promise<Buffer | undefined> {
  const removed = await removedOf(sides)
  for (const each of lines) if (await isRemovedWith(sides, removed, each)) return each
  return undefined
}

/** True if a removal kept this file, or a record that continues the last known save. */
async function isRemovedFile({ container }: Sides, removed: readonly Blob[], here: Buffer, before: CopyState): Promise<boolean> {
  const digest = sha256(here)
  if (digest === before.saved && recordsIn(removed).some((each) => isOfAnotherBranch(each, before.branch, digest) === false)) return true
  for (const { name, size } of removed)
    if (size === here.length && (await container.read(name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here)) return true
  return false
}

/** As `isRemovedFile`, if the store has no record. A removal without a branch is recognized by its log, if that has a line. */
async function isTakenOff(sides: Sides, here: Buffer, before: CopyState): Promise<boolean> {
  const removed = await removedOf(sides)
  if (await isRemovedFile(sides, removed, here, before)) return true
  if (before.synced === 0 || sha256(here) !== before.saved || recordsIn(removed).every((each) => branchOf(each) !== undefined)) return false
  const synced = await bytesFrom(path.join(sides.folder, JOURNAL), 0, before.synced)
  return sha256(synced) === before.digest && (await isRemovedWith(sides, removed, synced))
}

/** Writes the store's lines and the pending ones, so that the pending lines are in a file at every moment. */
async function writeJournal(sides: Sides, { here, whole, there, aside }: ComparedJournal, unsent: Buffer): Promise<void> {
  const file = path.join(sides.folder, JOURNAL)
  const wanted = Buffer.concat([there, unsent])
  if (aside && aside.bytes.length > 0) await writeDurably(asideOf(file, aside.why, sides.now()), aside.bytes)
  // Opening the journal repairs half a line at its end.
  if (wanted.equals(whole)) return
  if (here.length === whole.length && startsWith(wanted, here))
    await writeFile(file, wanted.subarray(here.length), { flag: 'a', mode: 0o600 })
  else await writeDurably(file, wanted)
}

export interface ComparedFile {
  /** State after `write`. */
  readonly state: Pick<CopyState, 'saved' | 'etag' | 'file' | 'branch'>
  readonly unsaved?: string
  /** Digest of the save that the next one continues, if the store has none. */
  readonly from?: string
  /** The local save isn't in the store and no removal kept it, or it is in a file beside the one in use. */
  readonly isUnsaved: boolean
  /** The store had it, but no longer does. */
  readonly isGone: boolean
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** Writes the winning file into the folder. */
  write(): Promise<void>
}

const nothing = async (): Promise<void> => undefined

export async function compareFile(sides: Sides, blobs: readonly Blob[], before: CopyState | undefined): Promise<ComparedFile> {
  const { container, folder } = sides
  const here = await bytesOf(path.join(folder, FILE))
  const blob = currentFile(blobs)
  const isUnsaved = here !== undefined && sha256(here) !== before?.saved
  const compared = { state: {}, isUnsaved, isGone: false, recovered: [], write: nothing }
  if (blob && here && blob.etag === before?.etag) {
    const state = { ...defined({ saved: before.saved, branch: branchOf(blob) }), etag: blob.etag, file: blob.name }
    return { ...compared, state, ...(isUnsaved ? { unsaved: here.toString('utf8') } : {}) }
  }
  const there = blob && (await container.read(blob.name, 0, LARGEST_ENGAGEMENT))
  if (blob && there) return compareBoth(sides, compared, { blobs, before, here, blob, there })
  const wasThere = before?.etag !== undefined
  const isTaken = before !== undefined && here !== undefined && (await isTakenOff(sides, here, before))
  if (here)
    return {
      ...compared,
      isGone: wasThere || isTaken,
      unsaved: here.toString('utf8'),
      from: sha256(here),
      isUnsaved: !isTaken && (isUnsaved || wasThere),
      recovered: wasThere ? [{ what: 'engagement-unreadable', detail: messages.fileAddedAgain }] : [],
    }
  // The file was deleted, and this computer never had it: opening the folder uses the previous copy.
  const previous = previousIn(blobs)
  const kept = previous && (await container.read(previous.name, 0, LARGEST_ENGAGEMENT))
  if (!kept) return compared
  return { ...compared, from: sha256(kept.bytes), write: () => writeDurably(path.join(folder, PREVIOUS), kept.bytes) }
}

interface Both {
  readonly blobs: readonly Blob[]
  readonly before: CopyState | undefined
  readonly here: Buffer | undefined
  readonly blob: Blob
  readonly there: { readonly bytes: Buffer; readonly etag: string }
}

/** Compares with the store's file, which differs from the one known here. */
async function compareBoth(sides: Sides, compared: ComparedFile, both: Both): Promise<ComparedFile> {
  const { before, here, blob, there } = both
  const file = path.join(sides.folder, FILE)
  const state = { saved: sha256(there.bytes), etag: there.etag, file: blob.name, ...defined({ branch: branchOf(blob) }) }
  const write = () => writeDurably(file, there.bytes)
  // Only its etag differs, or the wizard ended before the response: the local save continues it.
  const isSent = before?.sent?.includes(state.saved) === true && readKeptEngagement(ANY, { ok: true, bytes: here ?? NONE }).ok
  const isFromHere = state.saved === before?.saved || isSent
  if (here && compared.isUnsaved && isFromHere && !there.bytes.equals(here)) return { ...compared, state, unsaved: here.toString('utf8') }
  if (here === undefined || there.bytes.equals(here) || !(await isOnlyHere(sides, { ...both, here }, compared.isUnsaved)))
    return { ...compared, state, isUnsaved: false, write }
  const keptAs = freeName(both.blobs, (at) => path.basename(asideOf(FILE, 'other', at)), sides.now())
  return {
    ...compared,
    state,
    isUnsaved: true,
    recovered: [{ what: 'engagement-unreadable', detail: messages.otherCopy, keptAs }],
    async write() {
      // Also in the store, beside the log that names it, and moved with it.
      await sides.container.put(`${idOf(sides)}/${keptAs}`, here)
      await writeDurably(path.join(sides.folder, keptAs), here)
      await write()
    },
  }
}

/** A name that no blob of the environment has. */
function freeName(blobs: readonly Blob[], nameAt: (at: number) => string, from: number): string {
  let at = from
  while (blobs.some(({ name }) => name.endsWith(`/${nameAt(at)}`))) at += 1
  return nameAt(at)
}

/** True if the store's file doesn't continue the local save. @param isUnsaved not known to have been in the store */
async function isOnlyHere(
  sides: Sides,
  { blobs, before, here, blob }: Both & { readonly here: Buffer },
  isUnsaved: boolean,
): Promise<boolean> {
  const isOfAnother = before && isOfAnotherBranch(blob, before.branch, sha256(here))
  const isBack = before !== undefined && isFileBack(before, blob)
  // Without a branch: deleted manually with its log, and started anew since.
  const isLost = isBack || (isOfAnother ?? (before !== undefined && isLogGone(before, blobs)))
  if (before && isLost && (await isRemovedFile(sides, await removedOf(sides), here, before))) return false
  return isOfAnother || isBack || ((isUnsaved || isLost) && !(await isPrevious(sides.container, blobs, here)))
}

const previousIn = (blobs: readonly Blob[]): Blob | undefined => blobs.find(({ name }) => name.endsWith(`/${PREVIOUS}`))

/** True if a colleague continued this save: then it is the previous copy. */
async function isPrevious(container: Container, blobs: readonly Blob[], here: Buffer): Promise<boolean> {
  const previous = previousIn(blobs)
  return previous !== undefined && (await container.read(previous.name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here) === true
}
