import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { type Container, isRefused } from '../../services/storage/container.ts'
import { readKept, writeDurably } from '../engagement/durable-file.ts'
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

/**
 * Makes sure that the container is the store that this computer knows at its address. Rejects with `NotThisStore` otherwise.
 * @param mayMake whether an empty container becomes a store
 */
export async function markerOf(container: Container, folder: string, { mayMake }: { readonly mayMake: boolean }): Promise<void> {
  const found = (await read(container)) ?? (mayMake ? await make(container) : undefined)
  if (!found) throw new NotThisStore(messages.notAStore)
  if (found.version > VERSION) throw new NotThisStore(messages.newer)
  const file = path.join(folder, 'store.json')
  const kept = await readKept(file, LARGEST)
  const known = kept?.ok ? parse(kept.bytes) : undefined
  if (known && known.id !== found.id) throw new NotThisStore(messages.another)
  if (known) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(file, JSON.stringify(found))
}

async function read(container: Container): Promise<Marker | undefined> {
  const there = await container.read(NAME, 0, LARGEST)
  if (!there) return undefined
  const found = parse(there.bytes)
  if (!found) throw new NotThisStore(messages.notAStore)
  return found
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
    return read(container)
  }
}
