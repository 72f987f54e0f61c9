import { constants } from 'node:fs'
import { copyFile, link, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DisplayText } from '#machines/messages/message.ts'
import { FileNotRead, readRegular } from '../../services/regular-file.ts'
import { moveFile, onceReleased, removeFile } from '../../services/released-files.ts'
import { fileMessages as messages } from './messages.ts'

/** Name prefix of removed engagements. */
export const REMOVED = 'removed-'

export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT')

export const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

/** Content of a file, or why it wasn't read. */
export type Kept = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly why: DisplayText }

/**
 * Reads a file of this program, which another program may have replaced.
 * Decision 0082: what is damaged is renamed and kept.
 * @param largest limit in bytes
 * @returns undefined if missing
 */
export async function readKept(file: string, largest: number): Promise<Kept | undefined> {
  try {
    return { ok: true, bytes: await readRegular(file, largest) }
  } catch (error) {
    if (isMissing(error)) return undefined
    if (!(error instanceof FileNotRead)) throw error
    return { ok: false, why: error.size === undefined ? messages.notAFile : messages.tooLarge({ size: error.size }) }
  }
}

/**
 * Atomic against power loss: written beside, synced, renamed, and the folder synced.
 * Decision 0209: not write-file-atomic, which leaves the folder and puts handlers on signals.
 */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = unfinishedOf(file)
  try {
    // Never a pipe or a link that stands there.
    await rm(unfinished, { force: true })
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await moveFile(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(path.dirname(file))
}

/**
 * Creates a file with all of its content, or rejects with EEXIST: a full disk or a kill leaves nothing under its name.
 * @param content written in its order
 */
export async function createDurably(file: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  const unfinished = unfinishedOf(file)
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await writeFile(handle, content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(unfinished, file).catch((error: unknown) => linkless(error, unfinished, file))
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
  await syncFolder(path.dirname(file))
}

/** File systems without hard links, such as FAT. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL', 'UNKNOWN']

/** Copies where a file can't have two names: a kill in the middle leaves a part of it. */
async function linkless(error: unknown, unfinished: string, file: string): Promise<void> {
  if (!NO_LINKS.some((code) => hasCode(error, code))) throw error
  await onceReleased(() => copyFile(unfinished, file, constants.COPYFILE_EXCL))
}

/** Replaces a copy, which is whole at any time. Not synced: what it was made of is. */
export async function replaceCopy(copy: string, content: Uint8Array): Promise<void> {
  const unfinished = unfinishedOf(copy)
  try {
    await writeFile(unfinished, content, { flag: 'wx', mode: 0o600 })
    await moveFile(unfinished, copy)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

const UNFINISHED = '.unfinished'
let written = 0

/** Unique across processes, so that parallel writes don't take each other's file. */
function unfinishedOf(file: string): string {
  written += 1
  return `${file}.${process.pid}-${written}${UNFINISHED}`
}

/** Removes leftovers of killed writes; a folder is none. Requires the folder's lock. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.name.endsWith(UNFINISHED) && !entry.isDirectory()) await removeFile(path.join(folder, entry.name))
}

/** Windows can't open a folder for syncing, and syncs renames itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A free name beside the file that sorts by time. @param at milliseconds since 1970-01-01T00:00:00Z */
export function asideOf(file: string, why: string, at: number): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.${why}-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}${ext}`)
}

/** A free name beside a file, with the time when that was last written, so that it can be told before it is used. Rejects if the file is missing. */
export async function freeAsideOf(file: string, why: string): Promise<string> {
  for (let at = Math.trunc((await stat(file)).mtimeMs); ; at++) {
    const aside = asideOf(file, why, at)
    if (await isFree(aside)) return aside
  }
}

/** Renames a folder out of all lists. @param at milliseconds since 1970-01-01T00:00:00Z */
export async function setFolderAside(folder: string, at: number): Promise<void> {
  const { dir, base } = path.parse(folder)
  for (let free = at; ; free++) {
    const aside = path.join(dir, `${REMOVED}${free}-${base}`)
    // Renaming onto an empty folder would replace it.
    if (await isFree(aside)) return moveFile(folder, aside)
  }
}

const isFree = (file: string): Promise<boolean> =>
  stat(file).then(
    () => false,
    (error: unknown) => {
      if (isMissing(error)) return true
      throw error
    },
  )
