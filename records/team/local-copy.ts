import { createHash } from 'node:crypto'
import { readFile, rename, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { isMessage } from '../../machines/messages/message.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { asideOf, isMissing, readKept, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { FILE, JOURNAL } from '../engagement/folder-store.ts'
import { type Line, lineAfterLine, nextLine, writeLine } from '../engagement/journal/chain.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile } from './names.ts'

/** What of a folder is known to be as the store has it. What differs was written here, and waits. */
const state = z.strictObject({
  log: z.string(),
  createdAt: z.number(),
  /** So many bytes of the journal, with this digest. */
  synced: z.int(),
  digest: z.string(),
  /** The engagement's file: its digest here, its etag there. */
  saved: z.exactOptional(z.string()),
  etag: z.exactOptional(z.string()),
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

export interface Synced {
  readonly state: CopyState
  /** Lines that are here and not yet in the store. */
  readonly unsent: Buffer
  /** The engagement's file is here and not yet in the store. */
  readonly unsaved: boolean
  readonly recovered: readonly ContentOf<'recovered'>[]
}

interface Sides {
  readonly container: Container
  readonly folder: string
  readonly now: () => number
}

/** Makes the folder what the store has, and what waits here behind it. Only for who has the lease. @param log that is in use */
export async function syncCopy(sides: Sides, blobs: readonly Blob[], log: Blob): Promise<Synced> {
  const before = await readCopyState(sides.folder)
  const journal = await syncJournal(sides, log, before)
  const file = await syncFile(sides, currentFile(blobs), before)
  const synced: Synced = {
    state: { log: log.name, createdAt: log.createdAt, synced: journal.synced, digest: journal.digest, ...file.state },
    unsent: journal.unsent,
    unsaved: file.unsaved,
    recovered: [...journal.recovered, ...file.recovered],
  }
  await writeCopyState(sides.folder, synced.state)
  return synced
}

interface SyncedJournal {
  readonly synced: number
  readonly digest: string
  readonly unsent: Buffer
  readonly recovered: readonly ContentOf<'recovered'>[]
}

async function syncJournal(sides: Sides, log: Blob, before: CopyState | undefined): Promise<SyncedJournal> {
  const file = path.join(sides.folder, JOURNAL)
  const here = (await bytesOf(file)) ?? Buffer.alloc(0)
  const whole = here.subarray(0, here.lastIndexOf(0x0a) + 1)
  const isSame = before?.log === log.name && before.createdAt === log.createdAt
  const [synced, unsent] = isSame ? [whole.subarray(0, before.synced), whole.subarray(before.synced)] : [Buffer.alloc(0), Buffer.alloc(0)]
  if (isSame && log.size >= before.synced && sha256(synced) === before.digest) {
    const tail = await readLog(sides.container, log.name, before.synced)
    if (follows(synced, tail)) return joined(sides, here, synced, tail, unsent)
  }
  // Another log, or a copy that was changed here: the store's counts, and the copy is kept.
  if (here.length > 0) await rename(file, asideOf(file, 'other', sides.now()))
  return joined(sides, Buffer.alloc(0), Buffer.alloc(0), await readLog(sides.container, log.name, 0), unsent)
}

async function readLog(container: Container, name: string, from: number): Promise<Buffer> {
  const bytes = (await container.read(name, from, LARGEST_JOURNAL))?.bytes ?? Buffer.alloc(0)
  // A line is appended whole; half of one is no line of this program, and stays where it is.
  return bytes
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

/** Writes what the store has behind what is the same on both sides, then what waits. @param here the file as it is */
async function joined(sides: Sides, here: Buffer, same: Buffer, tail: Buffer, unsent: Buffer): Promise<SyncedJournal> {
  const file = path.join(sides.folder, JOURNAL)
  const there = Buffer.concat([same, tail])
  const known = { synced: there.length, digest: sha256(there) }
  // Sent before, whole or in part: the answer was lost, or the wizard ended before it came.
  if (unsent.subarray(0, tail.length).equals(tail)) return { ...known, unsent: unsent.subarray(tail.length), recovered: [] }
  if (tail.subarray(0, unsent.length).equals(unsent)) {
    await replaceEnd(file, here, same.length, tail)
    return { ...known, unsent: Buffer.alloc(0), recovered: [] }
  }
  await writeFile(asideOf(file, 'offline', sides.now()), unsent, { mode: 0o600 })
  const again = chainedAgain(there, unsent)
  await replaceEnd(file, here, same.length, Buffer.concat([tail, again.bytes]))
  const detail = messages.meanwhile({ count: again.count })
  return { ...known, unsent: again.bytes, recovered: [{ what: 'lock-broken', detail }] }
}

async function replaceEnd(file: string, here: Buffer, from: number, end: Buffer): Promise<void> {
  if (here.length > from) await truncate(file, from)
  await writeFile(file, end, { flag: 'a', mode: 0o600 })
}

/** Members of an entry that name another line by its number. */
const NAMES_A_LINE = ['started', 'reading']

/** The same entries in the same order behind other lines, each with the moment at which it was written. */
function chainedAgain(before: Buffer, lines: Buffer): { readonly bytes: Buffer; readonly count: number } {
  const texts = lines.toString('utf8').split('\n').slice(0, -1)
  const check = lineAfterLine(beforeThat(texts[0]))
  let last = lastOf(before)
  const numbers = new Map<unknown, number>()
  const written: string[] = []
  for (const text of texts) {
    const line = check(text)
    // What doesn't hold is in the file beside it.
    if (isMessage(line)) break
    const renamed = NAMES_A_LINE.flatMap((name) => {
      const number = numbers.get(line.content[name])
      return number === undefined ? [] : [[name, number] as const]
    })
    last = nextLine(last, line.kind, { ...line.content, ...Object.fromEntries(renamed) }, line.at)
    numbers.set(line.sequence, last.sequence)
    written.push(`${writeLine(last)}\n`)
  }
  return { bytes: Buffer.from(written.join('')), count: written.length }
}

function beforeThat(text = ''): { readonly sequence: number; readonly hash: string } | undefined {
  const line = parsed(Buffer.from(text))
  const { sequence, previous } = line ?? {}
  return typeof sequence === 'number' && sequence > 1 && typeof previous === 'string'
    ? { sequence: sequence - 1, hash: previous }
    : undefined
}

function lastOf(lines: Buffer): Line | undefined {
  const text = lines
    .subarray(lines.lastIndexOf(0x0a, lines.length - 2) + 1)
    .toString('utf8')
    .trimEnd()
  const line = lineAfterLine(beforeThat(text))(text)
  return isMessage(line) ? undefined : line
}

interface SyncedFile {
  readonly state: Pick<CopyState, 'saved' | 'etag'>
  readonly unsaved: boolean
  readonly recovered: readonly ContentOf<'recovered'>[]
}

async function syncFile({ container, folder, now }: Sides, blob: Blob | undefined, before: CopyState | undefined): Promise<SyncedFile> {
  const file = path.join(folder, FILE)
  const here = await bytesOf(file)
  const isUnsaved = here !== undefined && sha256(here) !== before?.saved
  const isNewer = blob?.etag !== before?.etag
  if (!isNewer && here)
    return {
      state: { ...(before?.saved ? { saved: before.saved } : {}), ...(blob ? { etag: blob.etag } : {}) },
      unsaved: isUnsaved,
      recovered: [],
    }
  const aside = here && isNewer ? asideOf(file, 'other', now()) : undefined
  if (!blob) {
    // Taken off the list by someone, or never there.
    if (aside) await rename(file, aside)
    return { state: {}, unsaved: false, recovered: [] }
  }
  const there = await container.read(blob.name, 0, LARGEST_ENGAGEMENT)
  if (!there) return { state: {}, unsaved: false, recovered: [] }
  if (aside && isUnsaved) await rename(file, aside)
  await writeDurably(file, there.bytes.toString('utf8'))
  const recovered: ContentOf<'recovered'>[] =
    aside && isUnsaved ? [{ what: 'engagement-unreadable', detail: messages.otherCopy, keptAs: path.basename(aside) }] : []
  return { state: { saved: sha256(there.bytes), etag: there.etag }, unsaved: false, recovered }
}
