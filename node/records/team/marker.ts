import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { type Container, isRefused } from '../../services/storage/container.ts'
import { asideOf, readKept, writeDurably } from '../engagement/durable-file.ts'
import { teamMessages as messages } from './messages.ts'
import { NotThisStore } from './words.ts'

/** Marks a container as a team's store, and as this one. */
const NAME = 'team-store.json'
const VERSION = 1
const LARGEST = 10_000

const marker = z.object({ version: z.int().check(z.positive()), id: z.string() })
type Marker = z.infer<typeof marker>

function parse(bytes: Buffer): Marker | undefined {
  try {
    return marker.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

const fileIn = (folder: string): string => path.join(folder, 'store.json')

/** The store that this computer knows at the address. */
async function knownIn(folder: string): Promise<Marker | undefined> {
  const kept = await readKept(fileIn(folder), LARGEST)
  return kept?.ok ? parse(kept.bytes) : undefined
}

async function remember(folder: string, found: Marker): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(fileIn(folder), JSON.stringify(found))
}

/**
 * Makes sure that the container is the store that this computer knows at its address. Rejects with `NotThisStore` otherwise.
 * @param mayMake whether an empty container that this computer doesn't know becomes a store
 */
export async function markerOf(container: Container, folder: string, { mayMake }: { readonly mayMake: boolean }): Promise<void> {
  const known = await knownIn(folder)
  const there = await container.read(NAME, 0, LARGEST)
  const found = there ? parse(there.bytes) : mayMake && !known ? await make(container) : undefined
  if (!found) throw await missing(container, known)
  if (found.version > VERSION) throw new NotThisStore(messages.newer)
  if (known && known.id !== found.id) throw new NotThisStore(messages.another, 'adopt')
  if (!known) await remember(folder, found)
}

/** Why there is no marker, and whether this computer can make it again. */
async function missing(container: Container, known: Marker | undefined): Promise<NotThisStore> {
  const isEmpty = (await container.list('')).length === 0
  if (known) return new NotThisStore(isEmpty ? messages.emptied : messages.markerGone, 'mark')
  return new NotThisStore(isEmpty ? messages.notSetUp : messages.notAStore)
}

/**
 * Makes the container usable again because the person asked for it: marks it as the store that this computer knows, or knows the one that is
 * there from now on. Nothing in it is deleted, and a marker that can't be read is kept beside the new one.
 */
export async function repairMarker(container: Container, folder: string, now: number): Promise<void> {
  const known = await knownIn(folder)
  const there = await container.read(NAME, 0, LARGEST)
  const found = there && parse(there.bytes)
  if (found && found.version > VERSION) throw new NotThisStore(messages.newer)
  if (found) return remember(folder, found)
  if (!known) throw await missing(container, known)
  if (there) await container.put(path.basename(asideOf(NAME, 'unreadable', now)), there.bytes)
  await container.put(NAME, JSON.stringify(known), there?.etag)
}

async function make(container: Container): Promise<Marker | undefined> {
  if ((await container.list('')).length > 0) return undefined
  const made: Marker = { version: VERSION, id: randomUUID() }
  try {
    await container.put(NAME, JSON.stringify(made))
    return made
  } catch (error) {
    if (!isRefused(error, 'changed')) throw error
    // A colleague was first.
    const there = await container.read(NAME, 0, LARGEST)
    return there && parse(there.bytes)
  }
}
