import path from 'node:path'
import { readRegular } from '../../services/regular-file.ts'
import { type Blob, type Container, isRefused } from '../../services/storage/container.ts'
import { asideOf, isMissing, writeDurably } from '../engagement/durable-file.ts'
import { readKeptEngagement } from '../engagement/engagement.ts'
import { FILE, PREVIOUS } from '../engagement/folder-store.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { ANY } from '../engagement/schemas.ts'
import { previousThere } from './damaged-save.ts'

/**
 * Keeps the file that a save will overwrite: a readable one as the previous copy, any other under its own name. If the file is unreadable,
 * the folder gets the store's previous copy.
 * @param folder already equal to the store
 */
export async function keepPrevious(
  container: Container,
  id: string,
  folder: string,
  blobs: readonly Blob[],
  now: () => number,
): Promise<void> {
  const name = `${id}/${PREVIOUS}`
  const bytes = await readRegular(path.join(folder, FILE), LARGEST_JOURNAL).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (!bytes) return
  const read = readKeptEngagement(ANY, { ok: true, bytes })
  // A newer version's file isn't overwritten.
  if (!read.ok && read.newer) return
  const before = blobs.find((blob) => blob.name === name)
  if (read.ok) return written(container.put(name, bytes, before?.etag))
  const aside = path.basename(asideOf(path.join(folder, FILE), 'unreadable', now()))
  await written(container.put(`${id}/${aside}`, bytes))
  const previous = await previousThere({ container, folder, now }, blobs)
  if (previous) await writeDurably(path.join(folder, PREVIOUS), previous.bytes)
}

/** Already there, or protected against overwriting: it stays. */
async function written(put: Promise<string>): Promise<void> {
  await put.catch((error: unknown) => {
    if (!isRefused(error, 'changed', 'immutable')) throw error
  })
}
