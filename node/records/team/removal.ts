import * as z from 'zod/mini'
import { type Blob, type Container, isRefused } from '../../services/storage/container.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { TakenOver } from '../engagement/store.ts'
import type { Lease } from './lease.ts'
import { currentFile, filesInOrder, logsInOrder } from './names.ts'

/** Who took an environment off the store's list, and when: milliseconds since 1970-01-01T00:00:00Z. */
const removal = z.strictObject({ user: z.string(), host: z.string(), at: z.number(), moved: z.exactOptional(z.literal(true)) })
export type Removal = Readonly<z.infer<typeof removal>>

const RECORD = 'removed.json'
const LARGEST = 10_000

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** What was taken off the list of an environment: also by earlier versions, whose blobs of one environment can be under several names. */
export const isRemovedOf = (id: string, name: string): boolean => name.startsWith('removed-') && name.includes(`-${id}/`)

/** The record that was in use, of each removal. @param removed what was taken off the list */
export function recordsIn(removed: readonly Blob[]): readonly Blob[] {
  const folderOf = ({ name }: Blob): string => name.slice(0, name.lastIndexOf('/'))
  return removed.filter((each) => each === currentFile(removed.filter((other) => folderOf(other) === folderOf(each))))
}

/**
 * Takes an environment off the store's list: all of it is kept under another name, with who did it. Only for who has the lease, until its
 * log is gone as well.
 */
export async function takeOff(container: Container, id: string, lease: Lease, by: Removal): Promise<void> {
  const blobs = await container.list(`${id}/`)
  const [files, logs] = [filesInOrder(blobs), logsInOrder(blobs)]
  const under = await freeName(container, id, by.at)
  for (const blob of blobs) {
    const there = await container.read(blob.name, 0, LARGEST_JOURNAL)
    // A record with its branch, by which a computer knows whether this removal kept its own save.
    const metadata = files.includes(blob) ? blob.metadata : undefined
    if (there) await container.put(`${under}/${blob.name.slice(id.length + 1)}`, there.bytes, undefined, metadata)
  }
  await container.put(`${under}/${RECORD}`, JSON.stringify(by))
  await lease.renew()
  const held = await lease.takenOver()
  if (held) throw new TakenOver(held)
  // The log last, because it has the lease; of several the one in use, so that none that was continued is in use again.
  const others = blobs.filter((each) => !files.includes(each) && !logs.includes(each))
  for (const { name } of [...files, ...others, ...logs.filter((log) => log.name !== lease.log)]) await gone(container.remove(name))
  await gone(container.remove(lease.log, lease.holder.id))
}

/** One that is gone already was deleted by a try whose answer was lost. */
async function gone(removed: Promise<void>): Promise<void> {
  await removed.catch((error: unknown) => {
    if (!isRefused(error, 'missing')) throw error
  })
}

async function freeName(container: Container, id: string, from: number): Promise<string> {
  for (let at = from; ; at++) {
    const name = `removed-${at}-${id}`
    if ((await container.list(`${name}/`)).length === 0) return name
  }
}

/** Who took it off the list last; nothing where no version of the wizard that says so did. @param removed what was taken off the list */
export async function lastRemovalOf(container: Container, removed: readonly Blob[]): Promise<Removal | undefined> {
  const [last] = removed.filter(({ name }) => lastPart(name) === RECORD).toSorted((a, b) => b.createdAt - a.createdAt)
  const there = last && (await container.read(last.name, 0, LARGEST))
  try {
    return there && removal.parse(JSON.parse(there.bytes.toString('utf8')))
  } catch {
    return undefined
  }
}
