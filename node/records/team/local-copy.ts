import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { asideOf, isMissing, setFolderAside, writeDurably } from '../engagement/durable-file.ts'
import { FILE, JOURNAL } from '../engagement/folder-store.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import type { ComparedFile } from './compared-file.ts'
import {
  bytesFrom,
  bytesOf,
  type CopyState,
  idOf,
  isLogGone,
  NONE,
  readCopyState,
  type Sides,
  sha256,
  startsWith,
  writeCopyState,
} from './copy-state.ts'
import { NOTE } from './lease.ts'
import { chainedAgain, countOf, recoveredLines, wholeLines } from './log-lines.ts'
import { teamMessages as messages } from './messages.ts'
import { putOnce } from './put-once.ts'
import { removedPart } from './removed-content.ts'
import { compareFile } from './saved-file.ts'
import { NewerSave } from './words.ts'

/** Number of lines that may be missing in the store; undefined if none. Reads only the new part of the log. */
export async function mayWaitIn(folder: string): Promise<{ readonly lines: number } | undefined> {
  const known = await readCopyState(folder)
  const [unknown, file] = await Promise.all([bytesFrom(path.join(folder, JOURNAL), known?.synced ?? 0), bytesOf(path.join(folder, FILE))])
  const lines = countOf(unknown)
  return lines > 0 || (file && sha256(file) !== known?.saved) ? { lines } : undefined
}

/** True if the folder has the engagement's file, readable or not. */
export const hasFile = (folder: string): Promise<boolean> =>
  stat(path.join(folder, FILE)).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )

export interface Synced {
  readonly state: CopyState
  /** Local lines that aren't in the store yet. */
  readonly unsent: Buffer
  /** The engagement's file, if it isn't in the store yet. */
  readonly unsaved?: string
  /** Digest of the save that the next one continues, if the store has no such file that can be read. */
  readonly from?: string
  readonly isNewBranch?: true
  /** ETag of the store's unreadable file, which the next save replaces. */
  readonly replaces?: string
  /** Findings. Also among the pending lines, unless no line can follow the last one. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  readonly isWritten: boolean
  /** The log in the store ends in half a line, so that the next line begins another log. */
  readonly isTorn: boolean
}

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

/**
 * Renames a folder whose content was all removed from the list. The note of the last lease stays: that lease can be in force, of this run or
 * of a killed one, and without the note it would look like another computer's.
 */
export async function setCopyAside({ folder, now }: Sides): Promise<void> {
  const note = path.join(folder, NOTE)
  const noted = await bytesOf(note)
  await setFolderAside(folder, now())
  if (!noted) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(note, noted)
}

/**
 * Makes the folder equal to the store, followed by pending lines. Requires the lease. Rejects with `NewerSave` before anything is written.
 * @param log the log in use
 */
export async function syncCopy(sides: Sides, blobs: readonly Blob[], log: Blob): Promise<Synced> {
  let { journal, file } = await compareCopy(sides, blobs, log)
  if (journal.isOver && file.isGone) {
    await setCopyAside(sides)
    ;({ journal, file } = await compareCopy(sides, blobs, log))
  }
  if (file.newer) throw new NewerSave(file.newer)
  const torn = journal.torn && keptTorn(sides, journal.torn)
  const recovered = [...(torn ? [torn.content] : []), ...journal.recovered, ...file.recovered]
  const said = recoveredLines(journal.mine.length > 0 ? journal.mine : journal.there, recovered, sides.now())
  const unsent = Buffer.concat([journal.mine, said ?? Buffer.alloc(0)])
  await torn?.keep()
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
  return {
    state,
    unsent,
    recovered,
    isWritten: said !== undefined,
    isTorn: torn !== undefined,
    ...defined({ unsaved: file.unsaved, from: file.from, replaces: file.replaces, isNewBranch: file.isNewBranch }),
  }
}

interface ComparedJournal {
  /** The local file, and the part of it with whole lines. */
  readonly here: Buffer
  readonly whole: Buffer
  /** The log in the store: its whole lines, or all of it if this computer has the rest of its last line. */
  readonly there: Buffer
  /** Half a line at its end, whose rest isn't on this computer. */
  readonly torn?: Buffer
  /** Lines to be added, and their number. */
  readonly mine: Buffer
  readonly count: number
  /** Removed from the list together with all local content, so that nothing continues. */
  readonly isOver: boolean
  /** Content kept in a file beside the journal before it is overwritten, and why. */
  readonly aside?: { readonly why: 'offline' | 'other'; readonly bytes: Buffer }
  readonly recovered: readonly ContentOf<'recovered'>[]
}

async function compareJournal(
  sides: Sides,
  blobs: readonly Blob[],
  log: Blob | undefined,
  before: CopyState | undefined,
  file: ComparedFile,
): Promise<ComparedJournal> {
  const here = (await bytesOf(path.join(sides.folder, JOURNAL))) ?? NONE
  const whole = wholeLines(here)
  const isKnown = before !== undefined && sha256(whole.subarray(0, before.synced)) === before.digest
  // Earlier versions sent half a line where the network went.
  const synced = isKnown ? wholeLines(whole.subarray(0, before.synced)) : NONE
  const isSame = isKnown && before.log === log?.name && before.createdAt === log.createdAt
  const all = await readLog(sides.container, log, isSame ? synced : NONE)
  const there = startsWith(whole, all) ? all : wholeLines(all)
  const torn = all.subarray(there.length)
  const compared = { here, whole, there, count: 0, mine: NONE, isOver: false, recovered: [], ...(torn.length > 0 ? { torn } : {}) }
  // A removal kept the file, and the store has no current one.
  const mayBeOver = file.isGone && !file.isUnsaved && all.length === 0
  if (startsWith(there, whole) && !mayBeOver) return compared
  if ((isSame || synced.length > 0) && startsWith(there, synced) && !mayBeOver)
    return continued(compared, whole.subarray(synced.length), there.subarray(synced.length))
  const isReplaced = isSame && !startsWith(there, synced)
  const isInLog = isKnown && !isReplaced && (isSame || (await hasKnownLines(sides.container, blobs, before, synced)))
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

/** The whole log. @param known its known beginning, of which only the last line is read again: another log of that second has its name */
async function readLog(container: Container, log: Blob | undefined, known: Buffer): Promise<Buffer> {
  if (!log) return NONE
  const last = known.lastIndexOf(0x0a, known.length - 2) + 1
  if (known.length > 0 && log.size >= known.length) {
    const tail = (await container.read(log.name, last, LARGEST_JOURNAL))?.bytes ?? NONE
    if (startsWith(tail, known.subarray(last))) return Buffer.concat([known.subarray(0, last), tail])
  }
  return (await container.read(log.name, 0, LARGEST_JOURNAL))?.bytes ?? NONE
}

/**
 * True if the log that a copy knows has the lines that it knows. One that was deleted or overwritten by hand can have its name, its second, and
 * its size by now.
 * @param known whole lines, of which the last one is read again
 */
export async function hasKnownLines(container: Container, blobs: readonly Blob[], state: CopyState, known: Buffer): Promise<boolean> {
  if (isLogGone(state, blobs)) return false
  const log = blobs.find(({ name }) => name === state.log)
  return log === undefined || known.length === 0 || startsWith(await readLog(container, log, known), known)
}

/** Half a line at the end of the store's log, which can't be cut off: it is kept on this computer, and in the store beside the log. */
function keptTorn(sides: Sides, torn: Buffer) {
  const file = asideOf(path.join(sides.folder, JOURNAL), 'torn', sides.now())
  const keptAs = path.basename(file)
  const content: ContentOf<'recovered'> = { what: 'journal-torn', detail: messages.tornThere({ size: torn.length }), keptAs }
  return {
    content,
    async keep(): Promise<void> {
      await putOnce(sides.container, `${idOf(sides)}/${keptAs}`, torn)
      await writeDurably(file, torn)
    },
  }
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
