import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { DisplayText } from '../../machines/messages/message.ts'
import { fileMessages as messages } from './messages.ts'

/** True for the error of a file or folder that is not there. */
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT')

export const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

/** The content at a file's place: its bytes, or why they are not read. */
export type Kept = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly why: DisplayText }

/**
 * Reads a file that this program wrote. Another program may have replaced it.
 * @param largest in bytes; what is larger is not read
 * @returns nothing when there is nothing
 */
export async function readKept(file: string, largest: number): Promise<Kept | undefined> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return { ok: false, why: messages.notAFile }
    if (found.size > largest) return { ok: false, why: messages.tooLarge({ size: found.size }) }
    return { ok: true, bytes: await readFile(file) }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Puts a file in place so that a computer that loses power at any moment has the old one or the new one, never half of it:
 * written beside it, brought to the disk, moved into place, and the folder brought to the disk as well.
 */
export async function writeDurably(file: string, content: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    const handle = await open(unfinished, 'w', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(path.dirname(file))
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
