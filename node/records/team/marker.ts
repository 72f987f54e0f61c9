import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { parsedJson } from '#machines/parsed-json.ts'
import { type Container, isRefused } from '../../services/storage/container.ts'
import { asideOf, readKept, writeDurably } from '../engagement/durable-file.ts'
import { teamMessages as messages } from './messages.ts'
import { NotThisStore } from './words.ts'

/** Marks a container as a team's store, with the store's ID. */
const NAME = 'team-store.json'
const VERSION = 1
const LARGEST = 10_000

const marker = z.object({ version: z.int().check(z.positive()), id: z.string() })
type Marker = z.infer<typeof marker>

function parse(bytes: Buffer): Marker | undefined {
  return marker.safeParse(parsedJson(bytes.toString('utf8'), LARGEST)).data
}

const fileIn = (folder: string): string => path.join(folder, 'store.json')

/** Store known at this address. */
async function knownIn(folder: string): Promise<Marker | undefined> {
  const kept = await readKept(fileIn(folder), LARGEST)
  return kept?.ok ? parse(kept.bytes) : undefined
}

async function remember(folder: string, found: Marker): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(fileIn(folder), JSON.stringify(found))
}

/**
 * Verifies that the container is the known store. Rejects with `NotThisStore` otherwise.
 * @param mayMake true if an empty, unknown container becomes a store
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

/** Reason for a missing marker, and whether this computer can restore it. */
async function missing(container: Container, known: Marker | undefined): Promise<NotThisStore> {
  const isEmpty = (await container.list('')).length === 0
  if (known) return new NotThisStore(isEmpty ? messages.emptied : messages.markerGone, 'mark')
  return new NotThisStore(isEmpty ? messages.notSetUp : messages.notAStore)
}

/**
 * Repairs the container on the person's request: marks it as the known store, or accepts the store that is there. Deletes nothing; an
 * unreadable marker is kept beside the new one.
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
    // A colleague was faster.
    const there = await container.read(NAME, 0, LARGEST)
    return there && parse(there.bytes)
  }
}
