import { defined } from '#machines/defined.ts'
import type { Blob, Metadata } from '../../services/storage/container.ts'

/*
 * Each save of a record continues the one before it, until the record is lost in the store and another one is put there: begun anew, or an older
 * copy added again. That one is of another branch, so that a computer knows that its own last save isn't continued there. A record that was put
 * there before there were branches is of none.
 */

/** Of a record that is put where none is. @param from digest of the save that it begins with, where it isn't a new one */
export const newBranch = (branch: string, from?: string): Metadata => ({ branch, ...defined({ from }) })

export const branchOf = ({ metadata }: Blob): string | undefined => metadata['branch']

/** Whether a record doesn't continue a save; nothing where its branch doesn't tell. @param before the branch of that save @param digest of it */
export function isOfAnotherBranch(record: Blob, before: string | undefined, digest: string): boolean | undefined {
  const branch = branchOf(record)
  return branch === undefined ? undefined : branch !== before && record.metadata['from'] !== digest
}
