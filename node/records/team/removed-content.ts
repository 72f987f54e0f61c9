import path from 'node:path'
import type { Blob } from '../../services/storage/container.ts'
import { REMOVED } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT } from '../engagement/engagement.ts'
import { JOURNAL } from '../engagement/folder-store.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'
import { branchOf, isOfAnotherBranch } from './branch.ts'
import { bytesFrom, type CopyState, idOf, type Sides, sha256, startsWith } from './copy-state.ts'
import { isRemovedOf, recordsIn } from './removal.ts'

export const removedOf = async (sides: Sides): Promise<readonly Blob[]> =>
  (await sides.container.list(REMOVED)).filter(({ name }) => isRemovedOf(idOf(sides), name))

/** True if a removal kept a log with these first lines. */
async function isRemovedWith({ container }: Sides, removed: readonly Blob[], synced: Buffer): Promise<boolean> {
  for (const { name, size } of removed) {
    if (!name.endsWith('.jsonl') || size < synced.length) continue
    const kept = await container.read(name, 0, LARGEST_JOURNAL)
    if (kept && startsWith(kept.bytes, synced)) return true
  }
  return false
}

/** Lines that a removal kept: all, which a killed run can have sent, or those known. Undefined if none did. */
export async function removedPart(sides: Sides, ...lines: readonly Buffer[]): Promise<Buffer | undefined> {
  const removed = await removedOf(sides)
  for (const each of lines) if (await isRemovedWith(sides, removed, each)) return each
  return undefined
}

/** True if a removal kept this file, or a record that continues the last known save. */
export async function isRemovedFile({ container }: Sides, removed: readonly Blob[], here: Buffer, before: CopyState): Promise<boolean> {
  const digest = sha256(here)
  if (digest === before.saved && recordsIn(removed).some((each) => isOfAnotherBranch(each, before.branch, digest) === false)) return true
  for (const { name, size } of removed)
    if (size === here.length && (await container.read(name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here)) return true
  return false
}

/** As `isRemovedFile`, if the store has no record. A removal without a branch is recognized by its log, if that has a line. */
export async function isTakenOff(sides: Sides, here: Buffer, before: CopyState): Promise<boolean> {
  const removed = await removedOf(sides)
  if (await isRemovedFile(sides, removed, here, before)) return true
  if (before.synced === 0 || sha256(here) !== before.saved || recordsIn(removed).every((each) => branchOf(each) !== undefined)) return false
  const synced = await bytesFrom(path.join(sides.folder, JOURNAL), 0, before.synced)
  return sha256(synced) === before.digest && (await isRemovedWith(sides, removed, synced))
}
