import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Blob, type Container, isRefused } from '../../services/storage/container.ts'
import { asideOf, isMissing, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT, readKeptEngagement } from '../engagement/engagement.ts'
import { FILE, PREVIOUS } from '../engagement/folder-store.ts'
import { ANY } from '../engagement/schemas.ts'

/**
 * Keeps what a save will write over: a file that can be read as the copy before, any other under a name of its own. Where the file can't be
 * read, the folder gets the store's copy before it.
 * @param folder as it is after it was made what the store has
 */
export async function keepPrevious(
  container: Container,
  id: string,
  folder: string,
  blobs: readonly Blob[],
  now: () => number,
): Promise<void> {
  const name = `${id}/${PREVIOUS}`
  const bytes = await readFile(path.join(folder, FILE)).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (!bytes) return
  const read = readKeptEngagement(ANY, { ok: true, bytes })
  // A newer version's file is not written over.
  if (!read.ok && read.newer) return
  const before = blobs.find((blob) => blob.name === name)
  if (read.ok) return written(container.put(name, bytes, before?.etag))
  const aside = path.basename(asideOf(path.join(folder, FILE), 'unreadable', now()))
  await written(container.put(`${id}/${aside}`, bytes))
  const previous = before && (await container.read(name, 0, LARGEST_ENGAGEMENT))
  if (previous) await writeDurably(path.join(folder, PREVIOUS), previous.bytes.toString('utf8'))
}

/** There already, or protected from being written over: then it is kept as it is. */
async function written(put: Promise<string>): Promise<void> {
  await put.catch((error: unknown) => {
    if (!isRefused(error, 'changed', 'immutable')) throw error
  })
}
