import { defined } from '#machines/defined.ts'
import type { Blob, Metadata } from '../../services/storage/container.ts'

/*
 * Each save of a record continues the previous one, unless the record is lost in the store and another is put there: a new one, or an older
 * copy. That one is on another branch, so that a computer knows that its own last save isn't continued there. Records from before branches
 * have none.
 */

/** Metadata of a record that is put where there is none. @param from digest of the save that it continues, if it isn't new */
export const newBranch = (branch: string, from?: string): Metadata => ({ branch, ...defined({ from }) })

export const branchOf = ({ metadata }: Blob): string | undefined => metadata['branch']

/**
 * True if a record doesn't continue a save; undefined if its branch doesn't show that.
 * @param before branch of that save
 * @param digest digest of that save
 */
export function isOfAnotherBranch(record: Blob, before: string | undefined, digest: string): boolean | undefined {
  const branch = branchOf(record)
  return branch === undefined ? undefined : branch !== before && record.metadata['from'] !== digest
}
