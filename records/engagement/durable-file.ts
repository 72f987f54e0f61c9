import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DisplayText } from '../../machines/messages/message.ts'
import { moveFile, onceReleased, removeFile } from '../../services/released-files.ts'
import { fileMessages as messages } from './messages.ts'

/** How the name of what was taken off a list begins. */
export const REMOVED = 'removed-'

/** True for the error of a file or folder that is not there. */
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT')

export const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

/** The content at a file's place: its bytes, or why they are not read. */
export type Kept = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly why: DisplayText }

/**
 * Reads a file that this program wrote. Another program may have replaced it.
 * Decision 0082: what is damaged is renamed and kept.
 * @param largest in bytes; what is larger is not read
 * @returns nothing when there is nothing
 */
export async function readKept(file: string, largest: number): Promise<Kept | undefined> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return { ok: false, why: messages.notAFile }
    if (found.size > largest) return { ok: false, why: messages.tooLarge({ size: found.size }) }
    return { ok: true, bytes: await onceReleased(() => readFile(file)) }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Puts a file in place so that a computer that loses power at any moment has the old one or the new one, never half of it:
 * written beside it, brought to the disk, moved into place, and the folder brought to the disk as well.
 * Decision 0209: not write-file-atomic, which leaves the folder and puts handlers on signals.
 */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = unfinishedOf(file)
  try {
    const handle = await open(unfinished, 'w', 0o600)
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

const UNFINISHED = '.unfinished'
let written = 0

/** A name that no other write has, in this process or another: two that write one file at once don't take each other's. */
function unfinishedOf(file: string): string {
  written += 1
  return `${file}.${process.pid}-${written}${UNFINISHED}`
}

/** Removes what writes left that a kill ended. Only for who has the lock of the folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith(UNFINISHED)) await removeFile(path.join(folder, name))
}

/** Windows cannot open a folder to bring it to the disk, and brings a rename there by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A name beside the file that no other has, and that sorts by time. @param at milliseconds since 1970-01-01T00:00:00Z */
export function asideOf(file: string, why: string, at: number): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.${why}-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}${ext}`)
}

/** Keeps a folder beside itself, where no list shows it. @param at milliseconds since 1970-01-01T00:00:00Z */
export async function setFolderAside(folder: string, at: number): Promise<void> {
  const { dir, base } = path.parse(folder)
  for (let free = at; ; free++) {
    const aside = path.join(dir, `${REMOVED}${free}-${base}`)
    // A folder that is moved onto one that has nothing in it replaces it.
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
