import * as z from 'zod/mini'
import { shownName, time } from '#contract/shapes.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { type Blob, type Container, ContainerRefused, isRefused } from '../../services/storage/container.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { TakenOver } from '../engagement/store.ts'
import type { Lease } from './lease.ts'
import { currentFile, filesInOrder, logsInOrder } from './names.ts'

/** Who removed an environment from the store's list, and when, in milliseconds since 1970-01-01T00:00:00Z. */
const removal = z.strictObject({ user: shownName, host: shownName, at: time, moved: z.exactOptional(z.literal(true)) })
export type Removal = Readonly<z.infer<typeof removal>>

const RECORD = 'removed.json'
const LARGEST = 10_000

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** True for removed blobs of an environment, including those of earlier versions, which can have several prefixes. */
export const isRemovedOf = (id: string, name: string): boolean => name.startsWith('removed-') && name.includes(`-${id}/`)

/** The record in use at each removal. @param removed removed blobs */
export function recordsIn(removed: readonly Blob[]): readonly Blob[] {
  const folderOf = ({ name }: Blob): string => name.slice(0, name.lastIndexOf('/'))
  return removed.filter((each) => each === currentFile(removed.filter((other) => folderOf(other) === folderOf(each))))
}

/**
 * Removes an environment from the store's list: keeps all of it under another name, with the person's name. Requires the lease until the
 * log is deleted too.
 */
export async function takeOff(container: Container, id: string, lease: Lease, by: Removal): Promise<void> {
  const blobs = await container.list(`${id}/`)
  const [files, logs] = [filesInOrder(blobs), logsInOrder(blobs)]
  const under = await freeName(container, id, by.at)
  for (const blob of blobs) {
    const there = await container.read(blob.name, 0, LARGEST_JOURNAL)
    // Keeps the record's branch, so that a computer knows whether this removal kept its own save.
    const metadata = files.includes(blob) ? blob.metadata : undefined
    if (there) await container.put(`${under}/${blob.name.slice(id.length + 1)}`, there.bytes, undefined, metadata)
  }
  await container.put(`${under}/${RECORD}`, JSON.stringify(by))
  await lease.renew()
  const held = await lease.takenOver()
  if (held) throw new TakenOver(held)
  // The log last, because it has the lease. Of several logs, the one in use last, so that no continued log is in use again.
  const others = blobs.filter((each) => !files.includes(each) && !logs.includes(each))
  for (const { name } of [...files, ...others, ...logs.filter((log) => log.name !== lease.log)]) await gone(container.remove(name))
  await gone(container.remove(lease.log, lease.holder.id))
}

/** If already deleted, the response to an earlier try was lost. */
async function gone(removed: Promise<void>): Promise<void> {
  await removed.catch((error: unknown) => {
    if (!isRefused(error, 'missing')) throw error
  })
}

/** More removals of one environment in as many milliseconds: a store that has each name would be asked without an end. */
const MOST_NAMES = 20

async function freeName(container: Container, id: string, from: number): Promise<string> {
  for (let at = from; at < from + MOST_NAMES; at++) {
    const name = `removed-${at}-${id}`
    if ((await container.list(`${name}/`)).length === 0) return name
  }
  throw new ContainerRefused('changed', `removed-${from}-${id}`)
}

/** The last removal; undefined if only earlier versions of the wizard removed it. @param removed removed blobs */
export async function lastRemovalOf(container: Container, removed: readonly Blob[]): Promise<Removal | undefined> {
  const [last] = removed.filter(({ name }) => lastPart(name) === RECORD).toSorted((a, b) => b.createdAt - a.createdAt)
  const there = last && (await container.read(last.name, 0, LARGEST))
  try {
    return there && removal.parse(parsedJson(there.bytes.toString('utf8'), LARGEST))
  } catch {
    return undefined
  }
}
