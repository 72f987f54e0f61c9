import { createHash } from 'node:crypto'
import path from 'node:path'
import * as z from 'zod/mini'
import { parsedJson } from '#machines/parsed-json.ts'
import { FileNotRead, openRegular, readRegular } from '../../services/regular-file.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { isMissing, readKept, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { branchOf } from './branch.ts'
import { isFileBefore } from './names.ts'

/** Part of a folder known to equal the store. The rest was written here and is pending. */
const state = z.strictObject({
  log: z.string(),
  createdAt: z.number(),
  /** Length in bytes of the equal part of the journal. */
  synced: z.int(),
  digest: z.string(),
  /** The engagement's file: its local digest, and its etag and name in the store. */
  saved: z.exactOptional(z.string()),
  etag: z.exactOptional(z.string()),
  file: z.exactOptional(z.string()),
  /** Branch of the file in the store. */
  branch: z.exactOptional(z.string()),
  /** Digests of the last saves that were sent from here: one may be in the store although its response was lost. */
  sent: z.exactOptional(z.array(z.string())),
})
export type CopyState = Readonly<z.infer<typeof state>>

const STATE = 'team-store.json'
const LARGEST = 10_000

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export async function readCopyState(folder: string): Promise<CopyState | undefined> {
  const kept = await readKept(path.join(folder, STATE), LARGEST)
  try {
    return kept?.ok ? state.parse(parsedJson(kept.bytes.toString('utf8'), LARGEST)) : undefined
  } catch {
    return undefined
  }
}

/** True if the copy's log is no longer in the store: a shorter one of the same second is another one. */
export const isLogGone = (known: CopyState, blobs: readonly Blob[]): boolean =>
  known.log !== '' &&
  !blobs.some(({ name, createdAt, size }) => name === known.log && createdAt === known.createdAt && size >= known.synced)

/** True if the store's file is older than the one that the copy knows, which was deleted manually. */
export const isFileBack = (known: CopyState, file: Blob): boolean =>
  known.file !== undefined && isFileBefore(file.name, known.file) && branchOf(file) === known.branch

export const writeCopyState = (folder: string, written: CopyState): Promise<void> =>
  writeDurably(path.join(folder, STATE), JSON.stringify(written))

/** @returns undefined without such a file */
export async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readRegular(file, LARGEST_JOURNAL)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Content of a file from an offset; empty if the file ends before, or doesn't exist. */
export async function bytesFrom(file: string, from: number, to = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const opened = await openRegular(file).catch((error: unknown) => {
    if (isMissing(error) || error instanceof FileNotRead) return undefined
    throw error
  })
  if (!opened) return NONE
  const { handle, found } = opened
  try {
    const length = Math.min(found.size, to) - from
    if (length <= 0) return NONE
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export interface Sides {
  readonly container: Container
  readonly folder: string
  readonly now: () => number
}

/** The folder is named for the environment. */
export const idOf = ({ folder }: Sides): string => path.basename(folder)

export const NONE = Buffer.alloc(0)

export const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start)
