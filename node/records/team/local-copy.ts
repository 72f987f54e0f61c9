import { createHash } from 'node:crypto'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { defined } from '#machines/defined.ts'
import { isMessage } from '#machines/messages/message.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { asideOf, isMissing, REMOVED, readKept, setFolderAside, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { FILE, JOURNAL, PREVIOUS } from '../engagement/folder-store.ts'
import { type Line, lineAfterLine, nextLine, writeLine } from '../engagement/journal/chain.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { branchOf, isOfAnotherBranch } from './branch.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile, isFileBefore } from './names.ts'
import { isRemovedOf, recordsIn } from './removal.ts'

/** What of a folder is known to be as the store has it. What differs was written here, and waits. */
const state = z.strictObject({
  log: z.string(),
  createdAt: z.number(),
  /** So many bytes of the journal, with this digest. */
  synced: z.int(),
  digest: z.string(),
  /** The engagement's file: its digest here, its etag and its name there. */
  saved: z.exactOptional(z.string()),
  etag: z.exactOptional(z.string()),
  file: z.exactOptional(z.string()),
  /** Of that file there. */
  branch: z.exactOptional(z.string()),
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

/** Whether the log that a copy belongs to isn't there any more. */
export const isLogGone = (known: CopyState, blobs: readonly Blob[]): boolean =>
  known.log !== '' && !blobs.some(({ name, createdAt }) => name === known.log && createdAt === known.createdAt)

/** Whether the file in the store is one before the one that a copy knows, which was deleted by hand. */
export const isFileBack = (known: CopyState, file: Blob): boolean =>
  known.file !== undefined && isFileBefore(file.name, known.file) && branchOf(file) === known.branch

export const writeCopyState = (folder: string, written: CopyState): Promise<void> =>
  writeDurably(path.join(folder, STATE), JSON.stringify(written))

/** @returns nothing where there is no such file */
async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** How many lines here aren't known to be in the store; nothing where all is. Of the log only what is new is read. */
export async function mayWaitIn(folder: string): Promise<{ readonly lines: number } | undefined> {
  const known = await readCopyState(folder)
  const [unknown, file] = await Promise.all([bytesFrom(path.join(folder, JOURNAL), known?.synced ?? 0), bytesOf(path.join(folder, FILE))])
  const lines = countOf(unknown)
  return lines > 0 || (file && sha256(file) !== known?.saved) ? { lines } : undefined
}

/** What a file has from a place on; nothing where it ends before, and where there is no file. */
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
  /** Lines that are here and not yet in the store. */
  readonly unsent: Buffer
  /** The engagement's file, where it is here and not yet in the store. */
  readonly unsaved?: string
  /** Where the store has no such file: the digest of the save that the next one continues. */
  readonly from?: string
  /** What was found. It is among the lines that wait, but for where nothing can follow the last line. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  readonly isWritten: boolean
}

export interface Sides {
  readonly container: Container
  readonly folder: string
  readonly now: () => number
}

/** The name of the environment is that of its folder. */
const idOf = ({ folder }: Sides): string => path.basename(folder)

/** What the store has, and what of this computer is to follow it. Nothing was changed. */
export interface Compared {
  readonly journal: ComparedJournal
  readonly file: ComparedFile
}

/** @param log that is in use; nothing where the store has none */
export async function compareCopy(sides: Sides, blobs: readonly Blob[], log: Blob | undefined): Promise<Compared> {
  const before = await readCopyState(sides.folder)
  const file = await compareFile(sides, blobs, before)
  return { file, journal: await compareJournal(sides, blobs, log, before, file) }
}

/** Makes the folder what the store has, and what waits here behind it. Only for who has the lease. @param log that is in use */
export async function syncCopy(sides: Sides, blobs: readonly Blob[], log: Blob): Promise<Synced> {
  let { journal, file } = await compareCopy(sides, blobs, log)
  if (journal.isOver && file.isGone) {
    await setFolderAside(sides.folder, sides.now())
    await mkdir(sides.folder, { recursive: true, mode: 0o700 })
    ;({ journal, file } = await compareCopy(sides, blobs, log))
  }
  const recovered = [...journal.recovered, ...file.recovered]
  const said = recoveredLines(journal, recovered, sides.now())
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
  /** The file here, and how much of it is whole lines. */
  readonly here: Buffer
  readonly whole: Buffer
  /** The log in the store. */
  readonly there: Buffer
  /** What is to follow it, and how many lines that is. */
  readonly mine: Buffer
  readonly count: number
  /** It was taken off the list with all that is here, so that nothing of it continues. */
  readonly isOver: boolean
  /** What is kept beside the journal before it is written over, and why. */
  readonly aside?: { readonly why: 'offline' | 'other'; readonly bytes: Buffer }
  readonly recovered: readonly ContentOf<'recovered'>[]
}

const NONE = Buffer.alloc(0)

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)

const countOf = (lines: Buffer): number => lines.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0)

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
  // A removal kept the file, and the store has none.
  const mayBeOver = file.isGone && !file.isUnsaved && there.length === 0
  if (startsWith(there, whole) && !mayBeOver) return compared
  if ((isSame || synced.length > 0) && startsWith(there, synced) && !mayBeOver)
    return continued(compared, whole.subarray(synced.length), there.subarray(synced.length))
  const isInLog = isKnown && !isLogGone(before, blobs)
  const isRemoved = isKnown && !isInLog && (await isRemovedWith(sides, await removedOf(sides), synced))
  const isKept = isInLog || isRemoved
  if (whole.length === synced.length && ((isRemoved && !file.isUnsaved) || (isKept && there.length > 0)))
    return { ...compared, isOver: !file.isUnsaved, aside: { why: 'other', bytes: here } }
  if (startsWith(whole, there)) {
    const mine = whole.subarray(there.length)
    const count = countOf(mine)
    return { ...compared, mine, count, recovered: count > 0 ? [{ what: 'journal-cut', detail: messages.addedAgain({ count }) }] : [] }
  }
  // What the store lost follows as well; what it keeps elsewhere is not said twice.
  return followed({ ...compared, aside: { why: 'other', bytes: here } }, isKept ? whole.subarray(synced.length) : whole, messages.otherLog)
}

/** The same log on both sides up to a line. @param unsent here after it @param tail there after it */
function continued(compared: ComparedJournal, unsent: Buffer, tail: Buffer): ComparedJournal {
  // Sent before, whole or in part: the answer was lost, or the wizard ended before it came.
  if (startsWith(unsent, tail)) {
    const mine = unsent.subarray(tail.length)
    return { ...compared, mine, count: countOf(mine) }
  }
  return followed({ ...compared, aside: { why: 'offline', bytes: unsent } }, unsent, messages.meanwhile)
}

/** A colleague's lines came first: these follow them. */
function followed(compared: ComparedJournal, lines: Buffer, words: typeof messages.meanwhile | typeof messages.otherLog): ComparedJournal {
  const { bytes, count, missing } = chainedAgain(compared.there, lines)
  // All of them are there already.
  if (missing === 0) return compared
  return { ...compared, mine: bytes, count, recovered: [{ what: 'lock-broken', detail: words({ count }) }] }
}

/** The whole log. @param known the beginning that it is known to have: it isn't brought again */
async function readLog(container: Container, log: Blob | undefined, known: Buffer): Promise<Buffer> {
  if (!log) return NONE
  // A line is appended whole; half of one is no line of this program, and stays where it is.
  const tail = (await container.read(log.name, known.length, LARGEST_JOURNAL))?.bytes ?? NONE
  if (follows(known, tail)) return Buffer.concat([known, tail])
  return (await container.read(log.name, 0, LARGEST_JOURNAL))?.bytes ?? NONE
}

const removedOf = async (sides: Sides): Promise<readonly Blob[]> =>
  (await sides.container.list(REMOVED)).filter(({ name }) => isRemovedOf(idOf(sides), name))

/** Whether these first lines of a log are kept under the name that a removal gave it. */
async function isRemovedWith({ container }: Sides, removed: readonly Blob[], synced: Buffer): Promise<boolean> {
  for (const { name, size } of removed) {
    if (!name.endsWith('.jsonl') || size < synced.length) continue
    const kept = await container.read(name, 0, LARGEST_JOURNAL)
    if (kept && startsWith(kept.bytes, synced)) return true
  }
  return false
}

/** Whether a removal kept the file as it is here, or a record that continues what is known to have been in the store. */
async function isRemovedFile({ container }: Sides, removed: readonly Blob[], here: Buffer, before: CopyState): Promise<boolean> {
  const digest = sha256(here)
  if (digest === before.saved && recordsIn(removed).some((each) => isOfAnotherBranch(each, before.branch, digest) === false)) return true
  for (const { name, size } of removed)
    if (size === here.length && (await container.read(name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here)) return true
  return false
}

/** The same where the store has no record. A removal that doesn't tell the branch of its record is known by its log, if that has a line. */
async function isTakenOff(sides: Sides, here: Buffer, before: CopyState): Promise<boolean> {
  const removed = await removedOf(sides)
  if (await isRemovedFile(sides, removed, here, before)) return true
  if (before.synced === 0 || recordsIn(removed).every((each) => branchOf(each) !== undefined)) return false
  const synced = await bytesFrom(path.join(sides.folder, JOURNAL), 0, before.synced)
  return sha256(synced) === before.digest && (await isRemovedWith(sides, removed, synced))
}

/** Whether the first of some lines names the last of those before. */
function follows(before: Buffer, after: Buffer): boolean {
  if (before.length === 0 || after.length === 0) return true
  const last = parsed(before.subarray(before.lastIndexOf(0x0a, before.length - 2) + 1))
  return last !== undefined && parsed(after.subarray(0, after.indexOf(0x0a) + 1))?.['previous'] === last['hash']
}

function parsed(line: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return Object(JSON.parse(line.toString('utf8')))
  } catch {
    return undefined
  }
}

/** What was found as lines that follow; nothing where no line can follow the last one. */
function recoveredLines({ there, mine }: ComparedJournal, recovered: readonly ContentOf<'recovered'>[], now: number): Buffer | undefined {
  const lines = mine.length > 0 ? mine : there
  let last = lastOf(lines)
  if (lines.length > 0 && !last) return undefined
  const written = recovered.map((content) => {
    last = nextLine(last, 'recovered', content, now)
    return `${writeLine(last)}\n`
  })
  return Buffer.from(written.join(''))
}

/** Writes what the store has and what waits behind it, so that each moment has the lines that wait in a file. */
async function writeJournal(sides: Sides, { here, whole, there, aside }: ComparedJournal, unsent: Buffer): Promise<void> {
  const file = path.join(sides.folder, JOURNAL)
  const wanted = Buffer.concat([there, unsent])
  if (aside && aside.bytes.length > 0) await writeDurably(asideOf(file, aside.why, sides.now()), aside.bytes)
  // Half a line at its end is for who opens the journal.
  if (wanted.equals(whole)) return
  if (here.length === whole.length && startsWith(wanted, here))
    await writeFile(file, wanted.subarray(here.length), { flag: 'a', mode: 0o600 })
  else await writeDurably(file, wanted)
}

/** Members of an entry that name another line by its number. */
const NAMES_A_LINE = ['started', 'reading']

/**
 * The same entries in the same order behind other lines, each with the moment at which it was written. Those that another computer with the
 * same lines has written behind them already are passed over.
 * @returns how many were written, and how many aren't there
 */
function chainedAgain(before: Buffer, lines: Buffer): { readonly bytes: Buffer; readonly count: number; readonly missing: number } {
  const texts = textsOf(lines)
  const existing = numbersOf(before)
  const check = lineAfterLine(beforeThat(texts[0]))
  let last = lastOf(before)
  const numbers = new Map<unknown, number>()
  const written: string[] = []
  let missing = 0
  for (const [index, text] of texts.entries()) {
    const line = check(text)
    if (isMessage(line)) {
      // What doesn't hold is in the file beside it.
      missing += texts.length - index
      break
    }
    const there = existing.get(entryOf(line))?.shift()
    if (there !== undefined) {
      numbers.set(line.sequence, there)
      continue
    }
    missing += 1
    const renamed = NAMES_A_LINE.flatMap((name) => {
      const number = numbers.get(line.content[name])
      return number === undefined ? [] : [[name, number] as const]
    })
    last = nextLine(last, line.kind, { ...line.content, ...Object.fromEntries(renamed) }, line.at)
    numbers.set(line.sequence, last.sequence)
    written.push(`${writeLine(last)}\n`)
  }
  return { bytes: Buffer.from(written.join('')), count: written.length, missing }
}

/** What stays of a line wherever it follows. */
const entryOf = ({ at, kind, content }: Pick<Line, 'at' | 'kind' | 'content'>): string =>
  JSON.stringify([at, kind, Object.entries(content).filter(([name]) => !NAMES_A_LINE.includes(name))])

/** The numbers of each entry, in their order. */
function numbersOf(lines: Buffer): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const text of textsOf(lines)) {
    const line = lineOf(text)
    if (!line) continue
    const entry = entryOf(line)
    const numbers = found.get(entry)
    if (numbers) numbers.push(line.sequence)
    else found.set(entry, [line.sequence])
  }
  return found
}

const textsOf = (lines: Buffer): readonly string[] => lines.toString('utf8').split('\n').slice(0, -1)

/** A line by itself, whatever comes before it. */
function lineOf(text: string): Line | undefined {
  const line = lineAfterLine(beforeThat(text))(text)
  return isMessage(line) ? undefined : line
}

function beforeThat(text = ''): { readonly sequence: number; readonly hash: string } | undefined {
  const line = parsed(Buffer.from(text))
  const { sequence, previous } = line ?? {}
  return typeof sequence === 'number' && sequence > 1 && typeof previous === 'string'
    ? { sequence: sequence - 1, hash: previous }
    : undefined
}

const lastOf = (lines: Buffer): Line | undefined =>
  lineOf(
    lines
      .subarray(lines.lastIndexOf(0x0a, lines.length - 2) + 1)
      .toString('utf8')
      .trimEnd(),
  )

export interface ComparedFile {
  /** After `write`. */
  readonly state: Pick<CopyState, 'saved' | 'etag' | 'file' | 'branch'>
  readonly unsaved?: string
  /** Where none is there: the digest of the save that the next one continues. */
  readonly from?: string
  /** What was saved here isn't in the store, also not where a removal keeps it, or is in a file beside the one in use. */
  readonly isUnsaved: boolean
  /** The store had it, and hasn't. */
  readonly isGone: boolean
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** Makes the folder's file the one that counts. */
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
  if (here)
    return {
      ...compared,
      isGone: wasThere,
      unsaved: here.toString('utf8'),
      from: sha256(here),
      isUnsaved: isUnsaved || (wasThere && !(await isTakenOff(sides, here, before))),
      recovered: wasThere ? [{ what: 'engagement-unreadable', detail: messages.fileAddedAgain }] : [],
    }
  // The file was deleted, and this computer never had it: who opens the folder takes the copy before it.
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

/** The file that is in the store, which is another than was known here. */
async function compareBoth(sides: Sides, compared: ComparedFile, both: Both): Promise<ComparedFile> {
  const { before, here, blob, there } = both
  const file = path.join(sides.folder, FILE)
  const state = { saved: sha256(there.bytes), etag: there.etag, file: blob.name, ...defined({ branch: branchOf(blob) }) }
  const write = () => writeDurably(file, there.bytes)
  // Only its etag is another: what was saved here follows it.
  if (here && compared.isUnsaved && state.saved === before?.saved) return { ...compared, state, unsaved: here.toString('utf8') }
  if (here === undefined || there.bytes.equals(here) || !(await isOnlyHere(sides, { ...both, here }, compared.isUnsaved)))
    return { ...compared, state, isUnsaved: false, write }
  const keptAs = freeName(both.blobs, (at) => path.basename(asideOf(FILE, 'other', at)), sides.now())
  return {
    ...compared,
    state,
    isUnsaved: true,
    recovered: [{ what: 'engagement-unreadable', detail: messages.otherCopy, keptAs }],
    async write() {
      // In the store as well, where the log that names it is, and with which it is moved.
      await sides.container.put(`${idOf(sides)}/${keptAs}`, here)
      await writeDurably(path.join(sides.folder, keptAs), here)
      await write()
    },
  }
}

/** One that no blob of the environment has. */
function freeName(blobs: readonly Blob[], nameAt: (at: number) => string, from: number): string {
  let at = from
  while (blobs.some(({ name }) => name.endsWith(`/${nameAt(at)}`))) at += 1
  return nameAt(at)
}

/** Whether the file in the store doesn't continue what was saved here. @param isUnsaved it isn't known to have been there */
async function isOnlyHere(
  sides: Sides,
  { blobs, before, here, blob }: Both & { readonly here: Buffer },
  isUnsaved: boolean,
): Promise<boolean> {
  const isOfAnother = before && isOfAnotherBranch(blob, before.branch, sha256(here))
  const isBack = before !== undefined && isFileBack(before, blob)
  // Without a word of the branch: deleted by hand with its log, and begun anew since.
  const isLost = isBack || (isOfAnother ?? (before !== undefined && isLogGone(before, blobs)))
  if (before && isLost && (await isRemovedFile(sides, await removedOf(sides), here, before))) return false
  return isOfAnother || isBack || ((isUnsaved || isLost) && !(await isPrevious(sides.container, blobs, here)))
}

const previousIn = (blobs: readonly Blob[]): Blob | undefined => blobs.find(({ name }) => name.endsWith(`/${PREVIOUS}`))

/** A colleague who continued from this save keeps it as the copy before. */
async function isPrevious(container: Container, blobs: readonly Blob[], here: Buffer): Promise<boolean> {
  const previous = previousIn(blobs)
  return previous !== undefined && (await container.read(previous.name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here) === true
}
